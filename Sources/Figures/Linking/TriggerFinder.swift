/// How a verb stands: who does it, and to whom.
enum Voice: Int, NamedCase {
    /// No verb.
    case none
    case active
    /// After a form of "be".
    case passive
    /// A participle without "be": "people killed in the fire".
    case reduced
    case gerund
}

/// A word of a sentence that tells a measure, in its place.
struct TriggerInstance {
    var tokens: Range<Int>
    /// The row in `Lexicon.triggers`.
    var trigger: Int
    var measure: UInt8
    var role: TriggerRole
    var voice: Voice
}

/// Finds the words of a sentence that tell a measure.
struct TriggerFinder {
    let document: Document

    func triggers(in range: Range<Int>) -> [TriggerInstance] {
        var found: [TriggerInstance] = []
        for at in range where document.has(.trigger, at: at) {
            for match in document.matches(at: at) where match.term.kind == .trigger && match.end <= range.upperBound {
                let trigger = document.lexicon.triggers[Int(match.term.index)]
                guard trigger.topic == nil || isAbout(trigger.topic, in: range) else { continue }
                guard hasTail(trigger, after: match.end, in: range) else { continue }
                // "killed" is past and participle; one word tells a measure once.
                let isKnown = found.reversed().prefix { $0.tokens.lowerBound == match.first }.contains {
                    $0.tokens.upperBound == match.end && $0.measure == trigger.measure && $0.role == trigger.role
                }
                guard !isKnown else { continue }
                if found.isEmpty { found.reserveCapacity(8) }
                found.append(
                    TriggerInstance(
                        tokens: match.first..<match.end, trigger: Int(match.term.index), measure: trigger.measure,
                        role: trigger.role, voice: voice(of: match, role: trigger.role, in: range)))
            }
        }
        return telling(found)
    }

    /// An epidemic is a crisis too; a sentence that names a disease is about it whatever the text is about.
    private func isAbout(_ topic: Topic?, in sentence: Range<Int>) -> Bool {
        if topic == document.topic || topic == .crisis && document.topic == .disease { return true }
        return topic == .disease
            && sentence.prefix(Self.diseaseReach).contains { document.classes($0).contains(.disease) }
    }

    /// How far into a sentence a disease is looked for, in tokens: a table may be one sentence.
    private static let diseaseReach = 60

    /// How far a verb's tail may stand behind it, in tokens.
    private static let tailReach = 14

    /// Whether one of the trigger's tails follows in the clause: "took some 40 people *into custody*".
    private func hasTail(_ trigger: Trigger, after start: Int, in range: Range<Int>) -> Bool {
        guard !trigger.tails.isEmpty else { return true }
        for at in start..<min(start + Self.tailReach, range.upperBound) {
            let token = document.tokens[at]
            if token.kind == .mark, token.isMark(";") || token.isMark(":") { return false }
            guard trigger.tailStarts & Trigger.bit(token.word) != 0 else { continue }
            let isHere = trigger.tails.contains { tail in
                tail.indices.allSatisfy { offset in
                    at + offset < range.upperBound && document.tokens[at + offset].word == tail[offset]
                }
            }
            if isHere { return true }
        }
        return false
    }

    /// Leaves out idioms that tell no measure, and what lies inside a longer trigger: "dead" in "left dead".
    private func telling(_ found: [TriggerInstance]) -> [TriggerInstance] {
        guard found.contains(where: { $0.tokens.count > 1 || $0.measure == Trigger.noMeasure }) else { return found }
        return found.indices.compactMap { index in
            let inner = found[index]
            let isTelling = inner.measure != Trigger.noMeasure && !isInLonger(inner.tokens, found[...index])
            return isTelling ? inner : nil
        }
    }

    /// Whether a longer one of the triggers up to the one of these tokens holds it: they stand in order, those that
    /// begin at one token the longest first.
    private func isInLonger(_ tokens: Range<Int>, _ upTo: ArraySlice<TriggerInstance>) -> Bool {
        for outer in upTo.reversed() {
            if outer.tokens.lowerBound + Self.longestPhrase < tokens.lowerBound { return false }
            if outer.tokens.count > tokens.count, outer.tokens.upperBound >= tokens.upperBound { return true }
        }
        return false
    }

    /// No phrase of the table is longer, in tokens.
    private static let longestPhrase = 32

    private func voice(of match: Match, role: TriggerRole, in range: Range<Int>) -> Voice {
        guard role == .object || role == .subject else { return .none }
        switch match.term.form {
        case 4: return .gerund
        case 2, 3: break
        default: return .active
        }
        var at = match.first - 1
        while at >= range.lowerBound, at > match.first - 5 {
            let classes = document.classes(at)
            if classes.contains(.be) { return .passive }
            if classes.contains(.have) { return .active }
            guard classes.contains(.adverb) || classes.contains(.negation) || document.word(at).hasSuffix("ly") else {
                break
            }
            at -= 1
        }
        return takesObject(match.end, in: range) ? .active : .reduced
    }

    /// Whether what follows a participle is its object: a number, a determiner, a noun; not "in", "by", "and", a mark.
    private func takesObject(_ at: Int, in range: Range<Int>) -> Bool {
        guard at < range.upperBound else { return false }
        let token = document.tokens[at]
        if token.kind == .mark { return token.isMark("\"") || token.isMark("$") }
        let classes = document.classes(at)
        if document.matches(at: at).contains(where: { $0.term.kind == .qualifier }) { return true }
        return classes.isDisjoint(with: [.preposition, .conjunction, .relative, .subordinator, .be, .adverb])
    }
}
