import ArgumentParser
import Figures
import Reports
import TimeSeries

struct SeriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "series", abstract: "The numbers over time, one series for each source, place and kind of count.",
        discussion: """
            --derive change gives the daily change of running totals in their place, marked as derived. There is one \
            only where a total is known for a day and for the day before: gaps stay gaps.
            """)

    @Argument(help: ArgumentHelp("Measures; none means all.", valueName: "measure"))
    var measures: [String] = []

    @Option(help: ArgumentHelp("What to work out from the series.", valueName: "what"))
    var derive: Derivation?

    @OptionGroup var query: QueryOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        try reporting {
            let (store, filter) = try query.open(measures: measures)
            var series = try store.series(filter, words: false)
            if derive == .change {
                let totals = series.count { $0.key.period == .total }
                if totals < series.count {
                    Console.note("\(series.count - totals) series left out: only running totals have a daily change")
                }
                series = series.compactMap(\.dailyChanges)
            }
            Output.write { output in
                SeriesRows.write(series, format.format, width: format.width) { output.write($0) }
            }
        }
    }
}
