public import Figures

/// An article with its figures marked, and how each number was read.
public enum ExplanationText {
    /// - Parameter all: also the numbers that are no figures.
    public static func text(
        _ article: Article, _ figures: [Figure], _ explanations: [Explanation], all: Bool
    ) -> String {
        let body = figures.filter { $0.field == .text }
        let starts = Set(body.map(\.start))
        let told = explanations.filter { all || starts.contains($0.start) }
        return head(article, figures) + marked(article.text, body) + "\n\n"
            + told.map { derivation($0, body) }.joined(separator: "\n") + "\n"
    }

    private static func head(_ article: Article, _ figures: [Figure]) -> String {
        let names = [article.publisher, article.date?.description, article.title].compactMap { $0 }
        let title = names.isEmpty ? article.id : names.joined(separator: " · ")
        let inTitle = figures.filter { $0.field == .title }.map { "  in the title: \(summary($0))\n" }
        return CellText.line(title) + "\n" + inTitle.joined() + "\n"
    }

    /// The text with «number» and the number of the derivation behind it.
    private static func marked(_ text: String, _ figures: [Figure]) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var at = 0
        for (index, figure) in figures.enumerated() where figure.start >= at && figure.end <= bytes.count {
            result += bytes[at..<figure.start] + Array("«".utf8) + bytes[figure.start..<figure.end]
            result += Array("»[\(index + 1)]".utf8)
            at = figure.end
        }
        result += bytes[at...]
        return CellText.block(String(decoding: result, as: UTF8.self))
    }

    private static func derivation(_ explanation: Explanation, _ figures: [Figure]) -> String {
        let index =
            figures.firstIndex { $0.start == explanation.start && $0.end == explanation.end }
            ?? figures.firstIndex { $0.start == explanation.start }
        guard let index else { return passedOver(explanation) }
        return "[\(index + 1)] \(CellText.line(explanation.number)): \(summary(figures[index]))\n"
            + explanation.decisions.map(decision).joined()
    }

    private static func passedOver(_ explanation: Explanation) -> String {
        let why = explanation.gate.map { "no figure: \($0)" } ?? "no figure"
        return "[–] \(CellText.line(explanation.number)) at byte \(explanation.start): \(why)\n"
            + explanation.decisions.map(decision).joined()
    }

    /// `deaths 9,000+ · Gaza · Gaza Ministry of Health · 2023-11-03 · total since 2023-10-07`
    private static func summary(_ figure: Figure) -> String {
        let what = [figure.measure + " " + ValueText.text(figure)] + figure.population
        let status = figure.status == .actual ? [] : [figure.status.rawValue]
        let parts =
            what + status + [
                figure.place?.name ?? "no place", figure.source?.name ?? "unattributed",
                figure.date?.description ?? "no day",
                figure.period.rawValue + (figure.periodStart.map { " since \($0)" } ?? ""),
            ]
        return CellText.line(parts.joined(separator: " · "))
    }

    private static func decision(_ decision: Explanation.Decision) -> String {
        "  \(decision.question)\n" + decision.answers.map(answer).joined()
    }

    private static func answer(_ answer: Explanation.WeighedAnswer) -> String {
        let share = "\(Int((answer.belief * 100).rounded()))%"
        let reasons = answer.reasons.map { reason in
            let weight = (reason.weight * 100).rounded() / 100
            return "\(reason.feature) \(weight > 0 ? "+" : "")\(weight)"
        }
        let gap = String(repeating: " ", count: max(0, 4 - share.count))
        return "    \(gap)\(share) \(CellText.line(answer.answer))"
            + (reasons.isEmpty ? "" : "  (" + reasons.joined(separator: ", ") + ")") + "\n"
    }
}
