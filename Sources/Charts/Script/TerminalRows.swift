/// Numbers side by side in letters: `o` is the number, a bar its range, `>` and `<` an open bound.
struct TerminalRows: TerminalPlot {
    let head: [String]
    let elements: [PlotElement]
    private let names: [String]
    private let columns: Int
    private let color: Bool
    private let values: ValueAxis

    init(_ panel: ChartPanel, columns: Int, color: Bool) {
        self.columns = columns
        self.color = color
        let limit = Double(columns)
        head =
            (panel.title.isEmpty
                ? [] : [TerminalMark.bold(shortened(panel.title.onOneLine, limit: limit, width: cells), color)])
            + (panel.unit.isEmpty ? [] : [shortened(panel.unit.onOneLine, limit: limit, width: cells)])
        values = ValueAxis(spread: panel.drawnValues, maximumTicks: max(2, columns / 20))
        names = TerminalRows.names(panel.rows, width: columns * 3 / 5)
        let open = (values.high - values.low) * 0.04
        elements = panel.rows.enumerated().flatMap { index, row in
            TerminalRows.elements(row, y: Double(index), open: open, color)
        }
    }

    /// `9,061  Ministry, Harbour Wire`, cut to the width, numbers under each other.
    private static func names(_ rows: [ChartRow], width: Int) -> [String] {
        let widest = rows.map { cells($0.text) }.max() ?? 0
        return rows.map { row in
            let gap = String(repeating: " ", count: Int(widest - cells(row.text)) + 2)
            let name = "\(row.name), \(row.detail)".onOneLine
            let left = Double(width) - widest - 2
            return shortened(name, limit: max(10, left), width: cells) + gap + row.text
        }
    }

    private static func elements(_ row: ChartRow, y: Double, open: Double, _ color: Bool) -> [PlotElement] {
        let x = row.point.value
        let range = row.point.range.flatMap { range in
            PlotElement(
                [[range.low, y, range.high - range.low, 0]], style: "with vectors nohead \(TerminalMark.look(0, color))"
            )
        }
        let sign = row.point.bound == .atLeast ? ">" : row.point.bound == .atMost ? "<" : nil
        let side = row.point.bound == .atLeast ? open : -open
        let colour = TerminalMark.textColour(0, color)
        let arrow = sign.flatMap { PlotElement([[x + side, y]], text: $0, style: "with labels textcolor \(colour)") }
        let dot = PlotElement([[x, y]], text: "o", style: "with labels textcolor \(colour)")
        return [range, arrow, dot].compactMap { $0 }
    }

    func text(sources: [String]) -> String {
        let ticks = names.enumerated().map { "\(quoted($1)) \($0)" }.joined(separator: ", ")
        return """
            \(opening(columns: columns, rows: names.count + 3, color: color))
            set tmargin 0
            set bmargin 2
            set xrange [\(number(values.low)):\(number(values.high))]
            set yrange [\(number(Double(names.count) - 0.5)):-0.5]
            set xtics (\(values.ticks.listed))
            set ytics (\(ticks))
            \(command(sources))
            """
    }
}
