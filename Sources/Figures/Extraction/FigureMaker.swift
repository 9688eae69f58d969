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
        for (index, draft) in drafts.enumerated() {
            var figure = figure(draft)
            figure.relation = relation(drafts, index, figures)
            figures.append(figure)
        }
        return figures
    }

    private func figure(_ draft: Draft) -> Figure {
        let numeral = draft.mention.numeral
        let sentence = document.sentences[draft.mention.sentence]
        let tokens = document.tokens
        let date = draft.time.map { reading.times[$0].expression.date } ?? reading.reported.map { PartialDate($0) }
        return Figure(
            doc: article.id, field: field, start: Int(tokens[numeral.tokens.lowerBound].start),
            end: Int(tokens[numeral.tokens.upperBound - 1].end), number: document.text(numeral.tokens),
            quote: document.text(sentence), quoteStart: Int(tokens[sentence.lowerBound].start),
            measure: lexicon.measures[Int(draft.measure)].name, term: term(draft), value: numeral.value,
            low: numeral.low, high: numeral.high, qualifier: numeral.qualifier, unit: unit(draft),
            population: draft.mention.phrase.population, place: place(draft), source: source(draft), date: date,
            period: draft.period, periodStart: periodStart(draft), reported: article.date,
            status: StatusReader(reading: reading).status(draft), relation: nil, confidence: confidence(draft),
            rule: rule(draft), publisher: article.publisher)
    }

    private func term(_ draft: Draft) -> String {
        if let trigger = draft.trigger { return document.text(trigger.tokens) }
        return draft.mention.phrase.headToken.map { document.text($0..<$0 + 1) } ?? ""
    }

    // MARK: What is counted

    private func unit(_ draft: Draft) -> String {
        let phrase = draft.mention.phrase
        let measure = lexicon.measures[Int(draft.measure)]
        if measure.name == "funding" {
            if let currency = draft.mention.numeral.currency { return currency }
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
            name: mention.isDemonym ? place.name : document.text(mention.tokens), id: place.id,
            iso3: place.iso3.isEmpty ? nil : place.iso3)
    }

    private func source(_ draft: Draft) -> SourceReference? {
        guard let index = draft.attribution else { return nil }
        let attribution = reading.attributions[index]
        let words = document.text(attribution.tokens)
        let speaker = attribution.speaker.map { document.text($0) }
        let relay = attribution.relay.map { document.text($0) }
        if let number = attribution.organisation {
            let organisation = lexicon.organisations[number]
            return SourceReference(
                name: organisation.name, id: organisation.id, kind: organisation.kind, text: words, speaker: speaker,
                relay: relay)
        }
        return SourceReference(
            name: speaker ?? withoutArticle(attribution.tokens), kind: attribution.kind, text: words, speaker: speaker,
            relay: relay)
    }

    private func withoutArticle(_ tokens: Range<Int>) -> String {
        let isArticle = document.classes(tokens.lowerBound).contains(.determiner) && tokens.count > 1
        return document.text(isArticle ? tokens.lowerBound + 1..<tokens.upperBound : tokens)
    }

    // MARK: Time

    private func periodStart(_ draft: Draft) -> CalendarDate? {
        guard draft.period == .total else { return nil }
        return reading.times.first {
            $0.sentence == draft.mention.sentence && $0.expression.role == .since
                && $0.expression.date.precision == .day
        }?.expression.date.last
    }

    // MARK: Relations

    /// A part of the figure before ("including 9 children"), or what is new in the total that follows.
    private func relation(_ drafts: [Draft], _ index: Int, _ figures: [Figure]) -> Relation? {
        let draft = drafts[index]
        guard let last = figures.last, index > 0, drafts[index - 1].mention.sentence == draft.mention.sentence,
            drafts[index - 1].measure == draft.measure
        else { return nil }
        let between = drafts[index - 1].mention.numeral.next..<draft.mention.numeral.tokens.lowerBound
        let isPart = draft.mention.phrase.isPartitive || between.contains { document.classes($0).contains(.including) }
        if isPart, draft.mention.numeral.value <= drafts[index - 1].mention.numeral.value {
            return Relation(
                kind: .subsetOf,
                start: last.relation?.kind == .subsetOf ? last.relation?.start ?? last.start : last.start)
        }
        return nil
    }

    // MARK: Why

    private func confidence(_ draft: Draft) -> Double {
        let belief = Double(draft.belief) * Double(draft.doubt)
        return (belief * 100).rounded() / 100
    }

    private func rule(_ draft: Draft) -> String {
        guard let trigger = draft.trigger else { return draft.pattern == .none ? "head" : "\(draft.pattern)" }
        return draft.pattern == .none ? "\(trigger.role)" : "\(trigger.role)+\(draft.pattern)"
    }
}
