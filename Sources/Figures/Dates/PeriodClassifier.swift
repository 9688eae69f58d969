/// Tells what stretch of time a figure counts: the features of each period, for the model to weigh.
struct PeriodClassifier {
    let document: Document

    static let periods: [Period] = [.event, .total, .stock]

    /// What is known of a figure before its period is told.
    struct Clues {
        var measure: UInt8
        var trigger: TriggerInstance?
        var tense: Tense
        /// A "since" stands in the sentence.
        var hasSince: Bool
        /// The figure's day: 0 none found, 1 the article's, 2 another.
        var time: Int
        var value: Double
        var sentence: Range<Int>
    }

    func features(_ clues: Clues) -> [Features] {
        let word = word(clues.sentence)
        return PeriodClassifier.periods.indices.map { period in
            var features = Features()
            features.add(.period, period)
            features.add(.periodMeasure, Int(clues.measure), period)
            let role = clues.trigger.map { Int($0.role.rawValue) } ?? Template.headRoleIndex
            features.add(.periodRole, role, clues.trigger?.voice.rawValue ?? 0, period)
            features.add(.periodSince, clues.hasSince ? 1 : 0, period)
            features.add(.periodTense, clues.tense.rawValue, period)
            features.add(.periodTime, clues.time, period)
            features.add(.periodWord, word, period)
            let value = clues.value
            let size =
                value < 2
                ? 0 : value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : value < 1e5 ? 4 : value < 1e6 ? 5 : 6
            features.add(.periodNumeral, size, period)
            return features
        }
    }

    private func word(_ sentence: Range<Int>) -> Int {
        for at in sentence {
            let word = document.word(at)
            if word.isOne(of: ["still", "remain", "remains", "remaining", "currently"]) { return 1 }
            if word == "so" && document.word(at + 1) == "far" { return 2 }
            if word.isOne(of: ["total", "overall", "altogether"]) { return 3 }
            if word == "toll" { return 4 }
            if word.isOne(of: ["daily", "overnight"]) { return 5 }
            if word == "now" { return 6 }
        }
        return 0
    }
}

/// Tells the tense of the clause around a number by its auxiliaries.
struct TenseReader {
    let document: Document

    func tense(around mention: Mention, in sentence: Range<Int>) -> Tense {
        var best = Tense.none
        var nearest = Int.max
        for at in sentence {
            let distance = abs(at - mention.numeral.tokens.lowerBound)
            guard distance < nearest, distance <= 12, let tense = tense(at) else { continue }
            nearest = distance
            best = tense
        }
        return best
    }

    private func tense(_ at: Int) -> Tense? {
        let word = document.word(at)
        if word.isOne(of: ["have", "has", "had"]) { return word == "had" ? .past : .perfect }
        if word.isOne(of: ["was", "were"]) { return .past }
        if word.isOne(of: ["is", "are", "remain", "remains"]) { return .present }
        if word.isOne(of: ["will", "would", "could", "may", "might"]) { return .future }
        return nil
    }
}
