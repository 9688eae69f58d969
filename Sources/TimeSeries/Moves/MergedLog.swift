import GRDB

/// A log that only grows, in two stores.
struct MergedLog {
    private let table: String
    private let columns: [String]
    let ours: [Row]
    let theirs: [Row]
    /// What is there and not here, in their order. A line is known by all that it says.
    let new: [Row]

    /// - Parameter table: `review` or `naming`.
    init(_ table: String, _ db: Database, _ other: Database) throws {
        self.table = table
        let columns = try db.columns(in: table).map(\.name).filter { $0 != "id" }
        func line(_ row: Row) -> [DatabaseValue] { columns.map(row.raw) }
        self.columns = columns
        ours = try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY id")
        theirs = try Row.fetchAll(other, sql: "SELECT * FROM \(table) ORDER BY id")
        var known = Set(ours.map(line))
        new = theirs.filter { known.insert(line($0)).inserted }
    }

    func append(to db: Database) throws {
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let insert = try db.makeStatement(
            sql: "INSERT INTO \(table) (\(names)) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))")
        for row in new {
            try insert.execute(arguments: StatementArguments(columns.map(row.raw)))
        }
    }

    /// The decision that holds among lines of one store.
    static func last(_ rows: [Row]) throws -> Row? {
        try rows.reduce(nil) { last, row in try last.map { try isLater($0, than: row) ? $0 : row } ?? row }
    }

    /// Times are written alike, so that their texts stand in their order.
    static func isLater(_ a: Row, than b: Row) throws -> Bool {
        try (a["at"] as String) > (b["at"] as String)
    }
}
