/// Lists who may vouch for a figure, each with the features that the model weighs.
struct SourceLinker {
    let document: Document
    let attributions: [Attribution]

    /// A candidate: the index of an attribution, or nil for "the article's own voice".
    struct Candidate: Weighed {
        var attribution: Int?
        var features = Features()
    }

    /// The candidates of a number; `previous` is the attribution of the figure before it.
    func candidates(_ mention: Mention, measure: UInt8, previous: Int?, quotes: QuoteMap) -> [Candidate] {
        let sentence = mention.sentence
        let number = mention.numeral.tokens.lowerBound
        let own = first(ofSentence: sentence)..<first(ofSentence: sentence + 1)
        let isQuoted = quotes.isQuoted(number)
        var none = Candidate(attribution: nil)
        none.features.add(.sourceNone, 0)
        none.features.add(.sourceNoneRest, min(own.count, 2), isQuoted ? 1 : 0, previous == nil ? 0 : 1)
        none.features.add(.sourceMeasure, Int(measure), 0)
        var all = [none]
        // Attributions stand in the order of the text.
        let around = attributions.near(
            first(ofSentence: sentence - 4)..<first(ofSentence: sentence + 2), reach: Self.reach,
            behind: { $0.extent.lowerBound >= number })
        // A list goes on to be of whom its beginning names.
        if let previous, previous < around.lowerBound {
            all.append(candidate(previous, mention, measure, previous: previous, isQuoted: isQuoted, own: own))
        }
        for index in around {
            guard !isBackground(attributions[index], mention) else { continue }
            all.append(candidate(index, mention, measure, previous: previous, isQuoted: isQuoted, own: own))
        }
        return all
    }

    /// How many attributions are weighed on each side of a number.
    private static let reach = 40

    /// "HRW found mines in the region, *where* 3,700 have died": the clause is the article's own, unless the party
    /// closes the sentence. An outer party of nested speech vouches for nothing behind the inner one.
    private func isBackground(_ attribution: Attribution, _ mention: Mention) -> Bool {
        guard attribution.sentence == mention.sentence else { return false }
        let number = mention.numeral.tokens.lowerBound
        guard attribution.extent.upperBound <= number else { return false }
        return attribution.isOuter || isBehindWhere(number, attribution.extent.upperBound)
    }

    private func isBehindWhere(_ number: Int, _ floor: Int) -> Bool {
        var at = number - 1
        while at > floor, number - at < 14 {
            if document.isMark(at, ",") || document.isMark(at, ";") || document.isMark(at, "\"") { return false }
            if document.word(at) == "where", document.isMark(at - 1, ",") { return true }
            at -= 1
        }
        return false
    }

    /// The index of the first attribution that stands in the sentence or behind it.
    private func first(ofSentence sentence: Int) -> Int {
        attributions.firstIndex(behind: { $0.sentence >= sentence })
    }

    private func candidate(
        _ index: Int, _ mention: Mention, _ measure: UInt8, previous: Int?, isQuoted: Bool, own: Range<Int>
    ) -> Candidate {
        let attribution = attributions[index]
        let number = mention.numeral.tokens.lowerBound
        let distance = mention.sentence - attribution.sentence
        let gap = distance == 0 ? gap(attribution, number) : 0..<0
        let place = standing(attribution, distance, number)
        let sentences = min(abs(distance), 3)
        let pattern = attribution.pattern.rawValue
        var result = Candidate(attribution: index)
        result.features.add(.sourcePattern, pattern, place)
        result.features.add(.sourceDistance, place, Buckets.distance(gap.count))
        result.features.add(.sourceSentences, sentences, pattern)
        for separator in separators(gap) { result.features.add(.sourceBetween, place, separator.rawValue) }
        result.features.add(.sourceNearest, place, isNearest(index, mention) ? 1 : 0)
        result.features.add(.sourceKind, SourceKind.allCases.firstIndex(of: attribution.kind) ?? 0, place)
        result.features.add(.sourceQuote, isQuoted ? 1 : 0, place)
        let isRelative = isInRelativeClause(number, mention.sentence, gap) ? 1 : 0
        let isClosing = closesSentence(attribution) ? 1 : 0
        result.features.add(.sourceRelative, isRelative, pattern)
        result.features.add(.sourceRelativeSide, isRelative, place, isClosing)
        result.features.add(.sourceClosing, isClosing, pattern)
        let isPrevious = previous.map { same($0, index) } ?? false
        result.features.add(.sourcePrevious, isPrevious ? 1 : 0, sentences)
        result.features.add(.sourceContinue, opening(mention.sentence), own.isEmpty ? sentences : 3)
        result.features.add(.sourceMeasure, Int(measure), 1)
        result.features.add(.sourceVerb, attribution.verb.rawValue, Int(attribution.form), place)
        result.features.add(.sourceFollow, attribution.verb.rawValue, attribution.follow.rawValue, place)
        result.features.add(
            .sourceIntroduces, introduces(attribution) ? 1 : 0, sentences, isPrevious ? 1 : 0)
        return result
    }

    /// Where an attribution stands, seen from a number so many sentences behind it: the values of the template's axis.
    private func standing(_ attribution: Attribution, _ distance: Int, _ number: Int) -> Int {
        if distance != 0 { return distance > 0 ? 2 : 3 }
        if attribution.extent.lowerBound > number { return 1 }
        // "The army has returned 300 families, alleging that": what is told stands between subject and verb.
        return attribution.extent.upperBound > number ? 4 : 0
    }

    /// "IOM reports:", "The statement lists the following:": what is told follows.
    private func introduces(_ attribution: Attribution) -> Bool {
        let end = document.sentences[attribution.sentence].upperBound - 1
        return document.isMark(end, ":") || attribution.follow == .colon
    }

    /// Whether two attributions name the same party.
    func same(_ a: Int, _ b: Int) -> Bool {
        let one = attributions[a]
        let other = attributions[b]
        return one.tokens == other.tokens || (one.organisation != nil && one.organisation == other.organisation)
    }

    private func gap(_ attribution: Attribution, _ number: Int) -> Range<Int> {
        if attribution.extent.upperBound <= number { return attribution.extent.upperBound..<number }
        if attribution.extent.lowerBound > number { return number + 1..<attribution.extent.lowerBound }
        return 0..<0
    }

    private func separators(_ gap: Range<Int>) -> SmallSet<Separator> {
        var found: SmallSet<Separator> = []
        for at in gap {
            let classes = document.classes(at)
            if document.isMark(at, ",") { found.insert(.comma) }
            if document.isMark(at, ";") { found.insert(.semicolon) }
            if document.isMark(at, "\"") { found.insert(.quote) }
            if document.isMark(at, ":") { found.insert(.colon) }
            if document.isMark(at, "(") || document.isMark(at, ")") { found.insert(.bracket) }
            if document.word(at) == "that" { continue }
            if classes.contains(.relative) { found.insert(.relative) }
            if classes.contains(.subordinator), !classes.contains(.relative) { found.insert(.subordinator) }
            if document.word(at) == "and" || document.word(at) == "but" { found.insert(.and) }
        }
        return found.isEmpty ? [.nothing] : found
    }

    private func isNearest(_ index: Int, _ mention: Mention) -> Bool {
        let number = mention.numeral.tokens.lowerBound
        let distance = self.distance(attributions[index], number)
        let next = attributions.firstIndex(behind: { $0.extent.lowerBound >= number })
        if next < attributions.count, self.distance(attributions[next], number) < distance { return false }
        var at = next - 1
        // No attribution reaches past its sentence: those of sentences too far back are all farther away.
        while at >= 0, number - document.sentences[attributions[at].sentence].upperBound < distance {
            if self.distance(attributions[at], number) < distance { return false }
            at -= 1
        }
        return true
    }

    private func distance(_ attribution: Attribution, _ number: Int) -> Int {
        min(abs(attribution.extent.lowerBound - number), abs(attribution.extent.upperBound - number))
    }

    /// A comma and "where", "which", "who" stand between: the clause is the article's own background.
    private func isInRelativeClause(_ number: Int, _ sentence: Int, _ gap: Range<Int>) -> Bool {
        let start = document.sentences[sentence].lowerBound
        var at = number - 1
        while at > start, number - at < 14 {
            if document.isMark(at, ",") || document.isMark(at, ";") { return false }
            if document.classes(at).contains(.relative), document.isMark(at - 1, ","), document.word(at) != "that" {
                return true
            }
            at -= 1
        }
        return false
    }

    private func closesSentence(_ attribution: Attribution) -> Bool {
        attribution.extent.upperBound >= document.sentences[attribution.sentence].upperBound - 4
    }

    /// How the sentence begins: what marks that a speech goes on.
    private func opening(_ sentence: Int) -> Int {
        let range = document.sentences[sentence]
        for at in range.prefix(4) {
            if document.isMark(at, "\"") { return 3 }
            if document.word(at) == "also" || document.word(at) == "another" { return 2 }
            if at == range.lowerBound {
                if document.classes(at).contains(.speakerPronoun) { return 1 }
                if document.tokens[at].kind == .number { return 4 }
                if document.word(at).isOne(of: ["of", "among", "those", "these", "they"]) { return 5 }
            }
        }
        return 0
    }
}

/// Which tokens of a text stand in quotation marks.
struct QuoteMap {
    private let quoted: [Bool]

    init(_ document: Document) {
        var flags = Array(repeating: false, count: document.tokens.count)
        var isOpen = false
        for (index, token) in document.tokens.enumerated() {
            // A quotation that is not closed ends with its paragraph.
            if token.flags.contains(.paragraph) { isOpen = false }
            if token.isMark("\"") { isOpen.toggle() } else { flags[index] = isOpen }
        }
        quoted = flags
    }

    func isQuoted(_ token: Int) -> Bool { quoted[token] }
}
