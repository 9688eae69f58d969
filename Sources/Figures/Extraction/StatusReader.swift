/// Tells whether a figure is so, forecast, planned or denied.
struct StatusReader {
    let reading: Reading
    private var document: Document { reading.document }

    init(reading: Reading) { self.reading = reading }

    func status(_ draft: Draft) -> Status {
        let sentence = document.sentences[draft.mention.sentence]
        let number = draft.mention.numeral.qualifierStart
        let trigger = draft.trigger?.tokens.lowerBound ?? number
        let end = max(draft.trigger?.tokens.upperBound ?? 0, draft.mention.phrase.end)
        let measure = document.lexicon.measures[Int(draft.measure)].name
        let first = max(sentence.lowerBound, min(number, trigger) - 4)
        let last = max(number, trigger + 1)
        if isDenied(sentence, number) { return .denied }
        let isState = measure == "in_need" || measure == "missing"
        for at in first..<last where reading.document.tokens[at].kind == .word {
            let word = document.word(at)
            if word.isOne(of: ["could", "might", "may"]) && !(word == "may" && document.tokens[at].isCapital) {
                return isState ? .actual : .projected
            }
            if word == "would" { return measure == "funding" || measure == "aid" ? .planned : .projected }
            if word == "feared", !isState { return .projected }
            if word == "expected" || word == "forecast" || word == "predicted",
                document.word(at + 1) == "to" || at < number
            {
                return .projected
            }
        }
        return isPlanned(measure, first..<min(max(last, end) + 4, sentence.upperBound)) ? .planned : .actual
    }

    private func isDenied(_ sentence: Range<Int>, _ number: Int) -> Bool {
        sentence.clamped(to: number - 13..<number + 14).contains { at in
            guard let match = document.match(.reporting, at: at) else { return false }
            return document.lexicon.reporting[Int(match.term.index)] == .deny
        }
    }

    /// Money that is pledged or asked for; goods and people that are to come.
    private func isPlanned(_ measure: String, _ range: Range<Int>) -> Bool {
        for at in range where document.tokens[at].kind == .word {
            let word = document.word(at)
            let isPlan = document.classes(at).contains(.plan)
            switch measure {
            case "funding": if isPlan { return true }
            case "aid", "trucks", "assisted":
                if word == "will" || (isPlan && document.word(at + 1) == "to")
                    || word.isOne(of: ["needed", "need", "needs", "planned", "pledged", "promised"])
                {
                    return true
                }
            case "displaced", "crossings":
                if word.isOne(of: ["ordered", "urged", "told", "advised", "asked", "approved"]),
                    document.word(at + 1) == "to"
                {
                    return true
                }
                if word == "will"
                    || (word.isOne(of: ["plan", "plans", "planned", "planning", "aims", "agreed"])
                        && document.word(at + 1) == "to")
                {
                    return true
                }
            default: if word == "will", document.word(at + 1) != "be" || measure != "in_need" { return true }
            }
        }
        return false
    }
}
