import GRDB

/// Something that must hold in every store.
protocol HealthCheck {
    func problems(_ db: Database) throws -> [HealthProblem]
}

extension HealthCheck {
    /// The problems, or that the rows are such that it cannot be told.
    func found(_ db: Database) -> [HealthProblem] {
        do { return try problems(db) } catch {
            let what = StoreError.alteration(error) ?? "\(error)"
            return [HealthProblem(what: "rows that cannot be looked at", places: [what], remedy: Remedy.edited)]
        }
    }
}

enum HealthChecks {
    static func all(_ stamp: ExtractorStamp) -> [any HealthCheck] {
        [
            SchemaHealth(), TextHealth(), FigureHealth(), ClaimHealth(), NameHealth(), ReviewHealth(),
            ReadingHealth(stamp: stamp),
        ]
    }
}

/// The ways to mend a store.
enum Remedy {
    static let backup =
        "put a copy made by 'sitrep backup' in its place, or save what can still be read with sqlite3's .recover"
    static let anew = "'sitrep doctor --mend' reads the articles anew"
    static let edited = "another program changed it: " + backup
}

extension HealthProblem {
    /// The problem of rows that a query finds; none where it finds none.
    ///
    /// - Parameters:
    ///   - noun: what the rows are: `figure`.
    ///   - sql: gives the row's number and, where reading anew mends it, the article's.
    static func find(
        _ what: String, _ noun: String, _ remedy: String, isDamage: Bool = true, _ db: Database, _ sql: String,
        _ arguments: StatementArguments = []
    ) throws -> [HealthProblem] {
        let rows = try Row.fetchAll(db, sql: sql, arguments: arguments)
        guard !rows.isEmpty else { return [] }
        return [
            HealthProblem(
                what: what, places: try rows.map { "\(noun) \(try $0[0] as Int64)" }, remedy: remedy,
                isDamage: isDamage,
                articles: Set(try rows.compactMap { $0.count > 1 ? try $0[1] as Int64? : nil }))
        ]
    }
}
