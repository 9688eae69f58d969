internal import EmbeddedData

/// A table of `Data/`: UTF-8, cells set apart by tabs, alternatives in a cell by `|`.
///
/// Grammar, a line each: `#` starts a comment, the first other line names the columns, and every line after it is
/// a row. There is no quoting. A row with fewer cells than columns has empty ones; cells past the last column are
/// passed over. Cells stay bytes until they are asked for, since the gazetteer has tens of thousands of rows.
struct Table {
    let name: String
    let bytes: [UInt8]
    private(set) var columns: [String] = []
    /// The byte ranges of the cells, `columns.count` a row.
    private(set) var cells: [Range<Int>] = []

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
            addLine(start..<(end > start && bytes[end - 1] == 13 ? end - 1 : end))
            start = end + 1
        }
    }

    private mutating func addLine(_ line: Range<Int>) {
        guard !line.isEmpty, bytes[line.lowerBound] != UInt8(ascii: "#") else { return }
        var found: [Range<Int>] = []
        var start = line.lowerBound
        for at in line where bytes[at] == 9 {
            found.append(start..<at)
            start = at + 1
        }
        found.append(start..<line.upperBound)
        if columns.isEmpty {
            columns = found.map { String(decoding: bytes[$0], as: UTF8.self) }
        } else {
            for index in columns.indices {
                cells.append(index < found.count ? found[index] : line.upperBound..<line.upperBound)
            }
        }
    }

    var rowCount: Int { columns.isEmpty ? 0 : cells.count / columns.count }
}

/// One row of a `Table`, read by the names of its columns.
struct Row {
    let table: Table
    let index: Int

    /// The byte range of the cell under `column`; nil where the table has no such column.
    func range(_ column: String) -> Range<Int>? {
        guard let at = table.columns.firstIndex(of: column) else { return nil }
        return table.cells[index * table.columns.count + at]
    }

    /// The cell under `column`, empty where the row or the table has none.
    subscript(_ column: String) -> String {
        range(column).map { String(decoding: table.bytes[$0], as: UTF8.self) } ?? ""
    }

    /// The byte ranges of the alternatives of a cell, without empty ones.
    func ranges(_ column: String) -> [Range<Int>] {
        guard let cell = range(column) else { return [] }
        return table.bytes[cell].split(separator: UInt8(ascii: "|")).map { $0.startIndex..<$0.endIndex }
    }

    /// The alternatives of a cell, without empty ones.
    func list(_ column: String) -> [String] {
        ranges(column).map { String(decoding: table.bytes[$0], as: UTF8.self) }
    }
}

extension Table: Sequence {
    func makeIterator() -> AnyIterator<Row> {
        var index = 0
        return AnyIterator {
            guard index < rowCount else { return nil }
            defer { index += 1 }
            return Row(table: self, index: index)
        }
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
