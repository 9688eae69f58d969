/// Tells what stands between two tokens of a sentence: commas, "and", what opens a clause, verbs of saying.
///
/// What each token is, is found once for the sentence at hand: in a table without a full stop a number has hundreds of
/// places beside it.
final class SeparatorMemory {
    private let document: Document
    private var sentence = 0..<0
    /// The separators of each token of the sentence.
    private var separators: [SmallSet<Separator>] = []

    init(document: Document) { self.document = document }

    /// What stands in a gap of a sentence; `nothing` where no separator does.
    func separators(in gap: Range<Int>, of sentence: Range<Int>) -> SmallSet<Separator> {
        if self.sentence != sentence { read(sentence) }
        let gap = gap.clamped(to: sentence)
        var found: SmallSet<Separator> = []
        separators.withUnsafeBufferPointer { separators in
            for at in gap { found.formUnion(separators[at - sentence.lowerBound]) }
        }
        return found.isEmpty ? [.nothing] : found
    }

    private func read(_ sentence: Range<Int>) {
        self.sentence = sentence
        separators.removeAll(keepingCapacity: true)
        for at in sentence { separators.append(separators(at)) }
    }

    private func separators(_ at: Int) -> SmallSet<Separator> {
        var found: SmallSet<Separator> = []
        let token = document.tokens[at]
        if token.kind == .mark {
            if token.isMark(",") { found.insert(.comma) }
            return found
        }
        let classes = document.classes(at)
        if classes.contains(.relative) { found.insert(.relative) }
        if classes.contains(.subordinator), !classes.contains(.relative) { found.insert(.subordinator) }
        if document.word(at) == "and" { found.insert(.and) }
        if document.has(.reporting, at: at) { found.insert(.reporting) }
        return found
    }
}
