import Figures

/// Two sources that, for the same day, lie apart beyond what their words allow.
enum SourcesApart: ConsistencyRule {
    static let rule = CheckRule.apart

    static func findings(in series: [Series]) -> [Finding] {
        ComparisonBuilder.comparisons(series).compactMap { comparison in
            guard let found = comparison.disagreement else { return nil }
            let share = found.share.isFinite ? ", \(CheckWords.times(found.share * 100))% of the lower" : ""
            let reason =
                "\(CheckWords.value(found.upper.point)) by \(CheckWords.source(found.upper.source)), "
                + "\(CheckWords.value(found.lower.point)) by \(CheckWords.source(found.lower.source)): "
                + "\(CheckWords.number(found.apart)) apart\(share)"
            return Finding(
                rule, comparison.key, comparison.date.last, reason,
                [side(found.lower, comparison.key), side(found.upper, comparison.key)])
        }
    }

    private static func side(_ claim: Comparison.Claim, _ key: SeriesKey) -> Finding.Side {
        var key = key
        key.source = claim.source
        return Finding.Side(key, claim.point)
    }
}
