/// Finds the places that a text names.
struct PlaceFinder {
    let document: Document

    func mentions() -> [PlaceMention] {
        var found: [PlaceMention] = []
        let back = PlaceBackReference(document: document, finder: self)
        for (index, range) in document.sentences.enumerated() {
            var at = range.lowerBound
            while at < range.upperBound {
                let named = mayName(at) ? mention(at, index, range) : nil
                let isBack = named == nil && back.mayBegin(at)
                guard var mention = isBack ? back.mention(at, index, range, found) : named else {
                    at += 1
                    continue
                }
                mention.actor = actor(mention, range)
                found.append(mention)
                at = max(mention.tokens.upperBound, at + 1)
            }
        }
        return found
    }

    /// Whether a name can begin at a token: a word of the gazetteer, or a capitalised one that may be a name.
    @inline(__always) private func mayName(_ at: Int) -> Bool {
        document.tokens[at].isCapital || document.mayHave(TermKind.place.bit | TermKind.demonym.bit, at: at)
    }

    private func mention(_ at: Int, _ index: Int, _ range: Range<Int>) -> PlaceMention? {
        if let match = document.match(.place, at: at), match.end <= range.upperBound {
            let places = document.matches(at: at).filter { $0.term.kind == .place && $0.end == match.end }
            guard let best = Homonyms(document: document).best(places), accepts(best, range),
                !document.isMark(match.end, "$")
            else {
                return nil
            }
            let organisation = isInOrganisation(match.first..<match.end, range)
            return PlaceMention(
                tokens: withDirection(match.first..<match.end, range), place: Int(best.term.index), sentence: index,
                isInOrganisation: organisation, isDemonym: false, preposition: preposition(match.first, range),
                isHeading: isDateline(match, index))
        }
        if let match = document.match(.demonym, at: at), match.end <= range.upperBound,
            document.tokens[at].isCapital || document.isLowerCase
        {
            guard let place = document.lexicon.place(ofDemonym: Int(match.term.index)) else { return nil }
            return PlaceMention(
                tokens: match.first..<match.end, place: place, sentence: index,
                isInOrganisation: isInOrganisation(match.first..<match.end, range), isDemonym: true,
                preposition: preposition(match.first, range), isHeading: false)
        }
        return unknown(at, index, range)
    }

    /// What the words behind a place's name make of it.
    private func actor(_ mention: PlaceMention, _ range: Range<Int>) -> PlaceActor {
        let next = mention.tokens.upperBound
        guard next < range.upperBound else { return .none }
        if document.isMark(next, "'"), document.word(next + 1) == "s", !mention.isInOrganisation { return .owner }
        let afterHyphen = document.isMark(next, "-") ? next + 1 : next
        if document.word(afterHyphen) == "based" { return .based }
        if let match = document.match(.reporting, at: next),
            document.lexicon.reporting[Int(match.term.index)].role == .say
        {
            return .speaker
        }
        if document.tokens[next].kind == .word, isMeasured(next) { return .measured }
        if document.tokens[next].kind == .word, let noun = document.match(.noun, at: next) {
            switch document.lexicon.nouns[Int(noun.term.index)].kind {
            case .person, .household, .agent, .military: return .modifier
            default: break
            }
        }
        return mention.preposition == .none && !mention.isDemonym && isVerb(next) ? .subject : .none
    }

    private func isMeasured(_ at: Int) -> Bool {
        if document.word(at).isOne(of: ["toll", "count", "tally", "total", "figure"]) { return true }
        return document.matches(at: at).contains { match in
            guard match.term.kind == .trigger else { return false }
            return document.lexicon.triggers[Int(match.term.index)].role == .tally
        }
    }

    private func isVerb(_ at: Int) -> Bool {
        guard document.tokens[at].kind == .word, !document.tokens[at].isCapital else { return false }
        if !document.classes(at).isDisjoint(with: [.have, .modal, .be]) { return true }
        return document.matches(at: at).contains { match in
            guard match.term.kind == .trigger, match.term.form == 1 || match.term.form == 2 else { return false }
            let role = document.lexicon.triggers[Int(match.term.index)].role
            return role == .object || role == .subject
        }
    }

    private func accepts(_ match: Match, _ range: Range<Int>) -> Bool {
        let place = Int(match.term.index)
        guard document.tokens[match.first].isCapital || document.isLowerCase,
            document.classes(match.first).month == 0 || match.end > match.first + 1
        else { return false }
        let kind = document.lexicon.places.kind(place)
        if kind != "country", kind != "territory", isPartOfName(match, range) { return false }
        guard document.lexicon.places.entry(place).isAmbiguous else { return true }
        return preposition(match.first, range) != .none
    }

    /// "President Vladimir Putin", "San Martino hospital", "Paula Houston": the word belongs to somebody's name.
    private func isPartOfName(_ match: Match, _ range: Range<Int>) -> Bool {
        let before = match.first - 1
        if before >= range.lowerBound,
            document.match(.title, at: before) != nil || document.classes(before).contains(.naming)
        {
            return true
        }
        guard match.end == match.first + 1 else { return false }
        if isNameWord(match.end, range), document.tokens[match.end].isSpaced { return true }
        return before > range.lowerBound && isNameWord(before, range) && document.tokens[match.first].isSpaced
    }

    /// A capitalised word that no table knows.
    private func isNameWord(_ at: Int, _ range: Range<Int>) -> Bool {
        guard range.contains(at), document.tokens[at].kind == .word, document.tokens[at].isCapital,
            !document.tokens[at].flags.contains(.newline), !document.isLowerCase
        else { return false }
        // "County", "Province" are in the table of small words, and go on the name of a place.
        return document.matches(at: at).isEmpty && document.classes(at).isEmpty && document.numeral(at).kind == .none
    }

    private func isInOrganisation(_ tokens: Range<Int>, _ range: Range<Int>) -> Bool {
        let first = max(range.lowerBound, tokens.lowerBound - 6)
        for at in first...tokens.lowerBound {
            for match in document.matches(at: at) where match.term.kind == .organisation {
                if match.end >= tokens.upperBound, match.end - match.first > tokens.count { return true }
            }
        }
        // "Gaza officials", "Syrian army", "Turkish Prime Minister"
        let next = tokens.upperBound
        if isOrganisationWord(next, range) { return true }
        return document.match(.sourceNoun, at: next) != nil || document.match(.title, at: next) != nil
    }

    /// "Saudi Hospital", "Ukraine International Airlines": a capitalised word goes on the name, and is no place.
    private func isOrganisationWord(_ at: Int, _ range: Range<Int>) -> Bool {
        guard range.contains(at), document.tokens[at].kind == .word, document.tokens[at].isCapital,
            document.tokens[at].isSpaced, !document.tokens[at].flags.contains(.newline), !document.isLowerCase
        else { return false }
        guard let noun = document.match(.noun, at: at) else { return false }
        switch document.lexicon.nouns[Int(noun.term.index)].kind {
        case .building, .agent, .military, .document, .other: return true
        default: return false
        }
    }

    /// "eastern Ukraine", "northern Gaza Strip" are named with their direction.
    private func withDirection(_ tokens: Range<Int>, _ range: Range<Int>) -> Range<Int> {
        let before = tokens.lowerBound - 1
        guard before >= range.lowerBound, document.classes(before).contains(.direction) else { return tokens }
        return before..<tokens.upperBound
    }

    func preposition(_ first: Int, _ range: Range<Int>) -> PlacePreposition {
        var at = first - 1
        for _ in 0..<5 where at >= range.lowerBound {
            let classes = document.classes(at)
            if classes.contains(.preposition) { return PlaceFinder.preposition(document.word(at)) }
            guard document.tokens[at].kind == .word,
                classes.contains(.determiner) || classes.contains(.direction)
                    || document.tokens[at].isCapital
                    || document.word(at).isOne(of: [
                        "city", "town", "village", "province", "region", "state", "district", "capital", "besieged",
                        "border", "island", "area", "port", "coastal", "rebel", "held", "occupied", "neighbouring",
                        "neighboring", "nearby", "southern",
                    ])
            else { return .none }
            at -= 1
        }
        return .none
    }

    private static func preposition(_ word: FoldedWord) -> PlacePreposition {
        if word == "in" || word == "inside" || word == "within" { return .in }
        if word == "at" { return .at }
        if word == "near" || word == "outside" || word == "around" { return .near }
        if word == "from" { return .from }
        if word == "to" || word == "towards" || word == "toward" { return .to }
        if word == "of" { return .of }
        if word == "on" { return .on }
        if word == "across" || word == "throughout" { return .across }
        if word == "into" { return .into }
        if word == "through" || word == "via" { return .through }
        return .other
    }

    /// `GENEVA, Aug 29 (Reuters) -`, `Kinshasa` as a heading of its own.
    private func isDateline(_ match: Match, _ index: Int) -> Bool {
        guard index <= 2, match.first == document.sentences[index].lowerBound else { return false }
        return document.tokens[match.first].flags.contains(.allCapitals)
    }

    private func isEvent(_ at: Int) -> Bool {
        guard at < document.tokens.count else { return false }
        return document.matches(at: at).contains { $0.term.kind == .trigger }
            || document.match(.noun, at: at).map {
                document.lexicon.nouns[Int($0.term.index)].kind == .attack
            } ?? false
    }

    /// A capitalised name behind "in", "at", "near" that the gazetteer does not have: "in Yumbis village".
    private func unknown(_ at: Int, _ index: Int, _ range: Range<Int>) -> PlaceMention? {
        let token = document.tokens[at]
        guard token.kind == .word, token.isCapital, at > range.lowerBound,
            document.classes(at).isDisjoint(with: [.months, .weekdays, .determiner, .pronoun, .naming])
        else { return nil }
        var before = at - 1
        if document.classes(before).contains(.determiner) { before -= 1 }
        if document.classes(before).contains(.direction) { before -= 1 }
        let isPlaceWord = document.word(before).isOne(of: ["in", "at", "near", "outside", "to", "from", "across"])
        let followsOf =
            document.word(before) == "of"
            && document.word(before - 1).isOne(of: [
                "city", "town", "village", "province", "region", "district", "island", "suburb", "north", "south",
                "east", "west", "outskirts", "port", "state", "neighborhood", "neighbourhood", "county",
            ])
        guard isPlaceWord || followsOf, !document.word(at - 1).isOne(of: ["a", "an"]),
            document.matches(at: at).allSatisfy({ $0.term.kind == .noun || $0.term.kind == .trigger })
        else { return nil }
        var end = at + 1
        while end < range.upperBound, document.tokens[end].kind == .word, document.tokens[end].isCapital,
            document.match(.place, at: end) == nil || document.tokens[end].isSpaced, end < at + 4
        { end += 1 }
        while end + 1 < range.upperBound, document.isMark(end, "-"), !document.tokens[end].isSpaced { end += 2 }
        // "in Phase 4", "in Camp 7"
        guard end >= range.upperBound || document.tokens[end].kind != .number else { return nil }
        // "at Lonmin's mine", "in the Easter Sunday bombings": the name describes something else.
        guard !document.isMark(end, "'") || document.classes(end + 2).contains(.direction),
            !(at..<end).contains(where: { document.classes($0).weekday > 0 || document.classes($0).month > 0 }),
            !(document.classes(at - 1).contains(.determiner) && isEvent(end))
        else { return nil }
        // "Winnebago County Coroner" is somebody.
        let last = max(at, min(end, range.upperBound) - 1)
        guard document.match(.sourceNoun, at: last) == nil, document.match(.title, at: last) == nil else { return nil }
        return PlaceMention(
            tokens: at..<min(end, range.upperBound), place: nil, sentence: index, isInOrganisation: false,
            isDemonym: false,
            preposition: isPlaceWord ? PlaceFinder.preposition(document.word(before)) : .of, isHeading: false)
    }
}
