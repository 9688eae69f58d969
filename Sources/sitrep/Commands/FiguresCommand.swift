import ArgumentParser
import Reports
import TimeSeries

struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures", abstract: "List the figures, each with its words.",
        discussion: "A day in brackets is the day of publication, where the text tells none.")

    @OptionGroup var query: QueryOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        try reporting {
            try query.writeFigures(format.format, width: format.width)
        }
    }
}
