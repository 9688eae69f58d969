import Figures
public import TimeSeries

extension Chart {
    /// A chart of series: each a line of its own, so that figures that cannot be compared are never joined.
    ///
    /// - A line is called by source, place and population: `Gaza Ministry of Health · Gaza · children`. Where two would
    ///   have the same name, the unit, period and measure that tell them apart are added.
    /// - A point stands on the last day that its figure speaks of. A figure with both bounds gets an error bar, one with
    ///   a lower or an upper bound alone is marked as open.
    /// - Running totals and states are joined from point to point. Counts of events are bars, or points where a day has
    ///   several of them or the chart more than four series.
    /// - What is projected, planned or denied stands apart, as points with that word in the name.
    ///
    /// - Parameters:
    ///   - yLabel: by default the measures and units of the series: `deaths (person)`.
    ///   - footer: by default the publishers that printed the figures.
    public init(
        series: [Series], title: String, subtitle: String? = nil, yLabel: String? = nil, footer: [String]? = nil
    ) {
        let names = SeriesNames(series.map(\.key))
        let eventStyle: ChartLine.Style = series.count > 4 || series.contains(where: \.repeatsDays) ? .points : .bars
        let lines = zip(series, names.names).flatMap { $0.chartLines(name: $1, eventStyle: eventStyle) }
        self.init(
            title: title, subtitle: subtitle, yLabel: yLabel ?? names.axis, lines: lines,
            footer: footer ?? printedBy(series))
    }
}

extension Series {
    fileprivate var repeatsDays: Bool {
        key.period == .event && Set(points.map(\.date.last)).count < points.count
    }

    /// One line for what is so, and one each for what is only projected, planned or denied.
    fileprivate func chartLines(name: String, eventStyle: ChartLine.Style) -> [ChartLine] {
        Status.allCases.compactMap { status in
            let points = points.filter { $0.status == status }.map(ChartPoint.init)
            guard !points.isEmpty else { return nil }
            let style = key.period == .event ? eventStyle : .line
            return status == .actual
                ? ChartLine(label: name, points: points, style: style)
                : ChartLine(label: "\(name) (\(status.rawValue))", points: points, style: .points)
        }
    }
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
    /// What the value axis counts.
    let axis: String

    init(_ keys: [SeriesKey]) {
        let short = keys.map(SeriesNames.short)
        let counts = Dictionary(short.map { ($0, 1) }, uniquingKeysWith: +)
        names = zip(keys, short).map { key, name in
            counts[name, default: 1] > 1 ? name + " · " + SeriesNames.rest(key) : name
        }
        axis = unique(keys.map { "\(spaced($0.measure)) (\($0.unit))" }).joined(separator: ", ")
    }

    private static func short(_ key: SeriesKey) -> String {
        let people = key.population.isEmpty ? nil : key.population.joined(separator: ", ")
        return [key.source ?? "unattributed", key.place, people].compactMap { $0 }.joined(separator: " · ")
    }

    private static func rest(_ key: SeriesKey) -> String {
        let start = key.periodStart.map { " since \($0)" } ?? ""
        return "\(spaced(key.measure)) (\(key.unit)), \(key.period.rawValue)\(start)"
    }
}

private func spaced(_ id: String) -> String { id.split(separator: "_").joined(separator: " ") }

private func printedBy(_ series: [Series]) -> [String] {
    let printings = series.flatMap { $0.points.flatMap(\.printings) }
    let publishers = unique(printings.compactMap(\.figure.publisher)).sorted()
    return publishers.isEmpty ? [] : ["Figures as printed by " + publishers.joined(separator: ", ")]
}

/// The texts, each once, in the order of their first appearance.
private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
}
