public import Figures

/// What makes figures comparable: they count the same thing, for the same people and place, by the same
/// party, over the same kind of period. Figures with different keys are laid side by side, never joined.
public struct SeriesKey: Sendable, Hashable {
    public var measure: String
    /// Without the people of the place itself, sorted.
    public var population: [String]
    /// The place's name; nil where the figures name none.
    public var place: String?
    /// The source's name; nil where the article states it in its own voice.
    public var source: String?
    public var unit: String
    public var period: Period
    /// The day that a total counts from. Figures that do not state it are with those that do where there is only
    /// one such day; `Series.statedStarts` says how many stated it.
    public var periodStart: CalendarDate?
    /// What happened and what is planned or feared are never one series.
    public var status: Status
    /// What the series was worked out by; nil for one that articles state.
    public var derivation: Derivation?

    public init(
        measure: String, population: [String] = [], place: String?, source: String?, unit: String, period: Period,
        periodStart: CalendarDate? = nil, status: Status = .actual, derivation: Derivation? = nil
    ) {
        self.measure = measure
        self.population = population
        self.place = place
        self.source = source
        self.unit = unit
        self.period = period
        self.periodStart = periodStart
        self.status = status
        self.derivation = derivation
    }

    init(_ stored: StoredFigure) {
        let figure = stored.figure
        self.init(
            measure: figure.measure, population: stored.populationKey, place: stored.placeName ?? figure.place?.name,
            source: figure.source?.name, unit: figure.unit, period: figure.period, periodStart: figure.periodStart,
            status: figure.status)
    }
}

/// One claim: a value for a day, with every printing of it.
public struct SeriesPoint: Sendable, Hashable {
    public var date: PartialDate
    public var value: Double
    public var low: Double?
    public var high: Double?
    public var qualifier: Qualifier
    public var status: Status
    /// The text does not tell the day; `date` is the day of publication.
    public var isDatedByPublication: Bool
    /// The figures that print this claim, first published first; never empty.
    public var printings: [StoredFigure]

    public init(
        date: PartialDate, value: Double, low: Double?, high: Double?, qualifier: Qualifier, status: Status,
        isDatedByPublication: Bool = false, printings: [StoredFigure]
    ) {
        self.date = date
        self.value = value
        self.low = low
        self.high = high
        self.qualifier = qualifier
        self.status = status
        self.isDatedByPublication = isDatedByPublication
        self.printings = printings
    }

    /// How many different articles print the claim.
    public var articleCount: Int { printings.count == 1 ? 1 : Set(printings.map(\.articleID)).count }

    /// Who printed it, first published first, each once; the article's name where the publisher is unknown.
    public var publishers: [String] {
        if printings.count == 1 { return [printings[0].figure.publisher ?? printings[0].figure.doc] }
        var seen: Set<String> = []
        return printings.map { $0.figure.publisher ?? $0.figure.doc }.filter { seen.insert($0).inserted }
    }

    /// What the claim allows, both ends inclusive; infinite where it is open.
    ///
    /// "About 1,400" is taken as rounded to its last digit that is not zero: 1,350 to 1,450.
    public var bounds: ClosedRange<Double> {
        let slack = qualifier == .about ? SeriesPoint.roundingUnit(value) / 2 : 0
        let low = (self.low ?? -.infinity) - slack
        return low...Swift.max(low, (high ?? .infinity) + slack)
    }

    /// 100 for 1400; 1 for a number that is not whole.
    private static func roundingUnit(_ value: Double) -> Double {
        guard value >= 10, value < 1e15, value == value.rounded() else { return 1 }
        var unit = 1.0
        while value.truncatingRemainder(dividingBy: unit * 10) == 0 { unit *= 10 }
        return unit
    }
}

/// The claims of one key over time, oldest first.
public struct Series: Sendable, Hashable {
    public var key: SeriesKey
    public var points: [SeriesPoint]

    public init(key: SeriesKey, points: [SeriesPoint]) {
        self.key = key
        self.points = points
    }

    /// How many of the claims state the day that the total counts from.
    public var statedStarts: Int {
        points.filter { $0.printings.contains { $0.figure.periodStart != nil } }.count
    }

    public var articleCount: Int { Set(points.flatMap { $0.printings.map(\.articleID) }).count }
}
