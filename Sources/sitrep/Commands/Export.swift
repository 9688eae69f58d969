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

    @OptionGroup var query: QueryOptions

    func run() throws {
        try reporting {
            try query.writeFigures(format.rows)
        }
    }
}
