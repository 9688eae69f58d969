import ArgumentParser
import Figures
import Reports
import TimeSeries

struct Measures: ParsableCommand {
    static let configuration = CommandConfiguration(
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

struct Sources: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Who vouches for the figures, under which names, the most quoted first.")

    @OptionGroup var format: FormatOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try reporting {
            let store = try store.existing(try data.lexicon())
            let sources = try store.sources()
            let unattributed = try store.unattributedCount()
            Output.write { output in
                StoreRows.write(sources, unattributed: unattributed, format.format, width: format.width) {
                    output.write($0)
                }
            }
        }
    }
}

struct Places: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The places of the figures, each behind the one it lies in.")

    @OptionGroup var format: FormatOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try reporting {
            let places = try store.existing(try data.lexicon()).places()
            Output.write { output in
                StoreRows.write(places, format.format, width: format.width) { output.write($0) }
            }
        }
    }
}
