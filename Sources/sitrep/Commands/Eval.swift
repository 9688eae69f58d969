import ArgumentParser
import Figures
import Foundation

struct Eval: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "How well the figures agree with those that a person marked.",
        discussion: """
            Precision, recall and F1 of detection, the share of the figures met whose attributes agree, the same for \
            each measure, and how right the figures are by their confidence. With --data it shows what an edit of the \
            tables did.
            """)

    @Option(help: ArgumentHelp("The marked figures as JSON Lines.", valueName: "file"))
    var gold: String

    @Option(help: ArgumentHelp("Their articles as JSON Lines.", valueName: "file"))
    var articles: String

    @OptionGroup var data: DataOptions

    func run() throws {
        try reporting {
            let extractor = Extractor(lexicon: try data.lexicon())
            let marked = Dictionary(grouping: try GoldFile.figures(gold), by: \.doc)
            let judged = GoldFile.articles(articles).filter { marked[$0.id] != nil }
            guard !judged.isEmpty else {
                throw Failure.nothingDone("\(articles): holds none of the articles that \(gold) speaks of")
            }
            var evaluation = Evaluation()
            for article in judged {
                evaluation.add(gold: marked[article.id] ?? [], found: extractor.figures(in: article))
            }
            Output.write { $0.write(Eval.text(evaluation, texts: judged.count)) }
        }
    }

    private static func text(_ evaluation: Evaluation, texts: Int) -> String {
        let found = evaluation.detection
        var text = "texts \(texts)   gold \(found.met + found.missed)   met \(found.met)   missed \(found.missed)"
        text += "   extra \(found.extra)\n"
        text += "detection  \(scores(found))\nstrict     \(scores(evaluation.strict))   (value right too)\n"
        for attribute in Evaluation.Attribute.allCases {
            guard let share = evaluation.attributes[attribute] else { continue }
            text += "  \(padded(attribute.rawValue, 33)) \(decimal(share.value))  of \(share.count)\n"
        }
        for (measure, tally) in evaluation.measures.sorted(by: { $0.key < $1.key }) {
            text += "  \(padded(measure, 12)) \(scores(tally))   met \(tally.met) missed \(tally.missed)"
            text += " extra \(tally.extra)\n"
        }
        text += "confidence    right   of\n"
        for (tenth, share) in evaluation.confidences.enumerated() where share.count > 0 {
            text +=
                "  0.\(tenth) to \(tenth == 9 ? "1.0" : "0.\(tenth + 1)")  \(decimal(share.value))   \(share.count)\n"
        }
        return text
    }

    private static func scores(_ tally: Evaluation.Tally) -> String {
        "P \(decimal(tally.precision))  R \(decimal(tally.recall))  F1 \(decimal(tally.f1))"
    }

    private static func decimal(_ number: Double) -> String { String(format: "%.3f", number) }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
