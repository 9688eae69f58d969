/// Reads the words by which a text goes back to a place: "the city", "the country", "nationwide", "the enclave", "there".
struct PlaceBackReference {
    let document: Document
    let finder: PlaceFinder

    /// How far back the place may have been named, in mentions.
    private static let reach = 40
    /// How far back a clause may begin, in tokens.
    private static let clauseReach = 60

    /// Whether a token is as long as one of the words with which a way back begins, and has its first letter.
    @inline(__always) func mayBegin(_ at: Int) -> Bool {
        let token = document.tokens[at]
        let length = token.end - token.start
        guard length == 3 || length == 5 || length >= 10 else { return false }
        let first = document.bytes[Int(token.start)] | 32
        return length <= 5 ? first == UInt8(ascii: "t") : first == UInt8(ascii: "n") || first == UInt8(ascii: "c")
    }

    /// What the words stand for, and how many tokens they take.
    private func kinds(_ at: Int) -> (kinds: [String], length: Int)? {
        let word = document.word(at)
        if word == "nationwide" || word == "countrywide" { return (["country", "territory"], 1) }
        guard word == "the" else { return nil }
        let noun = document.word(at + 1)
        if noun.isOne(of: ["country", "nation", "kingdom", "republic"]) { return (["country", "territory"], 2) }
        if noun.isOne(of: ["city", "town"]) { return (["city", "town"], 2) }
        if noun == "camp" { return (["camp"], 2) }
        if noun.isOne(of: ["crossing", "checkpoint"]) { return (["crossing"], 2) }
        if noun.isOne(of: ["enclave", "territory", "strip"]) { return (["territory"], 2) }
        if noun.isOne(of: ["province", "governorate"]) { return (["division"], 2) }
        return noun == "island" ? (["island"], 2) : nil
    }

    /// The place of the kind that was named last before; nil where the words do not go back to one.
    func mention(_ at: Int, _ index: Int, _ range: Range<Int>, _ found: [PlaceMention]) -> PlaceMention? {
        if document.word(at) == "there" { return there(at, index, range, found) }
        guard let (kinds, length) = kinds(at), at + length <= range.upperBound, !isSpecified(at + length) else {
            return nil
        }
        for mention in found.suffix(Self.reach).reversed() {
            guard let place = mention.place.flatMap({ holder($0, kinds) }) else { continue }
            return PlaceMention(
                tokens: at..<at + length, place: place, sentence: index, isInOrganisation: false, isDemonym: false,
                preposition: finder.preposition(at, range), isHeading: false, isBackReference: true)
        }
        return nil
    }

    /// "have died there": the place that the clause names, be it by its people, else the last that was named as a place.
    private func there(_ at: Int, _ index: Int, _ range: Range<Int>, _ found: [PlaceMention]) -> PlaceMention? {
        guard at > range.lowerBound, !isExistential(at) else { return nil }
        let start = clauseStart(at, range)
        guard
            let mention = found.suffix(Self.reach).last(where: { $0.tokens.lowerBound >= start && $0.place != nil })
                ?? found.suffix(Self.reach).last(where: {
                    $0.place != nil && !$0.isDemonym && !$0.isInOrganisation && $0.actor != .speaker
                })
        else { return nil }
        return PlaceMention(
            tokens: at..<at + 1, place: mention.place, sentence: index, isInOrganisation: false, isDemonym: false,
            preposition: .in, isHeading: false, isBackReference: true)
    }

    /// "there are", "there has been", "there, too": nothing is placed.
    private func isExistential(_ at: Int) -> Bool {
        !document.classes(at + 1).isDisjoint(with: [.be, .have, .modal])
            || document.classes(at - 1).contains(.subordinator)
                && document.tokens[min(at + 1, document.tokens.count - 1)].kind == .word
    }

    /// Where the clause begins: behind the last mark, "and" or "but" before a token.
    private func clauseStart(_ at: Int, _ range: Range<Int>) -> Int {
        var start = at
        while start > range.lowerBound, at - start < Self.clauseReach {
            let classes = document.classes(start - 1)
            if document.tokens[start - 1].kind == .mark, !document.isMark(start - 1, "'"),
                !document.isMark(start - 1, "-")
            {
                break
            }
            if classes.contains(.conjunction) { break }
            start -= 1
        }
        return start
    }

    /// "the city of Homs", "the country's": the name follows, or the words only describe.
    private func isSpecified(_ at: Int) -> Bool { document.word(at) == "of" || document.isMark(at, "'") }

    /// The place itself where it is of the kind; of a country also what lies in it.
    private func holder(_ place: Int, _ kinds: [String]) -> Int? {
        let places = document.lexicon.places
        if kinds.contains(places.kind(place)) { return place }
        guard kinds.contains("country") else { return nil }
        var at = Int(places.entry(place).parent)
        for _ in 0..<8 {
            guard at >= 0 else { return nil }
            if kinds.contains(places.kind(at)) { return at }
            at = Int(places.entry(at).parent)
        }
        return nil
    }
}
