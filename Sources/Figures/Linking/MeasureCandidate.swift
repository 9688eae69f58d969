/// A number of a sentence that may be a figure, with what it stands before.
struct Mention {
    var numeral: Numeral
    var phrase: NounPhrase
    /// The index of the sentence.
    var sentence: Int
}

/// A measure that a number may belong to, and why.
struct MeasureCandidate {
    /// The index of the measure; nil for "no figure at all".
    var measure: UInt8?
    /// The trigger that speaks for it, as an index into the sentence's triggers; nil for the noun itself or a carry.
    var trigger: Int?
    var pattern = LinkPattern.none
    var features = Features()
}

/// A sentence made ready for linking.
struct LinkSentence {
    let range: Range<Int>
    let mentions: [Mention]
    let triggers: [TriggerInstance]
}
