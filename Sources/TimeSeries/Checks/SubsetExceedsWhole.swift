import Figures

/// A part that is larger than its whole: "16 of them children" where 14 died, or a toll of children above that of people
/// as a whole by the same source for the same day.
enum SubsetExceedsWhole: ConsistencyRule {
    static let rule = CheckRule.subset

    static func findings(in series: [Series]) -> [Finding] {
        var seen: Set<[Int64]> = []
        return (withinSentences(series) + betweenSeries(series)).filter { finding in
            seen.insert(finding.sides.map { $0.point.printings[0].id }).inserted
        }
    }

    // MARK: - Parts that the text ties to their whole

    private struct Spot: Hashable {
        let article: Int64
        let field: TextField
        let start: Int
    }

    private static func withinSentences(_ series: [Series]) -> [Finding] {
        var wholes: [Spot: [Finding.Side]] = [:]
        for one in series {
            for point in one.points {
                for printing in point.printings {
                    let figure = printing.figure
                    let spot = Spot(article: printing.articleID, field: figure.field, start: figure.start)
                    wholes[spot, default: []].append(Finding.Side(one.key, point))
                }
            }
        }
        return series.flatMap { one in
            one.points.flatMap { point in
                point.printings.compactMap { printing in
                    guard let relation = printing.figure.relation, relation.kind == .subsetOf else { return nil }
                    let spot = Spot(
                        article: printing.articleID, field: printing.figure.field, start: relation.start)
                    let whole = wholes[spot]?.first { $0.key.measure == one.key.measure && $0.key.unit == one.key.unit }
                    return whole.flatMap { finding(Finding.Side(one.key, point), of: $0) }
                }
            }
        }
    }

    // MARK: - Parts and wholes of one source and day

    private static func betweenSeries(_ series: [Series]) -> [Finding] {
        let wholes = Dictionary(
            series.filter { $0.key.population.isEmpty }.map { ($0.key.withoutStart, $0) },
            uniquingKeysWith: { a, _ in a })
        return series.filter { !$0.key.population.isEmpty && $0.key.period != .event }.flatMap { part -> [Finding] in
            var key = part.key.withoutStart
            key.population = []
            guard let whole = wholes[key] else { return [] }
            return part.points.flatMap { point in
                whole.points.filter { $0.date == point.date }.compactMap {
                    finding(Finding.Side(part.key, point), of: Finding.Side(whole.key, $0))
                }
            }
        }
    }

    private static func finding(_ part: Finding.Side, of whole: Finding.Side) -> Finding? {
        guard part.point.bounds.lowerBound > whole.point.bounds.upperBound else { return nil }
        let people = part.key.population.isEmpty ? "a part" : part.key.population.joined(separator: " and ")
        let reason =
            "\(people) are \(CheckWords.value(part.point)), more than the \(CheckWords.value(whole.point)) that they "
            + "are part of"
        return Finding(rule, whole.key, max(part.point.date.last, whole.point.date.last), reason, [part, whole])
    }
}
