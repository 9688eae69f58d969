/// The constructions by which a sentence ties a number to the word that tells its measure.
extension MeasureLinker {
    /// The construction in which a number and a trigger stand; `none` where it is no common one.
    func pattern(_ mention: Mention, _ trigger: TriggerInstance, _ side: Side) -> LinkPattern {
        if side == .inside { return .inPhrase }
        let gap = gap(mention, trigger, side)
        switch (trigger.role, side) {
        case (.object, .left) where trigger.voice == .active || trigger.voice == .gerund:
            if isThin(gap) { return .objectNext }
            return isCoordinated(gap, trigger) ? .coordinate : .none
        case (.object, .right) where trigger.voice == .passive: return isClean(gap) ? .passiveSubject : .none
        case (.object, .right) where trigger.voice == .reduced: return gap.count <= 2 ? .reducedSubject : .none
        case (.subject, .right): return isClean(gap) ? .subject : .none
        case (.passive, .right), (.adjective, .right): return isClean(gap) ? .result : .none
        case (.tally, .left), (.lives, .left):
            return gap.count <= 12 && !gap.contains(where: { document.tokens[$0].kind == .number }) ? .tally : .none
        // "bringing to 64 the number of migrants who drowned"
        case (.tally, .right):
            return gap.count <= 2 && document.word(mention.numeral.qualifierStart - 1) == "to" ? .tally : .none
        case (.noun, .left), (.adjective, .left):
            if gap.count == 1, document.isMark(gap.lowerBound, ":") { return .label }
            if gap.count <= 2, document.word(gap.lowerBound) == "of" { return .nounOf }
            return .none
        case (.lives, .right): return gap.isEmpty ? .inPhrase : .none
        default: return .none
        }
    }

    /// Nothing but small words that belong to the object.
    private func isThin(_ gap: Range<Int>) -> Bool {
        gap.count <= 2
            && gap.allSatisfy {
                document.classes($0).isDisjoint(with: [
                    .be, .have, .preposition, .conjunction, .relative, .subordinator,
                ])
                    && document.tokens[$0].kind == .word
            }
    }

    /// "killed 24 people and 3 soldiers", "killed 24, 3 of them soldiers".
    private func isCoordinated(_ gap: Range<Int>, _ trigger: TriggerInstance) -> Bool {
        guard gap.count <= 14 else { return false }
        let others = sentence.triggers(in: gap).contains { sentence.triggers[$0].measure != trigger.measure }
        return !others && sentence.mentionCount(in: gap) > 0
            && gap.contains { document.classes($0).contains(.conjunction) || document.isMark($0, ",") }
    }

    /// No other number, no clause of its own between subject and verb.
    private func isClean(_ gap: Range<Int>) -> Bool {
        gap.count <= 12
            && !gap.contains { at in
                document.tokens[at].kind == .number || document.isMark(at, ";") || document.isMark(at, ":")
                    || document.classes(at).contains(.subordinator) && document.word(at) != "that"
            }
            && !sentence.triggers(in: gap).contains { sentence.triggers[$0].role == .object }
    }
}
