/// How the extractor came to take a number for a figure, or to pass it over.
public struct Explanation: Sendable {
    /// Words of the field that told something.
    public struct Words: Sendable, Hashable {
        /// UTF-8 offsets in the field, half-open.
        public var start: Int
        public var end: Int
        public var text: String

        public init(start: Int, end: Int, text: String) {
            self.start = start
            self.end = end
            self.text = text
        }
    }

    /// How the words of a number were read, and what it counts.
    public struct Reading: Sendable {
        /// digits, words, one, vague ("dozens") or share ("half of the 40").
        public var form: String
        public var value: Double
        /// What the words allow; nil is open.
        public var low: Double?
        public var high: Double?
        public var qualifier: Qualifier
        /// The words before and behind that tell how exact the number is: "at least", "or more".
        public var qualifiers: [Words] = []
        /// An ISO 4217 code where a sign of money stands before the number.
        public var currency: String?
        /// The phrase behind the number: "Palestinian children"; nil for a bare number.
        public var counted: Words?
        /// The class of the phrase's noun in `Data/en/nouns.tsv`; nil where none is known.
        public var noun: String?
    }

    /// A question that was asked of the number, with the answers that were weighed: the one that was taken, up to two that
    /// say the same by other words or another rule, up to three that say something else, each the most believed first.
    public struct Decision: Sendable {
        /// measure, source, place, date or period.
        public var question: String
        /// The share of the belief that all answers have together that say what was taken, 0 to 1.
        public var belief: Double
        public var answers: [WeighedAnswer]
    }

    /// An answer, with its share of the belief and the weights that spoke for and against it.
    public struct WeighedAnswer: Sendable {
        public var answer: String
        /// 0 to 1.
        public var belief: Double
        /// The words that the answer rests on; nil where it rests on none, such as "none" and a period.
        public var words: Words?
        /// How those words tell it: `object+passiveSubject`, `according`, `in`, `weekday`; nil where there are none.
        public var rule: String?
        /// Whether it says the same as the answer that was taken, by other words or another rule.
        public var agrees = false
        /// Features with their weights, the heaviest first.
        public var reasons: [(feature: String, weight: Double)]
    }

    public var field: TextField
    /// UTF-8 offsets of the number in the field, half-open.
    public var start: Int
    public var end: Int
    public var number: String
    public var reading: Reading
    /// Why the number was turned away before any question was asked; nil where it was not.
    public var gate: String?
    public var decisions: [Decision]
}

extension Extractor {
    /// The derivation of every number of the article's title, then of its text, each in order of offset.
    ///
    /// - Parameter reasons: how many weights to name for each answer.
    public func explanations(of article: Article, reasons: Int = 8) -> [Explanation] {
        guard Extractor.reads(article.lang) else { return [] }
        let title = article.title.map { explanations(.title, $0, article, reasons) } ?? []
        return title + explanations(.text, article.text, article, reasons)
    }

    private func explanations(_ field: TextField, _ text: String, _ article: Article, _ reasons: Int) -> [Explanation] {
        var text = text
        return text.withUTF8 { bytes in
            let reading = Extractor.read(bytes, article, lexicon, keepsGated: true)
            var recorder = Recorder(model: lexicon.model, reading: reading, field: field, reasons: reasons)
            _ = Interview(reading: reading).drafts(&recorder)
            let gated = reading.gated.map { numeral, reason in
                recorder.blank(numeral, nil, gate: reason)
            }
            return (recorder.explanations + gated).sorted { $0.start < $1.start }
        }
    }
}

/// A chooser that writes down what it weighs.
struct Recorder: Chooser {
    private var chooser: ModelChooser
    private let reading: Reading
    private let field: TextField
    private let reasons: Int
    private(set) var explanations: [Explanation] = []
    private var evidence: Evidence { Evidence(reading: reading) }

    init(model: LinearModel, reading: Reading, field: TextField, reasons: Int) {
        chooser = ModelChooser(model: model)
        self.reading = reading
        self.field = field
        self.reasons = reasons
    }

    func blank(_ numeral: Numeral, _ phrase: NounPhrase?, gate: String?) -> Explanation {
        let number = evidence.words(numeral.tokens)
        return Explanation(
            field: field, start: number.start, end: number.end, number: number.text,
            reading: evidence.told(by: numeral, phrase), gate: gate, decisions: [])
    }

    mutating func choose(
        _ question: Question, _ candidates: [some Weighed], _ mention: Mention, _ label: (Int) -> Answer
    ) -> (index: Int, belief: Float) {
        if question == .measure { explanations.append(blank(mention.numeral, mention.phrase, gate: nil)) }
        let beliefs = Softmax.beliefs(candidates.map { chooser.model.score($0.features) })
        let choice = chooser.choose(question, candidates, mention, label)
        let taken = label(choice.index)
        let others = candidates.indices.filter { $0 != choice.index }
            .sorted { (beliefs[$0], $1) > (beliefs[$1], $0) }
        let order =
            [choice.index] + others.filter { label($0) == taken }.prefix(2)
            + others.filter { label($0) != taken }.prefix(3)
        let answers = order.map { index in
            let told = evidence.behind(candidates[index], mention)
            return Explanation.WeighedAnswer(
                answer: name(label(index)), belief: Double(beliefs[index]), words: told.words, rule: told.rule,
                agrees: label(index) == taken, reasons: weights(candidates[index].features))
        }
        let decision = Explanation.Decision(
            question: "\(question)", belief: Double(choice.belief), answers: answers)
        explanations[explanations.count - 1].decisions.append(decision)
        return choice
    }

    private func weights(_ features: Features) -> [(feature: String, weight: Double)] {
        let named = features.list.map { feature -> (feature: String, weight: Double) in
            let name = FeatureSpace.name(Int(feature))
            return (name.template + "(" + name.values + ")", Double(chooser.model[feature]))
        }
        return Array(named.sorted { abs($0.weight) > abs($1.weight) }.prefix(reasons))
    }

    private func name(_ answer: Answer) -> String {
        switch answer {
        case .none: "none"
        case .measure(let index): reading.document.lexicon.measures[Int(index)].name
        case .source(let index): reading.document.text(reading.attributions[index].tokens)
        case .place(let index): reading.document.text(reading.places[index].tokens)
        case .date(let date): date?.description ?? "unknown"
        case .period(let period): period.rawValue
        }
    }
}

/// The words behind an answer, and how they tell it.
private struct Evidence {
    let reading: Reading
    private var document: Document { reading.document }

    func words(_ tokens: Range<Int>) -> Explanation.Words {
        Explanation.Words(
            start: Int(document.tokens[tokens.lowerBound].start), end: Int(document.tokens[tokens.upperBound - 1].end),
            text: document.text(tokens))
    }

    private func wordsIfAny(_ tokens: Range<Int>) -> Explanation.Words? { tokens.isEmpty ? nil : words(tokens) }

    func told(by numeral: Numeral, _ phrase: NounPhrase?) -> Explanation.Reading {
        let before = numeral.qualifierStart..<numeral.tokens.lowerBound
        let behind = numeral.tokens.upperBound..<max(numeral.tokens.upperBound, numeral.next)
        let noun = phrase.flatMap { $0.head == .none ? nil : $0.head.name }
        return Explanation.Reading(
            form: "\(numeral.form)", value: numeral.value, low: numeral.low, high: numeral.high,
            qualifier: numeral.qualifier, qualifiers: [before, behind].compactMap(wordsIfAny),
            currency: numeral.currency?.string, counted: phrase.flatMap { wordsIfAny($0.tokens) }, noun: noun)
    }

    func behind(_ candidate: some Weighed, _ mention: Mention) -> (words: Explanation.Words?, rule: String?) {
        switch candidate {
        case let candidate as MeasureCandidate: measure(candidate, mention)
        case let candidate as SourceLinker.Candidate:
            candidate.attribution.map { source(reading.attributions[$0]) } ?? (nil, nil)
        case let candidate as PlaceLinker.Candidate: candidate.mention.map { place(reading.places[$0]) } ?? (nil, nil)
        case let candidate as DateLinker.Candidate:
            candidate.expression.map { time(reading.times[$0].expression) } ?? (nil, "the article's day")
        default: (nil, nil)
        }
    }

    private func measure(_ candidate: MeasureCandidate, _ mention: Mention) -> (Explanation.Words?, String?) {
        guard candidate.measure != nil else { return (nil, nil) }
        let pattern = candidate.pattern == .none ? nil : candidate.pattern.name
        guard let index = candidate.trigger else {
            return (mention.phrase.headToken.map { words($0..<$0 + 1) }, pattern ?? "head")
        }
        let trigger = reading.sentences[mention.sentence].triggers[index]
        return (words(trigger.tokens), [trigger.role.name, pattern].compactMap { $0 }.joined(separator: "+"))
    }

    private func source(_ attribution: Attribution) -> (Explanation.Words?, String?) {
        (words(attribution.extent), "\(attribution.pattern)")
    }

    private func place(_ place: PlaceMention) -> (Explanation.Words?, String?) {
        let rule = place.isHeading ? "heading" : place.preposition == .none ? "\(place.actor)" : "\(place.preposition)"
        return (words(place.tokens), rule == "none" ? "name" : rule)
    }

    private func time(_ time: TimeExpression) -> (Explanation.Words?, String?) {
        let form = "\(time.form)"
        return (words(time.tokens), time.role == .point || form == "\(time.role)" ? form : "\(form), \(time.role)")
    }
}
