import ArgumentParser
import Reports
import TimeSeries

struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures", abstract: "List the figures, each with its words.",
        discussion: "A day in brackets is the day of publication, where the text tells none.")

    @OptionGroup var filters: FilterOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try reporting {
            let lexicon = try data.lexicon()
            let filter = try filters.filter(lexicon)
            let store = try store.existing(lexicon)
            try Output.write { output in
                var rows = FigureRows(format: format.format, width: format.width) { output.write($0) }
                try store.forEachFigure(filter) { rows.add($0) }
                rows.finish()
            }
        }
    }
}
