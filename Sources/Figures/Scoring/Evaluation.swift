/// How well figures agree with those that a person marked.
///
///     var evaluation = Evaluation()
///     evaluation.add(gold: marked, found: extractor.figures(in: article))
///     evaluation.detection.f1
///
/// A figure meets a marked one where the measures agree and the spans overlap; each is met once. A marked figure that
/// may be left out costs nothing, found or not. Only figures of the text count, not those of the title.
public struct Evaluation: Sendable {
    /// What was found, missed and made too much.
    public struct Tally: Sendable, Hashable {
        public var met = 0
        public var missed = 0
        public var extra = 0

        public var precision: Double { Tally.share(met, of: met + extra) }
        public var recall: Double { Tally.share(met, of: met + missed) }
        public var f1: Double {
            precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
        }

        static func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
    }

    /// How often an attribute of the figures met agrees.
    public struct Share: Sendable, Hashable {
        public var right = 0
        public var count = 0
        public var value: Double { Tally.share(right, of: count) }
    }

    /// What is judged of a figure that was met, in the order of a report.
    public enum Attribute: String, Sendable, CaseIterable {
        case value, qualifier, unit, source
        case attributed = "source (attributed)"
        case place, date, period, status, population
        case all = "all of value, source, date, place"
    }

    public private(set) var detection = Tally()
    public private(set) var attributes: [Attribute: Share] = [:]
    public private(set) var measures: [String: Tally] = [:]
    /// Of the figures by tenths of their confidence, 0 to 9 (1 counts as 9): how many are right in measure and value.
    public private(set) var confidences: [Share] = Array(repeating: Share(), count: 10)

    public init() {}

    /// Detection with the bounds right too.
    public var strict: Tally {
        let right = attributes[.value]?.right ?? 0
        let wrong = detection.met - right
        return Tally(met: right, missed: detection.missed + wrong, extra: detection.extra + wrong)
    }

    /// Adds one article: all that was marked in it, and all that was found.
    public mutating func add(gold: [GoldFigure], found: [Figure]) {
        let gold = gold.filter { !$0.isNone }
        let found = found.filter { $0.field == .text }
        let pairs = Evaluation.pairs(gold, found)
        for (index, wanted) in gold.enumerated() {
            if let figure = pairs[index].map({ found[$0] }) {
                judge(wanted, figure)
            } else if !wanted.isOptional {
                detection.missed += 1
                measures[wanted.measure.first ?? "", default: Tally()].missed += 1
            }
        }
        let used = Set(pairs.values)
        for (index, figure) in found.enumerated() where !used.contains(index) {
            detection.extra += 1
            measures[figure.measure, default: Tally()].extra += 1
            count(figure, isRight: false)
        }
    }

    /// The figure that meets each marked one: those with the right value first, then those that must be found, then
    /// those that overlap most.
    private static func pairs(_ gold: [GoldFigure], _ found: [Figure]) -> [Int: Int] {
        var candidates: [(rank: [Int], gold: Int, found: Int)] = []
        for (g, wanted) in gold.enumerated() {
            for (f, figure) in found.enumerated() {
                let overlap = min(wanted.end, figure.end) - max(wanted.start, figure.start)
                guard overlap > 0, wanted.measure.contains(figure.measure) else { continue }
                let rank = [isValue(wanted, figure) ? 0 : 1, wanted.isOptional ? 1 : 0, -overlap, g, f]
                candidates.append((rank, g, f))
            }
        }
        var pairs: [Int: Int] = [:]
        var used: Set<Int> = []
        for candidate in candidates.sorted(by: { $0.rank.lexicographicallyPrecedes($1.rank) })
        where pairs[candidate.gold] == nil && used.insert(candidate.found).inserted {
            pairs[candidate.gold] = candidate.found
        }
        return pairs
    }

    private mutating func judge(_ gold: GoldFigure, _ figure: Figure) {
        let isValue = Evaluation.isValue(gold, figure)
        count(figure, isRight: isValue)
        guard !gold.isOptional else { return }
        detection.met += 1
        measures[figure.measure, default: Tally()].met += 1
        let isSource = Evaluation.isSource(gold, figure)
        let isPlace = Agreement.names(gold.place, [figure.place?.name, figure.place?.id].compactMap { $0 })
        let isDate = Agreement.dates(gold.date, figure.date)
        add(.value, isValue)
        add(.qualifier, gold.qualifier == figure.qualifier.rawValue)
        if let unit = gold.unit { add(.unit, Agreement.fold(unit) == Agreement.fold(figure.unit)) }
        add(.source, isSource)
        if !gold.source.isEmpty, !gold.sourceOpen { add(.attributed, isSource) }
        if !gold.place.isEmpty { add(.place, isPlace) }
        if !gold.date.isEmpty { add(.date, isDate) }
        if !gold.period.isEmpty { add(.period, gold.period.contains(figure.period.rawValue)) }
        add(.status, gold.status ?? Status.actual.rawValue == figure.status.rawValue)
        if !gold.population.isEmpty {
            let named = Set(figure.population.map(Agreement.fold))
            add(.population, gold.population.allSatisfy { named.contains(Agreement.fold($0)) })
        }
        add(.all, isValue && isSource && (gold.place.isEmpty || isPlace) && (gold.date.isEmpty || isDate))
    }

    private mutating func add(_ attribute: Attribute, _ isRight: Bool) {
        attributes[attribute, default: Share()].count += 1
        if isRight { attributes[attribute, default: Share()].right += 1 }
    }

    private mutating func count(_ figure: Figure, isRight: Bool) {
        let tenth = min(9, max(0, Int(figure.confidence * 10)))
        confidences[tenth].count += 1
        if isRight { confidences[tenth].right += 1 }
    }

    private static func isSource(_ gold: GoldFigure, _ figure: Figure) -> Bool {
        guard let source = figure.source else { return gold.source.isEmpty || gold.sourceOpen }
        return Agreement.names(gold.source, [source.name, source.id, source.text].compactMap { $0 })
    }

    private static func isValue(_ gold: GoldFigure, _ figure: Figure) -> Bool {
        isSame(gold.low, figure.low) && isSame(gold.high, figure.high)
    }

    private static func isSame(_ a: Double?, _ b: Double?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return abs(a - b) <= 1e-6 * max(1, abs(a), abs(b))
    }
}
