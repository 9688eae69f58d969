import Figures

/// A running total that rises, in a day, by more than it is used to and more than the events in between explain.
enum TotalJumps: ConsistencyRule {
    static let rule = CheckRule.jump

    /// How many times its usual daily rise is out of the ordinary.
    private static let leastTimes = 4.0
    /// A habit wants this many rises.
    private static let leastSteps = 4

    static func findings(in series: [Series]) -> [Finding] {
        let events = Dictionary(grouping: series.filter { $0.key.period == .event }) { Thing($0.key) }
        return series.filter { $0.key.period == .total }.flatMap { findings(in: $0, events[Thing($0.key)] ?? []) }
    }

    /// What is counted, where and of whom, whoever counts.
    private struct Thing: Hashable {
        let measure: String
        let place: String?
        let population: [String]
        let unit: String

        init(_ key: SeriesKey) {
            measure = key.measure
            place = key.place
            population = key.population
            unit = key.unit
        }
    }

    private struct Step {
        let before: SeriesPoint
        let after: SeriesPoint

        /// The least that the total rose by.
        var rise: Double { after.bounds.lowerBound - before.bounds.upperBound }
        var days: Int { after.date.last.dayNumber - before.date.last.dayNumber }
        var daily: Double { rise / Double(max(1, days)) }
    }

    private static func findings(in one: Series, _ events: [Series]) -> [Finding] {
        let points = one.points.filter { $0.date.precision == .day && $0.high != nil && $0.low != nil }
        let steps = zip(points, points.dropFirst()).map { Step(before: $0, after: $1) }.filter { $0.days > 0 }
        let rises = steps.map(\.daily).filter { $0 > 0 }.sorted()
        guard rises.count >= leastSteps else { return [] }
        let usual = rises[rises.count / 2]
        return steps.compactMap { step in
            let explained = explained(events, step)
            guard step.daily > usual * leastTimes, step.rise > explained else { return nil }
            return Finding(
                rule, one.key, step.after.date.last, reason(step, usual, explained),
                [Finding.Side(one.key, step.before), Finding.Side(one.key, step.after)])
        }
    }

    /// The most that any one source gives for the days in between, its events added up.
    private static func explained(_ events: [Series], _ step: Step) -> Double {
        events.map { one in
            one.points.filter { step.before.date.last < $0.date.last && $0.date.last <= step.after.date.last }
                .reduce(0) { $0 + ($1.high ?? $1.value) }
        }.max() ?? 0
    }

    private static func reason(_ step: Step, _ usual: Double, _ explained: Double) -> String {
        let days = step.days == 1 ? "a day" : "\(step.days) days"
        let events =
            explained > 0
            ? "the events that one source reports for these days come to \(CheckWords.number(explained))"
            : "no event is reported for these days"
        return "the total rose by \(CheckWords.number(step.rise)) in \(days), "
            + "\(CheckWords.times(step.daily / usual)) times its usual \(CheckWords.number(usual)) a day; \(events)"
    }
}
