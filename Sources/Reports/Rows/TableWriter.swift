/// Columns side by side, set apart by two spaces, under a line of headings.
///
/// The rows are held until `finish`, since the widest decides. Where a table is wider than it may be, the elastic
/// columns are cut, each cut marked by `…`.
struct TableWriter: RowWriter {
    private let columns: [Column]
    private let width: Int?
    private let sink: TextSink
    private var rows: [[Sized]] = []

    /// A cell with the columns of the terminal that it takes.
    private struct Sized {
        let text: String
        let width: Int

        init(_ text: String) {
            self.text = text
            width = TextWidth.of(text)
        }
    }

    init(columns: [Column], width: Int?, sink: @escaping TextSink) {
        self.columns = columns
        self.width = width
        self.sink = sink
    }

    mutating func row(_ cells: [Cell]) { rows.append(cells.map { Sized(CellText.plain($0)) }) }

    mutating func finish() {
        let headings = columns.map { Sized($0.heading) }
        let widths = fitted(
            columns.indices.map { index in rows.reduce(headings[index].width) { max($0, $1[index].width) } })
        sink(line(headings, widths))
        sink(line(widths.map { Sized(String(repeating: "-", count: $0)) }, widths))
        for row in rows { sink(line(row, widths)) }
        rows = []
    }

    private func line(_ cells: [Sized], _ widths: [Int]) -> String {
        var line: [UInt8] = []
        for (index, cell) in cells.enumerated() {
            let cell = cell.width > widths[index] ? Sized(TextWidth.cut(cell.text, to: widths[index])) : cell
            let gap = repeatElement(UInt8(ascii: " "), count: widths[index] - cell.width)
            if columns[index].isNumber { line += gap }
            line += cell.text.utf8
            if !columns[index].isNumber { line += gap }
            line += "  ".utf8
        }
        while line.last == UInt8(ascii: " ") { line.removeLast() }
        return String(decoding: line, as: UTF8.self) + "\n"
    }

    /// The widths with what is too much taken from the elastic columns, down to a readable least.
    private func fitted(_ widths: [Int]) -> [Int] {
        guard let width else { return widths }
        var widths = widths
        var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
        for index in columns.indices.reversed() where columns[index].isElastic && excess > 0 {
            let taken = min(excess, max(0, widths[index] - TableWriter.leastWidth))
            widths[index] -= taken
            excess -= taken
        }
        return widths
    }

    private static let leastWidth = 24
}
