import GRDB

/// The tables, indexes, triggers and views, which hold the invariants.
struct SchemaHealth: HealthCheck {
    func problems(_ db: Database) throws -> [HealthProblem] {
        let whole = try DatabaseQueue()
        try Schema.migrator.migrate(whole)
        let wanted = try whole.read(SchemaHealth.parts)
        let there = try SchemaHealth.parts(db)
        let missing = wanted.filter { there[$0.key] != $0.value }.keys.sorted()
        guard !missing.isEmpty else { return [] }
        return [
            HealthProblem(
                what: "parts of the schema that are missing or changed", places: missing, remedy: Remedy.edited)
        ]
    }

    private static func parts(_ db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT type || ' ' || name AS part, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return Dictionary(try rows.map { (try $0["part"], try $0["sql"]) }) { first, _ in first }
    }
}
