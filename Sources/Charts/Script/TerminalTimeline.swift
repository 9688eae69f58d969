import Figures

/// Numbers over days in letters.
struct TerminalTimeline: TerminalPlot {
    let head: [String]
    let elements: [PlotElement]
    private let columns: Int
    private let rows: Int
    private let color: Bool
    private let days: DateAxis
    private let values: ValueAxis
    private static let leastRows = 8

    /// - Parameters:
    ///   - dates: the first and the last day of all panels.
    ///   - rows: of the panel, with its title and legend.
    init(
        _ panel: ChartPanel, span dates: (first: CalendarDate, last: CalendarDate), columns: Int, rows: Int, color: Bool
    ) {
        self.columns = columns
        self.color = color
        let limit = Double(columns)
        let title = wrapped(panel.title.onOneLine, limit: limit, most: 1, width: cells)
        let unit = panel.unit.isEmpty ? [] : [shortened(panel.unit.onOneLine, limit: limit, width: cells)]
        head =
            title.map { TerminalMark.bold($0, color) }
            + TerminalLegend(panel.lines, columns: columns, color: color).lines + unit
        self.rows = max(TerminalTimeline.leastRows, rows - head.count)
        let bars = BarLayout(panel.lines)
        days = DateAxis(
            first: dates.first, last: dates.last, barWidth: bars.groupWidth,
            maximumTicks: max(2, (columns - 12) / 8))
        values = ValueAxis(panel.drawnValues, maximumTicks: max(2, self.rows / 4))
        let span = days.low...days.high
        let lines = panel.lines.enumerated().map { index, line in
            TerminalLine(
                line: line, index: index, bars: bars, span: span, silence: Silence(of: line, among: panel.lines),
                color: color)
        }
        // The points' letters come last, so that lines do not hide them.
        elements = lines.compactMap(\.shape) + lines.compactMap(\.ranges) + lines.flatMap(\.letters)
    }

    func text(sources: [String]) -> String {
        """
        \(opening(columns: columns, rows: rows, color: color))
        set xrange [\(number(days.low)):\(number(days.high))]
        set yrange [\(number(values.low)):\(number(values.high))]
        set xtics (\(days.ticks.listedWithYears))
        set ytics (\(values.ticks.listed))
        \(command(sources))
        """
    }
}

/// A line as the `dumb` terminal draws it.
private struct TerminalLine {
    let line: ChartLine
    let index: Int
    let bars: BarLayout
    let span: ClosedRange<Double>
    let silence: Silence
    let color: Bool

    private var look: String { TerminalMark.look(index, color) }

    private var drawn: DrawnLine {
        DrawnLine(
            line: line, ink: Ink(place: index), bar: (bars.offset(ofLine: index), bars.width), span: span,
            silence: silence)
    }

    var shape: PlotElement? {
        guard line.style != .points else { return nil }
        guard var shape = line.style == .bars || line.style == .stems ? drawn.bars : drawn.stroke else { return nil }
        let kind = line.style == .bars ? "boxes" : line.style == .stems ? "impulses" : "lines"
        shape.style = "with \(kind) \(look)"
        return shape
    }

    var ranges: PlotElement? {
        element(line.points.filter { $0.range != nil }, "with yerrorbars \(look) pt 0") { point in
            [point.value, point.range?.low ?? point.value, point.range?.high ?? point.value]
        }
    }

    /// `A`, `A+` for at least, `A-` for at most.
    var letters: [PlotElement] {
        [("", ChartPoint.Bound.none), ("+", .atLeast), ("-", .atMost)].compactMap { sign, bound in
            let points = line.points.filter { $0.bound == bound }
            let text = TerminalMark.letter(index) + sign
            let style = "with labels left textcolor \(TerminalMark.textColour(index, color))"
            return element(points, style, text: text) { [$0.value] }
        }
    }

    private func element(
        _ points: [ChartPoint], _ style: String, text: String? = nil, numbers: (ChartPoint) -> [Double]
    ) -> PlotElement? {
        let offset = bars.offset(ofLine: index)
        return PlotElement(
            points.map { [Double($0.date.dayNumber) + offset] + numbers($0) }, text: text, style: style)
    }
}
