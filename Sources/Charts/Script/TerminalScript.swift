import Figures

/// A chart in letters: gnuplot's `dumb` terminal draws the plot, and title, legend and footer are set around it here,
/// since `dumb` knows neither wide letters nor columns.
struct TerminalScript {
    private let chart: Chart
    private let columns: Int
    private let color: Bool
    private let head: [String]
    private let foot: [String]
    private let plotRows: Int
    let elements: [PlotElement]
    private static let leastPlotRows = 10

    init(_ chart: Chart, columns: Int, rows: Int, color: Bool) {
        self.chart = chart
        self.columns = columns
        self.color = color
        head = TerminalScript.head(chart, columns, color)
        foot = chart.footer.flatMap { wrapped($0.onOneLine, limit: Double(columns), most: 2, width: cells) }
        // gnuplot leaves its last row empty, and that one is dropped.
        plotRows = max(TerminalScript.leastPlotRows, rows - head.count - foot.count) + 1
        elements = TerminalScript.elements(chart, color)
    }

    /// - Parameter sources: the data of each of `elements`, as `plot` takes it.
    func text(sources: [String]) -> String {
        let items = zip(elements, sources).map { $0.command(source: $1) }
        return """
            set encoding utf8
            set decimalsign '.'
            set terminal dumb noenhanced size \(columns),\(plotRows) \(color ? "ansi256" : "mono")
            unset key
            set border 3
            set style fill solid
            set xtics nomirror scale 0
            set ytics nomirror scale 0
            \(axes)
            plot \(items.joined(separator: ", \\\n    "))

            """
    }

    /// The plot between title and footer, without spaces at the ends of lines.
    func framed(_ plot: String) -> String {
        var lines = plot.split(separator: "\n", omittingEmptySubsequences: false).map(trimmed)
        while lines.last?.isEmpty == true { lines.removeLast() }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        return (head + lines + foot).map { $0 + "\n" }.joined()
    }

    private var axes: String {
        let (first, last) = chart.span
        let bars = BarLayout(chart)
        let days = DateAxis(
            first: first, last: last, barWidth: bars.groupWidth, maximumTicks: max(2, (columns - 12) / 8))
        let values = ValueAxis(chart.drawnValues, maximumTicks: max(2, plotRows / 4))
        return """
            set xrange [\(number(days.low)):\(number(days.high))]
            set yrange [\(number(values.low)):\(number(values.high))]
            set xtics (\(days.ticks.listedWithYears))
            set ytics (\(values.ticks.listed))
            """
    }

    /// The points' letters come last, so that lines do not hide them.
    private static func elements(_ chart: Chart, _ color: Bool) -> [PlotElement] {
        let bars = BarLayout(chart)
        let lines = chart.lines.enumerated().map { TerminalLine($1, index: $0, bars: bars, color: color) }
        return lines.compactMap(\.shape) + lines.compactMap(\.ranges) + lines.flatMap(\.letters)
    }

    private static func head(_ chart: Chart, _ columns: Int, _ color: Bool) -> [String] {
        let limit = Double(columns)
        let title = wrapped(chart.title.onOneLine, limit: limit, most: 2, width: cells)
        let subtitle = wrapped((chart.subtitle ?? "").onOneLine, limit: limit, most: 2, width: cells)
        let bold = color ? title.map { "\u{1b}[1m\($0)\u{1b}[0m" } : title
        let unit = chart.yLabel.isEmpty ? [] : [shortened(chart.yLabel.onOneLine, limit: limit, width: cells)]
        return bold + subtitle + TerminalLegend(chart, columns: columns, color: color).lines + unit
    }
}

/// A line of `dumb` ends in spaces and may begin with a form feed or a colour reset.
private func trimmed(_ line: Substring) -> String {
    var line = line
    while let first = line.unicodeScalars.first, first == "\u{c}" { line.unicodeScalars.removeFirst() }
    if line.allSatisfy({ $0 == " " }) { return "" }
    let blank = "\u{1b}[0;39m"
    if line.hasPrefix(blank), line.dropFirst(blank.count).allSatisfy({ $0 == " " }) { return "" }
    while line.last == " " { line.removeLast() }
    return String(line)
}

/// The letters and colours that tell the lines apart.
enum TerminalMark {
    /// `A` to `Z`, then `a` to `z`, and round again.
    static func letter(_ index: Int) -> String {
        let number = UInt8(index % 52)
        return String(UnicodeScalar(number < 26 ? 65 + number : 71 + number))
    }

    /// Colours of the 256 of a terminal that can be read on black and on white, from its cube of 6 × 6 × 6.
    private static let colours = [32, 166, 36, 169, 136, 74, 104, 138]

    private static func code(_ index: Int) -> Int { colours[index % colours.count] }

    /// The colour as `dumb` wants it, which cuts each of red, green and blue into six equal parts.
    static func rgb(_ index: Int) -> String {
        let cube = code(index) - 16
        let parts = [cube / 36, cube / 6 % 6, cube % 6].map { String($0 * 43 + 21 + 256, radix: 16).dropFirst() }
        return "#" + parts.joined()
    }

    static func coloured(_ text: String, _ index: Int) -> String { "\u{1b}[38;5;\(code(index))m\(text)\u{1b}[0m" }

    /// What `dumb` draws line type 1 to 7 with where it has no colours.
    static func pen(_ index: Int) -> String { ["*", "#", "$", "%", "@", "&", "="][index % 7] }
}

/// A line as the `dumb` terminal draws it.
private struct TerminalLine {
    let line: ChartLine
    let index: Int
    let bars: BarLayout
    let color: Bool

    init(_ line: ChartLine, index: Int, bars: BarLayout, color: Bool) {
        self.line = line
        self.index = index
        self.bars = bars
        self.color = color
    }

    private var look: String {
        color ? "lt 1 lc rgb '\(TerminalMark.rgb(index))'" : "lt \(index % 7 + 1)"
    }

    var shape: PlotElement? {
        switch line.style {
        case .line: element(line.points, "with lines \(look)") { [$0.value] }
        case .steps: element(line.points, "with steps \(look)") { [$0.value] }
        case .bars: element(line.points, "with boxes \(look)") { [$0.value, bars.width] }
        case .points: nil
        }
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
            return element(points, "with labels left textcolor \(textColour)", text: text) { [$0.value] }
        }
    }

    private var textColour: String { color ? "rgb '\(TerminalMark.rgb(index))'" : "lt -1" }

    private func element(
        _ points: [ChartPoint], _ style: String, text: String? = nil, numbers: (ChartPoint) -> [Double]
    ) -> PlotElement? {
        guard !points.isEmpty else { return nil }
        let offset = bars.offset(ofLine: index)
        let rows = points.map { [Double($0.date.dayNumber) + offset] + numbers($0) }
        let columns = rows[0].indices.map { column in rows.map { $0[column] } }
        return PlotElement(columns: columns, text: text, style: style)
    }
}
