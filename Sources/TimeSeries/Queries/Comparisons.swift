import Figures

extension Store {
    /// What the parties say of the same thing on the same day, wherever two or more articles or parties speak.
    ///
    /// Disagreements come first, the widest in proportion before the others; then by day and measure.
    public func comparisons(_ filter: FigureFilter = FigureFilter()) throws(StoreError) -> [Comparison] {
        ComparisonBuilder.comparisons(try series(filter))
    }
}

/// Lays the claims of several series side by side.
enum ComparisonBuilder {
    private struct Subject: Hashable {
        let key: SeriesKey
        let date: PartialDate
    }

    static func comparisons(_ series: [Series]) -> [Comparison] {
        var groups: [Subject: [Comparison.Claim]] = [:]
        for one in series {
            // The start of the count is no part of what is compared: most articles leave it out.
            let key = one.key.withoutSource.withoutStart
            for point in one.points {
                groups[Subject(key: key, date: point.date), default: []].append(
                    Comparison.Claim(source: one.key.source, point: point))
            }
        }
        return groups.compactMap(comparison).sorted(by: isBefore)
    }

    private static func comparison(_ subject: Subject, _ claims: [Comparison.Claim]) -> Comparison? {
        let articles = Set(claims.flatMap { $0.point.printings.map(\.articleID) })
        guard articles.count > 1 || Set(claims.map(\.source)).count > 1 else { return nil }
        let isComparable = subject.key.period != .event && haveOneStart(claims)
        return Comparison(
            key: subject.key, date: subject.date, claims: claims.sorted(by: isBefore),
            disagreement: isComparable ? Disagreement(claims) : nil)
    }

    /// Totals that count from different days are no disagreement.
    private static func haveOneStart(_ claims: [Comparison.Claim]) -> Bool {
        Set(claims.flatMap { $0.point.printings.compactMap(\.figure.periodStart) }).count <= 1
    }

    private static func isBefore(_ a: Comparison.Claim, _ b: Comparison.Claim) -> Bool {
        let last = "\u{10FFFF}"
        return (a.source ?? last, a.point.value, a.point.low ?? 0) < (b.source ?? last, b.point.value, b.point.low ?? 0)
    }

    private static func isBefore(_ a: Comparison, _ b: Comparison) -> Bool {
        let shares = (a.disagreement?.share ?? -1, b.disagreement?.share ?? -1)
        if shares.0 != shares.1 { return shares.0 > shares.1 }
        if a.date.last != b.date.last { return a.date.last < b.date.last }
        return a.key < b.key
    }
}
