public import Figures

extension Series {
    /// The time series of figures that were read before, in the order of `Store.series(_:)`.
    public static func all(of figures: [StoredFigure]) -> [Series] { SeriesBuilder.series(figures) }

    /// The series with its claims of these days only; nil where there is none.
    ///
    /// - Parameters:
    ///   - first: inclusive, by the last day that a claim speaks of.
    ///   - last: inclusive.
    public func within(_ first: CalendarDate, _ last: CalendarDate) -> Series? {
        let points = points.filter { first <= $0.date.last && $0.date.last <= last }
        return points.isEmpty ? nil : Series(key: key, points: points)
    }
}

extension Comparison {
    /// What the parties of these series say of the same thing on the same day, in the order of `Store.comparisons(_:)`.
    public static func all(of series: [Series]) -> [Comparison] { ComparisonBuilder.comparisons(series) }
}

extension Finding {
    /// What does not fit together in these series, in the order of `Store.findings(_:rules:)`.
    ///
    /// - Parameters:
    ///   - first: the first day, inclusive, that the later side may lie on.
    ///   - last: the last one.
    public static func all(in series: [Series], from first: CalendarDate, to last: CalendarDate) -> [Finding] {
        Checker.findings(series, since: first, until: last)
    }
}
