import Figures
import GRDB
import GRDBSQLite

/// A prepared statement for what is done for every article and every figure: values are bound and read by their
/// place, at SQLite's own interface, without an object for each.
///
///     let insert = try RowStatement("INSERT INTO alias (source, text) VALUES (?, ?)", db)
///     insert.bind(id)
///     insert.bind("the ministry")
///     try insert.run()
///
/// It is good for as long as the access to the database that it was made in, and for one thread.
final class RowStatement {
    private let statement: Statement
    private let handle: OpaquePointer
    /// Values bound so far.
    private var bound: Int32 = 0
    /// The texts of the row one behind the other, where SQLite reads them: none is copied twice.
    private var bytes: [UInt8] = []
    private var texts: [(place: Int32, start: Int, count: Int, isBlob: Bool)] = []

    /// - Parameter arguments: values for the marks; else they are bound one by one.
    init(_ sql: String, _ db: Database, arguments: StatementArguments? = nil) throws {
        statement = try db.makeStatement(sql: sql)
        handle = statement.sqliteStatement
        if let arguments { try statement.setArguments(arguments) }
    }

    // MARK: - Values, in the order of their marks

    func bind(_ value: Int64?) {
        bound += 1
        if let value { sqlite3_bind_int64(handle, bound, value) } else { sqlite3_bind_null(handle, bound) }
    }

    func bind(_ value: Int?) { bind(value.map(Int64.init)) }

    func bind(_ value: Double?) {
        bound += 1
        if let value { sqlite3_bind_double(handle, bound, value) } else { sqlite3_bind_null(handle, bound) }
    }

    func bind(_ text: String?) {
        guard let text else { return bind(nil as Int64?) }
        append { $0.append(contentsOf: text.utf8) }
    }

    /// `YYYY-MM-DD`.
    func bind(_ date: CalendarDate?) {
        guard let date else { return bind(nil as Int64?) }
        append { date.write(to: &$0) }
    }

    func bind(blob: [UInt8]) { append(isBlob: true) { $0.append(contentsOf: blob) } }

    private func append(isBlob: Bool = false, _ write: (inout [UInt8]) -> Void) {
        bound += 1
        let start = bytes.count
        write(&bytes)
        texts.append((bound, start, bytes.count - start, isBlob))
    }

    // MARK: - Running

    /// Runs a statement that gives no rows, with the values bound.
    ///
    /// - Returns: whether it changed a row.
    @discardableResult
    func run() throws -> Bool {
        try eachRow { _ in }
        return sqlite3_changes(sqlite3_db_handle(handle)) > 0
    }

    /// Runs a query with the values bound and gives what `body` makes of each row.
    func rows<T>(_ body: (RowStatement) throws -> T) throws -> [T] {
        var results: [T] = []
        try eachRow { results.append(try body($0)) }
        return results
    }

    /// Runs a query with the values bound and hands each row to `body`.
    func eachRow(_ body: (RowStatement) throws -> Void) throws {
        defer {
            sqlite3_reset(handle)
            bound = 0
            texts.removeAll(keepingCapacity: true)
            bytes.removeAll(keepingCapacity: true)
        }
        // An empty text still has to lie somewhere: no address means NULL.
        bytes.append(0)
        try bytes.withUnsafeBufferPointer { buffer in
            for text in texts {
                let start = buffer.baseAddress! + text.start
                // Without a destructor SQLite does not copy; the buffer outlives the steps.
                if text.isBlob {
                    sqlite3_bind_blob64(handle, text.place, start, UInt64(text.count), nil)
                } else {
                    sqlite3_bind_text64(handle, text.place, start, UInt64(text.count), nil, UInt8(SQLITE_UTF8))
                }
            }
            while try step() { try body(self) }
        }
    }

    private func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let connection = sqlite3_db_handle(handle)
            throw DatabaseError(
                resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
                message: String(cString: sqlite3_errmsg(connection)))
        }
    }

    // MARK: - Columns of the row, from 0

    // A column that holds another kind of value is an error, not the zero or empty text that SQLite makes of it.

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    func integer(_ column: Int32) throws -> Int64 {
        guard sqlite3_column_type(handle, column) == SQLITE_INTEGER else { throw unfit(column) }
        return sqlite3_column_int64(handle, column)
    }

    /// A number that is finite.
    func real(_ column: Int32) throws -> Double {
        let kind = sqlite3_column_type(handle, column)
        let number = sqlite3_column_double(handle, column)
        guard kind == SQLITE_FLOAT || kind == SQLITE_INTEGER, number.isFinite else { throw unfit(column) }
        return number
    }

    /// The bytes of a text or blob, empty for NULL; they lie there until the next row.
    func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        // The text first: its count is that of the text as it was asked for.
        let start = sqlite3_column_text(handle, column)
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    /// Bytes that are no UTF-8 are shown as such: `\u{FFFD}`.
    func text(_ column: Int32) throws -> String {
        guard sqlite3_column_type(handle, column) == SQLITE_TEXT else { throw unfit(column) }
        return String(decoding: bytes(column), as: UTF8.self)
    }

    /// Nil for NULL.
    func optionalText(_ column: Int32) throws -> String? { isNull(column) ? nil : try text(column) }

    /// Nil for NULL.
    func date(_ column: Int32) throws -> CalendarDate? {
        if isNull(column) { return nil }
        guard let date = CalendarDate(digits: bytes(column)) else { throw unfit(column) }
        return date
    }

    /// A day, or what there is of one; nil for NULL.
    func partialDate(_ column: Int32) throws -> PartialDate? {
        if isNull(column) { return nil }
        if let date = CalendarDate(digits: bytes(column)) { return PartialDate(date) }
        guard let date = PartialDate(try text(column)) else { throw unfit(column) }
        return date
    }

    /// A word of a fixed list. The schema checks it, so another word means that the file was changed.
    func word<Word: RawRepresentable<String>>(_ column: Int32) throws -> Word {
        guard let word = Word(rawValue: try text(column)) else { throw unfit(column) }
        return word
    }

    func blob(_ column: Int32) throws -> [UInt8] {
        guard sqlite3_column_type(handle, column) == SQLITE_BLOB else { throw unfit(column) }
        let start = sqlite3_column_blob(handle, column)
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// What a column holds that it may not.
    func unfit(_ column: Int32) -> UnfitValue {
        UnfitValue(
            column: String(cString: sqlite3_column_name(handle, column)),
            holds: UnfitValue.kind(DatabaseValue(sqliteStatement: handle, index: column)))
    }
}

extension CalendarDate {
    /// Reads `YYYY-MM-DD` and nothing else.
    fileprivate init?(digits: UnsafeBufferPointer<UInt8>) {
        guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int {
            digits[range].reduce(0) { (48...57).contains($1) && $0 >= 0 ? $0 * 10 + Int($1) - 48 : -1 }
        }
        self.init(year: number(0..<4), month: number(5..<7), day: number(8..<10))
    }

    /// `YYYY-MM-DD`.
    func write(to bytes: inout [UInt8]) {
        func digits(_ number: Int, _ count: Int) {
            var divisor = count == 4 ? 1000 : 10
            while divisor > 0 {
                bytes.append(UInt8(truncatingIfNeeded: 48 + number / divisor % 10))
                divisor /= 10
            }
        }
        digits(year, 4)
        bytes.append(UInt8(ascii: "-"))
        digits(month, 2)
        bytes.append(UInt8(ascii: "-"))
        digits(day, 2)
    }
}
