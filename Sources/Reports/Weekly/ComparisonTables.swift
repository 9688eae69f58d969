import Figures
import TimeSeries

/// The tables across articles: a row for each source and period, a column for each day that anybody speaks of.
struct ComparisonTables {
    private let report: WeeklyReport

    init(_ report: WeeklyReport) { self.report = report }

    /// One table for each thing that two or more articles of the period speak of, the most reported first.
    func tables(_ notes: inout NoteBook) -> [[String: Any]] {
        subjects.map { subject in table(subject, &notes) }
    }

    private struct Subject {
        let key: SeriesKey
        let series: [Series]
        let days: [CalendarDate]
        let articleCount: Int
    }

    private var subjects: [Subject] {
        var groups: [SeriesKey: [Series]] = [:]
        for one in report.history where one.key.status == .actual {
            let points = one.points.filter { report.period.contains($0.date.last) }
            guard !points.isEmpty else { continue }
            groups[subject(of: one.key), default: []].append(Series(key: one.key, points: points))
        }
        return groups.compactMap(subject).sorted {
            ($1.articleCount, $0.key) < ($0.articleCount, $1.key)
        }
    }

    /// What a table is of: the same thing at the same place, whatever the period.
    private func subject(of key: SeriesKey) -> SeriesKey {
        var key = key.withoutSource.withoutStart
        key.period = .total
        return key
    }

    private func subject(_ key: SeriesKey, _ series: [Series]) -> Subject? {
        let articles = Set(series.flatMap { $0.points.flatMap { $0.printings.map(\.articleID) } })
        guard articles.count > 1 else { return nil }
        let days = Set(series.flatMap { $0.points.map(\.date.last) }).sorted()
        return Subject(key: key, series: series, days: days, articleCount: articles.count)
    }

    private func table(_ subject: Subject, _ notes: inout NoteBook) -> [String: Any] {
        let title = KeyText.subject(subject.key) + (subject.key.place.map { " · " + $0 } ?? "")
        var rows: [[String: Any]] = []
        for one in subject.series {
            let cells = subject.days.map { day in cell(one, day, &notes) }
            rows.append([
                "source": Markdown.escaped(KeyText.source(one.key)), "period": KeyText.period(one.key),
                "cells": cells.map { ["text": $0] },
            ])
        }
        return [
            "title": Markdown.escaped(title.prefix(1).uppercased() + title.dropFirst()),
            "count": subject.articleCount, "days": subject.days.map { ["day": DateText.short($0)] }, "rows": rows,
        ]
    }

    /// All values of a source for a day; more than one are separate claims.
    private func cell(_ series: Series, _ day: CalendarDate, _ notes: inout NoteBook) -> String {
        series.points.filter { $0.date.last == day }.map { point in
            Markdown.escaped(ValueText.text(point, unit: series.key.unit)) + notes.mark(point)
        }.joined(separator: "; ")
    }
}
