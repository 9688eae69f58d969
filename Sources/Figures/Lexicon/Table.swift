internal import EmbeddedData

/// A table of `Data/`: UTF-8, cells set apart by tabs, alternatives in a cell by `|`.
///
/// Grammar, a line each: `#` starts a comment, the first other line names the columns, and every line after it is
/// a row. There is no quoting. A row with fewer cells than columns has empty ones; cells past the last column are
/// passed over. Cells stay bytes until they are asked for, since the gazetteer has tens of thousands of rows.
final class Table {
    let name: String
    let bytes: [UInt8]
    let columns: [String]
    /// The bounds of the cells, `columns.count` a row.
    private let cells: [Range<UInt32>]

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        var reader = TableReader()
        bytes.withUnsafeBufferPointer { reader.read($0) }
        columns = reader.columns
        cells = reader.cells
    }

    var rowCount: Int { columns.isEmpty ? 0 : cells.count / columns.count }

    /// The place of a column; nil where the table has none of that name.
    func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

    /// The byte range of a cell.
    func range(_ row: Int, _ column: Int) -> Range<Int> {
        let cell = cells[row * columns.count + column]
        return Int(cell.lowerBound)..<Int(cell.upperBound)
    }
}

/// Cuts a table into cells, in one pass.
private struct TableReader {
    private(set) var columns: [String] = []
    private(set) var cells: [Range<UInt32>] = []

    mutating func read(_ bytes: Bytes) {
        cells.reserveCapacity(bytes.count / 6)
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 10 { end += 1 }
            readLine(bytes, start, end > start && bytes[end - 1] == 13 ? end - 1 : end)
            start = end + 1
        }
    }

    private mutating func readLine(_ bytes: Bytes, _ first: Int, _ end: Int) {
        guard first < end, bytes[first] != UInt8(ascii: "#") else { return }
        let before = cells.count
        var start = first
        for at in first..<end where bytes[at] == 9 {
            cells.append(UInt32(start)..<UInt32(at))
            start = at + 1
        }
        cells.append(UInt32(start)..<UInt32(end))
        if columns.isEmpty {
            columns = cells.map { bytes.string(Int($0.lowerBound), Int($0.upperBound)) }
            cells.removeAll(keepingCapacity: true)
            return
        }
        let extra = cells.count - before - columns.count
        if extra > 0 { cells.removeLast(extra) }
        for _ in 0..<max(0, -extra) { cells.append(UInt32(end)..<UInt32(end)) }
    }
}

/// One row of a `Table`, read by the names of its columns.
struct Row {
    let table: Table
    let index: Int

    /// The byte range of the cell under `column`; nil where the table has no such column.
    func range(_ column: String) -> Range<Int>? {
        table.column(column).map { table.range(index, $0) }
    }

    /// The cell under `column`, empty where the row or the table has none.
    subscript(_ column: String) -> String { text(table.column(column)) }

    /// The cell in a column that was looked up before.
    func text(_ column: Int?) -> String {
        column.map { String(decoding: table.bytes[table.range(index, $0)], as: UTF8.self) } ?? ""
    }

    /// The whole number in a cell; 0 where there is none.
    func integer(_ column: String) -> Int {
        guard let cell = range(column), !cell.isEmpty, cell.count < 18 else { return 0 }
        var value = 0
        for byte in table.bytes[cell] {
            guard byte.isASCIIDigit else { return 0 }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }

    /// The byte ranges of the alternatives of a cell, without empty ones.
    func ranges(_ column: String) -> [Range<Int>] {
        guard let cell = range(column), !cell.isEmpty else { return [] }
        var found: [Range<Int>] = []
        var start = cell.lowerBound
        for at in cell where table.bytes[at] == UInt8(ascii: "|") {
            if at > start { found.append(start..<at) }
            start = at + 1
        }
        if start < cell.upperBound { found.append(start..<cell.upperBound) }
        return found
    }

    /// The alternatives of a cell, without empty ones.
    func list(_ column: String) -> [String] {
        ranges(column).map { String(decoding: table.bytes[$0], as: UTF8.self) }
    }
}

extension Table: Sequence {
    func makeIterator() -> AnyIterator<Row> {
        var rows = (0..<rowCount).makeIterator()
        return AnyIterator { rows.next().map { Row(table: self, index: $0) } }
    }
}

/// The tables of `Data/`: those in the program, or those of a folder put in their place.
public struct DataTables: Sendable {
    /// Tables that stand in place of the embedded ones, by name ("en/triggers.tsv").
    private let replaced: [String: String]

    public init(replacing tables: [String: String] = [:]) { replaced = tables }

    /// The bytes of the table `name`; empty where neither the folder nor the program has it.
    public func bytes(_ name: String) -> [UInt8] {
        if let text = replaced[name] { return Array(text.utf8) }
        var size = 0
        guard let bytes = sitrep_data(name, &size) else { return [] }
        return Array(UnsafeBufferPointer(start: bytes, count: size))
    }

    /// The names of the embedded tables, in a fixed order.
    public static var names: [String] {
        (0..<sitrep_data_count()).compactMap { sitrep_data_name($0).map { String(cString: $0) } }
    }

    /// The rows of the table `name`, each cell under the name of its column; empty where there is no such table.
    public func rows(_ name: String) -> [[String: String]] {
        table(name).map { row in
            Dictionary(row.table.columns.map { ($0, row[$0]) }, uniquingKeysWith: { first, _ in first })
        }
    }

    func table(_ name: String) -> Table { Table(name: name, bytes: bytes(name)) }
}
