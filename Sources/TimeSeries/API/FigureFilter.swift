public import Figures

/// Which figures a command speaks of. The same filters hold everywhere; nil or empty means "all".
///
/// Values of one list are alternatives, the lists together are conditions.
public struct FigureFilter: Sendable, Hashable {
    /// Numbers of figures in the store.
    public var ids: [Int64] = []
    public var measures: [String] = []
    /// Names or ids; a place takes in the places inside it.
    public var places: [String] = []
    /// Names, aliases or ids of sources; `unattributed` means figures without a source.
    public var sources: [String] = []
    public var publishers: [String] = []
    /// What the title and text of the article must say.
    public var text: TextQuery?
    /// First day, inclusive, of a figure's date (its publication day where it has no date).
    public var since: CalendarDate?
    /// Last day, inclusive.
    public var until: CalendarDate?
    public var populations: [String] = []
    public var statuses: [Status] = []
    public var periods: [Period] = []
    public var minimumConfidence: Double?
    /// What people say of the figures; empty means all but the rejected.
    public var reviews: [Review] = []

    /// What a filter asks of the reviews.
    public enum Review: String, Sendable, CaseIterable {
        case accepted, corrected, rejected
        /// Nobody looked at it.
        case none
    }

    public init() {}
}

/// A week of ISO 8601, Monday to Sunday, written `2023-W44`.
public struct ISOWeek: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let year: Int
    /// 1 to 53.
    public let week: Int

    /// Reads `2023-W44`; nil for anything else, and for a week that the year does not have.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let digits = parts.first.map { Array($0.utf8) + Array((parts.last ?? "").utf8.dropFirst()) } ?? []
        guard digits.allSatisfy({ (48...57).contains($0) }),
            parts.count == 2, parts[0].utf8.count == 4, let year = Int(parts[0]),
            let letter = parts[1].first, letter == "W" || letter == "w",
            parts[1].utf8.count == 3, let week = Int(parts[1].dropFirst()), (1...53).contains(week),
            (1...9998).contains(year)
        else { return nil }
        self.year = year
        self.week = week
        guard ISOWeek(containing: monday) == self else { return nil }
    }

    public init(containing date: CalendarDate) {
        let thursday = date.adding(days: 4 - date.weekday)
        year = thursday.year
        week =
            (thursday.dayNumber - (CalendarDate(year: thursday.year, month: 1, day: 1) ?? thursday).dayNumber) / 7 + 1
    }

    public var monday: CalendarDate {
        let fourth = CalendarDate(year: year, month: 1, day: 4) ?? CalendarDate(dayNumber: 0)
        return fourth.adding(days: 1 - fourth.weekday + (week - 1) * 7)
    }

    public var sunday: CalendarDate { monday.adding(days: 6) }

    public var previous: ISOWeek { ISOWeek(containing: monday.adding(days: -7)) }

    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return padded(year, 4) + "-W" + padded(week, 2)
    }

    public static func < (a: ISOWeek, b: ISOWeek) -> Bool { (a.year, a.week) < (b.year, b.week) }
}
