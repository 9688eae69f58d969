import ArgumentParser
import Figures
import Reports
import TimeSeries

struct Sources: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "Who vouches for the figures, under which names, and what they go by.",
        discussion: """
            Changes hold for the figures that are there and for those to come. What the texts say stays, every change \
            is logged, and 'split', and the same command without a new name, take it back.
            """,
        subcommands: [List.self, Merge.self, Split.self, Rename.self, Kind.self, Log.self],
        defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "The sources, the most quoted first.")

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

    struct Merge: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "merge",
            abstract: "Let sources go by another: the last is the one that stays.")

        @Argument(help: ArgumentHelp("Names or ids.", valueName: "name"))
        var names: [String]

        @OptionGroup var note: NamingOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var data: DataOptions

        func validate() throws { try NameChange.validate(merger: names) }

        func run() throws { try NameChange.merge(.source, names, note.note, store, data) }
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
                try store.existing(try data.lexicon(), for: .write).split(.source, name, note.note)
                Console.note("\(name) goes by its own name again")
            }
        }
    }

    struct Rename: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rename",
            abstract: "Give a source another name; without one, its own again.")

        @Argument(help: ArgumentHelp("The name or id.", valueName: "name"))
        var name: String

        @Argument(help: ArgumentHelp("What it goes by from now on.", valueName: "new name"))
        var newName: String?

        @OptionGroup var note: NamingOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var data: DataOptions

        func run() throws { try NameChange.rename(.source, name, newName, note.note, store, data) }
    }

    struct Kind: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "kind",
            abstract: "Tell what kind of party a source is; without a kind, what the tables say again.")

        @Argument(help: ArgumentHelp("The name or id.", valueName: "name"))
        var name: String

        @Argument(help: "The kind.")
        var kind: SourceKind?

        @OptionGroup var note: NamingOptions
        @OptionGroup var store: StoreOptions
        @OptionGroup var data: DataOptions

        func run() throws {
            try reporting {
                try store.existing(try data.lexicon(), for: .write).setKind(ofSource: name, to: kind, note.note)
                Console.note("\(name) is \(kind.map(\.rawValue) ?? "what the tables say")")
            }
        }
    }

    struct Log: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "log", abstract: "Who changed which name, when and why.")

        @OptionGroup var format: FormatOptions
        @OptionGroup var store: StoreOptions

        func run() throws { try NameChange.log(.source, format, store) }
    }
}

/// What the changes of names of sources and of places have in common.
enum NameChange {
    static func validate(merger names: [String]) throws {
        guard names.count > 1 else { throw ValidationError("Merge what into what? Give two names or more.") }
    }

    static func merge(
        _ kind: NamedKind, _ names: [String], _ note: ChangeNote, _ store: StoreOptions, _ data: DataOptions
    ) throws {
        try reporting {
            let others = Array(names.dropLast())
            try store.existing(try data.lexicon(), for: .write).merge(kind, others, into: names[names.count - 1], note)
            Console.note(
                "\(others.joined(separator: ", ")) \(others.count == 1 ? "goes" : "go") by \(names.last ?? "")")
        }
    }

    static func rename(
        _ kind: NamedKind, _ name: String, _ new: String?, _ note: ChangeNote, _ store: StoreOptions,
        _ data: DataOptions
    ) throws {
        try reporting {
            try store.existing(try data.lexicon(), for: .write).rename(kind, name, to: new, note)
            Console.note("\(name) goes by \(new ?? "its own name again")")
        }
    }

    static func log(_ kind: NamedKind, _ format: FormatOptions, _ store: StoreOptions) throws {
        try reporting {
            let log = try store.existing(.embedded).namings(kind)
            Output.write { output in LogRows.write(log, format.format, width: format.width) { output.write($0) } }
        }
    }
}
