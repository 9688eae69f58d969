import GRDB

/// The file, as SQLite itself looks at it.
enum FileHealth {
    static func problems(_ db: Database) throws -> [HealthProblem] {
        let damage = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        if !damage.isEmpty {
            return [HealthProblem(what: "damage of the file", places: damage, remedy: Remedy.backup)]
        }
        let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
            let table: String = row[0]
            return "\(table) \((row[1] as Int64?).map(String.init) ?? "")"
        }
        guard !orphans.isEmpty else { return [] }
        return [HealthProblem(what: "rows that refer to one that is not there", places: orphans, remedy: Remedy.edited)]
    }
}

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
        return Dictionary(rows.map { ($0["part"], $0["sql"]) }) { first, _ in first }
    }
}
