public import Figures
public import TimeSeries

/// The days that a report speaks of.
public struct ReportPeriod: Sendable, Hashable {
    public let first: CalendarDate
    /// Inclusive.
    public let last: CalendarDate
    /// Nil where the days are no week of ISO 8601.
    public let week: ISOWeek?

    public init(week: ISOWeek) {
        first = week.monday
        last = week.sunday
        self.week = week
    }

    /// Nil where `last` lies before `first`.
    public init?(first: CalendarDate, last: CalendarDate) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
        let week = ISOWeek(containing: first)
        self.week = week.monday == first && week.sunday == last ? week : nil
    }

    public func contains(_ day: CalendarDate) -> Bool { first <= day && day <= last }

    public var dayCount: Int { last.dayNumber - first.dayNumber + 1 }

    public var days: [CalendarDate] { (0..<dayCount).map { first.adding(days: $0) } }

    /// `Week 44 of 2023: 30 October to 5 November 2023`
    var title: String {
        let span = DateText.span(first, last)
        return week.map { "Week \($0.week) of \($0.year): \(span)" } ?? span
    }
}
