import Figures
public import TimeSeries

extension Chart {
    /// A chart of series: each a line of its own, so that figures that cannot be compared are never joined.
    ///
    /// - A line is called by source, and by place and population where they differ: `UNRWA · Rafah · children`. What is planned,
    ///   projected or denied says so. Where two would have the same name, the measure, unit, period and start that tell
    ///   them apart are added.
    /// - A point stands on the last day that its figure speaks of. A figure with both bounds gets an error bar, one with
    ///   a lower or an upper bound alone is marked as open.
    /// - Running totals and states are joined from point to point. Counts of events are bars, or points where a day has
    ///   several of them or the chart more than four series. What is not actual is never joined.
    ///
    /// - Parameters:
    ///   - title: by default what all series share: `Deaths, Gaza, total since 2023-10-07`.
    ///   - subtitle: by default how many articles and sources there are.
    ///   - yLabel: by default the measures and units of the series: `deaths (person)`.
    ///   - footer: by default the publishers that printed the figures. How many series were left out is added.
    ///   - mostLines: the first series to draw; more than a dozen cannot be told apart.
    public init(
        series all: [Series], title: String? = nil, subtitle: String? = nil, yLabel: String? = nil,
        footer: [String]? = nil, mostLines: Int = .max
    ) {
        let series = Array(all.prefix(mostLines))
        let names = SeriesNames(series.map(\.key))
        let bars = series.count <= 4 && !series.contains(where: \.repeatsDays)
        let lines = zip(series, names.names).map { one, name in
            ChartLine(
                label: name, points: one.points.map(ChartPoint.init),
                style: one.isJoined ? .line : one.key.period == .event && bars ? .bars : .points)
        }
        let left = all.count - series.count
        self.init(
            title: title ?? names.title, subtitle: subtitle ?? counted(series), yLabel: yLabel ?? names.axis,
            lines: lines,
            footer: (footer ?? printedBy(series)) + (left > 0 ? ["\(left) more series not shown"] : []))
    }
}

extension Series {
    fileprivate var repeatsDays: Bool {
        key.period == .event && Set(points.map(\.date.last)).count < points.count
    }

    fileprivate var isJoined: Bool { key.period != .event && key.status == .actual }
}

extension ChartPoint {
    /// The point on the last day that the claim speaks of.
    fileprivate init(_ point: SeriesPoint) {
        let bound: Bound =
            switch (point.low, point.high) {
            case (.some, nil): .atLeast
            case (nil, .some): .atMost
            default: .none
            }
        self.init(date: point.date.last, value: point.value, low: point.low, high: point.high, bound: bound)
    }
}

/// Names for keys, no two of them alike where the keys differ.
private struct SeriesNames {
    let names: [String]
    /// What the keys share.
    let title: String
    /// What the value axis counts.
    let axis: String

    init(_ keys: [SeriesKey]) {
        let isOnePlace = Set(keys.map(\.place)).count == 1
        let isOnePopulation = Set(keys.map(\.population)).count == 1
        let short = keys.map { SeriesNames.short($0, isOnePlace, isOnePopulation) }
        let isOneCount = Set(keys.map { [$0.measure, $0.unit] }).count == 1
        let counts = Dictionary(short.map { ($0, 1) }, uniquingKeysWith: +)
        names = zip(keys, short).map { key, name in
            counts[name, default: 1] > 1 ? name + " · " + SeriesNames.rest(key, isOneCount) : name
        }
        axis = unique(keys.map { "\(spaced($0.measure)) (\($0.unit))" }).joined(separator: ", ")
        title = SeriesNames.title(keys)
    }

    /// What all series share stands in the title alone.
    private static func short(_ key: SeriesKey, _ isOnePlace: Bool, _ isOnePopulation: Bool) -> String {
        let people = key.population.isEmpty || isOnePopulation ? nil : key.population.joined(separator: ", ")
        let place = isOnePlace ? nil : key.place
        let name = [key.source ?? "unattributed", place, people].compactMap { $0 }.joined(separator: " · ")
        return key.status == .actual ? name : "\(name) (\(key.status.rawValue))"
    }

    private static func rest(_ key: SeriesKey, _ isOneCount: Bool) -> String {
        isOneCount ? period(key) : "\(spaced(key.measure)) (\(key.unit)), \(period(key))"
    }

    private static func period(_ key: SeriesKey) -> String {
        switch key.period {
        case .total: "total" + (key.periodStart.map { " since \($0)" } ?? "")
        case .event: "single events"
        case .stock: "at the time"
        }
    }

    private static func title(_ keys: [SeriesKey]) -> String {
        let parts: [(SeriesKey) -> String?] = [
            { spaced($0.measure) }, { $0.place },
            { $0.population.isEmpty ? nil : $0.population.joined(separator: ", ") },
            { period($0) },
        ]
        let shared = parts.compactMap { part in
            let values = Set(keys.map(part))
            return values.count == 1 ? values.first ?? nil : nil
        }
        let title = shared.isEmpty ? "figures" : shared.joined(separator: ", ")
        return title.prefix(1).uppercased() + title.dropFirst()
    }
}

private func spaced(_ id: String) -> String { id.split(separator: "_").joined(separator: " ") }

private func counted(_ series: [Series]) -> String {
    let articles = Set(series.flatMap { $0.points.flatMap { $0.printings.map(\.articleID) } }).count
    let sources = Set(series.map(\.key.source)).count
    return "As reported in \(articles) article\(articles == 1 ? "" : "s"), by \(sources) "
        + "source\(sources == 1 ? "" : "s"); sources are not added together"
}

private func printedBy(_ series: [Series]) -> [String] {
    let publishers = unique(series.flatMap { $0.points.flatMap(\.publishers) }).sorted()
    return publishers.isEmpty ? [] : ["Figures as printed by " + publishers.joined(separator: ", ")]
}

/// The texts, each once, in the order of their first appearance.
private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
}
