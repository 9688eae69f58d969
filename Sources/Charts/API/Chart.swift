public import Figures

/// What a chart shows, apart from how it is drawn.
public struct Chart: Sendable, Hashable {
    public var title: String
    public var subtitle: String
    /// At most `Chart.mostLines` are drawn; the rest is named in the footer.
    public var lines: [ChartLine]
    /// Lines of small print under the chart: who says so.
    public var footer: [String]

    /// More than this in one picture cannot be told apart.
    public static let mostLines = 12

    public init(title: String, subtitle: String = "", lines: [ChartLine], footer: [String] = []) {
        self.title = title
        self.subtitle = subtitle
        self.lines = lines
        self.footer = footer
    }
}

/// The claims of one series.
public struct ChartLine: Sendable, Hashable {
    public var label: String
    /// In order of date.
    public var points: [ChartPoint]
    /// Running totals and states are joined by a line; events stand alone.
    public var isJoined: Bool

    public init(label: String, points: [ChartPoint], isJoined: Bool = true) {
        self.label = label
        self.points = points
        self.isJoined = isJoined
    }
}

/// One claim on a day.
public struct ChartPoint: Sendable, Hashable {
    /// What the words allow beyond the value.
    public enum Openness: Sendable, Hashable, CaseIterable {
        case none, upward, downward
    }

    public var date: CalendarDate
    public var value: Double
    /// Drawn as a bar where both are there and differ.
    public var low: Double?
    public var high: Double?

    public init(date: CalendarDate, value: Double, low: Double? = nil, high: Double? = nil) {
        self.date = date
        self.value = value
        self.low = low
        self.high = high
    }

    public var openness: Openness {
        switch (low, high) {
        case (_?, nil): .upward
        case (nil, _?): .downward
        default: .none
        }
    }
}

/// What a chart is drawn as.
public enum ChartFormat: String, Sendable, CaseIterable {
    case png, svg, pdf
    /// A script with its data in it, which plain gnuplot draws.
    case gp

    /// Told by the end of a file's name, whatever its case; nil for another.
    public init?(path: String) {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        self.init(rawValue: path[path.index(after: dot)...].lowercased())
    }
}
