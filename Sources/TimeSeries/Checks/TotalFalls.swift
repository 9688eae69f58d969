import Figures

/// A running total of one source that falls: a revision, a new start of the count, or a mistake.
enum TotalFalls: ConsistencyRule {
    static let rule = CheckRule.fall

    static func findings(in series: [Series]) -> [Finding] {
        series.filter { $0.key.period == .total }.flatMap { one in
            zip(one.points, one.points.dropFirst()).compactMap { before, after in
                guard before.date != after.date, after.bounds.upperBound < before.bounds.lowerBound else { return nil }
                let reason =
                    "the total fell from \(CheckWords.value(before)) (\(before.date)) to \(CheckWords.value(after)) "
                    + "(\(after.date))"
                return Finding(
                    rule, one.key, after.date.last, reason,
                    [Finding.Side(one.key, before), Finding.Side(one.key, after)])
            }
        }
    }
}
