import Figures

/// A line with its colour, dash and marks, as pictures draw it.
struct DrawnLine {
    let line: ChartLine
    let ink: Ink
    /// How far its bars stand from their day, and how wide they are, in days.
    let bar: (offset: Double, width: Double)
    /// The days at which the plot begins and ends.
    let span: ClosedRange<Double>
    let silence: Silence

    /// With more points than this, dots would run into a band.
    private var hasDots: Bool { line.style == .points || line.style == .stems || line.points.count <= 120 }

    var runs: [[ChartPoint]] { silence.runs(line.points) }

    /// Behind all else.
    var band: PlotElement? {
        guard line.style == .steps else { return nil }
        let rows = runs.flatMap { run -> [[Double]] in
            let edges = Charts.band(run).map { [$0.day, $0.low, $0.high] }
            return edges.isEmpty ? [] : edges + [[.nan, .nan, .nan]]
        }
        return PlotElement(rows, style: "with filledcurves \(ink.line) fs transparent solid 0.22 noborder")
    }

    var bars: PlotElement? {
        if line.style == .stems { return element(line.points, "with impulses \(ink.line) lw 1.4") { [$0.value] } }
        guard line.style == .bars else { return nil }
        return element(line.points, "with boxes \(ink.line)") { [$0.value, bar.width] }
    }

    var stroke: PlotElement? {
        switch line.style {
        case .points, .bars, .stems: return nil
        case .target: return PlotElement(level, style: "with lines \(ink.line) dt (9,6) lw 1.8")
        case .line, .steps:
            let rows = runs.flatMap { run in corners(run).map { [$0.day, $0.value] } + [[.nan, .nan]] }
            return PlotElement(rows, style: "with lines \(ink.line) \(ink.dash)")
        }
    }

    /// The corners of a stretch that is joined.
    func corners(_ run: [ChartPoint]) -> [(day: Double, value: Double)] {
        line.style == .steps ? stepped(run) : run.map { (Double($0.date.dayNumber), $0.value) }
    }

    /// A target holds from the plot's beginning, and its last value to the plot's end.
    private var level: [[Double]] {
        guard let first = line.points.first, let last = line.points.last else { return [] }
        return [[span.lowerBound, first.value]] + stepped(line.points).map { [$0.day, $0.value] }
            + [[span.upperBound, last.value]]
    }

    var ranges: PlotElement? {
        let look = line.style == .bars ? "lc rgb INK" : ink.line
        return element(line.points.filter { $0.range != nil }, "with vectors \(Mark.range) \(look)") { point in
            point.range.map { [$0.low, 0, $0.high - $0.low] } ?? []
        }
    }

    var marks: [PlotElement] {
        let exact = line.points.filter { $0.bound == .none }
        let hidesDots = !hasDots || line.style == .bars
        let discs = hidesDots ? nil : element(exact, "with points \(ink.line) \(ink.dots)") { [$0.value] }
        return [discs].compactMap { $0 } + open
    }

    private var open: [PlotElement] {
        [ChartPoint.Bound.atLeast, .atMost].flatMap { bound -> [PlotElement] in
            let points = line.points.filter { $0.bound == bound }
            let look = line.style == .bars ? "lc rgb INK" : ink.line
            return [Mark.filling(bound), "\(look) \(Mark.open(bound))"].compactMap { style in
                element(points, "with points \(style)") { [$0.value] }
            }
        }
    }

    var sample: LegendSample {
        switch line.style {
        case .bars: .bar(ink.line)
        case .points, .stems: .line(stroke: nil, dot: "\(ink.line) \(ink.dots)")
        case .target: .line(stroke: "\(ink.line) dt (9,6) lw 1.8", dot: nil)
        case .line, .steps: .line(stroke: "\(ink.line) \(ink.dash)", dot: hasDots ? "\(ink.line) \(ink.dots)" : nil)
        }
    }

    private func element(
        _ points: [ChartPoint], _ style: String, numbers: (ChartPoint) -> [Double]
    ) -> PlotElement? {
        PlotElement(points.map { [Double($0.date.dayNumber) + bar.offset] + numbers($0) }, style: style)
    }
}
