import ArgumentParser
import Figures
import Reports
import TimeSeries

struct Measures: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measures",
        abstract: "What is counted, and how many figures there are of each.")

    @OptionGroup var format: FormatOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try reporting {
            let lexicon = try data.lexicon()
            // The measures are known without a store; only the counts want one.
            let counts = try? store.existing(lexicon).figureCounts()
            Output.write { output in
                StoreRows.write(lexicon.measures, counts: counts, format.format, width: format.width) {
                    output.write($0)
                }
            }
        }
    }
}
