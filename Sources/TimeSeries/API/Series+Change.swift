import Figures

/// What a series was worked out from another by.
public enum Derivation: String, Sendable, CaseIterable {
    /// What a running total rose by from one day to the next.
    case change
}

extension Series {
    /// The daily change of a running total, as a series of events that says that it is derived.
    ///
    ///     9,000 on 2 November, 9,061 on 3 November, 9,227 on 5 November   gives   61 on 3 November
    ///
    /// There is a change only where the total is known for a day and for the day before: a gap stays a gap, nothing is
    /// spread over it. Its bounds are what the claims of both days allow; its value is that of the claims that were
    /// published last. Its printings are those of both days, so that it leads back to the words on both sides.
    ///
    /// - Returns: nil for a series that is no running total, and where no two days follow each other.
    public var dailyChanges: Series? {
        guard key.period == .total, key.derivation == nil else { return nil }
        let days = Dictionary(grouping: points.filter { $0.date.precision == .day }) { $0.date.last }
        let changes = days.keys.sorted().compactMap { day -> SeriesPoint? in
            guard let after = days[day], let before = days[day.adding(days: -1)] else { return nil }
            return Series.change(from: before, to: after, on: day)
        }
        var derived = key
        derived.period = .event
        derived.derivation = .change
        return changes.isEmpty ? nil : Series(key: derived, points: changes)
    }

    private static func change(from before: [SeriesPoint], to after: [SeriesPoint], on day: CalendarDate)
        -> SeriesPoint?
    {
        guard let first = latest(before), let last = latest(after) else { return nil }
        let (was, becomes) = (bounds(before), bounds(after))
        let low = becomes.lowerBound - was.upperBound
        let high = becomes.upperBound - was.lowerBound
        return SeriesPoint(
            date: PartialDate(day), value: last.value - first.value, low: low.isFinite ? low : nil,
            high: high.isFinite ? high : nil, qualifier: low == high ? .exact : .range, status: last.status,
            isDatedByPublication: (before + after).contains(where: \.isDatedByPublication),
            printings: (before + after).flatMap(\.printings))
    }

    /// The claim that was published last: a party may correct itself.
    private static func latest(_ points: [SeriesPoint]) -> SeriesPoint? {
        func rank(_ point: SeriesPoint) -> (Int, Int, Double) {
            (point.printings.first?.figure.reported?.dayNumber ?? .min, point.articleCount, point.value)
        }
        return points.max { rank($0) < rank($1) }
    }

    private static func bounds(_ points: [SeriesPoint]) -> ClosedRange<Double> {
        let bounds = points.map(\.bounds)
        return (bounds.map(\.lowerBound).min() ?? 0)...(bounds.map(\.upperBound).max() ?? 0)
    }
}
