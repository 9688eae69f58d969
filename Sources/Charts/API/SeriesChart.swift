import Figures
public import TimeSeries

extension Chart {
    /// A chart of time series: what all of them share is the title, what tells them apart the labels.
    ///
    /// - Parameter footer: lines of small print; who says so is in the labels.
    public init(_ series: [Series], footer: [String] = []) {
        let parts = series.map { KeyParts($0.key) }
        let common = KeyParts.Part.allCases.filter { part in Set(parts.map { $0[part] }).count <= 1 }
        let titleParts = common.compactMap { part in parts.first?[part] }.filter { !$0.isEmpty }
        let title = titleParts.isEmpty ? "Figures" : Chart.capitalised(titleParts.joined(separator: ", "))
        let lines = zip(series, parts).map { one, parts in
            let own = KeyParts.Part.allCases.filter { !common.contains($0) }.map { parts[$0] }.filter { !$0.isEmpty }
            return ChartLine(
                label: own.isEmpty ? KeyParts.sourceName(one.key) : own.joined(separator: ", "),
                points: one.points.map(ChartPoint.init), isJoined: one.key.period != .event)
        }
        self.init(title: title, subtitle: Chart.subtitle(series), lines: lines, footer: footer)
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private static func subtitle(_ series: [Series]) -> String {
        let articles = Set(series.flatMap { $0.points.flatMap { $0.printings.map(\.articleID) } }).count
        let sources = Set(series.map(\.key.source)).count
        return "As reported in \(articles) article\(articles == 1 ? "" : "s"), "
            + "by \(sources) source\(sources == 1 ? "" : "s"); sources are not added together"
    }
}

extension ChartPoint {
    /// A claim that names a month or a year stands on its last day.
    init(_ point: SeriesPoint) {
        self.init(date: point.date.last, value: point.value, low: point.low, high: point.high)
    }
}

/// The words of a series' key, part by part.
private struct KeyParts {
    enum Part: CaseIterable {
        case measure, population, status, place, source, period, unit
    }

    private let words: [Part: String]

    subscript(part: Part) -> String { words[part] ?? "" }

    init(_ key: SeriesKey) {
        words = [
            .measure: key.measure, .population: key.population.joined(separator: ", "),
            .status: key.status == .actual ? "" : key.status.rawValue, .place: key.place ?? "no place named",
            .source: KeyParts.sourceName(key), .period: KeyParts.period(key),
            .unit: key.unit == "person" ? "" : key.unit,
        ]
    }

    static func sourceName(_ key: SeriesKey) -> String { key.source ?? "unattributed" }

    private static func period(_ key: SeriesKey) -> String {
        switch key.period {
        case .total: key.periodStart.map { "total since \($0)" } ?? "total"
        case .event: "single events"
        case .stock: "at the time"
        }
    }
}
