import Figures

/// A panel as gnuplot commands: what stands around the plot, and what is in it.
protocol PanelDrawing {
    /// In the order in which they are painted.
    var elements: [PlotElement] { get }
    /// The points with what is said of each.
    var spots: [Spot] { get }
    /// Ranges, ticks, margins, labels.
    func settings(_ canvas: Canvas, _ format: ChartFormat) -> [String]
}

/// A place on a picture that tells where its point comes from.
struct Spot: Hashable {
    /// In pixels.
    var x: Double
    var y: Double
    var text: String
}

/// What the panels of a chart have in common.
struct PanelStyle {
    let palette: Palette
    /// Panels side by side have smaller type.
    let isSmall: Bool
    /// The first and the last day of all panels.
    let span: (first: CalendarDate, last: CalendarDate)
    /// The room that the widest bars of a day take, in days: all panels leave it, so that their days agree.
    let barWidth: Double
    /// Lines have their names beside them, not in a legend.
    let namesLines: Bool

    var tickSize: Double { isSmall ? 16 : 19 }
    var unitSize: Double { isSmall ? 15 : 18 }
    var nameSize: Double { isSmall ? 15 : 17 }
    static let titleSize = 20.0
}

extension PanelStyle {
    init(_ chart: Chart) {
        palette = Palette(chart)
        let lines = chart.panels.map { panel in panel.lines.filter(\.hasName).count }
        isSmall = chart.panels.count > 1
        let days = chart.lines.flatMap { $0.points.map(\.date) }
        let epoch = CalendarDate(dayNumber: 0)
        barWidth = chart.panels.map { BarLayout($0.lines).groupWidth }.max() ?? 0
        span = (days.min() ?? epoch, days.max() ?? epoch)
        let size = isSmall ? 15.0 : 17.0
        let most = LabelLayout.capacity(height: isSmall ? 190 : 400, size: size)
        namesLines = (lines.max() ?? 0) <= most
    }

    /// The entries of the legend: names that stand nowhere else, and what the marks mean.
    func legend(_ chart: Chart) -> [LegendEntry] {
        var seen: Set<String> = []
        let names = chart.lines.filter { !(namesLines && $0.hasName) && seen.insert($0.label).inserted }.map { line in
            let drawn = DrawnLine(
                line: line, ink: Ink(place: palette.place(line.group)), bar: (0, 0), span: 0...0,
                silence: Silence(of: line, among: []))
            return LegendEntry(name: line.label, sample: drawn.sample)
        }
        let isNameless = names.count == 1 && names[0].name.isEmpty
        return (isNameless ? [] : names) + LegendEntry.notes(chart)
    }
}

extension ChartLine {
    /// Its name can stand beside its end.
    var hasName: Bool { style != .points && style != .bars && style != .stems && !label.isEmpty && !points.isEmpty }
}

/// An entry of the legend: its name and its sample.
struct LegendEntry {
    var name: String
    var sample: LegendSample

    /// What the marks on lines mean, where the chart has any.
    static func notes(_ chart: Chart) -> [LegendEntry] {
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
