import Figures

/// One part of a `plot` command with the numbers that it draws.
struct PlotElement {
    /// As many numbers in each.
    var columns: [[Double]]
    /// Stands at every point, for `with labels`; of our own making.
    var text: String?
    /// What follows the data: `with lines lt 1`.
    var style: String

    /// - Parameter source: the data, as `plot` takes it.
    func command(source: String) -> String {
        let numbers = columns.indices.map { String($0 + 1) }
        let using = (numbers + (text.map { ["(\"\($0)\")"] } ?? [])).joined(separator: ":")
        return "\(source) using \(using) \(style) notitle"
    }
}

/// A chart with its points as gnuplot takes them, in the order in which they are painted.
struct Plot {
    let chart: Chart
    let elements: [PlotElement]
    let legend: [LegendEntry]
    let bars: BarLayout

    /// An entry of the legend: its name and its sample.
    struct LegendEntry {
        var name: String
        var sample: LegendSample
    }

    init(_ chart: Chart) {
        self.chart = chart
        let bars = BarLayout(chart)
        let drawn = chart.lines.enumerated().map { DrawnLine($1, index: $0, bars: bars) }
        self.bars = bars
        elements =
            drawn.compactMap(\.barElement) + drawn.compactMap(\.lineElement) + drawn.compactMap(\.rangeElement)
            + drawn.flatMap(\.markElements)
        legend = drawn.map { LegendEntry(name: $0.line.label, sample: $0.sample) } + Plot.notes(chart)
    }

    /// What the marks mean, where the chart has any.
    private static func notes(_ chart: Chart) -> [LegendEntry] {
        let points = chart.lines.lazy.flatMap(\.points)
        var notes: [LegendEntry] = []
        if points.contains(where: { $0.bound == .atLeast }) { notes.append(note("at least", .atLeast)) }
        if points.contains(where: { $0.bound == .atMost }) { notes.append(note("at most", .atMost)) }
        if points.contains(where: { $0.range != nil }) {
            notes.append(LegendEntry(name: "range given", sample: .range))
        }
        return notes
    }

    private static func note(_ name: String, _ bound: ChartPoint.Bound) -> LegendEntry {
        LegendEntry(name: name, sample: .line(stroke: nil, dot: "lc rgb MUTED " + Mark.open(bound)))
    }
}

/// gnuplot's point types.
enum Mark {
    /// An error bar as an arrow with flat heads. gnuplot's own error bars have a hole where the point stands.
    static let range = "heads size screen 0.0035,90 lw 1.4"

    /// A hollow triangle, up or down.
    static func open(_ bound: ChartPoint.Bound) -> String { "lw 1.8 pt \(bound == .atMost ? 10 : 8) ps OPEN" }

    /// Disc, square, diamond, pentagon, ring: one for each round through the colours.
    static func filled(_ index: Int) -> String { "pt \([7, 5, 13, 15, 6][index / 8 % 5]) ps 1.3*POINT" }
}

/// How wide bars are and where they stand on their day, in days.
struct BarLayout {
    /// Of one bar; 0 where the chart has none.
    let width: Double
    /// By the place of the line in the chart.
    private let slots: [Int: Int]

    init(_ chart: Chart) {
        let lines = chart.lines.indices.filter { chart.lines[$0].style == .bars }
        slots = Dictionary(uniqueKeysWithValues: lines.enumerated().map { ($1, $0) })
        let days = Set(lines.flatMap { chart.lines[$0].points.map(\.date.dayNumber) }).sorted()
        let gap = zip(days.dropFirst(), days).map { $0 - $1 }.min() ?? 1
        width = lines.isEmpty ? 0 : 0.8 * Double(min(gap, 31)) / Double(lines.count)
    }

    var lineCount: Int { slots.count }

    func offset(ofLine index: Int) -> Double {
        guard let slot = slots[index] else { return 0 }
        return width * (Double(slot) - Double(slots.count - 1) / 2)
    }
}

/// A line with its colour, dash and marks.
private struct DrawnLine {
    let line: ChartLine
    let index: Int
    let bars: BarLayout

    init(_ line: ChartLine, index: Int, bars: BarLayout) {
        self.line = line
        self.index = index
        self.bars = bars
    }

    private var colour: String { "lt \(index % 8 + 1)" }
    private var dash: String { "dt \(index / 8 % 5 + 1)" }
    private var dots: String { Mark.filled(index) }

    /// With more points than this, dots would run into a band.
    private var hasDots: Bool { line.style == .points || line.points.count <= 120 }

    var sample: LegendSample {
        switch line.style {
        case .bars: .bar(colour)
        case .points: .line(stroke: nil, dot: "\(colour) \(dots)")
        case .line, .steps: .line(stroke: "\(colour) \(dash)", dot: hasDots ? "\(colour) \(dots)" : nil)
        }
    }

    var barElement: PlotElement? {
        guard line.style == .bars else { return nil }
        return element(line.points, "with boxes \(colour)") { [$0.value, bars.width] }
    }

    var lineElement: PlotElement? {
        switch line.style {
        case .line: element(line.points, "with lines \(colour) \(dash)") { [$0.value] }
        case .steps: element(line.points, "with steps \(colour) \(dash)") { [$0.value] }
        case .points, .bars: nil
        }
    }

    var rangeElement: PlotElement? {
        let ranges = line.points.filter { $0.range != nil }
        let ink = line.style == .bars ? "lc rgb INK" : colour
        return element(ranges, "with vectors \(Mark.range) \(ink)") { point in
            point.range.map { [$0.low, 0, $0.high - $0.low] } ?? []
        }
    }

    var markElements: [PlotElement] {
        let open = [ChartPoint.Bound.atLeast, .atMost].compactMap { bound in
            let style = "with points \(line.style == .bars ? "lc rgb INK" : colour)"
            return element(
                line.points.filter { $0.bound == bound }, "\(style) \(Mark.open(bound))"
            ) { [$0.value] }
        }
        guard hasDots, line.style != .bars else { return open }
        let exact = line.points.filter { $0.bound == .none }
        let discs = element(exact, "with points \(colour) \(dots)") { [$0.value] }
        return [discs].compactMap { $0 } + open
    }

    /// Nil where there are no points.
    private func element(
        _ points: [ChartPoint], _ style: String, numbers: (ChartPoint) -> [Double]
    ) -> PlotElement? {
        guard !points.isEmpty else { return nil }
        let offset = bars.offset(ofLine: index)
        let rows = points.map { [Double($0.date.dayNumber) + offset] + numbers($0) }
        let columns = rows[0].indices.map { column in rows.map { $0[column] } }
        return PlotElement(columns: columns, style: style)
    }
}
