public import ArgumentParser
import Articles
import Figures
public import Reports
import TimeSeries

extension ExplanationFormat: ExpressibleByArgument {}

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "The article with its figures marked, and why each was read so.",
        discussion: """
            Figures stand in «», on a terminal in the colour of what they count, with a number; behind the text, for each \
            number, a tree: which words told it, which answers were weighed, and the heaviest reasons for and against. As \
            html it is one page in which a click on a figure opens its tree.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var data: DataOptions

    @Flag(help: "Also the numbers that were passed over, each with its place.")
    var all = false

    @Option(help: ArgumentHelp("How many reasons to name for each answer.", valueName: "number"))
    var reasons = 4

    @Option(help: ArgumentHelp("How it comes out. (default: by the file's name, else text)", valueName: "format"))
    var format: ExplanationFormat?

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write; .html makes a page.", valueName: "file"))
    var output: String?

    func validate() throws {
        guard (0...50).contains(reasons) else { throw ValidationError("--reasons wants a number from 0 to 50.") }
    }

    func run() throws {
        try reporting {
            let extractor = Extractor(lexicon: try data.lexicon())
            var pump = try ArticlePump(input)
            switch format ?? output.map(ExplanationFormat.init(path:)) ?? .text {
            case .text: try writeText(&pump, extractor)
            case .html: try writePage(&pump, extractor)
            }
            try pump.finish()
        }
    }

    private func writeText(_ pump: inout ArticlePump, _ extractor: Extractor) throws {
        let style = ExplanationText(all: all, color: output == nil && Console.hasColor)
        try Output.write(to: output) { output in
            try explain(&pump, extractor) { output.write(style.text($0, $1, $2)) }
        }
    }

    private func writePage(_ pump: inout ArticlePump, _ extractor: Extractor) throws {
        var page = ExplanationPage(all: all)
        try Output.write(to: output) { output in
            try explain(&pump, extractor) { page.add($0, $1, $2) }
            output.write(try page.html(tables: data.tables()))
        }
        guard let output else { return }
        let articles = "\(page.articleCount) article\(page.articleCount == 1 ? "" : "s")"
        Console.note("\(output): \(articles) with \(page.figureCount) figure\(page.figureCount == 1 ? "" : "s")")
    }

    /// Hands on each article with its figures and their derivations; what stands in the output's place stays where
    /// nothing could be read.
    private func explain(
        _ pump: inout ArticlePump, _ extractor: Extractor, _ body: (Article, [Figure], [Explanation]) -> Void
    ) throws {
        var count = 0
        try pump.run { batch in
            count += batch.count
            for article in batch.map(\.article) {
                body(article, extractor.figures(in: article), extractor.explanations(of: article, reasons: reasons))
            }
        }
        if count == 0 { try pump.finish() }
    }
}
