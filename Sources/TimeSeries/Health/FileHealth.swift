import GRDB

/// The file, as SQLite itself looks at it.
struct FileHealth {
    /// Where this is not empty, nothing else can be looked at.
    let damage: [HealthProblem]
    /// What SQLite says of rows that break the rules of their table: `NULL value in figure.measure`.
    private let brokenRules: [String]

    init(_ db: Database) throws {
        let found = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        brokenRules = found.filter(FileHealth.isOfRow)
        damage = FileHealth.problem("damage of the file", found.filter { !FileHealth.isOfRow($0) }, Remedy.backup)
    }

    private static func isOfRow(_ line: String) -> Bool {
        line.contains(" value in ") || line.hasPrefix("CHECK constraint failed in ")
    }

    private static func problem(_ what: String, _ places: [String], _ remedy: String) -> [HealthProblem] {
        places.isEmpty ? [] : [HealthProblem(what: what, places: places, remedy: remedy)]
    }

    /// Rows that hold what their columns cannot, and such as refer to one that is not there.
    func rows(_ db: Database) throws -> [HealthProblem] {
        let unreadable = try FileHealth.unreadableFigures(db)
        // What is said of figures is said once.
        let others = brokenRules.filter { unreadable.isEmpty || !$0.contains(" in figure") }
        let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
            let table: String = try row[0]
            return "\(table) \((try row[1] as Int64?).map(String.init) ?? "")"
        }
        return unreadable + FileHealth.problem("values that their columns cannot have", others, Remedy.edited)
            + FileHealth.problem("rows that refer to one that is not there", orphans, Remedy.edited)
    }

    private static func unreadableFigures(_ db: Database) throws -> [HealthProblem] {
        var problem = HealthProblem(what: "figures that cannot be read", places: [], remedy: Remedy.anew)
        try FigureReader(db).forEach(where: "true") { row in
            do { _ = try row.storedFigure() } catch let error as UnfitValue {
                problem.places.append("figure \(try row.figureID): \(error)")
                problem.articles.insert(try row.articleID)
            }
        }
        return problem.places.isEmpty ? [] : [problem]
    }
}
