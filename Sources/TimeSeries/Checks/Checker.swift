import Figures

/// Lays the series side by side and lets the rules look at them.
enum Checker {
    private static var all: [any ConsistencyRule.Type] {
        [
            TotalFalls.self, TotalJumps.self, SubsetExceedsWhole.self, SourcesApart.self, SourceRevised.self,
            FigureRepeated.self, UnitsDiffer.self,
        ]
    }

    static func findings(
        _ series: [Series], since: CalendarDate? = nil, until: CalendarDate? = nil, rules: Set<CheckRule> = []
    ) -> [Finding] {
        let actual = series.filter { $0.key.status == .actual && $0.key.derivation == nil }
        let found = all.filter { rules.isEmpty || rules.contains($0.rule) }.flatMap { $0.findings(in: actual) }
        return found.filter { finding in
            (since.map { $0 <= finding.day } ?? true) && (until.map { finding.day <= $0 } ?? true)
        }.sorted(by: isBefore)
    }

    private static func isBefore(_ a: Finding, _ b: Finding) -> Bool {
        if a.day != b.day { return a.day < b.day }
        if a.key < b.key || b.key < a.key { return a.key < b.key }
        return (a.rule.rawValue, a.reason) < (b.rule.rawValue, b.reason)
    }
}

/// A rule of consistency: which figures, laid side by side, a person should look at.
protocol ConsistencyRule {
    static var rule: CheckRule { get }

    /// - Parameter series: all series of what is said to be so, in the order of their keys.
    static func findings(in series: [Series]) -> [Finding]
}

/// The words of reasons.
enum CheckWords {
    static func number(_ value: Double) -> String { NumberWords.grouped(value) }

    /// The value with what the words allow: `more than 9,000` is `9,000 or more`.
    static func value(_ point: SeriesPoint) -> String {
        switch (point.qualifier, point.low, point.high) {
        case (.about, _, _): "about " + number(point.value)
        case (_, let low?, nil): number(low) + " or more"
        case (_, nil, let high?): number(high) + " or less"
        case (_, let low?, let high?) where low != high: "\(number(low)) to \(number(high))"
        default: number(point.value)
        }
    }

    static func source(_ name: String?) -> String { name ?? "the article itself" }

    static func times(_ share: Double) -> String {
        share >= 10 ? number(share.rounded()) : number((share * 10).rounded() / 10)
    }
}
