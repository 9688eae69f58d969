import ArgumentParser
import Charts
import Figures
import TimeSeries

struct Plot: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draw the numbers over time; without -o, in the terminal.",
        discussion: "A series is a line of its own: sources, places and kinds of count are never joined.")

    @Argument(help: ArgumentHelp("Measures.", valueName: "measure"))
    var measures: [String]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The picture: its name ends in .png, .svg, .pdf, .txt or .gp.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("The gnuplot to run.", valueName: "program"))
    var gnuplot = "gnuplot"

    @OptionGroup var query: QueryOptions

    func validate() throws {
        if let output, ChartFormat(path: output) == nil {
            throw ValidationError("\(output): a chart's name ends in .png, .svg, .pdf, .txt or .gp.")
        }
    }

    /// Running totals and states, where there are any: single events are no curve, and hide what is.
    private static func drawable(_ series: [Series], _ filter: FigureFilter) -> [Series] {
        let lasting = series.filter { $0.key.period != .event }
        guard filter.periods.isEmpty, !lasting.isEmpty, lasting.count < series.count else { return series }
        Console.note("\(series.count - lasting.count) series of single events left out: see them with --period event")
        return lasting
    }

    func run() throws {
        try reporting {
            let (store, filter) = try query.open(measures: measures)
            let series = Plot.drawable(try store.series(filter), filter)
            // The most reported first: they are the ones that stay where there are too many.
            let chart = Chart(
                series: series.enumerated().sorted {
                    ($1.element.articleCount, $0.offset) < ($0.element.articleCount, $1.offset)
                }.map(\.element), mostLines: 12)
            let renderer = ChartRenderer(gnuplot: gnuplot, theme: ChartTheme(tables: try query.data.tables()))
            if let output { return try renderer.draw([(chart, output)]) }
            let size = Console.size ?? (columns: 100, rows: 30)
            let picture = try renderer.terminal(
                chart, columns: size.columns, rows: size.rows - 2, color: Console.hasColor)
            Output.write { $0.write(picture) }
        }
    }
}
