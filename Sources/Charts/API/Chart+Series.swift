import Figures
public import TimeSeries

extension Chart {
    /// A chart of series: each a line of its own, so that figures that cannot be compared are never joined.
    ///
    /// - A panel for each measure and unit. What all lines share stands in the title; a line is called by what tells it
    ///   apart, `grouping` first: `UNRWA · Rafah · children`. What is projected or denied says so.
    /// - A point stands on the last day that its figure speaks of. A figure with both bounds gets a band and an error
    ///   bar, one with a lower or an upper bound alone is marked as open.
    /// - Running totals and states are held level until the next figure, with gaps left open. Counts of events are bars,
    ///   thin ones where a day has several of them or the panel more than four series. What is planned or needed is a
    ///   level across the plot. What nobody vouches for is never joined, nor what is projected or denied: the articles
    ///   that say it are no one party.
    ///
    /// - Parameters:
    ///   - grouping: what the colours tell apart.
    ///   - title: by default what all series share: `Deaths in Gaza since 7 October 2023`.
    ///   - subtitle: by default how many articles and sources there are.
    ///   - yLabel: by default the unit of the series: `people`.
    ///   - footer: by default the sources, and the publishers that printed the figures. How many series were left out is
    ///     added.
    ///   - mostLines: the first series of a panel to draw; more than a dozen cannot be told apart.
    public init(
        series all: [Series], by grouping: ChartGrouping = .source, title: String? = nil, subtitle: String? = nil,
        yLabel: String? = nil, footer: [String]? = nil, mostLines: Int = .max
    ) {
        let strands = all.flatMap { Strand.strands($0, grouping) }
        let counts = unique(strands.map(\.count))
        let groups = counts.map { count in strands.filter { $0.count == count } }
        let drawn = groups.map { Array($0.prefix(mostLines)) }
        let shared = SharedWords(drawn.joined().map(\.key), grouping)
        let panels = zip(counts, drawn).map { count, strands in
            let own = counts.count == 1 ? shared : SharedWords(strands.map(\.key), grouping)
            return ChartPanel(
                title: counts.count == 1 ? "" : own.title(besides: shared),
                unit: yLabel ?? UnitWords.plural(count.unit) + derived(strands),
                content: .timeline(chartLines(strands, own, grouping)))
        }
        let left = strands.count - drawn.joined().count
        self.init(
            title: title ?? shared.title(unique(counts.map(\.measure))),
            subtitle: subtitle ?? counted(drawn.flatMap { $0 }), panels: panels,
            footer: (footer ?? printedBy(drawn.flatMap { $0 })) + (left > 0 ? ["\(left) more series not shown"] : []))
    }
}

/// A series, or what one publisher printed of it.
private struct Strand {
    /// What a panel shows.
    struct Count: Hashable {
        var measure: String
        var unit: String
    }

    var key: SeriesKey
    var points: [SeriesPoint]
    var publisher: String?

    var count: Count { Count(measure: key.measure, unit: key.unit) }

    var repeatsDays: Bool { Set(points.map(\.date.last)).count < points.count }

    static func strands(_ series: Series, _ grouping: ChartGrouping) -> [Strand] {
        guard grouping == .publisher else { return [Strand(key: series.key, points: series.points)] }
        return unique(series.points.flatMap(\.publishers)).sorted().map { publisher in
            let points = series.points.compactMap { point -> SeriesPoint? in
                var own = point
                own.printings.removeAll { ($0.figure.publisher ?? $0.figure.doc) != publisher }
                return own.printings.isEmpty ? nil : own
            }
            return Strand(key: series.key, points: points, publisher: publisher)
        }
    }

    func style(_ bars: Bool) -> ChartLine.Style {
        switch key.status {
        case .planned:
            let isOneLevel = key.source != nil || Set(points.map(\.value)).count == 1
            return isOneLevel ? .target : .points
        case .projected, .denied: return .points
        case .actual: break
        }
        if key.period == .event { return bars ? .bars : .stems }
        return key.source == nil ? .points : .steps
    }

    /// What its colour stands for; nil is grey.
    func group(_ grouping: ChartGrouping) -> String? {
        switch grouping {
        case .source: key.source
        case .place: key.place
        case .population: key.population.isEmpty ? "all" : key.population.joined(separator: ", ")
        case .publisher: publisher
        }
    }
}

private func chartLines(_ strands: [Strand], _ shared: SharedWords, _ grouping: ChartGrouping) -> [ChartLine] {
    let events = strands.filter { $0.key.period == .event && $0.key.status == .actual }
    let bars = events.count <= 4 && !events.contains(where: \.repeatsDays)
    let names = shared.names(strands.map { ($0.key, $0.publisher) }, grouping)
    return zip(strands, names).map { strand, name in
        ChartLine(
            label: name, points: strand.points.map(ChartPoint.init), style: strand.style(bars),
            group: strand.group(grouping))
    }
}

extension ChartPoint {
    /// The point on the last day that the claim speaks of.
    init(_ point: SeriesPoint) {
        let ids = point.printings.map { String($0.id) }
        self.init(
            date: point.date.last, value: point.value, low: point.low, high: point.high, bound: Bound(point),
            origin: ids.isEmpty ? "" : "figure\(ids.count == 1 ? "" : "s") \(ids.joined(separator: ", "))")
    }
}

extension ChartPoint.Bound {
    init(_ point: SeriesPoint) {
        self =
            switch (point.low, point.high) {
            case (.some, nil): .atLeast
            case (nil, .some): .atMost
            default: .none
            }
    }
}

/// What stands beside the unit where a number is no article's, whatever the title says.
private func derived(_ strands: [Strand]) -> String {
    strands.contains { $0.key.derivation != nil } ? ", change on the day before, derived from the totals" : ""
}

private func counted(_ strands: [Strand]) -> String {
    let articles = Set(strands.flatMap { $0.points.flatMap { $0.printings.map(\.articleID) } }).count
    let sources = Set(strands.compactMap(\.key.source)).count
    let parties = sources == 0 ? "without a source" : "by \(sources) source\(sources == 1 ? "" : "s")"
    return "As reported in \(articles) article\(articles == 1 ? "" : "s"), \(parties)"
        + (sources > 1 ? "; sources are not added together" : "")
}

private func printedBy(_ strands: [Strand]) -> [String] {
    Credit.lines(
        sources: strands.compactMap(\.key.source), printings: strands.flatMap { $0.points.flatMap(\.printings) })
}

/// The lines under a chart.
enum Credit {
    /// `Source: OCHA. Printed by Harbour Wire and 2 articles without a publisher`
    static func lines(sources: [String], printings: [StoredFigure]) -> [String] {
        let names = unique(sources).sorted()
        let publishers = unique(printings.compactMap(\.figure.publisher)).sorted()
        let nameless = Set(printings.filter { $0.figure.publisher == nil }.map(\.articleID)).count
        let others = nameless == 0 ? [] : ["\(nameless) article\(nameless == 1 ? "" : "s") without a publisher"]
        let printed = publishers + others
        return [
            names.isEmpty ? nil : "Source\(names.count == 1 ? "" : "s"): " + names.joined(separator: ", "),
            printed.isEmpty ? nil : "Printed by " + printed.joined(separator: ", "),
        ].compactMap { $0 }
    }
}

/// The values, each once, in the order of their first appearance.
func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
}
