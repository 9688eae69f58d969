/// A number of a sentence that may be a figure, with what it stands before.
struct Mention {
    var numeral: Numeral
    var phrase: NounPhrase
    /// The index of the sentence.
    var sentence: Int
}

/// A measure that a number may belong to, and why.
struct MeasureCandidate: Weighed {
    /// The index of the measure; nil for "no figure at all".
    var measure: UInt8?
    /// The trigger that speaks for it, as an index into the sentence's triggers; nil for the noun itself or a carry.
    var trigger: Int?
    var pattern = LinkPattern.none
    var features = Features()
}

/// A sentence made ready for linking.
///
/// Mentions and triggers stand in order of their first token, so that what lies near a number is found without going
/// through the whole sentence: a table without a full stop may be one sentence of thousands of numbers.
struct LinkSentence {
    let range: Range<Int>
    let mentions: [Mention]
    let triggers: [TriggerInstance]

    /// How many triggers are weighed on each side of a number. In prose a sentence hardly has so many.
    private static let reach = 16

    /// The indices of the triggers that a number may be linked to.
    func triggers(around mention: Mention) -> Range<Int> {
        let at = triggers.firstIndex(behind: { $0.tokens.lowerBound >= mention.numeral.tokens.lowerBound })
        return max(0, at - Self.reach)..<min(triggers.count, at + Self.reach)
    }

    /// The indices of the triggers that begin in a range of tokens.
    func triggers(in range: Range<Int>) -> Range<Int> {
        let start = triggers.firstIndex(behind: { $0.tokens.lowerBound >= range.lowerBound })
        return start..<max(start, triggers.firstIndex(behind: { $0.tokens.lowerBound >= range.upperBound }))
    }

    /// How many numbers begin in a range of tokens, one of them left out where it is among them.
    func mentionCount(in range: Range<Int>, except index: Int? = nil) -> Int {
        let start = mentions.firstIndex(behind: { $0.numeral.tokens.lowerBound >= range.lowerBound })
        let end = mentions.firstIndex(behind: { $0.numeral.tokens.lowerBound >= range.upperBound })
        let isIn = index.map { start <= $0 && $0 < end } ?? false
        return max(0, end - start - (isIn ? 1 : 0))
    }

}
