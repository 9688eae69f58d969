import ArgumentParser
import Figures
import Reports
import TimeSeries

struct Places: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "places",
        abstract: "The places of the figures, each behind the one it lies in, and what they go by.",
        discussion: """
            A place takes in the places inside it: --place Gaza asks for Rafah too. Changes hold for the figures that \
            are there and for those to come; what the texts say stays, and every change is logged.
            """,
        subcommands: [List.self, Merge.self, Split.self, Rename.self, Inside.self, Log.self],
        defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "The places, each behind the one it lies in.")

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

    struct Merge: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "merge",
            abstract: "Let places go by another: the last is the one that stays.")

        @Argument(help: ArgumentHelp("Names or ids.", valueName: "name"))
        var names: [String]

        @OptionGroup var note: NamingOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var data: DataOptions

        func validate() throws { try NameChange.validate(merger: names) }

        func run() throws { try NameChange.merge(.place, names, note.note, store, data) }
    }

    struct Split: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "split", abstract: "Take a merger back.")

        @Argument(help: ArgumentHelp("The name or id that was merged into another.", valueName: "name"))
        var name: String

        @OptionGroup var note: NamingOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var data: DataOptions

        func run() throws {
            try reporting {
                try store.existing(try data.lexicon(), for: .write).split(.place, name, note.note)
                Console.note("\(name) goes by its own name again")
            }
        }
    }

    struct Rename: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rename",
            abstract: "Give a place another name; without one, its own again.")

        @Argument(help: ArgumentHelp("The name or id.", valueName: "name"))
        var name: String

        @Argument(help: ArgumentHelp("What it goes by from now on.", valueName: "new name"))
        var newName: String?

        @OptionGroup var note: NamingOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var data: DataOptions

        func run() throws { try NameChange.rename(.place, name, newName, note.note, store, data) }
    }

    struct Inside: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "inside",
            abstract: "Tell which place a place lies in; without one, what the gazetteer says again.")

        @Argument(help: ArgumentHelp("The name or id.", valueName: "name"))
        var name: String

        @Argument(help: ArgumentHelp("The place that holds it.", valueName: "holder"))
        var holder: String?

        @OptionGroup var note: NamingOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var data: DataOptions

        func run() throws {
            try reporting {
                try store.existing(try data.lexicon(), for: .write).setHolder(ofPlace: name, to: holder, note.note)
                Console.note("\(name) lies \(holder.map { "in \($0)" } ?? "where the gazetteer has it")")
            }
        }
    }

    struct Log: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "log", abstract: "Who changed which name, when and why.")

        @OptionGroup var format: FormatOptions
        @OptionGroup var store: StoreOptions

        func run() throws { try NameChange.log(.place, format, store) }
    }
}
