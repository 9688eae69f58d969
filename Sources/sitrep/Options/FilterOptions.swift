public import ArgumentParser
public import Figures
public import TimeSeries

extension CalendarDate: ExpressibleByArgument {
    public init?(argument: String) {
        guard argument.utf8.count == 10 else { return nil }
        self.init(argument)
    }
}

extension ISOWeek: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Status: ExpressibleByArgument {}

extension Period: ExpressibleByArgument {}

extension FigureFilter.Review: ExpressibleByArgument {}

extension CheckRule: ExpressibleByArgument {}

extension Derivation: ExpressibleByArgument {}

extension SourceKind: ExpressibleByArgument {}

/// Which figures; the same everywhere. An option given twice means either.
struct FilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only this figure, by its number in the store.", valueName: "id"))
    var id: [Int64] = []

    @Option(help: ArgumentHelp("Only this measure; 'sitrep measures' lists them.", valueName: "name"))
    var measure: [String] = []

    @Option(help: ArgumentHelp("Only this place and those in it.", valueName: "name"))
    var place: [String] = []

    @Option(help: ArgumentHelp("Only this source, or 'unattributed'.", valueName: "name"))
    var source: [String] = []

    @Option(help: ArgumentHelp("Only this publisher.", valueName: "name"))
    var publisher: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only of articles with these words; \"food aid\" is a phrase, OR and NOT stand between, raid* is a beginning.",
            valueName: "words"))
    var text: String?

    @Option(help: ArgumentHelp("From this day on, as spoken of.", valueName: "YYYY-MM-DD"))
    var since: CalendarDate?

    @Option(help: ArgumentHelp("To this day, as spoken of.", valueName: "YYYY-MM-DD"))
    var until: CalendarDate?

    @Option(help: ArgumentHelp("Only this day, as spoken of.", valueName: "YYYY-MM-DD"))
    var date: CalendarDate?

    @Option(help: ArgumentHelp("Only this week of ISO 8601, Monday to Sunday.", valueName: "YYYY-Www"))
    var week: ISOWeek?

    @Option(
        help: ArgumentHelp("Only this population, such as children; 'none' for people as a whole.", valueName: "name"))
    var population: [String] = []

    @Option(help: ArgumentHelp("Only this status.", valueName: "status"))
    var status: [Status] = []

    @Option(help: ArgumentHelp("Only events, running totals or states.", valueName: "kind"))
    var period: [Period] = []

    @Option(help: ArgumentHelp("Only figures at least this sure, 0 to 1.", valueName: "number"))
    var minConfidence: Double?

    @Option(
        help: ArgumentHelp(
            "Only figures of this state of review, or 'none'. (default: all but the rejected)", valueName: "state"))
    var review: [FigureFilter.Review] = []

    func validate() throws {
        if week != nil, since != nil || until != nil {
            throw ValidationError("--week goes without --since and --until.")
        }
        if date != nil, week != nil || since != nil || until != nil {
            throw ValidationError("--date goes without --week, --since and --until.")
        }
        if let since, let until, since > until {
            throw ValidationError("--since \(since) lies after --until \(until).")
        }
        do { _ = try text.map { query throws(TextQueryError) in try TextQuery(query) } } catch {
            throw ValidationError("--text: \(error).")
        }
        if let minConfidence, !(0...1).contains(minConfidence) {
            throw ValidationError("--min-confidence wants a number from 0 to 1.")
        }
    }

    /// - Parameter measures: names given as arguments, beside those of `--measure`.
    /// - Throws: `ValidationError` for a measure that there is none of.
    func filter(_ lexicon: Lexicon, measures: [String] = []) throws -> FigureFilter {
        var filter = FigureFilter()
        filter.ids = id
        filter.measures = try (measures + measure).map { try FilterOptions.known($0, lexicon) }
        filter.places = place
        filter.sources = source
        filter.publishers = publisher
        filter.text = text.flatMap { try? TextQuery($0) }
        filter.since = since ?? date ?? week?.monday
        filter.until = until ?? date ?? week?.sunday
        filter.populations = population
        filter.statuses = status
        filter.periods = period
        filter.minimumConfidence = minConfidence
        filter.reviews = review
        return filter
    }

    private static func known(_ name: String, _ lexicon: Lexicon) throws -> String {
        let wanted = name.lowercased()
        if lexicon.measures.contains(where: { $0.name == wanted }) { return wanted }
        let names = lexicon.measures.map(\.name).joined(separator: ", ")
        throw ValidationError("There is no measure '\(name)'. There are: \(names).")
    }
}
