import Figures
import TimeSeries

/// What several series share, which a title says once, and names for what tells them apart.
struct SharedWords {
    /// Nil where they differ; the empty text where all lack it.
    private let source, place, population, period: String?
    private let isOneCount: Bool
    private let measures: [String]

    init(_ keys: [SeriesKey], _ grouping: ChartGrouping) {
        func one(_ word: (SeriesKey) -> String?) -> String? {
            let words = Set(keys.map { word($0) ?? "" })
            return words.count == 1 ? words.first : nil
        }
        // A lone series keeps its source as its name.
        source = grouping == .source ? nil : one(\.source)
        place = one(\.place)
        population = one { $0.population.joined(separator: ", ") }
        period = one(SharedWords.period)
        isOneCount = Set(keys.map { [$0.measure, $0.unit] }).count == 1
        measures = unique(keys.map(\.measure))
    }

    // MARK: - Titles

    /// `Deaths in Gaza since 7 October 2023`, `Deaths and injured, children, in Gaza`
    func title(_ measures: [String]) -> String { subject(measures) + time(nil) }

    /// The title without its time: `Deaths in Gaza`.
    func subject(_ measures: [String]) -> String {
        let words = measures.map(SharedWords.spaced)
        let listed =
            words.count < 2
            ? words.first ?? "figures" : words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
        return SharedWords.sentence(listed + place(nil))
    }

    /// What the title of a panel adds to the chart's; nil where nothing.
    func addition(to whole: SharedWords) -> String? {
        let title = title(besides: whole)
        return whole.measures.count == 1 && title == SharedWords.sentence(SharedWords.spaced(whole.measures[0]))
            ? nil : title
    }

    /// The title of a panel, without what the chart's title says.
    func title(besides whole: SharedWords) -> String {
        let measure = measures.map(SharedWords.spaced).joined(separator: ", ")
        return SharedWords.sentence(measure + place(whole) + time(whole))
    }

    private func place(_ whole: SharedWords?) -> String {
        let people = population.flatMap { $0.isEmpty || $0 == whole?.population ? nil : ", \($0)," } ?? ""
        let place = place.flatMap { $0.isEmpty || $0 == whole?.place ? nil : " in \($0)" } ?? ""
        return place.isEmpty && people.hasSuffix(",") ? String(people.dropLast()) : people + place
    }

    private func time(_ whole: SharedWords?) -> String {
        guard let period, period != whole?.period, period != SharedWords.stock else { return "" }
        let source = source.flatMap { $0.isEmpty || $0 == whole?.source ? nil : ", as \($0) counts them" } ?? ""
        return (period.hasPrefix("since") ? " " : ", ") + period + source
    }

    // MARK: - Names

    /// A name for each series, no two of them alike where the keys differ.
    func names(_ series: [(key: SeriesKey, publisher: String?)], _ grouping: ChartGrouping) -> [String] {
        let short = series.map { name($0.key, $0.publisher, grouping) }
        let counts = Dictionary(short.map { ($0, 1) }, uniquingKeysWith: +)
        return zip(series, short).map { one, name in
            guard counts[name, default: 1] > 1 else { return name }
            let period = SharedWords.period(one.key)
            return name + " · "
                + (isOneCount ? period : "\(SharedWords.spaced(one.key.measure)) (\(one.key.unit)), \(period)")
        }
    }

    private func name(_ key: SeriesKey, _ publisher: String?, _ grouping: ChartGrouping) -> String {
        let people = key.population.joined(separator: ", ")
        let source = key.source ?? "unattributed"
        let parts: [(ChartGrouping, String?)] = [
            (.publisher, publisher), (.source, self.source == nil ? source : nil),
            (.place, place == nil ? key.place ?? "no place" : nil),
            (.population, population == nil && !people.isEmpty ? people : nil),
        ]
        let first: String? =
            switch grouping {
            case .source: source
            case .place: key.place ?? "no place"
            case .population: people.isEmpty ? "all people" : people
            case .publisher: publisher
            }
        let rest = parts.filter { $0.0 != grouping }.compactMap(\.1)
        let name = ([first].compactMap { $0 } + rest).joined(separator: " · ")
        return key.status == .actual ? name : "\(name) (\(key.status.rawValue))"
    }

    /// In a name beside those of totals; a title needs no word for it.
    private static let stock = "at the time"

    private static func period(_ key: SeriesKey) -> String {
        if key.derivation == .change {
            return "daily change" + (key.periodStart.map { " since \($0.long)" } ?? "")
        }
        switch key.period {
        case .total: return key.periodStart.map { "since \($0.long)" } ?? "running total"
        case .event: return "single events"
        case .stock: return stock
        }
    }

    static func spaced(_ id: String) -> String { id.split(separator: "_").joined(separator: " ") }

    private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

/// Units as an axis names them.
enum UnitWords {
    private static let irregular = ["person": "people", "family": "families", "USD": "US dollars", "EUR": "euros"]

    /// `people` for `person`, `trucks` for `truck`.
    static func plural(_ unit: String) -> String {
        if let known = irregular[unit] { return known }
        // A code of a currency has no plural.
        if unit.isEmpty || unit.hasSuffix("s") || unit.allSatisfy(\.isUppercase) { return unit }
        return unit + "s"
    }
}

extension CalendarDate {
    /// `7 October 2023`
    var long: String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(day) \(names[month - 1]) \(year)"
    }
}
