import ArgumentParser
import Reports
import TimeSeries

struct SeriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "series", abstract: "The numbers over time, one series for each source, place and kind of count.")

    @Argument(help: ArgumentHelp("Measures; none means all.", valueName: "measure"))
    var measures: [String] = []

    @OptionGroup var query: QueryOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        try reporting {
            let (store, filter) = try query.open(measures: measures)
            let series = try store.series(filter)
            Output.write { output in
                SeriesRows.write(series, format.format, width: format.width) { output.write($0) }
            }
        }
    }
}
