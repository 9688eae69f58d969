import Figures

/// Dates as a newsroom writes them.
enum DateText {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// `3 November 2023`, `November 2023`, `2023`.
    static func long(_ date: PartialDate) -> String {
        let day = date.last
        switch date.precision {
        case .day: return "\(day.day) \(months[day.month - 1]) \(day.year)"
        case .month: return "\(months[day.month - 1]) \(day.year)"
        case .year: return String(day.year)
        }
    }

    static func long(_ day: CalendarDate) -> String { long(PartialDate(day)) }

    /// `Fri 3 Nov`.
    static func short(_ day: CalendarDate) -> String {
        "\(weekdays[day.weekday - 1]) \(day.day) \(months[day.month - 1].prefix(3))"
    }

    /// `Fri 3 Nov`, `November 2023`, `2023`.
    static func short(_ date: PartialDate) -> String { date.precision == .day ? short(date.last) : long(date) }

    /// `30 October to 5 November 2023`; the year of the first day only where it differs.
    static func span(_ first: CalendarDate, _ last: CalendarDate) -> String {
        if first == last { return long(first) }
        if first.year != last.year { return long(first) + " to " + long(last) }
        let start = first.month == last.month ? "\(first.day)" : "\(first.day) \(months[first.month - 1])"
        return start + " to " + long(last)
    }
}
