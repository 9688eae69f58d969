import ArgumentParser
import Reports
import TimeSeries

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "All figures with quote, source, publisher, date and address on every row.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv, jsonl

        var rows: RowFormat { self == .csv ? .csv : .jsonl }
    }

    @Option(help: ArgumentHelp("csv or jsonl.", valueName: "format"))
    var format: Format = .csv

    @OptionGroup var filters: FilterOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try reporting {
            let lexicon = try data.lexicon()
            let filter = try filters.filter(lexicon)
            let store = try store.existing(lexicon)
            try Output.write { output in
                var rows = FigureRows(format: format.rows) { output.write($0) }
                try store.forEachFigure(filter) { rows.add($0) }
                rows.finish()
            }
        }
    }
}
