public import Figures

/// An article with its figures marked, and how each number was read, for terminals and pipes.
///
///     At least «9,061»[1] people have been killed in Gaza, the Gaza Health Ministry said.
///
///     [1] 9,061: deaths 9,061+ · Gaza · Gaza Ministry of Health · 2023-11-03 · total
///     ├─ number    9,061, in digits – "At least": at_least, 9,061 or more
///     ├─ measure   deaths 99% – by "killed" (object+passiveSubject)
///     │  ├─ for it: pattern(passiveSubject) +1.2, …
///     │  └─ not injured, <1%: …
///     …
public struct ExplanationText: Sendable {
    /// The trees of the numbers that are no figures too; else they are one line.
    public var all: Bool
    /// Figures in the colours of their measures, as ECMA-48 has them, in the place of `«»`.
    public var color: Bool

    public init(all: Bool = false, color: Bool = false) {
        self.all = all
        self.color = color
    }

    /// - Parameter explanations: what `Extractor.explanations(of:)` tells of the article.
    public func text(_ article: Article, _ figures: [Figure], _ explanations: [Explanation]) -> String {
        let explained = ExplainedArticle(article, figures, explanations)
        let trees = explained.items.map(tree) + (all ? explained.passedOver.map(passedOver) : [])
        let list = all ? "" : passedOverLine(explained.passedOver)
        let parts = [legend(explained)] + trees + [list]
        return head(explained) + marked(explained, .text) + "\n\n"
            + parts.filter { !$0.isEmpty }.joined(separator: "\n")
            + "\n"
    }

    // MARK: The article

    private func head(_ explained: ExplainedArticle) -> String {
        let title = marked(explained, .title).replacing("\n", with: " ").replacing("\t", with: " ")
        let line = [CellText.line(explained.origin), title].filter { !$0.isEmpty }.joined(separator: " · ")
        return (line.isEmpty ? CellText.line(explained.article.id) : line) + "\n\n"
    }

    /// The field with each figure marked, and the number of its tree behind it.
    private func marked(_ explained: ExplainedArticle, _ field: TextField) -> String {
        let bytes = explained.bytes(field)
        func words(_ range: Range<Int>) -> String { CellText.block(String(decoding: bytes[range], as: UTF8.self)) }
        return explained.runs(field).map { run in
            switch run {
            case .plain(let range): words(range)
            case .figure(let item): mark(words(item.figure.start..<item.figure.end), item)
            case .passedOver(let number): words(number.start..<number.end)
            }
        }.joined()
    }

    private func mark(_ words: String, _ item: ExplainedArticle.Item) -> String {
        color ? painted(words, item.group) + painted("[\(item.number)]", "2") : "«\(words)»[\(item.number)]"
    }

    private func painted(_ words: String, _ group: MeasureGroup) -> String {
        painted(words, "1;\(group.terminalColor)")
    }

    private func painted(_ words: String, _ style: String) -> String {
        color ? "\u{1B}[\(style)m\(words)\u{1B}[0m" : words
    }

    /// What the colours stand for, of those that the article shows.
    private func legend(_ explained: ExplainedArticle) -> String {
        guard color else { return "" }
        let groups = MeasureGroup.allCases.filter { group in explained.items.contains { $0.group == group } }
        return groups.isEmpty ? "" : groups.map { painted("■ " + $0.title, $0) }.joined(separator: "  ") + "\n"
    }

    // MARK: How it was read

    private func tree(_ item: ExplainedArticle.Item) -> String {
        let place = item.figure.field == .title ? " in the title" : ""
        let head = painted("[\(item.number)] \(CellText.line(item.figure.number))", item.group)
        return "\(head)\(place): \(ExplainedArticle.summary(item.figure))\n"
            + (item.explanation.map { branches(Derivation($0, item.figure)) } ?? "")
    }

    private func passedOver(_ number: Explanation) -> String {
        let place = number.field == .title ? " of the title" : ""
        let head = "[–] \(CellText.line(number.number)) at byte \(number.start)\(place)"
        return "\(head): no figure: \(ExplainedArticle.why(number))\n"
            + (number.gate == nil ? branches(Derivation(number, nil)) : "")
    }

    /// `No figures: 9, 4 (date) · 2023 (year) · 28 (age). See --all.`
    private func passedOverLine(_ numbers: [Explanation]) -> String {
        var reasons: [String] = []
        var words: [String: [String]] = [:]
        for number in numbers {
            let why = ExplainedArticle.why(number)
            if words[why] == nil { reasons.append(why) }
            words[why, default: []].append(CellText.line(number.number))
        }
        guard !reasons.isEmpty else { return "" }
        let list = reasons.map { (words[$0] ?? []).joined(separator: ", ") + " (\($0))" }.joined(separator: " · ")
        return "[–] no figures: \(list)\n"
    }

    private func branches(_ derivation: Derivation) -> String {
        derivation.branches.enumerated().map { index, branch in
            let isLast = index == derivation.branches.count - 1
            return (isLast ? "└─ " : "├─ ") + line(branch) + leaves(branch, isLast ? "   " : "│  ")
        }.joined()
    }

    private func line(_ branch: Derivation.Branch) -> String {
        let gap = String(repeating: " ", count: max(1, 9 - branch.name.count))
        let share = branch.share.map { " \($0)" } ?? ""
        let because = branch.because.map { " – \($0)" } ?? ""
        return branch.name + gap + branch.answer + share + because + "\n"
    }

    /// The reasons for the answer that was taken, and the rivals with theirs.
    private func leaves(_ branch: Derivation.Branch, _ margin: String) -> String {
        let own = branch.reasons.isEmpty ? [] : ["for it: " + reasons(branch.reasons)]
        let leaves = own + branch.rivals.map(rival)
        return leaves.enumerated().map { index, leaf in
            margin + painted((index == leaves.count - 1 ? "└─ " : "├─ ") + leaf, "2") + "\n"
        }.joined()
    }

    private func rival(_ rival: Derivation.Rival) -> String {
        let because = rival.because.map { " \($0)" } ?? ""
        let reasons = rival.reasons.isEmpty ? "" : ": " + reasons(rival.reasons)
        return "\(rival.answer) \(rival.share)\(because)\(reasons)"
    }

    private func reasons(_ reasons: [(feature: String, weight: Double)]) -> String {
        reasons.map(Derivation.text).joined(separator: ", ")
    }
}
