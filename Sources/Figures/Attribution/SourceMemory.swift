/// Finds whom a text means by "the ministry", "the agency", "Gaza's own ministry": the party of that kind named last.
struct SourceMemory {
    private let document: Document
    private let abbreviations: Abbreviations
    /// The organisations of the table that the text names, in order, as far as it was read.
    private var named: [Match] = []

    /// How far back a name is remembered, in names.
    private static let reach = 40

    init(document: Document, abbreviations: Abbreviations) {
        self.document = document
        self.abbreviations = abbreviations
    }

    /// Takes in the names of a sentence.
    mutating func read(_ sentence: Range<Int>) {
        for at in sentence where document.has(.organisation, at: at) {
            for match in document.matches(at: at) where match.term.kind == .organisation { named.append(match) }
        }
    }

    /// The attribution with the organisation, or the fuller words, that a short name stands for.
    ///
    /// - Parameter earlier: the attributions before it, resolved.
    func resolved(_ attribution: Attribution, _ earlier: [Attribution]) -> Attribution {
        var attribution = attribution
        if attribution.organisation == nil, attribution.speaker == nil, let noun = shortNoun(attribution.tokens) {
            resolve(&attribution, noun, earlier)
        } else if attribution.organisation == nil, let name = abbreviations.name(for: attribution.tokens) {
            attribution.antecedent = name
        }
        return attribution
    }

    /// What a party is called when it is named again.
    private static let nouns: [StaticString] = [
        "ministry", "office", "agency", "authority", "authorities", "group", "commission", "committee", "organization",
        "organisation", "union", "service", "department", "mission", "military", "army", "council", "charity",
        "network",
        "observatory", "federation", "association", "society", "movement", "directorate", "centre", "center", "force",
    ]

    /// The token of the noun of a short name; nil for a name that stands for itself.
    private func shortNoun(_ tokens: Range<Int>) -> Int? {
        guard tokens.count <= 6 else { return nil }
        return tokens.last { document.word($0).isOne(of: Self.nouns) }
    }

    private func resolve(_ attribution: inout Attribution, _ noun: Int, _ earlier: [Attribution]) {
        if let organisation = organisation(ofPlaceIn: attribution.tokens, noun)
            ?? organisation(before: attribution.tokens, noun)
        {
            attribution.organisation = organisation
            attribution.kind = document.lexicon.organisations[organisation].kind
        } else if let fuller = earlier.suffix(Self.reach).last(where: { isFuller($0, than: attribution.tokens, noun) })
        {
            attribution.antecedent = fuller.antecedent ?? fuller.tokens
            attribution.kind = fuller.kind
        }
    }

    /// "the media office in Gaza": the only organisation of that place that goes by these words.
    private func organisation(ofPlaceIn tokens: Range<Int>, _ noun: Int) -> Int? {
        guard let place = tokens.compactMap({ document.match(.place, at: $0) }).first else { return nil }
        let id = document.lexicon.places[Int(place.term.index)].id
        let words = tokens.filter { token in
            document.tokens[token].kind == .word && !(place.first..<place.end).contains(token)
                && document.classes(token).isDisjoint(with: [.determiner, .preposition])
                && document.word(token) != "s"
        }
        guard words.count >= 2 else { return nil }
        let found = document.lexicon.nameWords.organisations(
            ofPlace: id, named: words.map { document.word($0).string })
        return found.count == 1 ? found[0] : nil
    }

    /// The organisation of the table that was named last before, is of the noun's kind, and can go by these words.
    private func organisation(before tokens: Range<Int>, _ noun: Int) -> Int? {
        let end = named.firstIndex(behind: { $0.first >= tokens.lowerBound })
        return named[..<end].suffix(Self.reach).last { canGo(by: tokens, noun, Int($0.term.index)) }
            .map { Int($0.term.index) }
    }

    private func canGo(by tokens: Range<Int>, _ noun: Int, _ index: Int) -> Bool {
        let names = document.lexicon.nameWords
        guard
            names.contain(document.word(noun), of: index)
                || isOfKind(noun, document.lexicon.organisations[index].kind)
        else { return false }
        return tokens.allSatisfy { token in
            document.tokens[token].kind != .word || !document.tokens[token].isCapital
                || token == tokens.lowerBound && document.classes(token).contains(.determiner)
                || names.contain(document.word(token), of: index)
        }
    }

    /// "the agency" for UNRWA, "the group" for Human Rights Watch or Hamas.
    private func isOfKind(_ noun: Int, _ kind: SourceKind) -> Bool {
        let word = document.word(noun)
        switch kind {
        case .un: return word.isOne(of: ["agency", "organization", "organisation", "mission"])
        case .ngo: return word.isOne(of: ["group", "charity", "organization", "organisation", "network"])
        case .armedGroup: return word.isOne(of: ["group", "movement"])
        default: return false
        }
    }

    /// "Yemen's health ministry" before "the ministry".
    private func isFuller(_ attribution: Attribution, than tokens: Range<Int>, _ noun: Int) -> Bool {
        attribution.organisation == nil && attribution.tokens.count > tokens.count
            && attribution.tokens.upperBound <= tokens.lowerBound
            && attribution.tokens.contains { document.word($0).isSame(as: document.word(noun)) }
            && tokens.allSatisfy { token in
                document.classes(token).contains(.determiner) || token == noun
                    || attribution.tokens.contains { document.word($0).isSame(as: document.word(token)) }
            }
    }
}
