import Figures
import TimeSeries

/// Puts a report into the words that its templates lay out.
struct ReportPage {
    let report: WeeklyReport
    var notes: NoteBook
    private(set) var view = ReportView()

    init(_ report: WeeklyReport, pictures: [WeeklyReport.Illustration]) {
        self.report = report
        notes = NoteBook(report.reviews)
        view.title = report.period.title
        view.week = report.period.week.map { ["Week \($0.week) of \($0.year)"] } ?? []
        view.span = DateText.span(report.period.first, report.period.last)
        view.place = report.place.map { [$0] } ?? []
        view.summary = summary
        view.pictures = pictures.map { ReportView.Picture(title: $0.title, path: $0.path, svg: $0.svg) }
        fill()
        view.notes = notes.notes
    }

    /// In the order in which the numbers are met, since the notes count along.
    private mutating func fill() {
        view.headlines = headlines()
        view.cards = Array(view.headlines.prefix(ReportPage.mostCards))
        view.disagreements = disagreements()
        view.findings = findings()
        (view.news, view.moreNews) = news()
        view.revisions = revisions()
        view.withdrawals = withdrawals()
        view.needs = needs()
        view.tables = tables()
        view.ahead = claims { $0.status != .actual && $0.status != .denied }.map { line($0, $1) }
        (view.unattributed, view.moreUnattributed) = unattributed()
        view.articles = articles
    }

    private static let mostCards = 6

    /// `12 articles by 6 publishers; 48 figures from 9 sources make 40 claims; 7 figures without a source.`
    private var summary: String {
        let figures = report.figures
        let sources = Set(figures.compactMap { $0.figure.source?.name }).count
        let bare = figures.count { $0.figure.source == nil }
        let publishers = Set(report.articles.compactMap(\.article.publisher)).count
        let claims = report.current.reduce(0) { $0 + $1.points.count }
        let looked = figures.count { $0.review != nil }
        return Count.text(report.articles.count, "article") + " by " + Count.text(publishers, "publisher") + ": "
            + Count.text(figures.count, "figure") + " from " + Count.text(sources, "source") + " that make "
            + Count.text(claims, "claim") + "; " + Count.text(bare, "figure") + " without a source"
            + (looked == 0 ? "." : "; " + Count.text(looked, "figure") + " looked at by people.")
    }

    // MARK: - Parts that several sections have

    mutating func side(_ key: SeriesKey, _ point: SeriesPoint) -> ReportView.Side {
        ReportView.Side(
            source: KeyText.source(key.source), value: notes.value(point, unit: key.unit), period: PeriodText.text(key),
            date: DateText.short(point.date))
    }

    mutating func line(_ key: SeriesKey, _ point: SeriesPoint, why: String = "") -> ReportView.Line {
        ReportView.Line(
            date: DateText.short(point.date), day: point.date.last.description,
            subject: SubjectText.text(key), place: key.place ?? "–", source: KeyText.source(key.source),
            period: PeriodText.text(key), status: key.status.rawValue, value: notes.value(point, unit: key.unit),
            why: why)
    }

    /// The claims of the period in the series that pass.
    func claims(_ passes: (SeriesKey) -> Bool) -> [(SeriesKey, SeriesPoint)] {
        report.current.filter { passes($0.key) }.flatMap { one in one.points.map { (one.key, $0) } }
    }

    private var articles: [ReportView.Article] {
        let names = Dictionary(report.articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return report.articles.map { stored in
            let copy = stored.copyOf.map { id in
                "copy of " + (names[id].map { $0.article.publisher ?? $0.article.id } ?? "an earlier article")
            }
            return ReportView.Article(
                date: stored.article.date.map(DateText.short) ?? "–", day: stored.article.date?.description ?? "",
                publisher: stored.article.publisher ?? "–", title: stored.article.title ?? stored.article.id,
                url: WebAddress.list(stored.article.url), figures: stored.figureCount, copy: copy.map { [$0] } ?? [])
        }
    }
}
