public import Figures
import GRDB

/// What may be wrong with figures that stand beside each other. Each is a rule with a file of its own in `Checks/`.
public enum CheckRule: String, Sendable, CaseIterable {
    /// A running total that falls.
    case fall
    /// A running total that rises by more than its habit and the events between.
    case jump
    /// A part that is larger than its whole.
    case subset
    /// Two sources that cannot both be right.
    case apart
    /// A source that gives another number for the same day.
    case revision
    /// A number that comes again weeks later as if it were new.
    case repeated
    /// The same thing counted in people here and in families there.
    case units
}

/// Something for a person to look at, with the reason in words and the figures on both sides.
public struct Finding: Sendable, Hashable {
    public var rule: CheckRule
    /// What it is about; its source is nil where several are concerned.
    public var key: SeriesKey
    /// The day that it is found on: the later of the two sides.
    public var day: CalendarDate
    /// A sentence without a full stop: `fell from 9,061 on 2023-11-03 to 8,900 on 2023-11-04`.
    public var reason: String
    public var sides: [Side]

    /// A claim with its words.
    public struct Side: Sendable, Hashable {
        public var source: String?
        public var point: SeriesPoint
        /// Whose count it is, where the two sides differ in more than the value.
        public var key: SeriesKey

        public init(_ key: SeriesKey, _ point: SeriesPoint) {
            self.key = key
            self.point = point
            source = key.source
        }
    }

    public init(_ rule: CheckRule, _ key: SeriesKey, _ day: CalendarDate, _ reason: String, _ sides: [Side]) {
        self.rule = rule
        self.key = key
        self.day = day
        self.reason = reason
        self.sides = sides
    }
}

extension Store {
    /// What does not fit together in the figures that pass the filter, by day, then by measure, place and rule.
    ///
    /// The days of the filter say where the later side lies; the earlier one may lie before them.
    ///
    /// - Parameter rules: which rules to follow; empty means all.
    public func findings(
        _ filter: FigureFilter = FigureFilter(), rules: Set<CheckRule> = []
    ) throws(StoreError) -> [Finding] {
        try read { db in
            var all = filter
            all.since = nil
            var condition = try FilterSQL(all, db, lexicon)
            if let since = filter.since { condition.add(besideFiguresFrom: since, to: filter.until) }
            var builder = SeriesBuilder()
            try FigureReader(db, words: false).forEach(
                where: condition.condition, arguments: condition.arguments, isOrdered: true
            ) { builder.add(try $0.storedFigure()) }
            let found = Checker.findings(builder.series(), since: filter.since, until: filter.until, rules: rules)
            return try Store.withWords(found, db)
        }
    }

    /// The findings with the words of their figures, which are few among those that were looked at.
    private static func withWords(_ findings: [Finding], _ db: Database) throws -> [Finding] {
        let sides = findings.flatMap(\.sides)
        let ids = Set(sides.flatMap { $0.point.printings.map(\.id) }).sorted()
        var figures: [Int64: StoredFigure] = [:]
        // An argument, since a query may be a megabyte long at most, and the findings of a large store may be many.
        try FigureReader(db).forEach(
            where: "figure.id IN (SELECT value FROM json_each(?))",
            arguments: ["[" + ids.map(String.init).joined(separator: ",") + "]"]
        ) { row in
            let stored = try row.storedFigure()
            figures[stored.id] = stored
        }
        return findings.map { finding in
            var finding = finding
            for side in finding.sides.indices {
                for place in finding.sides[side].point.printings.indices {
                    let id = finding.sides[side].point.printings[place].id
                    if let stored = figures[id] { finding.sides[side].point.printings[place] = stored }
                }
            }
            return finding
        }
    }
}
