/// Finds the subject of a verb of saying: who said it.
struct SubjectReader {
    let document: Document
    let finder: AttributionFinder

    /// How often a verb without a subject of its own hands on to the verb before it.
    private static let depth = 3

    /// The subject of the verb that begins at a token: back over auxiliaries and adverbs, then to the beginning of its
    /// clause; nil where there is none.
    ///
    /// A verb that shares its subject with another takes that one's: "Police arrested two men and *said*", "The army
    /// issued a statement *saying*". A relative clause between the two is passed over: "Emergency, which runs a
    /// hospital, *said*".
    func subject(before verb: Int, _ range: Range<Int>, depth: Int = 0) -> Range<Int>? {
        guard let raw = clause(before: verb, range) else { return nil }
        if let antecedent = antecedent(of: raw, verb, range) { return cleaned(antecedent) }
        if raw.isEmpty {
            guard depth < Self.depth, document.isMark(raw.lowerBound - 1, ",") == false,
                let earlier = verbBefore(raw.lowerBound, range)
            else { return nil }
            return subject(before: earlier, range, depth: depth + 1)
        }
        if let verb = finiteVerb(in: raw) {
            if verb > raw.lowerBound, let own = cleaned(raw.lowerBound..<verb) { return own }
            return depth < Self.depth ? subject(before: verb, range, depth: depth + 1) : nil
        }
        return cleaned(raw)
    }

    private func cleaned(_ tokens: Range<Int>) -> Range<Int>? {
        let subject = withoutTail(withoutAside(trimmed(tokens)))
        if subject.isEmpty { return nil }
        // "told reporters they believe": the pronoun alone is the subject.
        let last = subject.upperBound - 1
        if document.classes(last).contains(.speakerPronoun), !document.classes(last).contains(.determiner) {
            return last..<subject.upperBound
        }
        return subject
    }

    /// A lower-case word of the tokens that is most likely a verb with an object or place of its own: "issued a",
    /// "searched for", "published".
    private func finiteVerb(in tokens: Range<Int>) -> Int? {
        tokens.first { at in
            guard document.tokens[at].kind == .word, !document.tokens[at].isCapital,
                document.match(.title, at: at) == nil, document.match(.sourceNoun, at: at) == nil,
                !document.isMark(at + 1, "-"), !document.isMark(at - 1, "-")
            else { return false }
            guard isVerb(at) else { return false }
            let next = at + 1
            guard next < tokens.upperBound else { return at > tokens.lowerBound }
            let classes = document.classes(next)
            return !classes.isDisjoint(with: [.determiner, .preposition, .pronoun, .adverb])
                || document.tokens[next].kind == .number || document.numeral(next).kind != .none
        }
    }

    private func isVerb(_ at: Int) -> Bool {
        if document.classes(at).contains(.commonVerb) { return true }
        let isTrigger = document.matches(at: at).contains { match in
            guard match.term.kind == .trigger, match.term.form > 0 else { return false }
            let role = document.lexicon.triggers[Int(match.term.index)].role
            return role == .object || role == .subject
        }
        let word = document.word(at)
        return isTrigger || word.hasSuffix("ed") || word.hasSuffix("ing") && document.match(.noun, at: at) == nil
    }

    /// The verb of the clause that ends before a token: the first one behind the clause's beginning.
    private func verbBefore(_ end: Int, _ range: Range<Int>) -> Int? {
        var start = end - 1
        while start > range.lowerBound, end - start < 28 {
            let at = start - 1
            if document.tokens[at].kind == .mark, !finder.isInsideName(at, range) { break }
            let classes = document.classes(at)
            if classes.contains(.relative) || classes.contains(.subordinator) || finder.isReporting(at) { break }
            start = at
        }
        return finiteVerb(in: start..<end)
    }

    /// "Emergency, which runs a hospital, said": what stands before the relative clause; nil where there is none.
    private func antecedent(of clause: Range<Int>, _ verb: Int, _ range: Range<Int>) -> Range<Int>? {
        guard clause.upperBound < verb, document.isMark(clause.upperBound, ",") else { return nil }
        var at = clause.lowerBound
        while at > range.lowerBound, verb - at < 30 {
            at -= 1
            if document.isMark(at, ";") || document.isMark(at, "\"") { return nil }
            guard document.isMark(at, ","), opensAside(at + 1) else { continue }
            return self.clause(before: at, range)
        }
        return nil
    }

    /// ", who …,", ", speaking on condition …,", ", citing the ministry,"
    private func opensAside(_ at: Int) -> Bool {
        if document.classes(at).contains(.relative) { return document.word(at) != "that" }
        return document.word(at).isOne(of: ["speaking", "citing", "quoting", "referring", "using", "based"])
    }

    /// The tokens between the beginning of a clause and its verb; empty where another clause ends right before it.
    private func clause(before verb: Int, _ range: Range<Int>) -> Range<Int>? {
        var end = verb
        while end > range.lowerBound,
            !document.classes(end - 1).isDisjoint(with: [.have, .adverb, .modal, .be, .negation])
                || document.classes(end - 1).weekday > 0
        {
            if document.tokens[end - 1].kind != .word { break }
            end -= 1
        }
        end = finder.abbreviations.withoutBracket(end, range)
        let hasComma = document.isMark(end - 1, ",")
        if hasComma { end = finder.abbreviations.withoutBracket(end - 1, range) }
        guard end > range.lowerBound else { return nil }
        var start = end
        var commas = 0
        while start > range.lowerBound, end - start < 28 {
            let at = start - 1
            let token = document.tokens[at]
            if token.kind == .mark {
                if finder.isInsideName(at, range) || document.isMark(at, "'") && !token.isSpaced {
                    start = at
                    continue
                }
                // ", the local minister for the inner city, told": the apposition and the name before it.
                guard document.isMark(at, ","), hasComma, commas == 0, at - 1 >= range.lowerBound,
                    document.tokens[at - 1].kind == .word
                else { break }
                commas += 1
                start = at
                continue
            }
            let classes = document.classes(at)
            if isClauseOpener(at, classes) { break }
            if token.kind == .number, commas == 0, !document.isMark(at + 1, "-") { break }
            start = at
        }
        return start..<end
    }

    /// "President Biden, during a brief exchange with journalists, said": what is set in between is no part of the name.
    private func withoutAside(_ tokens: Range<Int>) -> Range<Int> {
        guard let comma = tokens.first(where: { document.isMark($0, ",") }), comma + 1 < tokens.upperBound,
            comma > tokens.lowerBound
        else { return tokens }
        let classes = document.classes(comma + 1)
        let isAside =
            classes.contains(.preposition) || classes.contains(.adverb) || classes.contains(.subordinator)
            || document.word(comma + 1).hasSuffix("ing")
        return isAside ? tokens.lowerBound..<comma : tokens
    }

    /// "Israel on", "Israel published a": small words and a verb at the end are no part of a name.
    private func withoutTail(_ tokens: Range<Int>) -> Range<Int> {
        var end = tokens.upperBound
        while end > tokens.lowerBound + 1 {
            let last = end - 1
            let isSmall =
                !document.classes(last).isDisjoint(with: [.determiner, .preposition, .conjunction, .adverb])
                || document.word(last).isOne(of: ["meanwhile", "there", "however"])
            let isVerb = !document.tokens[last].isCapital && document.word(last).hasSuffix("ed")
            guard isSmall || isVerb, document.match(.sourceNoun, at: last) == nil else { break }
            end -= 1
        }
        return tokens.lowerBound..<end
    }

    private func isClauseOpener(_ at: Int, _ classes: WordClass) -> Bool {
        if classes.contains(.relative) || classes.contains(.subordinator) { return true }
        if classes.contains(.be) || classes.contains(.have) || classes.contains(.modal) { return true }
        if document.word(at) == "but" || document.word(at) == "or" { return true }
        if document.word(at) == "and" {
            return
                !(document.tokens[at - (at > 0 ? 1 : 0)].isCapital && at + 1 < document.tokens.count
                && document.tokens[at + 1].isCapital)
        }
        return finder.isReporting(at)
    }

    /// Without the time, adverbs and prepositional openings before it: "On Tuesday", "Meanwhile".
    private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
        var start = tokens.lowerBound
        while start < tokens.upperBound {
            let classes = document.classes(start)
            let token = document.tokens[start]
            if token.kind == .mark || classes.contains(.adverb) || classes.weekday > 0 || classes.contains(.conjunction)
                || (classes.contains(.preposition) && document.word(start) != "of")
            {
                start += 1
            } else if document.classes(start - 1).contains(.preposition),
                document.classes(start).month > 0 || token.kind == .number
            {
                start += 1
            } else if document.word(start).isOne(of: ["meanwhile", "however", "separately", "as"]) {
                start += 1
            } else {
                break
            }
        }
        return withoutTime(withoutOpening(start..<tokens.upperBound, skipped: start > tokens.lowerBound))
    }

    /// "In Gaza the Ministry of Health": the party begins with its article.
    private func withoutOpening(_ tokens: Range<Int>, skipped: Bool) -> Range<Int> {
        guard skipped, let article = tokens.dropFirst().prefix(4).first(where: { document.word($0) == "the" }),
            (tokens.lowerBound..<article).allSatisfy({ document.tokens[$0].isCapital || document.isMark($0, ",") })
        else { return tokens }
        return article..<tokens.upperBound
    }

    /// "its daily statement on Thursday the ministry", "the ministry on Wednesday again": a day inside is no part.
    private func withoutTime(_ tokens: Range<Int>) -> Range<Int> {
        guard let day = tokens.first(where: { document.classes($0).weekday > 0 && document.tokens[$0].isCapital })
        else {
            return tokens
        }
        let after = day + 1..<tokens.upperBound
        if after.contains(where: {
            document.match(.sourceNoun, at: $0) != nil || document.match(.organisation, at: $0) != nil
        }) {
            return after
        }
        let end = document.classes(day - 1).contains(.preposition) ? day - 1 : day
        return tokens.lowerBound..<max(tokens.lowerBound, end)
    }
}
