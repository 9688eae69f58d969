public import Figures

/// What a chart shows: numbers over days, one line for each thing that may be joined.
///
///     let chart = Chart(
///         title: "Deaths in Gaza", yLabel: "people killed",
///         lines: [ChartLine(label: "Gaza Ministry of Health", points: points)],
///         footer: ["The Guardian, 3 November 2023"])
///     try ChartRenderer().draw(chart, to: "deaths.png")
///
/// Texts may hold any characters; control characters and line breaks are drawn as spaces.
public struct Chart: Sendable, Hashable {
    /// Drawn bold at the top left, over up to three lines.
    public var title: String
    public var subtitle: String?
    /// What the value axis counts ("people killed"); stands above the axis. May be empty.
    public var yLabel: String
    public var lines: [ChartLine]
    /// Sources and citations, one a line, small at the bottom.
    public var footer: [String]

    public init(
        title: String, subtitle: String? = nil, yLabel: String = "", lines: [ChartLine], footer: [String] = []
    ) {
        self.title = title
        self.subtitle = subtitle
        self.yLabel = yLabel
        self.lines = lines
        self.footer = footer
    }
}

/// Points that belong together, with their name in the legend.
public struct ChartLine: Sendable, Hashable {
    /// How the points are drawn.
    public enum Style: Sendable, Hashable {
        /// Joined from point to point; a single point stands as a dot.
        case line
        /// Held level until the next point.
        case steps
        /// Not joined.
        case points
        /// A bar for each point, lines with bars side by side.
        case bars
    }

    public var label: String
    /// In the order in which they are joined, oldest first.
    public var points: [ChartPoint]
    public var style: Style

    public init(label: String, points: [ChartPoint], style: Style = .line) {
        self.label = label
        self.points = points
        self.style = style
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

    public init(
        date: CalendarDate, value: Double, low: Double? = nil, high: Double? = nil, bound: Bound = .none
    ) {
        self.date = date
        self.value = value
        self.low = low
        self.high = high
        self.bound = bound
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
}
