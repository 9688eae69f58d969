import ArgumentParser
import Reports
import TimeSeries

struct SeriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "series", abstract: "The numbers over time, one series for each source, place and kind of count.")

    @Argument(help: ArgumentHelp("Measures; none means all.", valueName: "measure"))
    var measures: [String] = []

    @OptionGroup var filters: FilterOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try reporting {
            let lexicon = try data.lexicon()
            let filter = try filters.filter(lexicon, measures: measures)
            let series = try store.existing(lexicon).series(filter)
            Output.write { output in
                SeriesRows.write(series, format.format, width: format.width) { output.write($0) }
            }
        }
    }
}
