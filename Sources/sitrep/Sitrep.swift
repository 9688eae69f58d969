import ArgumentParser
import Figures

/// Each command says its name in so many words: to make it of the name of the type costs the run-time a look through all
/// conformances of the program, half a millisecond a command.
@main
struct Sitrep: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitrep",
        abstract: "Reads articles and keeps every number on the human cost of a crisis: who said it, when, where.",
        discussion: """
            Results go to standard output, all else to standard error. Exit status: 0 all done; 1 some input failed \
            and the rest is done; 2 nothing could be done; 64 the command line is wrong.
            """,
        version: Extractor.version,
        subcommands: [],
        groupedSubcommands: [
            CommandGroup(
                name: "Reading:", subcommands: [Ingest.self, Watch.self, Extract.self, Explain.self, Read.self]),
            CommandGroup(
                name: "Asking the store:",
                subcommands: [
                    FiguresCommand.self, SeriesCommand.self, Compare.self, Check.self, Measures.self, Sources.self,
                    Places.self,
                ]),
            CommandGroup(name: "Showing:", subcommands: [Plot.self, Report.self, Export.self]),
            CommandGroup(
                name: "Keeping it well:",
                subcommands: [Review.self, Backup.self, Merge.self, Doctor.self, Eval.self, Train.self]),
        ])

    /// As ArgumentParser has it, but that an error which quotes the command line is told as all others are.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            if code == .success || text.isEmpty { exit(withError: error) }
            Console.tell(text)
            exit(withError: code)
        }
    }
}
