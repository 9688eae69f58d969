/// What the numbers of a text mostly count, as far as the words around them tell.
///
/// "One boat with 13 people" does not say what befell them; an article about crossings does.
///
/// A sentence does not tell of itself what it is about: it is left out while its numbers are asked.
final class Theme {
    /// How many words of the sentences with numbers tell each measure.
    private var counts: [Int]
    private var total = 0
    /// The words of the sentence that is left out.
    private var own: [TriggerInstance] = []

    init(_ sentences: [LinkSentence], _ lexicon: Lexicon) {
        counts = Array(repeating: 0, count: lexicon.measures.count)
        for sentence in sentences { add(sentence.triggers, 1) }
    }

    private func add(_ triggers: [TriggerInstance], _ sign: Int) {
        for trigger in triggers { counts[Int(trigger.measure)] += sign }
        total += sign * triggers.count
    }

    /// Leaves out the words of a sentence, and takes in those of the one that was left out before.
    func leaveOut(_ sentence: LinkSentence) {
        add(own, 1)
        own = sentence.triggers
        add(own, -1)
    }

    /// How much of the text is about a measure: 0 the text has nothing, 1 nothing of this measure, 2 to 5 ever more.
    func share(of measure: UInt8) -> Int {
        guard total > 0 else { return 0 }
        let part = counts[Int(measure)] * 100
        return part == 0 ? 1 : part < 10 * total ? 2 : part < 25 * total ? 3 : part < 50 * total ? 4 : 5
    }

    /// The measure that most of the words tell; nil where none stands out.
    var leading: UInt8? {
        guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[most] * 4 >= total,
            counts[most] > 1
        else { return nil }
        return UInt8(most)
    }
}
