/// Columns side by side, set apart by two spaces, under a line of headings.
///
/// The rows are held until `finish`, since the widest decides. Where a table is wider than it may be, the elastic
/// columns are cut, each cut marked by `…`.
struct TableWriter: RowWriter {
    private let columns: [Column]
    private let width: Int?
    private let sink: TextSink
    private var rows: [[String]] = []

    init(columns: [Column], width: Int?, sink: @escaping TextSink) {
        self.columns = columns
        self.width = width
        self.sink = sink
    }

    mutating func row(_ cells: [Cell]) { rows.append(cells.map(CellText.plain)) }

    mutating func finish() {
        let widths = fitted(
            columns.indices.map { index in
                rows.reduce(TextWidth.of(columns[index].heading)) { max($0, TextWidth.of($1[index])) }
            })
        sink(line(columns.map(\.heading), widths))
        sink(line(widths.map { String(repeating: "-", count: $0) }, widths))
        for row in rows { sink(line(row, widths)) }
        rows = []
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let text = TextWidth.cut(cell, to: widths[index])
            let gap = String(repeating: " ", count: widths[index] - TextWidth.of(text))
            line += columns[index].isNumber ? gap + text : text + gap
            line += "  "
        }
        return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
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
