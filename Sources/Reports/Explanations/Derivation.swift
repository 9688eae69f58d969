import Figures

/// How a number was read, as the branches of a tree: the number and what it counts, then each question with its
/// answers, then what was told by rules alone.
struct Derivation {
    struct Branch {
        /// number, counts, measure, source, place, date, period, status, relation, rule.
        let name: String
        let answer: String
        /// The share of the belief, as `98%`; nil where nothing was weighed.
        var share: String?
        /// `by "were killed" (object+passiveSubject)`
        var because: String?
        var reasons: [(feature: String, weight: Double)] = []
        var rivals: [Rival] = []
    }

    /// Another answer that was weighed, such as `not injured` or, by other words, `also deaths`.
    struct Rival {
        let answer: String
        let share: String
        let because: String?
        let reasons: [(feature: String, weight: Double)]
    }

    let branches: [Branch]

    /// - Parameter figure: what became of the number; nil where it was passed over.
    init(_ explanation: Explanation, _ figure: Figure?) {
        let told = explanation.reading
        var branches = [Derivation.number(explanation)]
        branches += told.counted.map { [Derivation.counted($0, told, figure)] } ?? []
        if let gate = explanation.gate { branches.append(Branch(name: "gate", answer: gate)) }
        branches += explanation.decisions.map { Derivation.branch($0, figure) }
        if let figure { branches += Derivation.rules(figure) }
        self.branches = branches
    }

    // MARK: The number

    private static func number(_ explanation: Explanation) -> Branch {
        let told = explanation.reading
        let currency = told.currency.map { " \($0)" } ?? ""
        let words = told.qualifiers.map { quoted($0.text) }.joined(separator: " and ")
        let exactness = told.qualifier == .exact ? "" : "\(told.qualifier.rawValue), \(bounds(told))"
        return Branch(
            name: "number", answer: "\(NumberText.grouped(told.value))\(currency), \(form(told.form))",
            because: exactness.isEmpty ? nil : words.isEmpty ? exactness : "\(words): \(exactness)")
    }

    private static func form(_ form: String) -> String {
        switch form {
        case "digits": "in digits"
        case "words", "one": "in words"
        case "vague": "a vague word"
        default: "a share of another number"
        }
    }

    private static func bounds(_ told: Explanation.Reading) -> String {
        let number = NumberText.grouped
        return switch (told.low, told.high) {
        case (let low?, let high?): low == high ? number(low) : "\(number(low)) to \(number(high))"
        case (let low?, nil): "\(number(low)) or more"
        case (nil, let high?): "\(number(high)) or fewer"
        case (nil, nil): "without bounds"
        }
    }

    private static func counted(_ words: Explanation.Words, _ told: Explanation.Reading, _ figure: Figure?) -> Branch {
        let unit = figure.map { ["unit " + $0.unit] + $0.population } ?? []
        let noun = told.noun.map { ["noun of the class \($0)"] } ?? []
        let because = (noun + unit).joined(separator: ", ")
        return Branch(name: "counts", answer: quoted(words.text), because: because.isEmpty ? nil : because)
    }

    // MARK: What was weighed

    private static func branch(_ decision: Explanation.Decision, _ figure: Figure?) -> Branch {
        let name = decision.question == "date" ? "day" : decision.question
        guard let taken = decision.answers.first else { return Branch(name: name, answer: "none") }
        return Branch(
            name: name, answer: answer(taken, decision.question, figure), share: share(decision.belief),
            because: because(taken), reasons: taken.reasons, rivals: rivals(decision))
    }

    /// The runner-up, and any other that has at least a hundredth of the belief.
    private static func rivals(_ decision: Explanation.Decision) -> [Rival] {
        let others = decision.answers.dropFirst()
        let runnerUp = others.firstIndex { !$0.agrees }
        return others.indices.filter { $0 == runnerUp || others[$0].belief >= 0.01 }.map { index in
            let answer = others[index]
            return Rival(
                answer: (answer.agrees ? "also " : "not ") + CellText.line(answer.answer), share: share(answer.belief),
                because: because(answer), reasons: answer.reasons)
        }
    }

    /// The answer in the figure's own names: "the ministry" may be the Gaza Ministry of Health.
    private static func answer(_ taken: Explanation.WeighedAnswer, _ question: String, _ figure: Figure?) -> String {
        guard let figure else { return CellText.line(taken.answer) }
        let name =
            switch question {
            case "source": figure.source.map(sourceName) ?? "unattributed"
            case "place": figure.place?.name ?? "no place"
            case "date": figure.date?.description ?? "no day"
            case "period": ExplainedArticle.period(figure)
            default: taken.answer
            }
        return CellText.line(name)
    }

    /// `Gaza Ministry of Health, speaker Ashraf al-Qudra, relay Reuters`
    private static func sourceName(_ source: SourceReference) -> String {
        source.name + (source.speaker.map { $0 == source.name ? "" : ", speaker \($0)" } ?? "")
            + (source.relay.map { ", relay \($0)" } ?? "")
    }

    private static func because(_ answer: Explanation.WeighedAnswer) -> String? {
        let rule = answer.rule.map { "(\($0))" }
        return answer.words.map { "by \(quoted($0.text))" + (rule.map { " " + $0 } ?? "") } ?? rule
    }

    private static func share(_ belief: Double) -> String {
        let percent = Int((belief * 100).rounded())
        return percent == 0 && belief > 0 ? "<1%" : percent == 100 && belief < 1 ? ">99%" : "\(percent)%"
    }

    // MARK: What rules told

    private static func rules(_ figure: Figure) -> [Branch] {
        var branches = [Branch(name: "status", answer: figure.status.rawValue)]
        if let relation = figure.relation {
            branches.append(
                Branch(name: "relation", answer: "\(relation.kind.rawValue) the figure at byte \(relation.start)"))
        }
        branches.append(
            Branch(name: "rule", answer: figure.rule, because: "confidence \(NumberText.plain(figure.confidence))"))
        return branches
    }

    private static func quoted(_ text: String) -> String { "\"" + CellText.line(text) + "\"" }

    /// `pattern(passiveSubject) +1.2`
    static func text(_ reason: (feature: String, weight: Double)) -> String {
        "\(reason.feature) \(NumberText.signed(reason.weight))"
    }
}
