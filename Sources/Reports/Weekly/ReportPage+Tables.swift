import Figures
import TimeSeries

/// The tables across articles: a row for each source and period, a column for each day that anybody speaks of.
extension ReportPage {
    /// With more days than this a column is a week.
    private static let mostDays = 10

    /// One table for each thing that two or more articles of the period speak of, the most reported first.
    mutating func tables() -> [ReportView.Table] { subjects.map { table($0) } }

    private struct Subject {
        let key: SeriesKey
        let series: [Series]
        let articleCount: Int

        var days: [CalendarDate] { Set(series.flatMap { $0.points.map(\.date.last) }).sorted() }
    }

    private var subjects: [Subject] {
        var groups: [SeriesKey: [Series]] = [:]
        for one in report.current where one.key.status == .actual {
            // The same thing at the same place, whatever the period.
            var key = one.key.withoutSource.withoutStart
            key.period = .total
            groups[key, default: []].append(one)
        }
        let subjects = groups.compactMap { key, series -> Subject? in
            let articles = Set(series.flatMap { $0.points.flatMap { $0.printings.map(\.articleID) } })
            return articles.count > 1 ? Subject(key: key, series: series, articleCount: articles.count) : nil
        }
        return subjects.sorted { ($1.articleCount, $0.key) < ($0.articleCount, $1.key) }
    }

    private mutating func table(_ subject: Subject) -> ReportView.Table {
        let isWeekly = subject.days.count > ReportPage.mostDays
        let columns = isWeekly ? Set(subject.days.map { ISOWeek(containing: $0).monday }).sorted() : subject.days
        let rows = subject.series.map { one in
            ReportView.Table.Row(
                source: KeyText.source(one.key), period: PeriodText.text(one.key),
                cells: columns.map { cell(one, $0, isWeekly: isWeekly) })
        }
        let sources = Set(subject.series.compactMap(\.key.source)).count
        return ReportView.Table(
            title: self.subject(subject.key),
            count: Count.text(sources, "source") + ", " + Count.text(subject.articleCount, "article"),
            columns: columns.map { isWeekly ? "Week of " + DateText.short($0) : DateText.short($0) }, rows: rows)
    }

    /// All values of a source for a day, or the last of a week; more than one are separate claims.
    private mutating func cell(_ series: Series, _ first: CalendarDate, isWeekly: Bool) -> ReportView.Table.Cell {
        let last = isWeekly ? first.adding(days: 6) : first
        let points = series.points.filter { first <= $0.date.last && $0.date.last <= last }
        let shown = isWeekly ? points.filter { $0.date.last == points.last?.date.last } : points
        return ReportView.Table.Cell(
            values: shown.map { notes.value($0, unit: series.key.unit) },
            number: shown.last.map { NumberText.plain($0.value) } ?? "")
    }
}
