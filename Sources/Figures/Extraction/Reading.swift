/// The questions that the model answers, one after the other, for every number.
enum Question: String {
    case measure, source, place, date, period
}

/// A text with all that was found in it: numbers, triggers, attributions, places, times.
///
/// Numbers and triggers are found at once, all else when it is first asked for: most texts have no number that
/// belongs to a measure, and of those nobody asks who vouches for it, where and when.
final class Reading {
    let document: Document
    let reported: CalendarDate?
    /// The title of the article, which may name the place that its text is about.
    private let title: String?
    let sentences: [LinkSentence]
    private lazy var attributionReader = AttributionReader(document: document)
    /// The attributions that were read so far, in the order of the text.
    var attributions: [Attribution] { attributionReader.found }
    private(set) lazy var places = PlaceFinder(document: document).mentions()
    private(set) lazy var titlePlaces = Reading.places(named: title, document.lexicon)
    /// The expressions of time that were read so far, in order, with the sentence of each.
    private(set) var times: [(expression: TimeExpression, sentence: Int)] = []
    /// How many sentences were read for them.
    private var timeCount = 0
    private(set) lazy var quotes = QuoteMap(document)
    /// A number that was turned away, and why.
    typealias Gated = (numeral: Numeral, reason: String)

    /// The numbers that were turned away, where they are kept.
    let gated: [Gated]

    /// - Parameter keepsGated: whether somebody asks for the numbers that were turned away.
    init(_ document: Document, reported: CalendarDate?, title: String?, keepsGated: Bool = false) {
        self.document = document
        self.reported = reported
        self.title = title
        var gated: [Gated]? = keepsGated ? [] : nil
        var numerals: [Numeral] = []
        sentences = document.sentences.enumerated().map { Reading.link(document, $1, $0, &numerals, &gated) }
        self.gated = gated ?? []
    }

    /// Reads the attributions that may vouch for a number of a sentence, and the first one behind it.
    func readAttributions(around mention: Mention) {
        attributionReader.read(through: mention.sentence + 1, past: mention.numeral.tokens.lowerBound)
    }

    /// Reads the times of a sentence and of those before it.
    func readTimes(through sentence: Int) {
        let finder = TimeFinder(document: document, reported: reported)
        while timeCount <= sentence, timeCount < document.sentences.count {
            finder.read(sentence: timeCount, to: &times)
            timeCount += 1
        }
    }

    private static func places(named title: String?, _ lexicon: Lexicon) -> Set<Int> {
        guard var title else { return [] }
        return title.withUTF8 { bytes in
            Set(PlaceFinder(document: Document(bytes, lexicon: lexicon)).mentions().compactMap(\.place))
        }
    }

    private static func link(
        _ document: Document, _ range: Range<Int>, _ index: Int, _ numerals: inout [Numeral], _ gated: inout [Gated]?
    ) -> LinkSentence {
        let scanner = NumeralScanner(document: document)
        scanner.findNumerals(in: range, &numerals)
        guard !numerals.isEmpty else { return LinkSentence(range: range, mentions: [], triggers: []) }
        let gate = NumberGate(document: document)
        let reader = NounPhraseReader(document: document)
        let heading = reader.heading(of: range)
        var mentions: [Mention] = []
        for numeral in numerals {
            if let reason = gate.reason(numeral) {
                gated?.append((numeral, reason.rawValue))
                continue
            }
            var phrase = reader.phrase(from: numeral.next, limit: range.upperBound)
            if let heading { phrase.take(heading, document.lexicon) }
            // "another 266", "a further 218"
            phrase.isFurther =
                phrase.isFurther
                || (numeral.qualifierStart..<numeral.tokens.lowerBound).contains {
                    document.classes($0).contains(.more) && document.word($0 + 1) != "than"
                }
            if let reason = Reading.reason(numeral, phrase, gate) {
                gated?.append((numeral, reason))
                continue
            }
            let bounded = scanner.boundedBehind(numeral, phrase: phrase, limit: range.upperBound)
            if mentions.isEmpty { mentions.reserveCapacity(numerals.count) }
            mentions.append(Mention(numeral: bounded, phrase: phrase, sentence: index))
        }
        let triggers = mentions.isEmpty ? [] : TriggerFinder(document: document).triggers(in: range)
        return LinkSentence(range: range, mentions: mentions, triggers: triggers)
    }

    /// The day that "since" names in a sentence, and whether it lies in the last ten days: what happened since
    /// Saturday is an event, what happened since October 7 a running total.
    func since(inSentence sentence: Int) -> (date: CalendarDate, tokens: Range<Int>, isNear: Bool)? {
        readTimes(through: sentence)
        let first = times.firstIndex(behind: { $0.sentence >= sentence })
        let own = times[first...].prefix { $0.sentence == sentence }
        guard let time = own.first(where: { $0.expression.role == .since }) else { return nil }
        // "since March" counts from the first day that it can mean.
        let day = time.expression.date.first
        let isNear = reported.map { $0.dayNumber - day.dayNumber <= 10 } ?? false
        return (day, time.expression.tokens, isNear && time.expression.date.precision == .day)
    }

    /// The day of a figure; nil where neither the text nor the article tells one.
    func date(of draft: Draft) -> PartialDate? {
        draft.time.map { times[$0].expression.date } ?? reported.map { PartialDate($0) }
    }

    /// A place's name as the text has it: a people, or "the city", is told by the first plain name of the place, and by
    /// the gazetteer's where the text has none.
    func name(of mention: PlaceMention) -> String {
        guard let place = mention.place, mention.isDemonym || mention.isBackReference else {
            return document.text(mention.tokens)
        }
        return plainNames[place].map { document.text($0) } ?? document.lexicon.places[place].name
    }

    /// The first name of each place that neither stands in capitals nor has a direction before it.
    private lazy var plainNames: [Int: Range<Int>] = {
        var names: [Int: Range<Int>] = [:]
        for mention in places where !mention.isDemonym && !mention.isBackReference {
            let first = mention.tokens.lowerBound
            guard let place = mention.place, names[place] == nil, !document.classes(first).contains(.direction),
                !document.tokens[first].flags.contains(.allCapitals)
            else { continue }
            names[place] = mention.tokens
        }
        return names
    }()

    /// Why the number is no figure, seen with what it counts; nil where it may be one.
    private static func reason(_ numeral: Numeral, _ phrase: NounPhrase, _ gate: NumberGate) -> String? {
        let counted = phrase.headToken ?? phrase.tokens.lowerBound
        if phrase.head.isNeverCounted, phrase.triggers.allSatisfy({ $0.first > counted }) { return phrase.head.name }
        if gate.isPopulation(numeral, phrase) { return GateReason.population.rawValue }
        let isWhole = numeral.value == numeral.value.rounded()
        if !isWhole, numeral.currency == nil, phrase.head != .aid, phrase.head != .money {
            return GateReason.decimal.rawValue
        }
        return nil
    }
}

/// A figure while it is being made: a number with the answers to the questions.
struct Draft {
    var mention: Mention
    var measure: UInt8
    var trigger: TriggerInstance?
    var pattern: LinkPattern
    /// The share of the model's belief in the measure.
    var belief: Float
    var attribution: Int?
    var place: Int?
    var time: Int?
    var period = Period.event
    /// The least belief among the answers to the other questions.
    var doubt: Float = 1
}

/// Answers a question about a number by choosing one of the candidates.
protocol Chooser {
    /// Whether it wants to be asked even where nothing is to choose.
    var asksAll: Bool { get }

    /// The index of the candidate chosen, and how much of the belief it has.
    mutating func choose(
        _ question: Question, _ candidates: [some Weighed], _ mention: Mention, _ label: (Int) -> Answer
    ) -> (index: Int, belief: Float)
}

extension Chooser {
    var asksAll: Bool { true }
}

/// What choosing a candidate would say.
enum Answer: Equatable {
    case none
    case measure(UInt8)
    case source(Int)
    case place(Int)
    case date(PartialDate?)
    case period(Period)
}

/// Asks the questions of every number of a text, in order.
struct Interview {
    let reading: Reading
    private let separators: SeparatorMemory

    init(reading: Reading) {
        self.reading = reading
        separators = SeparatorMemory(document: reading.document)
    }

    func drafts(_ chooser: inout some Chooser) -> [Draft] {
        var before = Recollection()
        let theme = Theme(reading.sentences, reading.document.lexicon)
        var places: PlaceLinker?
        let tenses = TenseReader(document: reading.document)
        for sentence in reading.sentences where !sentence.mentions.isEmpty {
            theme.leaveOut(sentence)
            let linker = MeasureLinker(document: reading.document, sentence: sentence, theme: theme)
            for index in sentence.mentions.indices {
                let mention = sentence.mentions[index]
                guard var draft = measured(linker, index, before.last, &chooser) else { continue }
                let place =
                    places
                    ?? PlaceLinker(
                        document: reading.document, mentions: reading.places, separators: separators,
                        titlePlaces: reading.titlePlaces)
                places = place
                let tense = tenses.tense(around: mention, in: sentence.range)
                askSource(&draft, before.last, &chooser)
                askPlace(place, &draft, before, &chooser)
                let twin = before.twin(of: draft)
                askDate(&draft, before, twin, tense, &chooser)
                askPeriod(&draft, before.last, twin, tense, sentence.range, &chooser)
                before.add(
                    draft, place: draft.place.flatMap { reading.places[$0].place }, date: reading.date(of: draft))
            }
        }
        return before.drafts
    }

    private func measured(
        _ linker: MeasureLinker, _ index: Int, _ last: Draft?, _ chooser: inout some Chooser
    ) -> Draft? {
        let mention = linker.sentence.mentions[index]
        guard chooser.asksAll || last != nil || linker.mayBelong(mention) else { return nil }
        let carry = last.map { last -> MeasureLinker.Carry in
            (last.measure, mention.sentence - last.mention.sentence)
        }
        let candidates = linker.candidates(index, carry: carry)
        let choice = chooser.choose(.measure, candidates, mention) { position in
            candidates[position].measure.map { .measure($0) } ?? .none
        }
        let chosen = candidates[choice.index]
        guard let measure = chosen.measure else { return nil }
        return Draft(
            mention: mention, measure: measure, trigger: chosen.trigger.map { linker.sentence.triggers[$0] },
            pattern: chosen.pattern, belief: choice.belief)
    }

    private func askSource(_ draft: inout Draft, _ last: Draft?, _ chooser: inout some Chooser) {
        reading.readAttributions(around: draft.mention)
        let linker = SourceLinker(document: reading.document, attributions: reading.attributions)
        let candidates = linker.candidates(
            draft.mention, measure: draft.measure, previous: last?.attribution, quotes: reading.quotes)
        let choice = chooser.choose(.source, candidates, draft.mention) { position in
            candidates[position].attribution.map { .source($0) } ?? .none
        }
        draft.attribution = candidates[choice.index].attribution
        draft.doubt = min(draft.doubt, choice.belief)
    }

    private func askPlace(
        _ linker: PlaceLinker, _ draft: inout Draft, _ before: Recollection, _ chooser: inout some Chooser
    ) {
        let words = draft.attribution.map { reading.attributions[$0].tokens }
        let candidates = linker.candidates(
            draft.mention,
            .init(
                measure: draft.measure, trigger: draft.trigger?.tokens, aspect: aspect(draft), before: before,
                source: words))
        let choice = chooser.choose(.place, candidates, draft.mention) { position in
            candidates[position].mention.map { .place(linker.representative($0, among: candidates)) } ?? .none
        }
        draft.place = candidates[choice.index].mention
        draft.doubt = min(draft.doubt, choice.belief)
    }

    /// Where the word that told the measure puts those that are counted.
    private func aspect(_ draft: Draft) -> Aspect {
        draft.trigger.map { reading.document.lexicon.triggers[$0.trigger].aspect } ?? .none
    }

    private func askDate(
        _ draft: inout Draft, _ before: Recollection, _ twin: Draft?, _ tense: Tense, _ chooser: inout some Chooser
    ) {
        reading.readTimes(through: draft.mention.sentence + 1)
        let linker = DateLinker(
            document: reading.document, expressions: reading.times, separators: separators, reported: reading.reported)
        let candidates = linker.candidates(
            draft.mention, .init(measure: draft.measure, tense: tense, before: before, twin: twin))
        let choice = chooser.choose(.date, candidates, draft.mention) { position in
            .date(linker.date(candidates[position].expression))
        }
        draft.time = candidates[choice.index].expression
        draft.doubt = min(draft.doubt, choice.belief)
    }

    private func askPeriod(
        _ draft: inout Draft, _ last: Draft?, _ twin: Draft?, _ tense: Tense, _ sentence: Range<Int>,
        _ chooser: inout some Chooser
    ) {
        let since = reading.since(inSentence: draft.mention.sentence)
        let phrase = draft.mention.phrase
        let further = !phrase.isFurther ? 0 : reading.document.word(phrase.end) == "than" ? 2 : 1
        let time = draft.time.map { reading.times[$0].expression }
        let clues = PeriodClassifier.Clues(
            measure: draft.measure, trigger: draft.trigger, pattern: draft.pattern, aspect: aspect(draft), tense: tense,
            since: since.map { $0.isNear ? 1 : 2 } ?? 0,
            time: time.map { $0.role == .span ? 3 : $0.date.last == reading.reported ? 1 : 2 } ?? 0,
            value: draft.mention.numeral.value, further: further, previous: last,
            twin: twin?.period, sentence: draft.mention.sentence, range: sentence)
        let candidates = PeriodClassifier(document: reading.document).features(clues)
        let choice = chooser.choose(.period, candidates, draft.mention) { .period(PeriodClassifier.periods[$0]) }
        draft.period = PeriodClassifier.periods[choice.index]
    }
}
