public import Figures

/// What may be wrong with figures that stand beside each other. Each is a rule with a file of its own in `Checks/`.
public enum CheckRule: String, Sendable, CaseIterable {
    /// A running total that falls.
    case fall
    /// A running total that rises by more than its habit and the events between.
    case jump
    /// A part that is larger than its whole.
    case subset
    /// Two sources that cannot both be right.
    case apart
    /// A source that gives another number for the same day.
    case revision
    /// A number that comes again weeks later as if it were new.
    case repeated
    /// The same thing counted in people here and in families there.
    case units
}

/// Something for a person to look at, with the reason in words and the figures on both sides.
public struct Finding: Sendable, Hashable {
    public var rule: CheckRule
    /// What it is about; its source is nil where several are concerned.
    public var key: SeriesKey
    /// The day that it is found on: the later of the two sides.
    public var day: CalendarDate
    /// A sentence without a full stop: `fell from 9,061 on 2023-11-03 to 8,900 on 2023-11-04`.
    public var reason: String
    public var sides: [Side]

    /// A claim with its words.
    public struct Side: Sendable, Hashable {
        public var source: String?
        public var point: SeriesPoint
        /// Whose count it is, where the two sides differ in more than the value.
        public var key: SeriesKey

        public init(_ key: SeriesKey, _ point: SeriesPoint) {
            self.key = key
            self.point = point
            source = key.source
        }
    }

    public init(_ rule: CheckRule, _ key: SeriesKey, _ day: CalendarDate, _ reason: String, _ sides: [Side]) {
        self.rule = rule
        self.key = key
        self.day = day
        self.reason = reason
        self.sides = sides
    }
}

extension Store {
    /// What does not fit together in the figures that pass the filter, by day, then by measure, place and rule.
    ///
    /// The days of the filter say where the later side lies; the earlier one may lie before them.
    ///
    /// - Parameter rules: which rules to follow; empty means all.
    public func findings(
        _ filter: FigureFilter = FigureFilter(), rules: Set<CheckRule> = []
    ) throws(StoreError) -> [Finding] {
        var all = filter
        all.since = nil
        return Checker.findings(try series(all), since: filter.since, until: filter.until, rules: rules)
    }
}
