import Figures
import TimeSeries

/// Puts a report into the words that its template lays out.
struct ReportPage {
    private let report: WeeklyReport
    private var notes = NoteBook()

    init(_ report: WeeklyReport) { self.report = report }

    mutating func context(_ pictures: [(title: String, path: String)]) -> [String: Any] {
        let headlines = headlines()
        let tables = ComparisonTables(report).tables(&notes)
        let disagreements = disagreements()
        let changes = changes()
        let ahead = ahead()
        let unattributed = unattributed()
        return [
            "title": Markdown.escaped(report.period.title),
            "place": report.place.map { [Markdown.escaped($0)] } ?? [],
            "summary": summary, "headlines": headlines, "tables": tables, "disagreements": disagreements,
            "changes": changes, "ahead": ahead, "unattributed": unattributed,
            "pictures": pictures.map { ["title": Markdown.escaped($0.title), "path": $0.path] },
            "articles": articles, "notes": notes.notes,
        ]
    }

    /// `12 articles by 6 publishers, 48 figures from 9 sources; 7 figures without a source.`
    private var summary: String {
        let figures = report.figures
        let sources = Set(figures.compactMap { $0.figure.source?.name }).count
        let bare = figures.count { $0.figure.source == nil }
        let publishers = Set(report.articles.compactMap(\.article.publisher)).count
        return count(report.articles.count, "article") + " by " + count(publishers, "publisher") + ", "
            + count(figures.count, "figure") + " from " + count(sources, "source") + "; "
            + count(bare, "figure") + " without a source."
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(NumberText.grouped(Double(number))) \(noun)\(number == 1 ? "" : "s")"
    }

    // MARK: - Headlines

    /// The last claim of the period in each of the series that most articles speak of.
    private mutating func headlines() -> [[String: Any]] {
        let series = report.history.filter { $0.key.status == .actual && $0.key.period != .event }
        let current = series.compactMap { one in latest(one).map { (one, $0) } }
        let ranked = current.sorted {
            let counts = (weight($0.0), weight($1.0))
            return counts.0 != counts.1 ? counts.0 > counts.1 : $0.0.key < $1.0.key
        }
        return ranked.prefix(ReportPage.mostHeadlines).map { series, point in headline(series, point) }
    }

    private static let mostHeadlines = 15

    private func latest(_ series: Series) -> SeriesPoint? {
        series.points.last { report.period.contains($0.date.last) }
    }

    private func weight(_ series: Series) -> Int {
        let points = series.points.filter { report.period.contains($0.date.last) }
        return Set(points.flatMap { $0.printings.map(\.articleID) }).count
    }

    private mutating func headline(_ series: Series, _ point: SeriesPoint) -> [String: Any] {
        [
            "subject": Markdown.escaped(KeyText.subject(series.key)),
            "place": Markdown.escaped(series.key.place ?? "–"),
            "source": Markdown.escaped(KeyText.source(series.key)),
            "period": KeyText.period(series.key),
            "value": Markdown.escaped(ValueText.text(point, unit: series.key.unit)), "note": notes.mark(point),
            "date": DateText.short(point.date.last), "change": change(series, point),
            "articles": point.articleCount,
        ]
    }

    /// What it rose by since the last claim before the period, and since when.
    private func change(_ series: Series, _ point: SeriesPoint) -> String {
        guard let before = series.points.last(where: { $0.date.last < report.period.first }) else { return "new" }
        return "\(NumberText.signed(point.value - before.value)) since \(DateText.short(before.date.last))"
    }

    // MARK: - What disagrees, what changed

    private mutating func disagreements() -> [[String: Any]] {
        report.comparisons.compactMap { comparison in
            guard let found = comparison.disagreement else { return nil }
            return [
                "title": Markdown.escaped(ComparisonRows.title(comparison)),
                "lower": side(found.lower, comparison.key), "upper": side(found.upper, comparison.key),
            ]
        }
    }

    private mutating func side(_ claim: Comparison.Claim, _ key: SeriesKey) -> String {
        let value = Markdown.escaped(ValueText.text(claim.point, unit: key.unit))
        return "\(Markdown.escaped(KeyText.source(claim.source))): \(value) \(notes.mark(claim.point))"
    }

    /// Running totals that fell: a revision, a new start or a mistake, which a person must tell.
    private mutating func changes() -> [[String: Any]] {
        var found: [[String: Any]] = []
        for one in report.history where one.key.period == .total && one.key.status == .actual {
            for (before, after) in zip(one.points, one.points.dropFirst())
            where after.bounds.upperBound < before.bounds.lowerBound && report.period.contains(after.date.last)
                && before.date != after.date
            {
                found.append([
                    "title": Markdown.escaped(KeyText.title(one.key)),
                    "before": moment(before, one.key), "after": moment(after, one.key),
                ])
            }
        }
        return found
    }

    private mutating func moment(_ point: SeriesPoint, _ key: SeriesKey) -> String {
        let value = Markdown.escaped(ValueText.text(point, unit: key.unit))
        return "\(value) on \(DateText.short(point.date.last)) \(notes.mark(point))"
    }

    // MARK: - What is not, or not yet, fact

    /// Planned, needed, feared and denied figures, apart from what was reported as done.
    private mutating func ahead() -> [[String: Any]] {
        claims { $0.status != .actual }.map { key, point in row(key, point) }
    }

    private mutating func unattributed() -> [String: Any] {
        let found = claims { $0.status == .actual && $0.source == nil && $0.period != .event }
        let rows = found.prefix(ReportPage.mostUnattributed).map { key, point in row(key, point) }
        return ["rows": rows, "more": found.count - rows.count, "hasMore": found.count > rows.count]
    }

    private static let mostUnattributed = 20

    /// The claims of the period in the series that pass.
    private func claims(_ passes: (SeriesKey) -> Bool) -> [(SeriesKey, SeriesPoint)] {
        report.history.filter { passes($0.key) }.flatMap { one in
            one.points.filter { report.period.contains($0.date.last) }.map { (one.key, $0) }
        }
    }

    private mutating func row(_ key: SeriesKey, _ point: SeriesPoint) -> [String: Any] {
        [
            "date": DateText.short(point.date.last),
            "subject": Markdown.escaped(KeyText.subject(key, withStatus: false)),
            "status": key.status.rawValue, "place": Markdown.escaped(key.place ?? "–"),
            "source": Markdown.escaped(KeyText.source(key)),
            "value": Markdown.escaped(ValueText.text(point, unit: key.unit)), "note": notes.mark(point),
        ]
    }

    private var articles: [[String: Any]] {
        report.articles.map { stored in
            [
                "date": stored.article.date.map(DateText.short) ?? "–",
                "publisher": Markdown.escaped(stored.article.publisher ?? "–"),
                "title": Markdown.link(stored.article.title ?? stored.article.id, stored.article.url),
                "figures": stored.figureCount,
            ]
        }
    }
}
