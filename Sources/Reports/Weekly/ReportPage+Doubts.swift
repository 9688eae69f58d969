import Figures
import TimeSeries

/// What does not agree, what does not fit, and what changed.
extension ReportPage {
    mutating func disagreements() -> [ReportView.Disagreeing] {
        report.comparisons.compactMap { comparison in
            guard let found = comparison.disagreement else { return nil }
            let sides = [found.lower, found.upper].map { claim -> ReportView.Side in
                var key = comparison.key
                key.source = claim.source
                return side(key, claim.point)
            }
            return ReportView.Disagreeing(
                subject: subject(comparison.key), date: DateText.short(comparison.date),
                apart: DisagreementText.apart(found), sides: sides)
        }
    }

    /// What the rules found, but for what stands in sections of its own.
    mutating func findings() -> [ReportView.Finding] {
        report.findings.filter { ![.apart, .revision].contains($0.rule) }.map { finding in
            ReportView.Finding(
                rule: RuleText.text(finding.rule), subject: subject(finding.key), reason: RuleText.reason(finding),
                sides: finding.sides.map { side($0.key, $0.point) })
        }
    }

    /// Numbers that a source gave anew for a day that it had given another for.
    mutating func revisions() -> [ReportView.Change] {
        report.findings.filter { $0.rule == .revision }.map { finding in
            ReportView.Change(
                subject: subject(finding.key) + (finding.key.source.map { ", " + $0 } ?? ""),
                reason: RuleText.reason(finding),
                sides: finding.sides.map { side($0.key, $0.point) })
        }
    }

    /// What is denied or disputed, and what people threw out.
    mutating func withdrawals() -> [ReportView.Line] {
        let denied = claims { $0.status == .denied }.map { line($0, $1, why: "denied or disputed in the text") }
        let reviews = report.reviews
        let rejected = Series.all(of: report.rejected).flatMap { one in one.points.map { (one.key, $0) } }
        return denied
            + rejected.map { key, point in
                let review = point.printings.compactMap { reviews[$0.id]?.last }.first
                let why = review.map { "rejected by \($0.note.author): \($0.note.why)" } ?? "rejected"
                return line(key, point, why: why)
            }
    }

    private static let mostNews = 20

    /// The series of named sources that nothing was told of in the weeks before.
    mutating func news() -> (lines: [ReportView.Line], more: [String]) {
        let told = Set(report.history.filter { $0.points[0].date.last < report.period.first }.map(\.key.withoutStart))
        let new = report.current.filter { one in
            one.key.source != nil && one.key.period != .event && one.key.status == .actual
                && !told.contains(one.key.withoutStart)
        }
        let ranked = new.sorted { ($1.articleCount, $0.key) < ($0.articleCount, $1.key) }
        let lines = ranked.prefix(ReportPage.mostNews).compactMap { one in
            one.points.last.map { line(one.key, $0) }
        }
        return (lines, ReportPage.more(new.count - lines.count))
    }

    private static let mostUnattributed = 20

    mutating func unattributed() -> (lines: [ReportView.Line], more: [String]) {
        let found = claims { $0.status == .actual && $0.source == nil && $0.period != .event }
        let lines = found.prefix(ReportPage.mostUnattributed).map { key, point in line(key, point) }
        return (lines, ReportPage.more(found.count - lines.count))
    }

    private static func more(_ count: Int) -> [String] { count > 0 ? [NumberText.grouped(Double(count))] : [] }

    /// `Deaths: children, Gaza`
    func subject(_ key: SeriesKey) -> String { SubjectText.text(key) + (key.place.map { ", " + $0 } ?? "") }
}

/// The rules in words.
enum RuleText {
    /// The reason with its days as a newsroom writes them.
    static func reason(_ finding: Finding) -> String {
        finding.reason.replacing(#/\d{4}-\d\d-\d\d/#) { match in
            CalendarDate(match.output).map(DateText.short) ?? String(match.output)
        }
    }

    static func text(_ rule: CheckRule) -> String {
        switch rule {
        case .fall: "A total that fell"
        case .jump: "A jump"
        case .subset: "A part larger than its whole"
        case .apart: "Two sources apart"
        case .revision: "A revision"
        case .repeated: "An old number again"
        case .units: "Units that differ"
        }
    }
}
