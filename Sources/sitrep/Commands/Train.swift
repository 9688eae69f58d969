import ArgumentParser
import Figures
import Foundation

struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Fit the weights of the extractor to articles with annotated figures.",
        discussion: "Writes the table weights.tsv. The same input gives the same weights.")

    @Argument(help: ArgumentHelp("Articles as JSON Lines.", valueName: "articles"))
    var articles: String

    @Argument(help: ArgumentHelp("Their figures as JSON Lines.", valueName: "figures"))
    var gold: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The table to write.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("How often each article is learned from.", valueName: "number"))
    var rounds = 8

    @Option(help: ArgumentHelp("Leave out every nth article, beginning with this one: K/N.", valueName: "k/n"))
    var leaveOut: String?

    @Option(help: ArgumentHelp("Also learn from marked examples; may be given again.", valueName: "file"))
    var examples: [String] = []

    @OptionGroup var data: DataOptions

    func run() throws {
        try reporting {
            let list = GoldFile.articles(articles)
            let fold = try Fold(leaveOut)
            let kept = list.enumerated().filter { !fold.contains($0.offset) }.map(\.element)
            var trainer = Trainer(try data.tables())
            let marked = try examples.map(exampleText)
            trainer.train(
                kept + marked.flatMap(\.articles), gold: try GoldFile.figures(gold) + marked.flatMap(\.figures),
                complete: Set(marked.flatMap { $0.articles.map(\.id) }), rounds: rounds)
            do { try trainer.table().write(toFile: output, atomically: true, encoding: .utf8) } catch {
                throw Failure.nothingDone("\(output): cannot be written: \(error.localizedDescription)")
            }
        }
    }

    private func exampleText(_ path: String) throws -> ExampleText {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure.nothingDone("\(path): cannot be read")
        }
        let text = ExampleText(String(decoding: data, as: UTF8.self), name: path)
        for problem in text.problems { Console.note("\(path), line \(problem.line): \(problem.why)") }
        return text
    }

    /// Every nth article from the kth on, counted from 0; none where the text is nil.
    struct Fold {
        private let first: Int
        private let step: Int

        init(_ text: String?) throws {
            guard let text else {
                (first, step) = (-1, 1)
                return
            }
            let parts = text.split(separator: "/").compactMap { Int($0) }
            guard parts.count == 2, parts[1] > 1, (0..<parts[1]).contains(parts[0]) else {
                throw ValidationError("--leave-out wants K/N with K less than N, such as 0/5.")
            }
            (first, step) = (parts[0], parts[1])
        }

        func contains(_ index: Int) -> Bool { first >= 0 && index % step == first }
    }
}
