public import ArgumentParser
public import Charts
import Figures
import Reports
import TimeSeries

extension ChartGrouping: ExpressibleByArgument {}

struct Plot: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plot",
        abstract: "Draw the numbers over time; without -o, in the terminal.",
        discussion: """
            A series is a line of its own: sources, places and kinds of count are never joined. Several measures are drawn \
            side by side. To draw what articles say of one day, see 'sitrep compare -o'.
            """)

    @Argument(help: ArgumentHelp("Measures.", valueName: "measure"))
    var measures: [String]

    @Option(help: ArgumentHelp("What the colours tell apart.", valueName: "what"))
    var by: ChartGrouping = .source

    @Option(help: ArgumentHelp("What to work out from the series, drawn as derived.", valueName: "what"))
    var derive: Derivation?

    @OptionGroup var drawing: DrawingOptions
    @OptionGroup var query: QueryOptions

    /// Of each measure either running totals and states or single events, whichever more articles tell of: the others
    /// would hide them. What is planned stays beside both.
    private static func drawable(_ series: [Series], _ filter: FigureFilter) -> [Series] {
        guard filter.periods.isEmpty else { return series }
        func articles(_ measure: String, _ isEvent: Bool) -> Int {
            let own = series.filter { $0.key.measure == measure && ($0.key.period == .event) == isEvent }
            return Set(own.flatMap { $0.points.flatMap { $0.printings.map(\.articleID) } }).count
        }
        let measures = Set(series.map(\.key.measure))
        let ofEvents = measures.filter { articles($0, true) > articles($0, false) }
        let kept = series.filter {
            $0.key.status == .planned || ($0.key.period == .event) == ofEvents.contains($0.key.measure)
        }
        let left = Set(series).subtracting(kept)
        let events = left.filter { $0.key.period == .event }.count
        if events > 0 { Console.note("\(events) series of single events left out: see them with --period event") }
        if left.count > events {
            Console.note(
                "\(left.count - events) series of totals and states left out: see them with --period total --period stock"
            )
        }
        return kept
    }

    func run() throws {
        try reporting {
            let (store, filter) = try query.open(measures: measures)
            let all = try store.series(filter)
            let series = derive == .change ? all.compactMap(\.dailyChanges) : Plot.drawable(all, filter)
            // The measures as they were asked for, and the most reported first: they are the ones that stay where there
            // are too many.
            let ranked = series.enumerated().sorted {
                let places = [$0, $1].map { filter.measures.firstIndex(of: $0.element.key.measure) ?? 0 }
                return (places[0], $1.element.articleCount, $0.offset) < (places[1], $0.element.articleCount, $1.offset)
            }.map(\.element)
            try drawing.draw(Chart(series: ranked, by: by, mostLines: measures.count > 1 ? 6 : 12), query.data)
        }
    }
}
