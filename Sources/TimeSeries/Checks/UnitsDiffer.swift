import Figures

/// The same thing counted in one unit here and in another there, such as families and people, within a week.
enum UnitsDiffer: ConsistencyRule {
    static let rule = CheckRule.units

    private static let mostDays = 7

    static func findings(in series: [Series]) -> [Finding] {
        var groups: [SeriesKey: [Series]] = [:]
        for one in series where unitsOfPeople.contains(one.key.unit) {
            var key = one.key.withoutSource.withoutStart
            key.unit = ""
            groups[key, default: []].append(one)
        }
        return groups.keys.sorted().flatMap { findings(groups[$0] ?? []) }
    }

    /// Units that a reader may take for each other; tonnes and litres nobody does.
    private static let unitsOfPeople: Set<String> = ["person", "household", "family"]

    /// For each two units the two claims that lie closest in time, the latest of them.
    private static func findings(_ series: [Series]) -> [Finding] {
        let units = Dictionary(grouping: series, by: \.key.unit)
        let names = units.keys.sorted()
        return names.indices.flatMap { index in
            names[(index + 1)...].compactMap { other in
                closest(sides(units[names[index]] ?? []), sides(units[other] ?? [])).map(finding)
            }
        }
    }

    /// The claims by day.
    private static func sides(_ series: [Series]) -> [Finding.Side] {
        series.flatMap { one in one.points.map { Finding.Side(one.key, $0) } }.sorted { day($0) < day($1) }
    }

    private static func day(_ side: Finding.Side) -> Int { side.point.date.last.dayNumber }

    /// One of each that lie closest, the latest of those; nil where none lie within a week.
    private static func closest(_ ones: [Finding.Side], _ others: [Finding.Side]) -> (Finding.Side, Finding.Side)? {
        var (i, j) = (0, 0)
        var best: (distance: Int, pair: (Finding.Side, Finding.Side))?
        while i < ones.count, j < others.count {
            let distance = day(ones[i]) - day(others[j])
            if abs(distance) <= best?.distance ?? mostDays { best = (abs(distance), (ones[i], others[j])) }
            if distance < 0 { i += 1 } else { j += 1 }
        }
        return best?.pair
    }

    private static func finding(_ one: Finding.Side, _ other: Finding.Side) -> Finding {
        var key = one.key.withoutSource
        key.unit = one.key.unit
        let reason =
            "counted in \(plural(one.key.unit)) (\(CheckWords.value(one.point)), \(one.point.date)) and in "
            + "\(plural(other.key.unit)) (\(CheckWords.value(other.point)), \(other.point.date)): the two cannot be "
            + "compared"
        return Finding(rule, key, max(one.point.date.last, other.point.date.last), reason, [one, other])
    }

    private static func plural(_ unit: String) -> String {
        switch unit {
        case "person": "people"
        case "family": "families"
        default: unit + "s"
        }
    }
}
