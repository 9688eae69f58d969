import Figures
import TimeSeries

extension ReportPage {
    private static let mostHeadlines = 14
    /// More series of one measure would crowd out the others.
    private static let mostOfAMeasure = 4

    /// The last claim of the period in each of the running totals and states that most articles speak of, and that
    /// somebody vouches for.
    mutating func headlines() -> [ReportView.Headline] {
        let series = report.current.filter {
            $0.key.status == .actual && $0.key.period != .event && $0.key.source != nil
        }
        let order = Dictionary(report.measures.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let ranked = series.sorted {
            let counts = ($0.articleCount, $1.articleCount)
            if counts.0 != counts.1 { return counts.0 > counts.1 }
            let places = (order[$0.key.measure] ?? .max, order[$1.key.measure] ?? .max)
            return places.0 != places.1 ? places.0 < places.1 : $0.key < $1.key
        }
        var taken: [String: Int] = [:]
        let chosen = ranked.filter { one in
            taken[one.key.measure, default: 0] += 1
            return taken[one.key.measure, default: 0] <= ReportPage.mostOfAMeasure
        }
        return chosen.prefix(ReportPage.mostHeadlines).compactMap { headline($0) }
    }

    private mutating func headline(_ series: Series) -> ReportView.Headline? {
        guard let point = series.points.last else { return nil }
        let key = series.key
        return ReportView.Headline(
            subject: SubjectText.text(key), place: key.place ?? "–", source: KeyText.source(key.source),
            period: PeriodText.text(key), words: ValueText.words(point, unit: key.unit),
            value: notes.value(point, unit: key.unit), date: DateText.short(point.date),
            day: point.date.last.description, change: change(key, point), articles: series.articleCount,
            printed: Count.text(series.articleCount, "article"))
    }

    /// What it rose by since the last claim before the period, and since when.
    private func change(_ key: SeriesKey, _ point: SeriesPoint) -> String {
        let before = report.history.first { $0.key == key }?.points.last { $0.date.last < report.period.first }
        guard let before else { return "new" }
        if point.value == before.value, point.qualifier == before.qualifier {
            return "unchanged since \(DateText.short(before.date))"
        }
        let exact = [point, before].allSatisfy { $0.low == $0.high && $0.low != nil && $0.qualifier != .about }
        let change = NumberText.signed(point.value - before.value)
        return "\(exact ? "" : "about ")\(change) since \(DateText.short(before.date))"
    }
}

/// What is counted, as a heading: `Deaths: children`, `Displaced (households)`.
enum SubjectText {
    static func text(_ key: SeriesKey) -> String {
        let name = key.measure.replacing("_", with: " ")
        var text = name.prefix(1).uppercased() + name.dropFirst()
        if !key.population.isEmpty { text += ": " + key.population.joined(separator: ", ") }
        return KeyText.isUsual(key.unit, for: key.measure) ? text : text + " (\(key.unit))"
    }
}

/// What stretch of time is counted, as a table says it.
enum PeriodText {
    static func text(_ key: SeriesKey) -> String {
        switch key.period {
        case .total: key.periodStart.map { "since " + DateText.long($0) } ?? "running total"
        case .stock: "at the time"
        case .event: "in the event"
        }
    }
}
