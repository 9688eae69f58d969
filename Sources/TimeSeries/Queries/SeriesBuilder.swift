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
        let claims = claims(figures)
        var groups: [SeriesKey: [[StoredFigure]]] = [:]
        for (key, claim) in zip(keys(claims), claims) { groups[key, default: []].append(claim) }
        return groups.compactMap { key, claims in
            let points = claims.compactMap(point).sorted(by: isBefore)
            return points.isEmpty ? nil : Series(key: key, points: points)
        }.sorted { $0.key.sortKey.lexicographicallyPrecedes($1.key.sortKey) }
    }

    /// The printings of each claim, the one that tells what the claim is before the others: the first that is no copy.
    private static func claims(_ figures: [StoredFigure]) -> [[StoredFigure]] {
        var order: [Int64] = []
        var printings: [Int64: [StoredFigure]] = [:]
        for stored in figures {
            if printings[stored.claim] == nil { order.append(stored.claim) }
            printings[stored.claim, default: []].append(stored)
        }
        return order.map { claim in
            (printings[claim] ?? []).sorted { a, b in
                a.isCopy != b.isCopy ? b.isCopy : isEarlier(a, b)
            }
        }
    }

    /// The key of each claim; a total that does not state its start takes it from those of its kind that do, where they
    /// all state the same.
    private static func keys(_ claims: [[StoredFigure]]) -> [SeriesKey] {
        var starts: [SeriesKey: Set<CalendarDate>] = [:]
        let keys = claims.map(key)
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

    /// The key of a claim: one of its printings may tell the start that the others leave out.
    private static func key(_ printings: [StoredFigure]) -> SeriesKey {
        var key = SeriesKey(printings[0])
        let starts = Set(printings.lazy.filter { !$0.isCopy }.compactMap(\.figure.periodStart))
        if starts.count == 1, key.period == .total { key.periodStart = starts.first }
        return key
    }

    /// The claim with its printings in order of publication; nil where its day is unknown.
    private static func point(_ printings: [StoredFigure]) -> SeriesPoint? {
        let figure = printings[0].figure
        guard let date = figure.date ?? figure.reported.map({ PartialDate($0) }) else { return nil }
        return SeriesPoint(
            date: date, value: figure.value, low: figure.low, high: figure.high, qualifier: figure.qualifier,
            status: figure.status, isDatedByPublication: figure.date == nil,
            printings: printings.sorted(by: isEarlier))
    }

    private static func isBefore(_ a: SeriesPoint, _ b: SeriesPoint) -> Bool {
        if a.date.last != b.date.last { return a.date.last < b.date.last }
        if a.value != b.value { return a.value < b.value }
        return (a.date.description, a.qualifier.rawValue, a.low ?? 0, a.high ?? 0)
            < (b.date.description, b.qualifier.rawValue, b.low ?? 0, b.high ?? 0)
    }

    private static func isEarlier(_ a: StoredFigure, _ b: StoredFigure) -> Bool {
        let none = CalendarDate(dayNumber: .max)
        return (a.figure.reported ?? none, a.figure.publisher ?? "", a.figure.doc, a.id)
            < (b.figure.reported ?? none, b.figure.publisher ?? "", b.figure.doc, b.id)
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
            derivation?.rawValue ?? "",
        ]
    }
}
