/// How the extractor came to take a number for a figure, or to pass it over.
public struct Explanation: Sendable {
    /// A question that was asked of the number, with the answers that were weighed, the most believed first.
    public struct Decision: Sendable {
        /// measure, source, place, date or period.
        public var question: String
        public var answers: [WeighedAnswer]
    }

    /// An answer, with its share of the belief and the weights that spoke for and against it.
    public struct WeighedAnswer: Sendable {
        public var answer: String
        /// 0 to 1.
        public var belief: Double
        /// Features with their weights, the heaviest first.
        public var reasons: [(feature: String, weight: Double)]
    }

    /// UTF-8 offsets of the number in the field, half-open.
    public var start: Int
    public var end: Int
    public var number: String
    /// Why the number was turned away before any question was asked; nil where it was not.
    public var gate: String?
    public var decisions: [Decision]
}

extension Extractor {
    /// The derivation of every number of the article's text, in order of offset.
    ///
    /// - Parameter reasons: how many weights to name for each answer.
    public func explanations(of article: Article, reasons: Int = 8) -> [Explanation] {
        guard Extractor.reads(article.lang) else { return [] }
        var text = article.text
        return text.withUTF8 { bytes in
            let reading = Extractor.read(bytes, article, lexicon)
            var recorder = Recorder(model: lexicon.model, reading: reading, reasons: reasons)
            _ = Interview(reading: reading).drafts(&recorder)
            let gated = reading.gated.map { numeral, reason in
                recorder.blank(numeral, gate: reason)
            }
            return (recorder.explanations + gated).sorted { $0.start < $1.start }
        }
    }
}

/// A chooser that writes down what it weighs.
struct Recorder: Chooser {
    private var chooser: ModelChooser
    private let reading: Reading
    private let reasons: Int
    private(set) var explanations: [Explanation] = []

    init(model: LinearModel, reading: Reading, reasons: Int) {
        chooser = ModelChooser(model: model)
        self.reading = reading
        self.reasons = reasons
    }

    func blank(_ numeral: Numeral, gate: String?) -> Explanation {
        let tokens = reading.document.tokens
        return Explanation(
            start: Int(tokens[numeral.tokens.lowerBound].start),
            end: Int(tokens[numeral.tokens.upperBound - 1].end), number: reading.document.text(numeral.tokens),
            gate: gate, decisions: [])
    }

    mutating func choose(
        _ question: Question, _ candidates: [some Weighed], _ mention: Mention, _ label: (Int) -> Answer
    ) -> (index: Int, belief: Float) {
        let candidates = candidates.map(\.features)
        if question == .measure { explanations.append(blank(mention.numeral, gate: nil)) }
        let beliefs = Softmax.beliefs(candidates.map { chooser.model.score($0) })
        let order = candidates.indices.sorted { (beliefs[$0], $1) > (beliefs[$1], $0) }
        let answers = order.prefix(4).map { index in
            Explanation.WeighedAnswer(
                answer: name(label(index)), belief: Double(beliefs[index]), reasons: weights(candidates[index]))
        }
        explanations[explanations.count - 1].decisions.append(.init(question: "\(question)", answers: answers))
        return chooser.choose(question, candidates, mention, label)
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
