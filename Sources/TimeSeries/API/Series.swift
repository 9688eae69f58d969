public import Figures

/// A figure as the store has it, with its article: all that a table, chart or citation needs.
public struct StoredFigure: Sendable, Hashable {
    /// The row in the store; stable as long as the article is not read anew.
    public var id: Int64
    public var figure: Figure
    public var articleTitle: String?
    public var articleURL: String?
    public var articlePath: String?

    public init(id: Int64, figure: Figure, articleTitle: String?, articleURL: String?, articlePath: String?) {
        self.id = id
        self.figure = figure
        self.articleTitle = articleTitle
        self.articleURL = articleURL
        self.articlePath = articlePath
    }
}

/// What makes figures comparable: they count the same thing, for the same people and place, by the same
/// party, over the same kind of period. Figures with different keys are laid side by side, never joined.
public struct SeriesKey: Sendable, Hashable {
    public var measure: String
    public var population: [String]
    /// The place's name; nil where the figures name none.
    public var place: String?
    /// The source's name; nil where the article states it in its own voice.
    public var source: String?
    public var unit: String
    public var period: Period
    public var periodStart: CalendarDate?

    public init(
        measure: String, population: [String], place: String?, source: String?, unit: String, period: Period,
        periodStart: CalendarDate?
    ) {
        self.measure = measure
        self.population = population
        self.place = place
        self.source = source
        self.unit = unit
        self.period = period
        self.periodStart = periodStart
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
    /// The figures that print this claim, first published first; never empty.
    public var printings: [StoredFigure]

    public init(
        date: PartialDate, value: Double, low: Double?, high: Double?, qualifier: Qualifier, status: Status,
        printings: [StoredFigure]
    ) {
        self.date = date
        self.value = value
        self.low = low
        self.high = high
        self.qualifier = qualifier
        self.status = status
        self.printings = printings
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
}
