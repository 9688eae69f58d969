import Figures

/// A source that gives, for the same day, another total or state than it gave before.
enum SourceRevised: ConsistencyRule {
    static let rule = CheckRule.revision

    static func findings(in series: [Series]) -> [Finding] {
        series.filter { $0.key.period != .event && $0.key.source != nil }.flatMap { one in
            let days = Dictionary(grouping: one.points, by: \.date)
            return days.keys.sorted { $0.last < $1.last }.flatMap { day in
                revisions(days[day] ?? []).map { before, after in
                    return Finding(
                        rule, one.key, day.last, reason(before, after),
                        [Finding.Side(one.key, before), Finding.Side(one.key, after)])
                }
            }
        }
    }

    /// Each claim with the one published before it, where both cannot be right.
    private static func revisions(_ points: [SeriesPoint]) -> [(SeriesPoint, SeriesPoint)] {
        let published = points.sorted { order($0) < order($1) }
        return zip(published, published.dropFirst()).filter { !$0.bounds.overlaps($1.bounds) }.map { ($0, $1) }
    }

    private static func reason(_ before: SeriesPoint, _ after: SeriesPoint) -> String {
        let (old, new) = (CheckWords.value(before), CheckWords.value(after))
        return order(before).0 == order(after).0
            ? "for \(after.date) both \(old) and \(new)"
            : "for \(after.date) now \(new), where \(old) was given before"
    }

    private static func order(_ point: SeriesPoint) -> (Int, Double) {
        (point.printings[0].figure.reported?.dayNumber ?? .max, point.value)
    }
}
