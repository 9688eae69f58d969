internal import EmbeddedData

/// A table of `Data/`: UTF-8, cells set apart by tabs, alternatives in a cell by `|`.
///
/// Grammar, a line each: `#` starts a comment, the first other line names the columns, and every line after it is
/// a row. There is no quoting. A row with fewer cells than columns has empty ones; cells past the last column are
/// passed over. Cells stay bytes until they are asked for, since the gazetteer has tens of thousands of rows.
final class Table: @unchecked Sendable {
    let name: String
    /// Never changed; those in the program lie there as long as it runs.
    let bytes: Bytes
    private let isOwner: Bool
    let columns: [String]
    /// The bounds of the cells, `columns.count` a row.
    private let cells: FixedBuffer<Cell>

    /// A half-open range of bytes.
    fileprivate struct Cell {
        var start: UInt32
        var end: UInt32
    }

    /// A table with bytes of its own.
    convenience init(name: String, bytes: [UInt8]) {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        self.init(name: name, bytes: Bytes(copy), isOwner: true)
    }

    /// - Parameter isOwner: whether the table gives the bytes back; else they stay for good.
    init(name: String, bytes: Bytes, isOwner: Bool) {
        self.name = name
        self.bytes = bytes
        self.isOwner = isOwner
        var reader = TableReader()
        reader.read(bytes)
        columns = reader.columns
        cells = reader.cells.fixed()
    }

    deinit {
        cells.deallocate()
        if isOwner { bytes.deallocate() }
    }

    var rowCount: Int { columns.isEmpty ? 0 : cells.count / columns.count }

    /// The place of a column; nil where the table has none of that name.
    func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

    /// The hash of a cell's bytes; that of no bytes where the table has no such column.
    func hash(_ row: Int, _ column: Int?) -> UInt64 {
        guard let column else { return WordHash.of(Bytes(start: nil, count: 0)) }
        return WordHash.of(bytes, range(row, column))
    }

    func isEmpty(_ row: Int, _ column: Int?) -> Bool { column.map { range(row, $0).isEmpty } ?? true }

    /// The byte range of a cell.
    func range(_ row: Int, _ column: Int) -> Range<Int> {
        let cell = cells[row * columns.count + column]
        return Int(cell.start)..<Int(cell.end)
    }
}

/// Cuts a table into cells, in one pass.
private struct TableReader {
    private(set) var columns: [String] = []
    private(set) var cells = GrowingBuffer<Table.Cell>(capacity: 64)

    mutating func read(_ bytes: Bytes) {
        cells.deallocate()
        cells = GrowingBuffer(capacity: bytes.count / 6)
        var first = 0
        while first < bytes.count {
            if bytes[first] == UInt8(ascii: "#") {
                first = TableReader.end(bytes, first, tabs: false) + 1
                continue
            }
            let before = cells.count
            var start = first
            var at = TableReader.end(bytes, first, tabs: true)
            while at < bytes.count, bytes[at] == 9 {
                cells.append(Table.Cell(start: UInt32(start), end: UInt32(at)))
                start = at + 1
                at = TableReader.end(bytes, start, tabs: true)
            }
            let end = at > first && bytes[at - 1] == 13 ? at - 1 : at
            if first < end {
                cells.append(Table.Cell(start: UInt32(start), end: UInt32(end)))
                finishRow(bytes, before, end)
            }
            first = at + 1
        }
    }

    /// The next new line, or tab where they are asked for; the end of the text where there is none.
    @inline(__always) private static func end(_ bytes: Bytes, _ start: Int, tabs: Bool) -> Int {
        guard let base = bytes.baseAddress else { return start }
        let ones: UInt64 = 0x0101_0101_0101_0101
        var at = start
        while at + 8 <= bytes.count {
            let chunk = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self).littleEndian
            // The highest bit of the first of eight bytes below 16, and maybe of some behind it.
            let found = (chunk &- ones &* 16) & ~chunk & (ones &* 0x80)
            guard found != 0 else {
                at += 8
                continue
            }
            at += found.trailingZeroBitCount / 8
            if base[at] == 10 || tabs && base[at] == 9 { return at }
            at += 1
        }
        while at < bytes.count, base[at] != 10, !tabs || base[at] != 9 { at += 1 }
        return at
    }

    /// Names the columns by the first row; gives every other as many cells as there are columns.
    private mutating func finishRow(_ bytes: Bytes, _ before: Int, _ end: Int) {
        if columns.isEmpty {
            columns = cells.elements.map { bytes.string(Int($0.start), Int($0.end)) }
            cells.removeAll()
            return
        }
        let extra = cells.count - before - columns.count
        if extra > 0 { cells.removeLast(extra) }
        for _ in 0..<max(0, -extra) { cells.append(Table.Cell(start: UInt32(end), end: UInt32(end))) }
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
    func integer(_ column: Int?) -> Int {
        guard let column else { return 0 }
        let cell = table.range(index, column)
        guard !cell.isEmpty, cell.count < 18 else { return 0 }
        var value = 0
        for byte in table.bytes[cell] {
            guard byte.isASCIIDigit else { return 0 }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }

    /// Whether a cell says `1`.
    func isOne(_ column: Int?) -> Bool {
        guard let column else { return false }
        let cell = table.range(index, column)
        return cell.count == 1 && table.bytes[cell.lowerBound] == UInt8(ascii: "1")
    }

    /// Calls `body` with each alternative of a cell, but for empty ones, and its place among them.
    func forEachAlternative(_ column: Int?, _ body: (Int, Bytes) -> Void) {
        guard let column else { return }
        let cell = table.range(index, column)
        guard !cell.isEmpty else { return }
        let bytes = table.bytes
        var number = 0
        var start = cell.lowerBound
        for at in cell.lowerBound...cell.upperBound where at == cell.upperBound || bytes[at] == UInt8(ascii: "|") {
            if at > start {
                body(number, Bytes(rebasing: bytes[start..<at]))
                number += 1
            }
            start = at + 1
        }
    }

    /// The alternatives of a cell, without empty ones.
    func list(_ column: String) -> [String] {
        var found: [String] = []
        forEachAlternative(table.column(column)) { found.append($1.string(0, $1.count)) }
        return found
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

    func table(_ name: String) -> Table {
        var size = 0
        guard replaced[name] == nil, let bytes = sitrep_data(name, &size) else {
            return Table(name: name, bytes: bytes(name))
        }
        return Table(name: name, bytes: Bytes(start: bytes, count: size), isOwner: false)
    }
}
