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
        let kind = kind(document.lexicon.measures[Int(draft.measure)].name)
        let first = max(sentence.lowerBound, min(number, trigger) - 4)
        let last = max(number, trigger + 1)
        if isDenied(sentence, number) { return .denied }
        for at in first..<last where document.tokens[at].kind == .word {
            if let status = modal(at, kind, number) { return status }
        }
        let around = first..<min(max(last, end) + 4, sentence.upperBound)
        guard let plan = plan(kind, around) else { return .actual }
        return plan
    }

    /// How a measure can be said of what has not happened.
    private enum Kind {
        /// in_need, missing: being at risk is the state itself.
        case state
        /// deaths and other harm: forecast, never planned.
        case harm
        case funding
        /// aid, trucks, people reached, moved or freed: planned.
        case response
    }

    private func kind(_ measure: String) -> Kind {
        switch measure {
        case "in_need", "missing": .state
        case "funding": .funding
        case "aid", "trucks", "assisted", "released", "returned", "crossings", "displaced": .response
        default: .harm
        }
    }

    private func modal(_ at: Int, _ kind: Kind, _ number: Int) -> Status? {
        let word = document.word(at)
        if word.isOne(of: ["could", "might", "may"]) && !(word == "may" && document.tokens[at].isCapital) {
            return kind == .state ? .actual : .projected
        }
        if word == "would" { return kind == .funding || kind == .response ? .planned : .projected }
        if word == "feared", kind != .state { return .projected }
        if word.isOne(of: ["expected", "forecast", "predicted"]), document.word(at + 1) == "to" || at < number {
            return .projected
        }
        return nil
    }

    private func isDenied(_ sentence: Range<Int>, _ number: Int) -> Bool {
        sentence.clamped(to: number - 13..<number + 14).contains { at in
            guard let match = document.match(.reporting, at: at) else { return false }
            return document.lexicon.reporting[Int(match.term.index)].role == .deny
        }
    }

    /// Money that is pledged or asked for; goods and people that are to come; nil where the words tell of no plan.
    private func plan(_ kind: Kind, _ range: Range<Int>) -> Status? {
        for at in range where document.tokens[at].kind == .word {
            let word = document.word(at)
            let isPlan = document.classes(at).contains(.plan)
            switch kind {
            case .funding: if isPlan || word == "will" || isArranged(at) { return .planned }
            case .response:
                if word == "will" || isPlan && document.word(at + 1) == "to" || isArranged(at)
                    || word.isOne(of: [
                        "needed", "need", "needs", "planned", "pledged", "promised", "wanted", "required",
                    ])
                    || isUrged(at)
                {
                    return .planned
                }
            case .state: if word == "will", document.word(at + 1) != "be" { return .projected }
            case .harm: if word == "will" { return .projected }
            }
        }
        return nil
    }

    /// "is due to", "are to", "were set to", "ready to"
    private func isArranged(_ at: Int) -> Bool {
        let next = document.word(at + 1)
        if document.classes(at).contains(.be), next == "to" { return true }
        return next == "to"
            && document.word(at).isOne(of: [
                "due", "set", "scheduled", "slated", "ready", "prepared", "hopes", "hoped", "hoping", "agreed", "meant",
            ])
    }

    /// "ordered to", "urged to", "told to leave"
    private func isUrged(_ at: Int) -> Bool {
        document.word(at + 1) == "to"
            && document.word(at).isOne(of: ["ordered", "urged", "told", "advised", "asked", "approved", "warned"])
    }
}
