import ArgumentParser
import Figures
import Reports
import TimeSeries

struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Take the articles of other stores in, with their figures, reviews and names.",
        discussion: """
            The figures are those of a store that read the articles of this one and then those of the others. Merging \
            again changes nothing, and the other stores stay as they are. What contradicts is listed, with whose word \
            holds: an article that both have keeps the figures that it has here, whoever read it there; articles with \
            different texts are kept both; of contradictory reviews, and of decisions on a name, the later one holds, \
            and all are in the logs.
            """)

    @Argument(help: ArgumentHelp("The other stores.", valueName: "file"))
    var files: [String]

    @OptionGroup var format: FormatOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try reporting {
            let store = try self.store.existing(try data.lexicon(), for: .write)
            var conflicts: [MergeConflict] = []
            for file in files {
                let outcome = try store.merge(file)
                conflicts += outcome.conflicts
                Console.note("\(file): \(Merge.text(outcome))")
            }
            guard !conflicts.isEmpty else { return }
            Output.write { output in
                ConflictRows.write(conflicts, format.format, width: format.width) { output.write($0) }
            }
        }
    }

    /// `12 articles added with 80 figures, 3 there before; 2 reviews, 1 decision on names; 1 conflict`
    private static func text(_ outcome: MergeOutcome) -> String {
        func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
            "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
        }
        var text = "\(count(outcome.articles, "article")) added with \(count(outcome.figures, "figure"))"
        if outcome.known > 0 { text += ", \(outcome.known) there before" }
        var log: [String] = []
        if outcome.reviews > 0 { log.append(count(outcome.reviews, "review")) }
        if outcome.namings > 0 { log.append(count(outcome.namings, "decision on names", "decisions on names")) }
        if !log.isEmpty { text += "; " + log.joined(separator: ", ") }
        if !outcome.conflicts.isEmpty { text += "; " + count(outcome.conflicts.count, "conflict") }
        return text
    }
}
