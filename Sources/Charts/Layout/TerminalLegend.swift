/// The names of a panel's lines with their letters, in columns as many as fit.
struct TerminalLegend {
    let lines: [String]

    init(_ chart: [ChartLine], columns: Int, color: Bool) {
        let limit = Double(columns - 5)
        let names = chart.map { shortened($0.label.onOneLine, limit: limit, width: cells) }
        let widest = Int(names.map(cells).max() ?? 0)
        let column = widest + 7
        let count = max(1, (columns + 2) / column)
        let rows = (names.count + count - 1) / count
        let entries = names.indices.map { TerminalLegend.entry(chart[$0], names[$0], $0, color) }
        let table = (0..<rows).map { row in
            let indices = stride(from: row, to: entries.count, by: rows)
            let padded = indices.map { index in
                entries[index] + String(repeating: " ", count: max(0, column - 5 - Int(cells(names[index]))))
            }
            return padded.joined().trimmedEnd
        }
        lines = table + TerminalLegend.notes(chart, columns)
    }

    /// `*A* name`: the line with its point.
    private static func entry(_ line: ChartLine, _ name: String, _ index: Int, _ color: Bool) -> String {
        let letter = TerminalMark.letter(index)
        let pen = line.style == .points ? " " : color ? "-" : TerminalMark.pen(index)
        let sample = pen + letter + pen
        return (color ? TerminalMark.coloured(sample, index) : sample) + "  " + name
    }

    private static func notes(_ chart: [ChartLine], _ columns: Int) -> [String] {
        let points = chart.lazy.flatMap(\.points)
        var notes: [String] = []
        if points.contains(where: { $0.bound == .atLeast }) { notes.append("+ at least") }
        if points.contains(where: { $0.bound == .atMost }) { notes.append("- at most") }
        if points.contains(where: { $0.range != nil }) { notes.append("upright bar: range given") }
        return wrapped(notes.joined(separator: ", "), limit: Double(columns), most: 2, width: cells)
    }
}

extension String {
    var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
