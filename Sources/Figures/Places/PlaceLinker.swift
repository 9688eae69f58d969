/// Lists the places that a figure may speak of, each with the features that the model weighs.
///
/// It is one object, since every candidate of every number is asked of it.
final class PlaceLinker {
    let document: Document
    let mentions: [PlaceMention]
    private let separators: SeparatorMemory
    /// The paragraph of each sentence.
    private let paragraphs: [Int32]
    /// How often the place of each mention is named; 1 for a place that the gazetteer does not have.
    private let counts: [Int]
    /// The next mention of the same place, by mention; past all mentions where there is none.
    private let again: [Int]
    private let titlePlaces: Set<Int>
    /// The country or territory that the text is about.
    private let setting: Int?

    /// What is known of a figure before its place is told.
    struct Clues {
        var measure: UInt8
        /// The tokens of the word that told the measure.
        var trigger: Range<Int>?
        /// Where that word puts those that are counted.
        var aspect: Aspect
        var before: Recollection
        /// The words that name who vouches for it.
        var source: Range<Int>?
    }

    struct Candidate: Weighed {
        /// The index of the mention; nil for "no place".
        var mention: Int?
        var features = Features()
    }

    init(document: Document, mentions: [PlaceMention], separators: SeparatorMemory, titlePlaces: Set<Int>) {
        self.document = document
        self.separators = separators
        paragraphs = document.paragraphs
        self.mentions = mentions
        self.titlePlaces = titlePlaces
        setting = PlaceSetting(document: document, titlePlaces: titlePlaces).setting(mentions)
        var last: [Int: (index: Int, count: Int)] = [:]
        var again = Array(repeating: mentions.count, count: mentions.count)
        for index in mentions.indices.reversed() {
            guard let place = mentions[index].place else { continue }
            again[index] = last[place]?.index ?? mentions.count
            last[place] = (index, (last[place]?.count ?? 0) + 1)
        }
        counts = mentions.map { $0.place.flatMap { last[$0]?.count } ?? 1 }
        self.again = again
    }

    func candidates(_ mention: Mention, _ clues: Clues) -> [Candidate] {
        var none = Candidate(mention: nil)
        none.features.add(.placeNone, 0, min(mentions.count, 2))
        var all = [none]
        let people = mention.phrase.population.first { !$0.isEmpty }.flatMap(document.lexicon.place(ofPeople:))
        let near = measured(mention).map { [$0] } ?? nearby(mention)
        all.reserveCapacity(near.count + 1)
        for index in near { all.append(candidate(index, mention, clues, people)) }
        return all
    }

    /// "the West Bank toll has reached 125": the place whose count it is; nil where none is told before the number, or
    /// another number stands between.
    private func measured(_ mention: Mention) -> Int? {
        let number = mention.numeral.tokens.lowerBound
        let own = first(ofSentence: mention.sentence)..<first(ofSentence: mention.sentence + 1)
        guard
            let index = own.last(where: { mentions[$0].tokens.upperBound <= number && mentions[$0].actor == .measured })
        else { return nil }
        let between = mentions[index].tokens.upperBound..<number
        let isOwn = between.count <= 14 && !between.contains { document.tokens[$0].kind == .number }
        return isOwn ? index : nil
    }

    /// The first of the candidates that names the same place as `index`: what speaks for one speaks for all of them.
    func representative(_ index: Int, among candidates: [Candidate]) -> Int {
        guard let place = mentions[index].place else { return index }
        for candidate in candidates {
            if let other = candidate.mention, mentions[other].place == place { return other }
        }
        return index
    }

    /// How far back places are remembered, in mentions.
    private static let reach = 160

    /// The mentions of the sentence and around it, and the nearest mention of each place farther away.
    private func nearby(_ mention: Mention) -> [Int] {
        var chosen: [Int] = []
        chosen.reserveCapacity(32)
        let next = first(ofSentence: mention.sentence + 1)
        for index in (max(0, next - Self.reach)..<next).reversed() {
            let isNear = mention.sentence - mentions[index].sentence <= 2
            let isNew = again[index] >= next
            if isNear || (isNew && chosen.count < 24) { chosen.append(index) }
        }
        chosen.reverse()
        let last = first(ofSentence: mention.sentence + 3)
        chosen += next..<min(last, next + Self.reach)
        return chosen
    }

    /// The index of the first mention that stands in the sentence or behind it.
    private func first(ofSentence sentence: Int) -> Int {
        mentions.firstIndex(behind: { $0.sentence >= sentence })
    }

    /// The mentions of a sentence, at most as many as are remembered.
    private func mentions(ofSentence sentence: Int) -> ArraySlice<PlaceMention> {
        let start = first(ofSentence: sentence)
        return mentions[start..<min(first(ofSentence: sentence + 1), start + Self.reach)]
    }

    private func candidate(_ index: Int, _ mention: Mention, _ clues: Clues, _ people: Int?) -> Candidate {
        let place = mentions[index]
        let gap = mention.sentence - place.sentence
        let isSame = gap == 0
        let sentenceKind = isSame ? 0 : 1
        let gapIndex = gap == 0 ? 0 : gap > 0 ? min(gap, 3) : gap == -1 ? 4 : 5
        var result = Candidate(mention: index)
        let number = mention.numeral.tokens.lowerBound
        // A place behind the number does not lead up to it, whatever the paragraph.
        let isParagraph =
            gap > 0 && paragraphs[place.sentence] == paragraphs[mention.sentence]
        result.features.add(.placeSentences, gapIndex, isParagraph ? 1 : 0)
        result.features.add(.placePreposition, place.preposition.rawValue, sentenceKind)
        result.features.add(.placeKind, kind(place), sentenceKind)
        result.features.add(.placeOrganisation, place.isInOrganisation ? 1 : 0, place.isDemonym ? 1 : 0, sentenceKind)
        let heading =
            place.isHeading
            ? 1 : place.place.map { titlePlaces.contains($0) } ?? false ? 2 : place.sentence == 0 ? 3 : 0
        result.features.add(.placeHeading, heading, sentenceKind)
        let count = counts[index]
        result.features.add(.placeShare, count == 1 ? 0 : count == 2 ? 1 : count < 5 ? 2 : 3, sentenceKind)
        result.features.add(.placePrevious, kinship(index, clues.before.last?.place).rawValue, sentenceKind)
        result.features.add(.placeSource, clues.source.map { $0.overlaps(place.tokens) } ?? false ? 1 : 0, sentenceKind)
        let kinship = place.place.map { document.lexicon.kinship($0, setting) } ?? .unknown
        result.features.add(.placeSetting, kinship.rawValue, sentenceKind, place.isDemonym ? 1 : 0)
        let home = people.map { people in place.place.map { document.lexicon.kinship($0, people) } ?? .unknown }
        result.features.add(
            .placePeople, home.map { $0.rawValue + 1 } ?? 0, sentenceKind, place.isDemonym ? 1 : 0)
        result.features.add(.placeMeasure, Int(clues.measure), place.preposition.rawValue, sentenceKind)
        result.features.add(.placeMeasureActor, Int(clues.measure), place.actor.rawValue, sentenceKind)
        let share = place.place.map { clues.before.places.share(of: $0) } ?? .none
        result.features.add(.placeGiven, share.rawValue, sentenceKind)
        let echo = place.place.map { clues.before.echo(of: $0, clues.measure, mention.numeral.value) } ?? .none
        result.features.add(.placeEcho, echo.rawValue, sentenceKind)
        if clues.aspect != .none {
            result.features.add(.placeAspect, clues.aspect.rawValue, place.preposition.rawValue, sentenceKind)
            if isSame {
                result.features.add(
                    .placeAspectActor, clues.aspect.rawValue, place.actor.rawValue, place.isDemonym ? 1 : 0)
            }
        }
        if gap >= 0 { result.features.add(.placeBetween, between(index, number), min(gap, 3)) }
        result.features.add(.placeDetail, detail(index, mention), sentenceKind)
        result.features.add(.placeActor, place.actor.rawValue, isSame ? 0 : 1)
        if isSame {
            let side = place.tokens.lowerBound < number ? Side.left : .right
            let gapTokens =
                side == .left
                ? place.tokens.upperBound..<max(place.tokens.upperBound, number)
                : number..<max(number, place.tokens.lowerBound)
            result.features.add(.placeDistance, side.rawValue, Buckets.distance(gapTokens.count))
            result.features.add(.placeTie, tie(place, mention).rawValue)
            if let trigger = clues.trigger {
                let isBefore = place.tokens.lowerBound < trigger.lowerBound
                let distance =
                    isBefore
                    ? trigger.lowerBound - place.tokens.upperBound : place.tokens.lowerBound - trigger.upperBound
                result.features.add(
                    .placeTrigger, isBefore ? 0 : 1, Buckets.distance(distance), place.preposition == .none ? 0 : 1)
            }
            result.features.add(.placeNearest, isNearest(index, number, mention.sentence) ? 1 : 0, side.rawValue)
            for separator in separators.separators(in: gapTokens, of: document.sentences[mention.sentence]) {
                result.features.add(.placeSeparator, side.rawValue, separator.rawValue)
            }
        }
        return result
    }

    /// How the place stands to the one that the figure before was given.
    private func kinship(_ index: Int, _ previous: Int?) -> PlaceKinship {
        guard let previous else { return .none }
        if previous == index { return .same }
        guard let place = mentions[index].place, let other = mentions[previous].place else { return .unknown }
        return document.lexicon.kinship(place, other)
    }

    /// How many other places, told with a preposition, stand between a place and the number behind it.
    private func between(_ index: Int, _ number: Int) -> Int {
        var count = 0
        for other in mentions[(index + 1)...].prefix(12) {
            guard other.tokens.lowerBound < number, count < 3 else { break }
            let isOther = other.place == nil || other.place != mentions[index].place
            if isOther, other.preposition != .none, !other.isDemonym, !other.isInOrganisation { count += 1 }
        }
        return count
    }

    private func tie(_ place: PlaceMention, _ mention: Mention) -> PlaceTie {
        let number = mention.numeral.qualifierStart
        let phrase = mention.phrase.end
        if place.tokens.upperBound == number - 1 {
            if document.isMark(number - 1, "(") { return .bracket }
            if document.isMark(number - 1, ":") || document.tokens[number - 1].mark == Mark.dash { return .label }
            // "South Darfur, 16; Kassala, six"
            if document.isMark(number - 1, ","), document.isMark(phrase, ";") || document.isMark(phrase, ",") {
                return .label
            }
        }
        // "Chad some 90,000 and South Sudan 75,300"
        if place.tokens.upperBound == number, !place.isDemonym, place.preposition == .none { return .label }
        let isNext = phrase < place.tokens.lowerBound && place.tokens.lowerBound - phrase <= 2
        return isNext && document.word(phrase).isOne(of: ["in", "at", "near", "across", "inside"]) ? .within : .none
    }

    private func kind(_ mention: PlaceMention) -> Int {
        if mention.isDemonym { return 13 }
        guard let place = mention.place else { return 0 }
        return Self.kinds.firstIndex(of: document.lexicon.places.kind(place)) ?? 0
    }

    private static let kinds = [
        "unknown", "country", "region", "division", "city", "town", "district", "camp", "crossing", "sea", "island",
        "territory", "base",
    ]

    /// Whether another place of the sentence lies inside this one, or holds it.
    private func detail(_ index: Int, _ mention: Mention) -> Int {
        guard let place = mentions[index].place else { return 0 }
        var result = 0
        for other in mentions(ofSentence: mentions[index].sentence) {
            guard let otherPlace = other.place, otherPlace != place else { continue }
            if document.lexicon.place(place, isIn: otherPlace) { return 1 }
            if document.lexicon.place(otherPlace, isIn: place) { result = 2 }
        }
        return result
    }

    private func isNearest(_ index: Int, _ number: Int, _ sentence: Int) -> Bool {
        let distance = abs(mentions[index].tokens.lowerBound - number)
        return !mentions(ofSentence: sentence).contains {
            !$0.isInOrganisation && abs($0.tokens.lowerBound - number) < distance
        }
    }
}
