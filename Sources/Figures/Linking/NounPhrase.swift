/// What stands after a number and is counted by it: "9,000 Palestinian children", "24 dead", "1,400".
struct NounPhrase {
    /// The tokens between the number and the end of the phrase, half-open; empty for a bare number.
    var tokens: Range<Int>
    /// The row of the head noun in `Lexicon.nouns`; nil where the phrase has none that is known.
    var noun: Int?
    /// The class of the head; `.person` for a people ("Palestinians").
    var head = NounClass.none
    /// The token of the head.
    var headToken: Int?
    var population: [String] = []
    /// Nouns and adjectives in the phrase that tell a measure ("deaths", "wounded", "refugees").
    var triggers: [Match] = []
    /// The phrase holds words, but no noun that the lexicon has.
    var isUnknown = false
    /// "of them", "of whom": a part of what was counted before.
    var isPartitive = false
    /// "more", "others", "another": beside what was counted before.
    var isFurther = false
    var end: Int { tokens.upperBound }

    /// Takes the noun of a heading for its own where it has none.
    mutating func take(_ heading: Match, _ lexicon: Lexicon) {
        guard head == .none, triggers.isEmpty, !isPartitive else { return }
        noun = Int(heading.term.index)
        head = lexicon.nouns[Int(heading.term.index)].kind
    }
}

/// Reads the noun phrase behind a number.
struct NounPhraseReader {
    let document: Document

    /// The phrase that begins at a token and ends before `limit`.
    func phrase(from start: Int, limit: Int) -> NounPhrase {
        var phrase = NounPhrase(tokens: start..<start)
        var at = start
        var unknown = 0
        skipOf(&at, limit, &phrase)
        if phrase.isPartitive {
            phrase.tokens = start..<at
            phrase.population = population(after: at, limit: limit)
            return phrase
        }
        let first = at
        while at < limit, at < start + 14 {
            guard let next = step(at, first: first, limit: limit, &phrase, &unknown) else { break }
            at = next
        }
        if at == first { at = start }
        phrase.tokens = start..<at
        phrase.isUnknown = phrase.head == .none && unknown > 0
        if phrase.tokens.isEmpty { phrase.population = population(after: at, limit: limit) }
        return phrase
    }

    /// The noun by which a sentence says before a colon what all its bare numbers count: "In tonnes: 35,975 collected,
    /// 30,839 intercepted"; nil where none does.
    func heading(of sentence: Range<Int>) -> Match? {
        let first = sentence.lowerBound
        guard sentence.count > 3, document.word(first) == "in", let noun = document.match(.noun, at: first + 1),
            document.isMark(noun.end, ":")
        else { return nil }
        return noun
    }

    /// The people that a bare number is said to be: "16 of them children", "3,900 were women".
    private func population(after start: Int, limit: Int) -> [String] {
        var at = start
        while at < limit, !document.classes(at).isDisjoint(with: [.be, .adverb, .determiner]) { at += 1 }
        var labels: [String] = []
        while at < limit, at < start + 6 {
            if let match = document.match(.noun, at: at) {
                let noun = document.lexicon.nouns[Int(match.term.index)]
                guard noun.kind.isPeople || noun.kind == .agent else { break }
                if !noun.population.isEmpty { labels.append(noun.population) }
                at = match.end
            } else if let match = document.match(.demonym, at: at) {
                labels.append(document.lexicon.demonyms[Int(match.term.index)].label)
                at = match.end
            } else {
                break
            }
        }
        return labels
    }

    /// `dozens of the`, `more than 100 of his`, `16 of them`.
    private func skipOf(_ at: inout Int, _ limit: Int, _ phrase: inout NounPhrase) {
        guard at + 1 < limit, document.word(at) == "of" else { return }
        let next = document.word(at + 1)
        if next.isOne(of: ["them", "whom", "which", "those", "these"]) {
            at += 2
            phrase.isPartitive = true
            return
        }
        at += 1
        while at < limit, !document.classes(at).isDisjoint(with: [.determiner, .possessive]) { at += 1 }
    }

    /// Reads one word or phrase; the token after it, or nil where the noun phrase ends before it.
    private func step(
        _ at: Int, first: Int, limit: Int, _ phrase: inout NounPhrase, _ unknown: inout Int
    ) -> Int? {
        let token = document.tokens[at]
        if token.kind == .mark {
            return stepOverMark(at, limit: limit) ?? stepIntoList(at, limit: limit, phrase)
        }
        if token.kind == .number || document.numeral(at).kind != .none && document.numeral(at).kind != .ordinal {
            return nil
        }
        if at > first, token.flags.contains(.newline) { return nil }
        if phrase.head != .none, beginsTime(at) { return nil }
        if at == first, isTimed(at) { return nil }
        if let next = stepOverTerm(at, limit: limit, &phrase) { return next }
        if let next = stepOverCountry(at, limit: limit, &phrase) { return next }
        let classes = document.classes(at)
        if classes.contains(.more) {
            phrase.isFurther = true
            return at + 1
        }
        if classes.contains(.conjunction) { return stepOverConjunction(at, limit: limit, phrase) }
        let stops: WordClass = [
            .preposition, .be, .have, .modal, .pronoun, .relative, .subordinator, .determiner, .negation, .including,
        ]
        if !classes.isDisjoint(with: stops) {
            return at == first && !classes.isDisjoint(with: [.determiner, .possessive]) ? at + 1 : nil
        }
        if document.match(.reporting, at: at) != nil, phrase.head != .none { return nil }
        if isVerbLike(at, limit: limit, phrase) { return nil }
        guard unknown < 4, !(phrase.head != .none && !isModifier(at, limit: limit)) else { return nil }
        unknown += 1
        return at + 1
    }

    private func stepOverMark(_ at: Int, limit: Int) -> Int? {
        guard at + 1 < limit else { return nil }
        let isGlued = !document.tokens[at].isSpaced && !document.tokens[at + 1].isSpaced
        if document.isMark(at, "-"), isGlued { return at + 1 }
        // `'s`: what owns is part of the phrase.
        if document.isMark(at, "'"), !document.tokens[at].isSpaced {
            return document.word(at + 1) == "s" ? at + 2 : at + 1
        }
        if document.isMark(at, "\""), document.tokens[at + 1].kind == .word { return at + 1 }
        return nil
    }

    /// `men, women and children`: a list of people that "and" closes.
    private func stepIntoList(_ at: Int, limit: Int, _ phrase: NounPhrase) -> Int? {
        guard document.isMark(at, ","), phrase.head == .person, phrase.headToken == at - 1, phrase.triggers.isEmpty
        else { return nil }
        var next = at + 1
        while let end = people(next, limit) {
            if document.word(next - 1) == "and" || document.word(next - 1) == "or" { return at + 1 }
            if document.word(end) == "and" || document.word(end) == "or" {
                return people(end + 1, limit) == nil ? nil : at + 1
            }
            // "women and children" may be one row of the table.
            if end > next + 2 { return at + 1 }
            guard document.isMark(end, ",") else { return nil }
            next = end + 1
            // "men, women, and children"
            if document.word(next) == "and" || document.word(next) == "or" { next += 1 }
        }
        return nil
    }

    /// The end of a noun for people that begins at a token; nil where none does.
    private func people(_ at: Int, _ limit: Int) -> Int? {
        guard at < limit, let match = document.match(.noun, at: at), match.end <= limit else { return nil }
        return document.lexicon.nouns[Int(match.term.index)].kind == .person ? match.end : nil
    }

    /// Takes in a noun, a people or a word that tells a measure.
    private func stepOverTerm(_ at: Int, limit: Int, _ phrase: inout NounPhrase) -> Int? {
        var end = 0
        let head = phrase.headToken.flatMap { document.match(.noun, at: $0) }
        var isPlural = head.map { $0.term.form > 0 && $0.end == at } ?? false
        for match in document.matches(at: at) where match.end <= limit {
            switch match.term.kind {
            case .noun:
                guard match.end >= end else { continue }
                let noun = document.lexicon.nouns[Int(match.term.index)]
                if noun.kind == .other || noun.kind == .infrastructure, phrase.head.isPeople,
                    isVerbLike(at, limit: limit, phrase)
                {
                    continue
                }
                // "gave 300 families blankets": a plural stands before no other noun.
                if isPlural, phrase.head.isPeople, noun.kind == .aid || noun.kind == .building { return nil }
                phrase.noun = Int(match.term.index)
                phrase.head = noun.kind
                phrase.headToken = at
                isPlural = match.term.form > 0
                append(noun.population, to: &phrase)
                end = match.end
            case .demonym:
                guard match.end >= end else { continue }
                append(document.lexicon.demonyms[Int(match.term.index)].label, to: &phrase)
                if phrase.head == .none || phrase.head == .other {
                    phrase.head = .person
                    phrase.headToken = at
                }
                end = match.end
            case .trigger:
                let role = document.lexicon.triggers[Int(match.term.index)].role
                guard
                    role == .noun || role == .adjective && match.end >= end
                else { continue }
                phrase.triggers.append(match)
                end = max(end, match.end)
            default: continue
            }
        }
        return end > at ? end : nil
    }

    /// `US citizens`, `Gaza residents`: a country or territory before a noun says who the people are.
    private func stepOverCountry(_ at: Int, limit: Int, _ phrase: inout NounPhrase) -> Int? {
        guard let match = document.match(.place, at: at), match.end < limit,
            let noun = document.match(.noun, at: match.end),
            document.lexicon.nouns[Int(noun.term.index)].kind.isPeople,
            let people = document.lexicon.people(ofPlace: Int(match.term.index))
        else { return nil }
        append(people, to: &phrase)
        return match.end
    }

    /// "last week", "this month", "early Monday": a time that begins behind what is counted.
    private func beginsTime(_ at: Int) -> Bool {
        if document.match(.time, at: at) != nil { return true }
        guard document.word(at).isOne(of: ["last", "next", "this", "early", "late"]) else { return false }
        if document.classes(at + 1).weekday > 0 || document.classes(at + 1).month > 0 { return true }
        return isTimeNoun(at + 1)
    }

    /// "day", "weeks".
    private func isTimeNoun(_ at: Int) -> Bool {
        document.match(.noun, at: at).map { document.lexicon.nouns[Int($0.term.index)].kind == .time } ?? false
    }

    /// "78 a day earlier", "83 the day before", "4,500 a week": what follows the number is a time, and nothing is counted.
    private func isTimed(_ at: Int) -> Bool {
        document.classes(at).contains(.determiner) && (document.match(.time, at: at) != nil || isTimeNoun(at + 1))
    }

    private func append(_ label: String, to phrase: inout NounPhrase) {
        if !label.isEmpty, !phrase.population.contains(label) { phrase.population.append(label) }
    }

    /// `men and women`, `sick and wounded`: the phrase goes on where the next word is of its kind.
    private func stepOverConjunction(_ at: Int, limit: Int, _ phrase: NounPhrase) -> Int? {
        guard at + 1 < limit, document.word(at) == "and" || document.word(at) == "or" else { return nil }
        guard phrase.head != .none || !phrase.triggers.isEmpty else {
            let next = document.tokens[at + 1]
            return next.kind == .word && (!next.isCapital || document.isLowerCase) ? at + 1 : nil
        }
        guard let match = document.match(.noun, at: at + 1) else { return nil }
        return document.lexicon.nouns[Int(match.term.index)].kind == phrase.head ? at + 1 : nil
    }

    /// A word that is most likely a finite verb or participle and ends the noun phrase.
    private func isVerbLike(_ at: Int, limit: Int, _ phrase: NounPhrase) -> Bool {
        for match in document.matches(at: at) where match.term.kind == .trigger {
            let role = document.lexicon.triggers[Int(match.term.index)].role
            guard role == .object || role == .subject || role == .passive else { continue }
            // "10,000 people fleeing war": behind the people counted it tells what they do.
            if match.term.form == 4, phrase.head.isPeople { return true }
            // "3,000 need tents": only a participle stands before a noun as its modifier.
            return isFinite(match) || !isModifier(at, limit: limit)
        }
        let word = document.word(at)
        return word.hasSuffix("ed") && !isModifier(at, limit: limit)
    }

    /// A base form, a third person, or a past that is no participle too.
    private func isFinite(_ match: Match) -> Bool {
        match.term.form < 2 && document.lexicon.triggers[Int(match.term.index)].role != .passive
            && document.match(.noun, at: match.first) == nil
    }

    /// Whether a noun or people follows at once, so that the word stands before it as a modifier.
    private func isModifier(_ at: Int, limit: Int) -> Bool {
        var next = at + 1
        if document.isMark(next, "-") { next += 1 }
        guard next < limit, document.tokens[next].kind == .word else { return false }
        if document.match(.noun, at: next) != nil || document.match(.demonym, at: next) != nil { return true }
        return document.matches(at: next).contains {
            $0.term.kind == .trigger && document.lexicon.triggers[Int($0.term.index)].role == .noun
        }
    }
}
