import GRDB

/// A row of a query, whose columns are read with errors.
///
/// GRDB's own row ends the program where a column holds what it may not: NULL in one that is `NOT NULL`, or another kind
/// of value, which another program may have put there. This one takes its name, so that no row in this module is read by
/// that one.
///
///     for row in try Row.fetchAll(db, sql: "SELECT id, key FROM place") { keys[try row["id"]] = try row["key"] }
struct Row {
    private let row: GRDB.Row

    /// - Throws: `UnfitValue` where the column holds what is none of `Value`; ask for an optional where it may be NULL.
    subscript<Value: DatabaseValueConvertible>(_ column: String) -> Value {
        get throws { try value(row[column], column) }
    }

    /// By the number of the column, from 0.
    subscript<Value: DatabaseValueConvertible>(_ column: Int) -> Value {
        get throws { try value(row[column], Array(row.columnNames)[column]) }
    }

    /// A column as it is, whatever it holds.
    func raw(_ column: String) -> DatabaseValue { row[column] }

    /// How many columns it has.
    var count: Int { row.count }

    private func value<Value: DatabaseValueConvertible>(_ stored: DatabaseValue, _ column: String) throws -> Value {
        if let value = Value.fromDatabaseValue(stored) { return value }
        let id: DatabaseValue? = row.hasColumn("id") ? row["id"] : nil
        throw UnfitValue(column: column, holds: UnfitValue.kind(stored), row: id.flatMap(Int64.fromDatabaseValue))
    }

    // MARK: - Queries

    static func fetchAll(_ db: Database, sql: String, arguments: StatementArguments = []) throws -> [Row] {
        try GRDB.Row.fetchAll(db, sql: sql, arguments: arguments).map(Row.init)
    }

    static func fetchAll(_ statement: Statement, arguments: StatementArguments) throws -> [Row] {
        try GRDB.Row.fetchAll(statement, arguments: arguments).map(Row.init)
    }

    static func fetchOne(_ db: Database, sql: String, arguments: StatementArguments = []) throws -> Row? {
        try GRDB.Row.fetchOne(db, sql: sql, arguments: arguments).map(Row.init)
    }

    static func fetchOne(_ statement: Statement, arguments: StatementArguments) throws -> Row? {
        try GRDB.Row.fetchOne(statement, arguments: arguments).map(Row.init)
    }

    /// The rows one by one; each is good until the next is asked for.
    static func fetchCursor(_ db: Database, sql: String) throws -> some Cursor<Row> {
        try GRDB.Row.fetchCursor(db, sql: sql).map(Row.init)
    }
}

/// A row that holds what sitrep never writes: another program wrote it, or the file is damaged.
struct UnfitValue: Error, CustomStringConvertible {
    let column: String
    /// `NULL`, `a blob`, `the word 'many'`.
    let holds: String
    /// The number of the row, where it is known.
    var row: Int64?

    /// `'value' of row 12 holds NULL`
    var description: String { "'\(column)'\(row.map { " of row \($0)" } ?? "") holds \(holds)" }

    static func kind(_ value: DatabaseValue) -> String {
        switch value.storage {
        case .null: "NULL"
        case .int64: "an integer"
        case .double: "a number"
        case .string(let text): word(text)
        case .blob: "a blob"
        }
    }

    /// A text as far as it helps to find it.
    static func word(_ text: String) -> String {
        text.utf8.count > 40 ? "another text" : "the text '\(text.filter { !$0.isNewline })'"
    }
}
