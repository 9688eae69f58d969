import GRDB
import TestSupport

/// One way to alter a column of a store, as another program or bad luck would.
struct StoreAlteration: Hashable, Sendable, CustomStringConvertible {
    let table: String
    let column: String
    let value: Value
    /// Whether the schema is put back, so that only the rows tell.
    let isHidden: Bool

    /// What stands in the column then.
    enum Value: String, CaseIterable, Sendable {
        case null = "NULL"
        case word = "'many'"
        case empty = "''"
        case blob = "x'00ff80'"
        /// Bytes that are no UTF-8.
        case bytes = "CAST(x'6dfffe80c3' AS TEXT)"
        case zero = "CAST(x'610062' AS TEXT)"
        /// Also a row that is not there.
        case huge = "9223372036854775807"
        case least = "-9223372036854775808"
        case infinite = "9e999"
        case large = "-1.5e300"
    }

    var description: String { "\(table).\(column) = \(value.rawValue)\(isHidden ? "" : ", schema without rules")" }

    /// Every column of every table in every way, the views and what SQLite keeps for itself left out.
    static func all(_ path: String) throws -> [StoreAlteration] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        let columns = try queue.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT master.name, info.name FROM sqlite_master AS master, pragma_table_info(master.name) AS info
                    WHERE master.type = 'table' AND master.name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'
                    ORDER BY 1, 2
                    """)
        }
        let all = columns.flatMap { row in Value.allCases.map { (row[0] as String, row[1] as String, $0) } }
        return all.enumerated().map { number, part in
            // Ten ways: the parity of the column decides for one way, and so for each way in turn.
            StoreAlteration(
                table: part.0, column: part.1, value: part.2, isHidden: (number + number / 10).isMultiple(of: 2))
        }
    }

    /// Alters the rows; of those that must differ, the first.
    ///
    /// - Returns: false where SQLite does not let this column hold such a value in any table.
    func apply(to path: String) throws -> Bool {
        let rules = try self.rules(path)
        // Each connection reads the schema anew.
        try edit(path) { try setSchema(rules.mapValues(StoreAlteration.lax), $0) }
        // Every other row, so that some are as they were.
        let isEvery = rules[table]?.contains("WITHOUT ROWID") == true
        let changed = try edit(path) { try alterRows($0, where: isEvery ? "true" : "rowid % 2 = 1") }
        if isHidden { try edit(path) { try setSchema(rules, $0) } }
        return changed
    }

    private func rules(_ path: String) throws -> [String: String] {
        try edit(path) { db in
            let sql = try String.fetchOne(
                db, sql: "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", arguments: [table])
            return [table: sql ?? ""]
        }
    }

    private func setSchema(_ rules: [String: String], _ db: Database) throws {
        try db.execute(sql: "PRAGMA writable_schema = ON")
        for (name, sql) in rules {
            try db.execute(
                sql: "UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?", arguments: [sql, name])
        }
    }

    private func alterRows(_ db: Database, where condition: String) throws -> Bool {
        let triggers = try Row.fetchAll(
            db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", arguments: [table])
        for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
        var changed = false
        // The key of a row takes nothing but integers.
        do {
            try db.execute(
                sql: "UPDATE OR IGNORE \"\(table)\" SET \"\(column)\" = \(value.rawValue) WHERE \(condition)")
            changed = db.changesCount > 0
        } catch let error as DatabaseError where error.resultCode == .SQLITE_MISMATCH {}
        for trigger in triggers { try db.execute(sql: trigger["sql"] as String) }
        return changed
    }

    @discardableResult
    private func edit<T>(_ path: String, _ body: (Database) throws -> T) throws -> T {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        return try queue.writeWithoutTransaction(body)
    }

    /// The same table without rules on what its columns hold.
    private static func lax(_ sql: String) -> String {
        var bytes = Array(sql.utf8)
        let check = Array("CHECK (".utf8)
        var place = 0
        while place + check.count <= bytes.count {
            guard bytes[place..<place + check.count].elementsEqual(check) else {
                place += 1
                continue
            }
            var end = place + check.count
            var depth = 1
            while depth > 0, end < bytes.count {
                depth += bytes[end] == UInt8(ascii: "(") ? 1 : bytes[end] == UInt8(ascii: ")") ? -1 : 0
                end += 1
            }
            bytes.replaceSubrange(place..<end, with: Array("CHECK (1)".utf8))
            place += 1
        }
        return String(decoding: bytes, as: UTF8.self).replacing("NOT NULL", with: "").replacing(
            /\) STRICT,?/, with: ")")
    }
}
