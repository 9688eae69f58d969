/// Tells what stretch of time a figure counts: the features of each period, for the model to weigh.
struct PeriodClassifier {
    let document: Document

    static let periods: [Period] = [.event, .total, .stock]

    /// What is known of a figure before its period is told.
    struct Clues {
        var measure: UInt8
        var trigger: TriggerInstance?
        var pattern: LinkPattern
        /// Where the word that told the measure puts those that are counted.
        var aspect: Aspect
        var tense: Tense
        /// 0 no "since" in the sentence, 1 since a day of the last week or so, 2 since a day before that.
        var since: Int
        /// The figure's day: 0 none found, 1 the article's, 2 another, 3 a span ("in the past 24 hours").
        var time: Int
        var value: Double
        /// 0; 1 "more", "another": beside what was counted before; 2 "more than on Thursday".
        var further: Int
        /// The figure before.
        var previous: Draft?
        /// The period of an earlier figure, most likely of the same event.
        var twin: Period?
        var sentence: Int
        /// The tokens of the sentence.
        var range: Range<Int>
    }

    func features(_ clues: Clues) -> [Features] {
        let words = words(clues.range)
        let previous = number(clues.previous?.period)
        let isNeighbour = clues.previous?.mention.sentence == clues.sentence
        let isSameMeasure = clues.previous?.measure == clues.measure
        return PeriodClassifier.periods.indices.map { period in
            var features = Features()
            features.add(.period, period)
            features.add(.periodMeasure, Int(clues.measure), period)
            let role = clues.trigger.map { Int($0.role.rawValue) } ?? Template.headRoleIndex
            features.add(.periodRole, role, clues.trigger?.voice.rawValue ?? 0, period)
            features.add(.periodSince, clues.since, period)
            features.add(.periodTense, clues.tense.rawValue, period)
            features.add(.periodTime, clues.time, period)
            for word in words { features.add(.periodWord, word.rawValue, period) }
            features.add(.periodFurther, clues.further, period)
            features.add(.periodPrevious, isNeighbour ? previous : 0, period)
            features.add(.periodBefore, previous, isSameMeasure ? 1 : 0, period)
            features.add(.periodTwin, number(clues.twin), period)
            features.add(.periodAspect, clues.aspect.rawValue, clues.tense.rawValue, period)
            features.add(.periodPattern, clues.pattern.rawValue, period)
            features.add(.periodNumeral, Buckets.magnitude(clues.value), period)
            return features
        }
    }

    /// 0 for none.
    private func number(_ period: Period?) -> Int {
        period.flatMap(PeriodClassifier.periods.firstIndex).map { $0 + 1 } ?? 0
    }

    /// The words of a sentence that tell what stretch of time its numbers count.
    enum Word: Int, NamedCase {
        case none, still, soFar, total, toll, daily, now, count, asOf
    }

    private func words(_ sentence: Range<Int>) -> SmallSet<Word> {
        var found: SmallSet<Word> = []
        for at in sentence where document.isUsed(.period, at: at) && document.tokens[at].kind == .word {
            if let word = word(at) { found.insert(word) }
        }
        return found.isEmpty ? [.none] : found
    }

    /// All words with which what `word` looks for begins.
    static let openers = [
        "still", "remain", "remains", "remaining", "currently", "so", "total", "overall", "altogether", "cumulative",
        "toll", "daily", "overnight", "now", "count", "counted", "tally", "stood", "stands", "number", "as", "by",
        "up",
    ]

    private func word(_ at: Int) -> Word? {
        let word = document.word(at)
        let next = document.word(at + 1)
        if word.isOne(of: ["still", "remain", "remains", "remaining", "currently"]) { return .still }
        if word == "so", next == "far" { return .soFar }
        if word.isOne(of: ["total", "overall", "altogether", "cumulative"]) { return .total }
        if word == "toll" { return .toll }
        if word.isOne(of: ["daily", "overnight"]) { return .daily }
        if word == "now" { return .now }
        if word.isOne(of: ["count", "counted", "tally", "stood", "stands"]) || word == "number" && next == "of" {
            return .count
        }
        let isDay = document.classes(at + 1).weekday > 0 || document.classes(at + 1).month > 0
        if word == "as", next == "of" { return .asOf }
        return word == "by" && isDay || word == "up" && next == "to" && document.classes(at + 2).weekday > 0
            ? .asOf : nil
    }
}

/// Tells the tense of the clause around a number by its auxiliaries.
struct TenseReader {
    let document: Document

    func tense(around mention: Mention, in sentence: Range<Int>) -> Tense {
        var best = Tense.none
        var nearest = Int.max
        let number = mention.numeral.tokens.lowerBound
        for at in sentence.clamped(to: number - 12..<number + 13) {
            let distance = abs(at - number)
            guard distance < nearest, document.isUsed(.tense, at: at), let tense = tense(at) else { continue }
            nearest = distance
            best = tense
        }
        return best
    }

    /// All words that `tense` looks for.
    static let auxiliaries = [
        "have", "has", "had", "was", "were", "is", "are", "remain", "remains", "will", "would", "could", "may",
        "might",
    ]

    private func tense(_ at: Int) -> Tense? {
        let word = document.word(at)
        if word.isOne(of: ["have", "has", "had"]) { return word == "had" ? .past : .perfect }
        if word.isOne(of: ["was", "were"]) { return .past }
        if word.isOne(of: ["is", "are", "remain", "remains"]) { return .present }
        if word.isOne(of: ["will", "would", "could", "may", "might"]) { return .future }
        return nil
    }
}
