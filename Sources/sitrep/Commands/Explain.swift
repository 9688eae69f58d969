import ArgumentParser
import Articles
import Figures
import Reports
import TimeSeries

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The article with its figures marked, and why each was read so.",
        discussion: """
            Figures stand in «» with a number; behind the text, for each number, what was asked and which answers were \
            weighed, with the heaviest reasons for and against.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var data: DataOptions

    @Flag(help: "Also the numbers that were passed over, and why.")
    var all = false

    @Option(help: ArgumentHelp("How many reasons to name for each answer.", valueName: "number"))
    var reasons = 4

    func validate() throws {
        guard (0...50).contains(reasons) else { throw ValidationError("--reasons wants a number from 0 to 50.") }
    }

    func run() throws {
        try reporting {
            let extractor = Extractor(lexicon: try data.lexicon())
            var pump = try ArticlePump(input)
            try Output.write { output in
                try pump.run { batch in
                    for incoming in batch {
                        output.write(
                            ExplanationText.text(
                                incoming.article, extractor.figures(in: incoming.article),
                                extractor.explanations(of: incoming.article, reasons: reasons), all: all))
                    }
                }
            }
            try pump.finish()
        }
    }
}
