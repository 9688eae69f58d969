import Figures

/// A precise number that comes again two weeks or more after it was first given, as if it were new.
///
/// Round numbers are left alone: that two events killed 40 each is no wonder. A total counts where a higher one was
/// given in between.
enum FigureRepeated: ConsistencyRule {
    static let rule = CheckRule.repeated

    private static let leastDays = 14
    private static let leastValue = 21.0

    static func findings(in series: [Series]) -> [Finding] {
        series.flatMap { one in
            let points = one.points.filter { isPrecise($0) }
            let values = Dictionary(grouping: points, by: \.value)
            return values.keys.sorted().flatMap { value in
                let same = values[value] ?? []
                return zip(same, same.dropFirst()).compactMap { finding(one, $0, $1) }
            }
        }
    }

    private static func isPrecise(_ point: SeriesPoint) -> Bool {
        point.qualifier == .exact && point.value >= leastValue && point.value.truncatingRemainder(dividingBy: 10) != 0
    }

    private static func finding(_ one: Series, _ before: SeriesPoint, _ after: SeriesPoint) -> Finding? {
        let days = after.date.last.dayNumber - before.date.last.dayNumber
        guard days >= leastDays, one.key.period == .event || hasMoved(one, before, after) else { return nil }
        let reason =
            "\(CheckWords.number(after.value)) comes again for \(after.date), \(days) days after it was given for "
            + "\(before.date)"
        return Finding(
            rule, one.key, after.date.last, reason, [Finding.Side(one.key, before), Finding.Side(one.key, after)])
    }

    /// Whether another number was given in between: what stands still may well be told again.
    private static func hasMoved(_ one: Series, _ before: SeriesPoint, _ after: SeriesPoint) -> Bool {
        one.points.contains { point in
            before.date.last < point.date.last && point.date.last < after.date.last
                && !point.bounds.contains(before.value)
        }
    }
}
