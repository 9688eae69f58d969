/// Turns drafts into figures: words for indices, units, populations, status and relations.
struct FigureMaker {
    let reading: Reading
    let article: Article
    let field: TextField
    private var document: Document { reading.document }
    private var lexicon: Lexicon { reading.document.lexicon }

    init(reading: Reading, article: Article, field: TextField) {
        self.reading = reading
        self.article = article
        self.field = field
    }

    func figures(_ drafts: [Draft]) -> [Figure] {
        var figures: [Figure] = []
        figures.reserveCapacity(drafts.count)
        // All figures of a sentence share its words.
        var quote = (sentence: -1, text: "")
        for (index, draft) in drafts.enumerated() {
            let sentence = draft.mention.sentence
            if quote.sentence != sentence { quote = (sentence, document.text(document.sentences[sentence])) }
            var figure = figure(draft, quote: quote.text)
            if let relation = relation(drafts, index, figures) { figure.tie(relation) }
            figure.population = isPeople(figure.unit) ? population(drafts, index, figures) : []
            if let step = step(drafts, index, figures) {
                figures[step].tie(Relation(kind: .incrementOf, start: start(draft)))
            }
            figures.append(figure)
        }
        return figures
    }

    private func figure(_ draft: Draft, quote: String) -> Figure {
        let numeral = draft.mention.numeral
        let sentence = document.sentences[draft.mention.sentence]
        let tokens = document.tokens
        return Figure(
            doc: article.id, field: field, start: Int(tokens[numeral.tokens.lowerBound].start),
            end: Int(tokens[numeral.tokens.upperBound - 1].end), number: document.text(numeral.tokens),
            quote: quote, quoteStart: Int(tokens[sentence.lowerBound].start),
            measure: lexicon.measures[Int(draft.measure)].name, term: term(draft), value: numeral.value,
            low: numeral.low, high: numeral.high, qualifier: numeral.qualifier, unit: unit(draft),
            population: draft.mention.phrase.population, place: place(draft), source: source(draft),
            date: reading.date(of: draft),
            period: draft.period, periodStart: periodStart(draft), reported: article.date,
            status: StatusReader(reading: reading).status(draft), relation: nil, confidence: confidence(draft),
            rule: rule(draft), publisher: article.publisher)
    }

    private func term(_ draft: Draft) -> String {
        if let trigger = draft.trigger { return document.text(trigger.tokens) }
        return draft.mention.phrase.headToken.map { document.text($0..<$0 + 1) } ?? ""
    }

    // MARK: What is counted

    private func isPeople(_ unit: String) -> Bool { unit == "person" || unit == "household" }

    /// Who is counted: what the phrase says, and for a part or a bare number beside another also what the other's says.
    ///
    /// "five civilians were killed and nine injured": the nine are civilians; "39 officers, 27 of whom": officers too.
    private func population(_ drafts: [Draft], _ index: Int, _ figures: [Figure]) -> [String] {
        let draft = drafts[index]
        let phrase = draft.mention.phrase
        let named = phrase.population.isEmpty ? namedBefore(draft.mention) : []
        if !named.isEmpty { return named }
        if isOwnStaff(draft) { return ["aid workers"] }
        guard let last = figures.indices.last, index > 0 else { return phrase.population }
        let distance = draft.mention.sentence - drafts[index - 1].mention.sentence
        // "nine injured": the word tells what happened, not who they are.
        let isTold = phrase.headToken.map { head in phrase.triggers.contains { $0.first <= head && head < $0.end } }
        let hasNoun =
            phrase.head != .none && isTold != true || phrase.isUnknown
            || phrase.tokens.contains { document.classes($0).contains(.euphemism) }
        // "3,542 children out of 8,525 deaths": the whole is not of the kind of its part.
        let before = draft.mention.numeral.qualifierStart - 1
        guard !(document.word(before) == "of" && document.word(before - 1) == "out") else { return phrase.population }
        let takesPart = phrase.isPartitive && distance <= 1
        // "117 of them children, taking the total to 4,651": what is said of a part goes no further.
        let followsPart = figures[last].relation?.kind == .subsetOf && !takesPart
        guard takesPart || distance == 0 && !hasNoun && !followsPart && phrase.population.isEmpty else {
            return phrase.population
        }
        return phrase.population + figures[last].population.filter { !phrase.population.contains($0) }
    }

    /// "UNRWA said that 67 of its staff had been killed": those who work for an agency or an aid group.
    private func isOwnStaff(_ draft: Draft) -> Bool {
        guard let head = draft.mention.phrase.headToken, draft.mention.phrase.population.isEmpty,
            let kind = draft.attribution.map({ reading.attributions[$0].kind }), kind == .un || kind == .ngo
        else { return false }
        return document.word(head).isOne(of: ["staff", "employee", "employees", "colleague", "colleagues", "workers"])
    }

    /// "the number of children killed was 3,542", "children make up 3,900": the people stand before the number.
    private func namedBefore(_ mention: Mention) -> [String] {
        guard mention.phrase.head == .none || document.word(mention.numeral.next) == "of" else { return [] }
        let sentence = document.sentences[mention.sentence]
        let number = mention.numeral.qualifierStart
        let start = max(sentence.lowerBound, number - 14)
        if document.word(number - 1).isOne(of: ["up", "for"]),
            document.word(number - 2).hasPrefix("ma")
                || document.word(number - 2).hasPrefix("account")
        {
            return labels(from: max(sentence.lowerBound, number - 4), to: number - 2)
        }
        guard let of = (start..<number).last(where: { document.word($0) == "number" && document.word($0 + 1) == "of" }),
            !(of..<number).contains(where: { document.tokens[$0].kind == .number })
        else { return [] }
        return labels(from: of + 2, to: min(of + 6, number))
    }

    private func labels(from start: Int, to end: Int) -> [String] {
        guard start < end else { return [] }
        return (start..<end).compactMap { at in
            if let match = document.match(.noun, at: at) {
                return lexicon.nouns[Int(match.term.index)].population
            }
            return document.match(.demonym, at: at).map { lexicon.demonyms[Int($0.term.index)].label }
        }.filter { !$0.isEmpty }
    }

    private func unit(_ draft: Draft) -> String {
        let phrase = draft.mention.phrase
        let measure = lexicon.measures[Int(draft.measure)]
        if measure.name == "funding" {
            if let currency = draft.mention.numeral.currency { return currency.string }
            return phrase.head == .money ? phrase.noun.map { lexicon.nouns[$0].unit } ?? measure.unit : measure.unit
        }
        if phrase.head == .household { return "household" }
        if measure.unit == "person" { return "person" }
        guard let noun = phrase.noun, !lexicon.nouns[noun].unit.isEmpty, !phrase.head.isPeople else {
            return measure.unit
        }
        return lexicon.nouns[noun].unit
    }

    // MARK: Place and source

    private func place(_ draft: Draft) -> PlaceReference? {
        guard let index = draft.place else { return nil }
        let mention = reading.places[index]
        guard let number = mention.place else { return PlaceReference(name: document.text(mention.tokens)) }
        let place = lexicon.places[number]
        return PlaceReference(
            name: reading.name(of: mention),
            id: place.id,
            iso3: place.iso3.isEmpty ? nil : place.iso3)
    }

    private func source(_ draft: Draft) -> SourceReference? {
        guard let index = draft.attribution else { return nil }
        let attribution = reading.attributions[index]
        let words = document.text(attribution.tokens)
        let speaker = attribution.speaker.map { document.text($0) }
        let relay = attribution.relay.map { document.text($0) }
        // Headlines leave out the words that part a speaker from what is said.
        if field == .title, attribution.organisation == nil { return nil }
        if let number = attribution.organisation {
            let organisation = lexicon.organisations[number]
            return SourceReference(
                name: organisation.name, id: organisation.id, kind: organisation.kind, text: words, speaker: speaker,
                relay: relay)
        }
        return SourceReference(
            name: speaker ?? withoutArticle(attribution.antecedent ?? attribution.tokens), kind: attribution.kind,
            text: words, speaker: speaker,
            relay: relay)
    }

    private func withoutArticle(_ tokens: Range<Int>) -> String {
        let isArticle = document.classes(tokens.lowerBound).contains(.determiner) && tokens.count > 1
        return document.text(isArticle ? tokens.lowerBound + 1..<tokens.upperBound : tokens)
    }

    // MARK: Time

    private func periodStart(_ draft: Draft) -> CalendarDate? {
        guard draft.period == .total, let since = reading.since(inSentence: draft.mention.sentence) else { return nil }
        // "241 since Tuesday, and the toll is now 10,569": the day belongs to the number beside it.
        return since.isNear && !isNearest(draft, to: since.tokens.lowerBound) ? nil : since.date
    }

    // MARK: Relations

    /// A part of the figure before ("including 9 children"), or what is new in the total that follows.
    private func relation(_ drafts: [Draft], _ index: Int, _ figures: [Figure]) -> Relation? {
        let draft = drafts[index]
        guard let last = figures.indices.last, index > 0, drafts[index - 1].mention.sentence == draft.mention.sentence,
            drafts[index - 1].measure == draft.measure
        else { return nil }
        let between = drafts[index - 1].mention.numeral.next..<draft.mention.numeral.tokens.lowerBound
        let values = (drafts[index - 1].mention.numeral.value, draft.mention.numeral.value)
        if values.1 <= values.0, isPart(draft, between) || continuesParts(between, figures[last].relation) {
            return Relation(kind: .subsetOf, start: figures[last].relation?.start ?? figures[last].start)
        }
        if values.1 < values.0, isStep(draft) || draft.mention.phrase.isFurther && follows(between) {
            return Relation(kind: .incrementOf, start: figures[last].start)
        }
        return nil
    }

    /// What is new in a total: "352 more than on Thursday", "up by 298", "a rise of 700", "241 since Tuesday".
    private func isStep(_ draft: Draft) -> Bool {
        let numeral = draft.mention.numeral
        let phrase = draft.mention.phrase
        if phrase.isFurther, document.word(phrase.end) == "than" { return true }
        let before = document.word(numeral.qualifierStart - 1)
        if before == "by" || before == "up" { return true }
        if before == "of", document.classes(numeral.qualifierStart - 2).contains(.change) { return true }
        guard let since = reading.since(inSentence: draft.mention.sentence), since.isNear else { return false }
        return isNearest(draft, to: since.tokens.lowerBound)
    }

    /// Whether no other number of the sentence stands nearer to a token.
    private func isNearest(_ draft: Draft, to token: Int) -> Bool {
        let numbers = reading.sentences[draft.mention.sentence].mentions.map(\.numeral.tokens.lowerBound)
        let own = draft.mention.numeral.tokens.lowerBound
        return numbers.allSatisfy { abs($0 - token) >= abs(own - token) }
    }

    /// "including 9 children", "16 of them".
    private func isPart(_ draft: Draft, _ between: Range<Int>) -> Bool {
        draft.mention.phrase.isPartitive || between.contains { document.classes($0).contains(.including) }
    }

    /// "including 30 women and 20 children": what is added to a part is a part.
    private func continuesParts(_ between: Range<Int>, _ last: Relation?) -> Bool {
        last?.kind == .subsetOf && between.count <= 4
            && between.contains { document.word($0) == "and" || document.isMark($0, ",") }
    }

    /// "the toll rose to 61 after 3 more people died".
    private func follows(_ between: Range<Int>) -> Bool {
        between.contains { document.word($0).isOne(of: ["after", "as", "when"]) }
    }

    /// "rose by 3 to 61", "another 12 deaths, 4 of them children, brought the toll to 90": the index of the step that
    /// led to this total, once the total is read.
    private func step(_ drafts: [Draft], _ index: Int, _ figures: [Figure]) -> Int? {
        var at = index - 1
        while at >= 0, drafts[at].mention.sentence == drafts[index].mention.sentence,
            figures[at].relation?.kind == .subsetOf
        {
            at -= 1
        }
        guard at >= 0, figures[at].relation == nil,
            drafts[at].mention.sentence == drafts[index].mention.sentence,
            drafts[at].measure == drafts[index].measure,
            drafts[at].mention.numeral.value < drafts[index].mention.numeral.value
        else { return nil }
        let number = drafts[index].mention.numeral
        let leadsTo = document.word(number.qualifierStart - 1).isOne(of: ["to", "at", "now"])
        return isStep(drafts[at]) || drafts[at].mention.phrase.isFurther && leadsTo ? at : nil
    }

    private func start(_ draft: Draft) -> Int {
        Int(document.tokens[draft.mention.numeral.tokens.lowerBound].start)
    }

    // MARK: Why

    private func confidence(_ draft: Draft) -> Double {
        let belief = Double(draft.belief) * Double(draft.doubt)
        return (belief * 100).rounded() / 100
    }

    private func rule(_ draft: Draft) -> String {
        guard let trigger = draft.trigger else { return draft.pattern == .none ? "head" : draft.pattern.name }
        return draft.pattern == .none ? trigger.role.name : trigger.role.name + "+" + draft.pattern.name
    }
}

extension Figure {
    /// Ties the figure to another. What is new in a total is an event, whatever the total counts from.
    fileprivate mutating func tie(_ relation: Relation) {
        self.relation = relation
        guard relation.kind == .incrementOf else { return }
        period = .event
        periodStart = nil
    }
}
