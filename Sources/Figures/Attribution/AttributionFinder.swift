/// Finds who is said to vouch for what, sentence by sentence.
struct AttributionFinder {
    let document: Document
    let abbreviations: Abbreviations

    init(document: Document) {
        self.document = document
        abbreviations = Abbreviations(document: document)
    }

    private var subjects: SubjectReader { SubjectReader(document: document, finder: self) }

    /// "he" and "she" are persons; "it" is an organisation.
    func fits(_ pronoun: Attribution, _ named: Attribution) -> Bool {
        let isPerson = document.word(pronoun.tokens.lowerBound).isOne(of: ["he", "she"])
        let isNamedPerson = named.kind == .person || named.speaker != nil
        return isPerson
            ? isNamedPerson || named.organisation == nil : named.kind != .person || named.organisation != nil
    }

    /// The attributions of a sentence, in the order of their verbs, as its own words tell them.
    func attributions(inSentence index: Int) -> [Attribution] {
        let range = document.sentences[index]
        var found: [Attribution] = []
        var at = range.lowerBound
        while at < range.upperBound {
            guard document.has(.reporting, at: at) else {
                at += 1
                continue
            }
            var longest: Int?
            for match in document.matches(at: at)
            where match.term.kind == .reporting && match.end <= range.upperBound {
                longest = longest ?? match.end
                if let attribution = attribution(match, index, range) {
                    found.append(attribution)
                    break
                }
            }
            // "as saying" behind "quoted" is no saying of its own.
            let isQuote = longest != nil && document.word(at).hasPrefix("quot")
            at = max(longest ?? 0, at + 1, isQuote ? found.last?.extent.upperBound ?? 0 : 0)
        }
        if let label = label(index, range) { found.insert(label, at: 0) }
        return nested(found)
    }

    /// "Reuters quoted a medic as saying that the ministry had counted": the innermost vouches, the others relay.
    private func nested(_ found: [Attribution]) -> [Attribution] {
        var nested = found
        for index in nested.indices.dropFirst() where nested[index].pattern == .before {
            let outer = nested[index - 1]
            guard outer.pattern == .before, !outer.isSilent, outer.extent.upperBound <= nested[index].extent.lowerBound,
                (outer.extent.upperBound..<nested[index].extent.lowerBound).allSatisfy({ document.word($0) == "that" })
            else { continue }
            nested[index - 1].isOuter = true
            nested[index].relay = nested[index].relay ?? outer.tokens
        }
        return nested
    }

    private func attribution(_ match: Match, _ index: Int, _ range: Range<Int>) -> Attribution? {
        switch document.lexicon.reporting[Int(match.term.index)].role {
        case .say:
            if document.word(match.first).hasPrefix("quot"), let found = quoted(match, index, range) { return found }
            return spoken(match, index, range)
        case .according: return following(match, index, range, .according)
        case .by: return following(match, index, range, .by)
        case .quoted: return quoted(match, index, range) ?? spoken(match, index, range)
        case .deny:
            var found = spoken(match, index, range)
            found?.isSilent = true
            return found
        case .data, .hearsay: return nil
        }
    }

    // MARK: "according to", "estimated by"

    private func following(
        _ match: Match, _ index: Int, _ range: Range<Int>, _ pattern: Attribution.Pattern
    ) -> Attribution? {
        let party = partyForward(from: match.end, range)
        guard !party.isEmpty, isParty(party) else { return nil }
        return make(party, extent: match.first..<party.upperBound, pattern, index)
    }

    /// The noun phrase that begins at a token, an apposition taken in.
    private func partyForward(from start: Int, _ range: Range<Int>) -> Range<Int> {
        var at = start
        var end = start
        var words = 0
        while at < range.upperBound, words < 16 {
            let token = document.tokens[at]
            if token.kind == .mark {
                guard isInsideName(at, range) else {
                    // "Philippe Lazzarini, general-secretary of the U.N. agency": an apposition of a name goes on.
                    guard document.isMark(at, ","), at > start, isApposition(at + 1, range) else { break }
                    at += 1
                    continue
                }
                at += 1
                continue
            }
            let classes = document.classes(at)
            if !classes.isDisjoint(with: [.relative, .subordinator, .be, .have, .modal]), at > start,
                !classes.contains(.preposition)
            {
                break
            }
            if classes.contains(.pronoun), !classes.contains(.determiner), at > start { break }
            if classes.contains(.conjunction), !joinsParties(at, range) { break }
            if classes.contains(.preposition), !joinsName(at) { break }
            if token.kind == .number, at > start { break }
            if isReporting(at), at > start { break }
            if document.match(.time, at: at) != nil || classes.weekday > 0 && token.isCapital { break }
            words += 1
            at += 1
            end = at
        }
        return start..<end
    }

    func isInsideName(_ at: Int, _ range: Range<Int>) -> Bool {
        guard at + 1 < range.upperBound, at > range.lowerBound else { return false }
        let glued = !document.tokens[at].isSpaced && !document.tokens[at + 1].isSpaced
        if document.isMark(at, "-") || document.isMark(at, "'") { return glued || document.word(at + 1) == "s" }
        if document.isMark(at, "'"), !document.tokens[at].isSpaced { return true }
        if document.isMark(at, ".") {
            return document.classes(at - 1).contains(.abbreviation)
                || document.tokens[at - 1].end - document.tokens[at - 1].start <= 2
        }
        return document.isMark(at, "&")
    }

    private func isApposition(_ at: Int, _ range: Range<Int>) -> Bool {
        guard at < range.upperBound, document.tokens[at].kind == .word, document.numeral(at).kind == .none else {
            return false
        }
        if document.classes(at).contains(.determiner) || document.match(.title, at: at) != nil {
            return nounAhead(at, range)
        }
        return document.match(.sourceNoun, at: at) != nil || document.match(.sourceNoun, at: at + 1) != nil
    }

    private func nounAhead(_ at: Int, _ range: Range<Int>) -> Bool {
        (at..<min(at + 6, range.upperBound)).contains {
            document.match(.sourceNoun, at: $0) != nil || document.match(.title, at: $0) != nil
                || document.match(.organisation, at: $0) != nil
        }
    }

    private func joinsParties(_ at: Int, _ range: Range<Int>) -> Bool {
        guard document.word(at) == "and", at + 1 < range.upperBound else { return false }
        return document.tokens[at + 1].isCapital || document.match(.sourceNoun, at: at + 1) != nil
            || document.match(.sourceNoun, at: at + 2) != nil
    }

    private func joinsName(_ at: Int) -> Bool {
        document.word(at).isOne(of: ["of", "for", "in", "at", "from", "on", "to", "with", "by"])
    }

    func isReporting(_ at: Int) -> Bool {
        guard let match = document.match(.reporting, at: at) else { return false }
        let role = document.lexicon.reporting[Int(match.term.index)].role
        return role == .say && match.term.form != 0 || role == .deny || role == .quoted
    }

    // MARK: "Reuters quoted a medic as saying"

    /// The one who is quoted vouches, the one who quotes relays: "Reuters quoted a medic as saying", "a medic was
    /// quoted by Reuters as saying".
    private func quoted(_ match: Match, _ index: Int, _ range: Range<Int>) -> Attribution? {
        guard let subject = subjects.subject(before: match.first, range), !isPronoun(subject), isParty(subject) else {
            return nil
        }
        let isPassive = document.classes(match.first - 1).contains(.be)
        let start = isPassive && document.word(match.end) == "by" ? match.end + 1 : match.end
        var end = start
        while end < min(start + 10, range.upperBound), document.word(end) != "as" { end += 1 }
        guard document.word(end) == "as" else { return nil }
        let other = start..<end
        let party = isPassive ? subject : other
        guard !party.isEmpty, isParty(party) else { return nil }
        var result = make(party, extent: subject.lowerBound..<min(end + 2, range.upperBound), .before, index)
        let relay = isPassive ? other : subject
        if !relay.isEmpty { result.relay = relay }
        return result
    }

    // MARK: "police said", "said the mayor"

    private func spoken(_ match: Match, _ index: Int, _ range: Range<Int>) -> Attribution? {
        guard var found = speech(match, index, range) else { return nil }
        found.verb = document.lexicon.reporting[Int(match.term.index)].verb
        found.form = match.term.form
        found.follow = follow(match.end, range)
        return found
    }

    /// What stands behind a verb, the day passed over.
    private func follow(_ start: Int, _ range: Range<Int>) -> Attribution.Follow {
        var at = start
        while at < range.upperBound, at < start + 4, isDay(at) { at += 1 }
        guard at < range.upperBound else { return .end }
        let token = document.tokens[at]
        if token.kind == .mark {
            if token.isMark(":") { return .colon }
            if token.isMark("\"") { return .quote }
            return token.isMark(",") ? .comma : .end
        }
        let classes = document.classes(at)
        if document.word(at) == "that" { return .that }
        if document.word(at) == "to" { return .to }
        if token.kind == .number || document.numeral(at).kind != .none || document.match(.qualifier, at: at) != nil {
            return .number
        }
        if classes.contains(.pronoun) || classes.contains(.speakerPronoun) { return .pronoun }
        if classes.contains(.determiner) { return .determiner }
        if classes.contains(.preposition) { return .preposition }
        return token.isCapital ? .name : .word
    }

    /// "on Monday", "Tuesday".
    private func isDay(_ at: Int) -> Bool {
        if document.classes(at).weekday > 0 { return true }
        return document.word(at) == "on" && document.classes(at + 1).weekday > 0
    }

    private func speech(_ match: Match, _ index: Int, _ range: Range<Int>) -> Attribution? {
        let form = match.term.form
        if isInverted(match, range) {
            let party = partyForward(from: match.end, range)
            if !party.isEmpty, isParty(party) {
                return make(party, extent: match.first..<party.upperBound, .inverted, index)
            }
        }
        // "reported killed", "were reported": no speaker.
        if form == 3 || form == 2, document.classes(match.first - 1).contains(.be),
            document.lexicon.reporting[Int(match.term.index)].role == .say
        {
            return nil
        }
        if isAdjective(match, range) || isNoun(match, range) { return nil }
        guard let subject = subjects.subject(before: match.first, range) else { return nil }
        let pattern: Attribution.Pattern = closes(match, range) ? .after : .before
        let extent = subject.lowerBound..<match.end
        if isPronoun(subject) {
            return Attribution(
                tokens: subject, extent: extent, pattern: .pronoun, sentence: index, organisation: nil, kind: .person)
        }
        guard isParty(subject) else { return nil }
        return make(subject, extent: extent, pattern, index)
    }

    /// "two alleged smugglers", "the reported toll": a participle before a noun says nothing.
    private func isAdjective(_ match: Match, _ range: Range<Int>) -> Bool {
        guard match.term.form == 2 || match.term.form == 3, match.end < range.upperBound else { return false }
        let before = match.first - 1
        guard before >= range.lowerBound, document.tokens[match.end].kind != .mark else { return false }
        let isLed =
            document.tokens[before].kind == .number || document.numeral(before).kind != .none
            || document.classes(before).contains(.determiner) && !document.classes(before).contains(.speakerPronoun)
        return isLed
            && (document.match(.noun, at: match.end) != nil
                || document.tokens[match.end].kind == .number || document.numeral(match.end).kind != .none
                || document.matches(at: match.end).contains { $0.term.kind == .trigger })
    }

    /// "the state of Assam", "the official count", "sent troops to put": a noun, or a verb without a subject.
    private func isNoun(_ match: Match, _ range: Range<Int>) -> Bool {
        guard match.term.form == 0, match.first > range.lowerBound else { return false }
        let before = match.first - 1
        let classes = document.classes(before)
        if document.word(before) == "to" || classes.contains(.determiner) && !classes.contains(.speakerPronoun) {
            return true
        }
        if isLedByOwner(before, range) { return true }
        return document.match(.sourceNoun, at: before)?.term.form == 0
            && document.classes(before - 1).contains(.determiner) && !document.word(before).hasSuffix("s")
    }

    /// "Israel's overall count", "the ministry's latest estimate": what somebody has, with one word before it.
    private func isLedByOwner(_ before: Int, _ range: Range<Int>) -> Bool {
        guard before - 2 >= range.lowerBound, document.tokens[before].kind == .word,
            !document.tokens[before].isCapital, document.match(.sourceNoun, at: before) == nil,
            !document.word(before).hasSuffix("s")
        else { return false }
        return document.word(before - 1) == "s" && document.isMark(before - 2, "'")
    }

    private func isPronoun(_ tokens: Range<Int>) -> Bool {
        tokens.count == 1 && document.classes(tokens.lowerBound).contains(.speakerPronoun)
    }

    /// `," said` or `, said`: the speaker stands behind the verb.
    private func isInverted(_ match: Match, _ range: Range<Int>) -> Bool {
        let before = match.first - 1
        // "a survivor, who was hit, told NRK": who follows such a verb listens.
        guard match.end < range.upperBound, !document.classes(match.first).contains(.listener) else { return false }
        let opensClause =
            before < range.lowerBound || document.isMark(before, "\"") || document.isMark(before, ",")
            || document.isMark(before, "'")
            || document.tokens[before].mark == Mark.dash && document.tokens[before].kind == .mark
        guard opensClause else { return false }
        let next = document.tokens[match.end]
        guard next.kind == .word || next.kind == .code else { return false }
        if document.word(match.end) == "that" { return false }
        return next.isCapital || document.classes(match.end).contains(.determiner)
            || document.match(.sourceNoun, at: match.end) != nil || document.match(.title, at: match.end) != nil
    }

    /// Whether nothing but the time and small words follows the verb: "…, police said on Monday."
    private func closes(_ match: Match, _ range: Range<Int>) -> Bool {
        var at = match.end
        let limit = min(range.upperBound, at + Self.closingReach)
        while at < limit {
            let token = document.tokens[at]
            if token.kind == .mark {
                return token.isMark(".") || token.isMark(",") || token.isMark(";") || token.isMark("\"")
                    || at + 1 >= range.upperBound
            }
            let classes = document.classes(at)
            let isSmall =
                classes.weekday > 0 || classes.month > 0 || classes.contains(.adverb) || token.kind == .number
                || document.match(.time, at: at) != nil
                || document.word(at).isOne(of: [
                    "on", "in", "a", "statement", "late", "early", "his", "their", "the", "its", "report", "evening",
                    "morning", "afternoon", "night", "earlier", "at", "news", "conference", "reuters", "by", "phone",
                    "telephone", "here", "an", "interview", "to", "us", "reporters", "journalists", "press", "twitter",
                    "facebook", "x", "telegram",
                ])
                || document.match(.organisation, at: at) != nil || token.isCapital
            guard isSmall else { return false }
            at += 1
        }
        return at == range.upperBound
    }

    /// How many small words may close a sentence behind its verb of saying, in tokens.
    private static let closingReach = 40

    // MARK: "UN: 40 dead", "Sudan, IPC results, December 2024: 24.6 million"

    private func label(_ index: Int, _ range: Range<Int>) -> Attribution? {
        guard range.count > 3, let colon = range.prefix(Self.labelReach).first(where: { document.isMark($0, ":") }),
            let match = (range.lowerBound..<colon).lazy.compactMap({ document.match(.organisation, at: $0) }).first,
            match.end <= colon, match.end == colon || isHeading(range.lowerBound..<colon)
        else { return nil }
        return make(match.first..<match.end, extent: range.lowerBound..<colon + 1, .label, index)
    }

    /// How long a heading before a colon may be, in tokens.
    private static let labelReach = 12

    /// "Sudan, IPC results, December 2024": names, times and nouns, and nothing that tells what somebody does.
    private func isHeading(_ tokens: Range<Int>) -> Bool {
        !tokens.contains { at in
            !document.classes(at).isDisjoint(with: [.be, .have, .modal, .relative, .subordinator, .pronoun])
                || isReporting(at)
                || document.matches(at: at).contains {
                    $0.term.kind == .trigger && $0.term.form > 0 && $0.term.form < 4
                        && document.lexicon.triggers[Int($0.term.index)].role.isVerb
                }
        }
    }

    // MARK: Parties

    /// Whether the words can name somebody who speaks: a known organisation, a noun of office, a title or a name.
    private func isParty(_ tokens: Range<Int>) -> Bool {
        guard !tokens.isEmpty else { return false }
        for at in head(tokens) {
            if document.match(.organisation, at: at) != nil || document.match(.sourceNoun, at: at) != nil
                || document.match(.title, at: at) != nil
            {
                return true
            }
        }
        // "Two weeks ago the estimate": a time is nobody.
        guard !tokens.contains(where: { document.classes($0).contains(.ago) }) else { return false }
        return hasName(head(tokens))
    }

    /// The words of a party before its first preposition but "of" and "for": "residents" of "residents in Aden".
    private func head(_ tokens: Range<Int>) -> Range<Int> {
        let end = tokens.dropFirst().first {
            document.classes($0).contains(.preposition) && !document.word($0).isOne(of: ["of", "for"])
        }
        return tokens.lowerBound..<(end ?? tokens.upperBound)
    }

    private func hasName(_ tokens: Range<Int>) -> Bool {
        tokens.contains { at in
            document.tokens[at].isCapital && document.tokens[at].kind != .mark && document.numeral(at).kind == .none
                && document.classes(at).isDisjoint(with: [
                    .determiner, .preposition, .subordinator, .conjunction, .pronoun, .adverb,
                ])
                && document.classes(at).weekday == 0 && document.classes(at).month == 0
        }
    }

    /// "Israel says": a country speaks by its government.
    private func isCountry(_ tokens: Range<Int>) -> Bool {
        guard let match = document.match(.place, at: tokens.lowerBound), match.end == tokens.upperBound else {
            return false
        }
        return document.lexicon.places.kind(Int(match.term.index)) == "country"
    }

    private func make(
        _ tokens: Range<Int>, extent: Range<Int>, _ pattern: Attribution.Pattern, _ index: Int
    ) -> Attribution {
        var result = Attribution(
            tokens: tokens, extent: extent, pattern: pattern, sentence: index, organisation: nil, kind: .person)
        if isCountry(tokens) { result.kind = .authority }
        var best = 0
        for at in tokens {
            if let match = document.match(.organisation, at: at), match.end <= tokens.upperBound,
                match.end - match.first > best
            {
                best = match.end - match.first
                result.organisation = Int(match.term.index)
                result.kind = document.lexicon.organisations[Int(match.term.index)].kind
            }
        }
        if result.organisation == nil {
            for at in tokens {
                if let match = document.match(.sourceNoun, at: at), match.end <= tokens.upperBound {
                    result.kind = document.lexicon.sourceNouns[Int(match.term.index)]
                    break
                }
            }
        }
        result.speaker = speaker(tokens)
        return result
    }

    /// Two or more capitalised words behind a title or at the beginning, that are no organisation: a person's name.
    private func speaker(_ tokens: Range<Int>) -> Range<Int>? {
        var at = tokens.lowerBound
        if document.classes(at).contains(.determiner) { at += 1 }
        while at < tokens.upperBound {
            if let organisation = document.match(.organisation, at: at) {
                at = organisation.end
                continue
            }
            var end = at
            while end < tokens.upperBound, document.tokens[end].isCapital, document.tokens[end].kind == .word,
                document.match(.organisation, at: end) == nil, document.match(.title, at: end) == nil,
                document.match(.sourceNoun, at: end) == nil, document.match(.demonym, at: end) == nil,
                document.match(.place, at: end) == nil
            { end += 1 }
            // "Blue Lake Authority" is no person.
            let goesOn =
                end < tokens.upperBound && document.tokens[end].isCapital && document.match(.sourceNoun, at: end) != nil
            if end - at >= 2, !goesOn { return at..<end }
            at = max(end, at + 1)
        }
        return nil
    }
}
