#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Learns the weights of `Data/weights.tsv` from articles and their gold figures.
///
/// Each question is a softmax over its candidates, learned by AdaGrad with a pull towards zero; the articles are gone
/// through in an order that a fixed seed shuffles, so the same gold gives the same table.
public struct Trainer {
    private let lexicon: Lexicon
    private var learner = Learner()
    /// The weights of each order in which the articles were gone through, added up.
    private var sums = [Float](repeating: 0, count: FeatureSpace.count)

    public init(_ tables: DataTables = DataTables()) {
        lexicon = Lexicon(tables)
    }

    /// In how many orders the articles are gone through: one alone moves the scores by half a point.
    private static let orders = 8
    /// How much an example, made for learning, moves the weights beside an article that was annotated.
    private static let exampleShare: Float = 0.3

    /// Goes through the articles `rounds` times, in each of several orders, and takes the mean of the weights.
    ///
    /// - Parameter complete: ids of articles that are judged even where they have no figure.
    public mutating func train(
        _ articles: [Article], gold: [GoldFigure], complete: Set<String> = [], rounds: Int
    ) {
        let wanted = Dictionary(grouping: gold.filter { !$0.isNone }, by: \.doc)
        let judged = Set(gold.map(\.doc)).union(complete)
        let known = articles.filter { judged.contains($0.id) }
        var order = Array(known.indices)
        var state: UInt64 = 42
        for _ in 0..<Trainer.orders {
            learner = Learner()
            for _ in 0..<rounds {
                Trainer.shuffle(&order, &state)
                for index in order {
                    learner.share = complete.contains(known[index].id) ? Trainer.exampleShare : 1
                    learn(known[index], wanted[known[index].id] ?? [])
                }
            }
            for (index, weight) in learner.average().enumerated() { sums[index] += weight }
        }
    }

    private static func shuffle(_ order: inout [Int], _ state: inout UInt64) {
        for index in order.indices.dropLast() {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let other = index + Int((state >> 33) % UInt64(order.count - index))
            order.swapAt(index, other)
        }
    }

    private mutating func learn(_ article: Article, _ gold: [GoldFigure]) {
        let bytes = Array(article.text.utf8)
        bytes.withUnsafeBufferPointer { buffer in
            let reading = Extractor.read(buffer, article, lexicon)
            learner.begin(reading, gold, lexicon)
            _ = Interview(reading: reading).drafts(&learner)
        }
    }

    /// The table of weights: a row a feature, in the order of the templates, rounded to hundredths.
    public func table() -> String {
        var text = """
            # Weights of the linear scorers, made by `sitrep train` from annotated articles.
            # template: the kind of feature; values: its value on each axis. A feature that is not named weighs nothing.
            template\tvalues\tweight

            """
        for (index, sum) in sums.enumerated() {
            let hundredths = Int((sum / Float(Trainer.orders) * 100).rounded())
            guard abs(hundredths) >= 3 else { continue }
            let name = FeatureSpace.name(index)
            text += "\(name.template)\t\(name.values)\t\(Trainer.decimal(hundredths))\n"
        }
        return text
    }

    private static func decimal(_ hundredths: Int) -> String {
        let size = abs(hundredths)
        return (hundredths < 0 ? "-" : "") + "\(size / 100).\(padded(size % 100, 2))"
    }
}

/// Learns from what the weights would have chosen.
///
/// A number gets the measure that the gold says; the other questions are answered by the weights themselves, right or
/// wrong, since what is asked of the next number sees these answers as it will see them later.
struct Learner: Chooser {
    private var weights = [Float](repeating: 0, count: FeatureSpace.count)
    private var squares = [Float](repeating: 0, count: FeatureSpace.count)
    private var sums = [Double](repeating: 0, count: FeatureSpace.count)
    private var lastStep = [Int32](repeating: 0, count: FeatureSpace.count)
    private var step: Int32 = 0
    private var gold: [GoldFigure] = []
    private var reading: Reading?
    private var lexicon: Lexicon?
    /// How much the text that is learned from counts, 0 to 1.
    var share: Float = 1
    /// How far a weight moves at first, and how strongly it is drawn to zero at each update.
    private let rate: Float = 0.25
    private let pull: Float = 0.002

    mutating func begin(_ reading: Reading, _ gold: [GoldFigure], _ lexicon: Lexicon) {
        self.reading = reading
        self.gold = gold
        self.lexicon = lexicon
    }

    /// The mean of the weights over all steps.
    func average() -> [Float] {
        weights.indices.map { index in
            let sum = sums[index] + Double(weights[index]) * Double(step - lastStep[index])
            return Float(sum / Double(max(step, 1)))
        }
    }

    private func goldFigure(_ mention: Mention) -> GoldFigure? {
        guard let reading else { return nil }
        let tokens = reading.document.tokens
        let start = Int(tokens[mention.numeral.tokens.lowerBound].start)
        let end = Int(tokens[mention.numeral.tokens.upperBound - 1].end)
        return gold.first { $0.start < end && start < $0.end }
    }

    mutating func choose(
        _ question: Question, _ candidates: [some Weighed], _ mention: Mention, _ label: (Int) -> Answer
    ) -> (index: Int, belief: Float) {
        let candidates = candidates.map(\.features)
        let wanted = goldFigure(mention)
        let right = candidates.indices.map { isRight(label($0), question, wanted, mention) }
        let scores = candidates.map { features in features.list.reduce(Float(0)) { $0 + weights[Int($1)] } }
        var beliefs = Softmax.beliefs(scores)
        if right.contains(true), right.contains(false) { update(candidates, right, beliefs) }
        guard question == .measure else {
            let own = beliefs.withUnsafeMutableBufferPointer { ModelChooser.best($0, label).index }
            return (own, beliefs[own])
        }
        let masked = beliefs.indices.map { right[$0] || !right.contains(true) ? beliefs[$0] : 0 }
        let index = masked.indices.max { masked[$0] < masked[$1] } ?? 0
        return (index, beliefs[index])
    }

    private func isRight(_ answer: Answer, _ question: Question, _ gold: GoldFigure?, _ mention: Mention) -> Bool {
        guard let reading, let lexicon else { return false }
        guard let gold else { return answer == .none }
        if gold.unjudged.contains(question) { return false }
        switch answer {
        case .measure(let measure): return gold.measure.contains(lexicon.measures[Int(measure)].name)
        case .none:
            switch question {
            case .measure: return gold.isOptional
            case .source: return gold.source.isEmpty || gold.sourceOpen
            case .place: return gold.place.isEmpty
            default: return false
            }
        case .source(let index):
            return Agreement.names(gold.source, Extractor.names(reading.attributions[index], reading))
        case .place(let index): return Agreement.names(gold.place, Extractor.names(reading.places[index], reading))
        case .date(let date): return Agreement.dates(gold.date, date)
        case .period(let period): return gold.period.contains(period.rawValue)
        }
    }

    private mutating func update(_ candidates: [Features], _ right: [Bool], _ beliefs: [Float]) {
        step += 1
        let rightBelief = max(1e-6, candidates.indices.reduce(Float(0)) { $0 + (right[$1] ? beliefs[$1] : 0) })
        for index in candidates.indices {
            let target = right[index] ? beliefs[index] / rightBelief : 0
            let gradient = (target - beliefs[index]) * share
            guard abs(gradient) > 1e-4 else { continue }
            for feature in candidates[index].list { move(Int(feature), gradient) }
        }
    }

    private mutating func move(_ feature: Int, _ gradient: Float) {
        sums[feature] += Double(weights[feature]) * Double(step - lastStep[feature])
        lastStep[feature] = step
        let slope = gradient - pull * weights[feature]
        squares[feature] += slope * slope
        weights[feature] += rate * slope / (sqrtf(squares[feature]) + 0.1)
    }
}
