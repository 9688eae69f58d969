import ArgumentParser
import Figures
import TimeSeries

struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the store, as it is now, into one whole file.",
        discussion: """
            Nobody who writes meanwhile is held up. The copy is checked, and takes its name when it is whole. To go back \
            to it, copy it to where the store is, when nothing uses that.
            """)

    @Argument(help: ArgumentHelp("The copy.", valueName: "file"))
    var file: String

    @Flag(help: "Put it in the place of a file that is there.")
    var force = false

    @OptionGroup var store: StoreOptions

    func run() throws {
        try reporting {
            let store = try store.existing(.embedded)
            try store.backup(to: file, replacing: force)
            let copy = try Store.existing(path: file, access: .read)
            let figures = try copy.figureCounts().values.reduce(0, +)
            Console.note("\(file): \(try copy.articleCount()) articles with \(figures) figures")
        }
    }
}
