public import Figures

/// What a chart shows: one panel, or several of the same size for several measures.
///
///     let chart = Chart(
///         title: "Deaths in Gaza", yLabel: "people",
///         lines: [ChartLine(label: "Gaza Ministry of Health", points: points)],
///         footer: ["Source: Gaza Ministry of Health. Printed by The Guardian"])
///     try ChartRenderer().draw(chart, to: "deaths.png")
///
/// Texts may hold any characters; control characters and line breaks are drawn as spaces.
public struct Chart: Sendable, Hashable {
    /// Drawn bold at the top left, over up to three lines.
    public var title: String
    public var subtitle: String?
    public var panels: [ChartPanel]
    /// Sources and citations, one a line, small at the bottom.
    public var footer: [String]

    public init(title: String, subtitle: String? = nil, panels: [ChartPanel], footer: [String] = []) {
        self.title = title
        self.subtitle = subtitle
        self.panels = panels
        self.footer = footer
    }

    /// A chart of one panel, over days.
    public init(
        title: String, subtitle: String? = nil, yLabel: String = "", lines: [ChartLine], footer: [String] = []
    ) {
        self.init(
            title: title, subtitle: subtitle, panels: [ChartPanel(unit: yLabel, content: .timeline(lines))],
            footer: footer)
    }

    /// The lines of all panels.
    public var lines: [ChartLine] { panels.flatMap(\.lines) }
}

/// A plot with its own axes.
public struct ChartPanel: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        /// Numbers over days, a line for each thing that may be joined.
        case timeline([ChartLine])
        /// Numbers side by side, a row for each article, on one axis.
        case rows([ChartRow])
    }

    /// Stands above the plot; empty where the chart's title says it.
    public var title: String
    /// What the value axis counts ("people"); stands above the axis. May be empty.
    public var unit: String
    public var content: Content

    public init(title: String = "", unit: String = "", content: Content) {
        self.title = title
        self.unit = unit
        self.content = content
    }

    /// Empty where the panel has rows.
    public var lines: [ChartLine] {
        if case .timeline(let lines) = content { lines } else { [] }
    }

    /// Empty where the panel has lines.
    public var rows: [ChartRow] {
        if case .rows(let rows) = content { rows } else { [] }
    }
}

/// Points that belong together, with their name.
public struct ChartLine: Sendable, Hashable {
    /// How the points are drawn.
    public enum Style: Sendable, Hashable {
        /// Joined from point to point; a single point stands as a dot.
        case line
        /// Held level until the next point, with a band between the low and the high ends of ranges.
        case steps
        /// Not joined.
        case points
        /// A bar for each point, lines with bars side by side.
        case bars
        /// A thin bar for each point, for days that have several.
        case stems
        /// What is planned or needed: a dashed level across the plot, with a dot where it was stated.
        case target
    }

    public var label: String
    /// In the order in which they are joined, oldest first. A silence of more than four times the usual distance, and than a week, is left open.
    public var points: [ChartPoint]
    public var style: Style
    /// Lines of one group have one colour, in all panels; nil is grey.
    public var group: String?

    public init(label: String, points: [ChartPoint], style: Style = .line) {
        self.init(label: label, points: points, style: style, group: label)
    }

    public init(label: String, points: [ChartPoint], style: Style, group: String?) {
        self.label = label
        self.points = points
        self.style = style
        self.group = group
    }
}

/// A number that an article gives, beside those of others.
public struct ChartRow: Sendable, Hashable {
    /// Who vouches. Rows of one label have one colour; nil is grey, and drawn as "unattributed".
    public var label: String?
    /// Who printed it, and when.
    public var detail: String
    /// Its date is that of the article.
    public var point: ChartPoint
    /// The number as the row's end shows it: `9,061`, `~1,400`.
    public var text: String

    public init(label: String?, detail: String, point: ChartPoint, text: String) {
        self.label = label
        self.detail = detail
        self.point = point
        self.text = text
    }
}

/// A value for a day.
public struct ChartPoint: Sendable, Hashable {
    /// Which way the value is open.
    public enum Bound: Sendable, Hashable {
        case none
        /// "More than 9,000": marked with a triangle that points up.
        case atLeast
        /// "Up to 9,000": marked with a triangle that points down.
        case atMost
    }

    public var date: CalendarDate
    /// Must be finite.
    public var value: Double
    /// The ends of a range that was given. An error bar is drawn where both are there and differ.
    public var low: Double?
    public var high: Double?
    public var bound: Bound
    /// Where the point comes from (`figures 12, 45`): shown where the pointer rests on it in an SVG; may be empty.
    public var origin: String

    public init(
        date: CalendarDate, value: Double, low: Double? = nil, high: Double? = nil, bound: Bound = .none,
        origin: String = ""
    ) {
        self.date = date
        self.value = value
        self.low = low
        self.high = high
        self.bound = bound
        self.origin = origin
    }
}

extension ChartPoint {
    /// The error bar's ends; nil where there is none to draw.
    var range: (low: Double, high: Double)? {
        guard let low, let high, low < high else { return nil }
        return (low, high)
    }

    /// Every number of the point that is drawn.
    var drawnValues: [Double] {
        guard let range else { return [value] }
        return [value, range.low, range.high]
    }

    /// `9,061`, `9,000+`, `≤ 500`, `40–50`: for the label at a line's end.
    var text: String {
        switch bound {
        case .atLeast: return spoken(value) + "+"
        case .atMost: return "≤ " + spoken(value)
        case .none:
            guard let range else { return spoken(value) }
            return spoken(range.low) + "–" + spoken(range.high)
        }
    }
}

extension ChartPanel {
    var points: [ChartPoint] { lines.flatMap(\.points) + rows.map(\.point) }

    var drawnValues: [Double] { points.flatMap(\.drawnValues) }
}

extension Chart {
    /// Throws where there is nothing to draw, or a value that no axis can hold.
    func validate() throws(GnuplotError) {
        guard panels.contains(where: { !$0.points.isEmpty }) else { throw .nothingToDraw(title: title) }
        let named = panels.flatMap { panel in
            panel.lines.flatMap { line in line.points.map { (line.label, $0) } }
                + panel.rows.map { ($0.label ?? "", $0.point) }
        }
        for (label, point) in named where !point.drawnValues.allSatisfy(\.isFinite) {
            throw .valueNotFinite(label: label, date: point.date)
        }
    }
}
