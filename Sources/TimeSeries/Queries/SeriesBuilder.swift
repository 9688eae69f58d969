import Figures

extension Store {
    /// The figures that pass the filter as time series, by measure, place, source and population.
    ///
    /// A figure whose text tells no day stands on its day of publication, and its point says so; one with neither
    /// is left out, since it has no place in time.
    ///
    /// - Parameter words: whether the printings have their words (quote, number, term, address, who was quoted how);
    ///   for a list of numbers they are left out, which takes a fraction of the time.
    public func series(
        _ filter: FigureFilter = FigureFilter(), words: Bool = true
    ) throws(StoreError) -> [Series] {
        var builder = SeriesBuilder()
        try forEachFigure(filter, counts: false, words: words) { builder.add($0) }
        return builder.series()
    }
}

/// Puts figures together into claims and claims into series.
struct SeriesBuilder {
    /// The printings of each claim, in the order in which the claims come first.
    private var claims: [[StoredFigure]] = []
    private var places: [Int64: Int] = [:]

    static func series(_ figures: [StoredFigure]) -> [Series] {
        var builder = SeriesBuilder()
        for stored in figures { builder.add(stored) }
        return builder.series()
    }

    mutating func add(_ stored: StoredFigure) {
        if let place = places[stored.claim] {
            claims[place].append(stored)
        } else {
            places[stored.claim] = claims.count
            claims.append([stored])
        }
    }

    /// Works out the series; nothing can be added then.
    consuming func series() -> [Series] {
        // The one that tells what the claim is comes before the others: the first that is no copy.
        for place in claims.indices where claims[place].count > 1 {
            claims[place].sort { $0.isCopy != $1.isCopy ? $1.isCopy : Self.isEarlier($0, $1) }
        }
        let keys = Self.withStarts(claims.map(Self.key))
        var groups: [SeriesKey: [SeriesPoint]] = [:]
        for (key, printings) in zip(keys, claims) {
            if let point = Self.point(printings) { groups[key, default: []].append(point) }
        }
        return groups.map { Series(key: $0, points: $1.sorted(by: Self.isBefore)) }.sorted { $0.key < $1.key }
    }

    /// A total that does not state its start takes it from those of its kind that do, where they all state the same.
    private static func withStarts(_ keys: [SeriesKey]) -> [SeriesKey] {
        var starts: [SeriesKey: Set<CalendarDate>] = [:]
        for key in keys {
            guard let start = key.periodStart else { continue }
            starts[key.withoutStart, default: []].insert(start)
        }
        if starts.isEmpty { return keys }
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
        if printings.count == 1 || key.period != .total { return key }
        let starts = Set(printings.lazy.filter { !$0.isCopy }.compactMap(\.figure.periodStart))
        if starts.count == 1 { key.periodStart = starts.first }
        return key
    }

    /// The claim with its printings in order of publication; nil where its day is unknown.
    private static func point(_ printings: [StoredFigure]) -> SeriesPoint? {
        let figure = printings[0].figure
        guard let date = figure.date ?? figure.reported.map({ PartialDate($0) }) else { return nil }
        return SeriesPoint(
            date: date, value: figure.value, low: figure.low, high: figure.high, qualifier: figure.qualifier,
            status: figure.status, isDatedByPublication: figure.date == nil,
            printings: printings.count == 1 ? printings : printings.sorted(by: isEarlier))
    }

    private static func isBefore(_ a: SeriesPoint, _ b: SeriesPoint) -> Bool {
        if a.date.last != b.date.last { return a.date.last < b.date.last }
        if a.value != b.value { return a.value < b.value }
        return (a.date.description, a.qualifier.rawValue, a.low ?? 0, a.high ?? 0)
            < (b.date.description, b.qualifier.rawValue, b.low ?? 0, b.high ?? 0)
    }

    private static func isEarlier(_ a: StoredFigure, _ b: StoredFigure) -> Bool {
        (a.figure.reported ?? never, a.figure.publisher ?? "", a.figure.doc, a.id)
            < (b.figure.reported ?? never, b.figure.publisher ?? "", b.figure.doc, b.id)
    }

    /// After all days.
    private static let never = CalendarDate(dayNumber: .max)
}

extension SeriesKey: Comparable {
    /// By measure, place, population, unit, status, period, source and start; a place or source that is missing comes
    /// last.
    public static func < (a: SeriesKey, b: SeriesKey) -> Bool {
        let last = "\u{10FFFF}"
        if a.measure != b.measure { return a.measure < b.measure }
        if a.place != b.place { return a.place ?? last < b.place ?? last }
        if a.population != b.population {
            let (one, other) = (a.population.joined(separator: " "), b.population.joined(separator: " "))
            if one != other { return one < other }
        }
        if a.unit != b.unit { return a.unit < b.unit }
        if a.status != b.status { return a.status.rawValue < b.status.rawValue }
        if a.period != b.period { return a.period.rawValue < b.period.rawValue }
        if a.source != b.source { return a.source ?? last < b.source ?? last }
        if a.periodStart != b.periodStart {
            guard let start = a.periodStart, let other = b.periodStart else { return a.periodStart == nil }
            return start < other
        }
        return a.derivation?.rawValue ?? "" < b.derivation?.rawValue ?? ""
    }

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
}
