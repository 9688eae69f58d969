import ArgumentParser
import Charts
import Reports
import TimeSeries

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "What several articles or sources say of one thing on one day, side by side, disagreements first.",
        discussion: """
            With -o FILE they are drawn: a row for each article, a dot for its number, a bar for its range, an arrow where \
            it is open.
            """)

    @Argument(help: ArgumentHelp("Measures; none means all.", valueName: "measure"))
    var measures: [String] = []

    @Flag(help: "Only where two sources cannot both be right.")
    var disagreements = false

    @OptionGroup var drawing: DrawingOptions
    @OptionGroup var query: QueryOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        try reporting {
            let (store, filter) = try query.open(measures: measures)
            var comparisons = try store.comparisons(filter)
            if disagreements { comparisons.removeAll { $0.disagreement == nil } }
            if drawing.isAsked {
                let chart = Chart(comparisons: comparisons) { ValueText.text($0, unit: $1.unit) }
                return try drawing.draw(chart, query.data)
            }
            Output.write { output in
                ComparisonRows.write(comparisons, format.format, width: format.width) { output.write($0) }
            }
        }
    }
}
