import GRDB

/// A name goes by one other at most, and no place lies in itself.
struct NameHealth: HealthCheck {
    func problems(_ db: Database) throws -> [HealthProblem] {
        try NamedKind.allCases.flatMap { try chains($0.rawValue, db) } + circles(db)
    }

    private func chains(_ table: String, _ db: Database) throws -> [HealthProblem] {
        try HealthProblem.find(
            "\(table)s that go by one that goes by another", table,
            "'sitrep \(table)s split' and 'merge' settle what it goes by", db,
            """
            SELECT one.id FROM \(table) AS one JOIN \(table) AS next ON next.id = one.canonical
            WHERE next.canonical IS NOT NULL ORDER BY one.id
            """)
    }

    private func circles(_ db: Database) throws -> [HealthProblem] {
        try HealthProblem.find(
            "places that lie in themselves", "place", "'sitrep places inside' tells where one lies", db,
            """
            WITH RECURSIVE outwards (place, holder, depth) AS (
              SELECT id, coalesce(given_parent, parent), 1 FROM place WHERE coalesce(given_parent, parent) IS NOT NULL
              UNION
              SELECT outwards.place, coalesce(place.given_parent, place.parent), depth + 1
              FROM outwards JOIN place ON place.id = outwards.holder
              WHERE depth < 16 AND coalesce(place.given_parent, place.parent) IS NOT NULL)
            SELECT DISTINCT place FROM outwards WHERE holder = place ORDER BY place
            """)
    }
}
