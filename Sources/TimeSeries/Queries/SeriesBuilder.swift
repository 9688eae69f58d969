import Figures

extension Store {
    /// The figures that pass the filter as time series, by measure, place, source and population.
    ///
    /// A figure whose text tells no day stands on its day of publication, and its point says so; one with neither
    /// is left out, since it has no place in time.
    public func series(_ filter: FigureFilter = FigureFilter()) throws(StoreError) -> [Series] {
        SeriesBuilder.series(try figures(filter))
    }
}

/// Puts figures together into claims and claims into series.
enum SeriesBuilder {
    static func series(_ figures: [StoredFigure]) -> [Series] {
        var groups: [SeriesKey: [StoredFigure]] = [:]
        for (key, figure) in zip(keys(figures), figures) { groups[key, default: []].append(figure) }
        return groups.compactMap { key, figures in
            let points = points(figures)
            return points.isEmpty ? nil : Series(key: key, points: points)
        }.sorted { $0.key.sortKey.lexicographicallyPrecedes($1.key.sortKey) }
    }

    /// The key of each figure; a total that does not state its start takes it from those of its kind that do,
    /// where they all state the same.
    private static func keys(_ figures: [StoredFigure]) -> [SeriesKey] {
        var starts: [SeriesKey: Set<CalendarDate>] = [:]
        let keys = figures.map(SeriesKey.init)
        for key in keys {
            guard let start = key.periodStart else { continue }
            starts[key.withoutStart, default: []].insert(start)
        }
        return keys.map { key in
            guard key.periodStart == nil, key.period == .total, let known = starts[key], known.count == 1 else {
                return key
            }
            var key = key
            key.periodStart = known.first
            return key
        }
    }

    /// The claims of figures with one key, oldest first, each with its printings in order of publication.
    static func points(_ figures: [StoredFigure]) -> [SeriesPoint] {
        var order: [Claim] = []
        var printings: [Claim: [StoredFigure]] = [:]
        for stored in figures {
            guard let claim = Claim(stored.figure) else { continue }
            if printings[claim] == nil { order.append(claim) }
            printings[claim, default: []].append(stored)
        }
        return order.map { $0.point(printings: (printings[$0] ?? []).sorted(by: isEarlier)) }.sorted {
            ($0.date.last, $0.value) < ($1.date.last, $1.value)
        }
    }

    private static func isEarlier(_ a: StoredFigure, _ b: StoredFigure) -> Bool {
        let none = CalendarDate(dayNumber: .max)
        return (a.figure.reported ?? none, a.id) < (b.figure.reported ?? none, b.id)
    }

    /// What two printings of one claim have in common, beside the key of their series.
    private struct Claim: Hashable {
        let date: PartialDate
        let isDatedByPublication: Bool
        let value: Double
        let low: Double?
        let high: Double?
        let qualifier: Qualifier
        let status: Status

        init?(_ figure: Figure) {
            guard let date = figure.date ?? figure.reported.map({ PartialDate($0) }) else { return nil }
            self.date = date
            isDatedByPublication = figure.date == nil
            value = figure.value
            low = figure.low
            high = figure.high
            qualifier = figure.qualifier
            status = figure.status
        }

        func point(printings: [StoredFigure]) -> SeriesPoint {
            SeriesPoint(
                date: date, value: value, low: low, high: high, qualifier: qualifier, status: status,
                isDatedByPublication: isDatedByPublication, printings: printings)
        }
    }
}

extension SeriesKey: Comparable {
    /// By measure, place, population, unit, status, period, source and start; what is missing comes last.
    public static func < (a: SeriesKey, b: SeriesKey) -> Bool { a.sortKey.lexicographicallyPrecedes(b.sortKey) }

    package var withoutStart: SeriesKey {
        var key = self
        key.periodStart = nil
        return key
    }

    package var withoutSource: SeriesKey {
        var key = self
        key.source = nil
        return key
    }

    /// Compared word by word; what is missing comes last.
    var sortKey: [String] {
        [
            measure, place ?? "\u{10FFFF}", population.joined(separator: " "), unit, status.rawValue, period.rawValue,
            source ?? "\u{10FFFF}", periodStart?.description ?? "",
        ]
    }
}
