import Figures

/// An axis of days, as day numbers since 1970, with ticks on days, Mondays, firsts of months or years.
struct DateAxis {
    let low: Double
    let high: Double
    let ticks: [Tick]

    /// - Parameters:
    ///   - barWidth: room to leave for bars at both ends, in days.
    ///   - maximumTicks: how many names have room, 2 or more.
    init(first: CalendarDate, last: CalendarDate, barWidth: Double = 0, maximumTicks: Int) {
        let days = Double(last.dayNumber - first.dayNumber)
        let margin = days == 0 ? max(3.5, barWidth * 2) : max(days * 0.025, barWidth * 0.75)
        low = Double(first.dayNumber) - margin
        high = Double(last.dayNumber) + margin
        let firstDay = Int(low.rounded(.up))
        let lastDay = Int(high.rounded(.down))
        let step = DateStep.all.first { $0.days(in: firstDay...lastDay).count <= max(2, maximumTicks) }
        ticks = DateAxis.named((step ?? .years(1000)).days(in: firstDay...lastDay), step ?? .years(1000))
    }

    /// The year stands under the first tick and wherever it changes.
    private static func named(_ days: [Int], _ step: DateStep) -> [Tick] {
        var year = Int.min
        return days.map { day in
            let date = CalendarDate(dayNumber: day)
            defer { year = date.year }
            return Tick(
                position: Double(day), label: step.name(date),
                year: step.namesYears || date.year == year ? "" : String(date.year))
        }
    }
}

/// How far apart the ticks of a date axis are.
enum DateStep: Hashable {
    case days(Int)
    /// On Mondays.
    case weeks(Int)
    /// On firsts of months, counted from January.
    case months(Int)
    case years(Int)

    static let all: [DateStep] =
        [.days(1), .days(2), .weeks(1), .weeks(2), .months(1), .months(2), .months(3), .months(6)]
        + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map(DateStep.years)

    /// The day numbers of the ticks in `range`.
    func days(in range: ClosedRange<Int>) -> [Int] {
        switch self {
        case .days(let step): multiples(of: step, offset: 0, in: range)
        // 1970-01-05, day 4, was a Monday.
        case .weeks(let step): multiples(of: 7 * step, offset: 4, in: range)
        case .months(let step): firsts(in: range) { $0.month % step == 1 % step }
        case .years(let step): firsts(in: range) { $0.month == 1 && $0.year % step == 0 }
        }
    }

    var namesYears: Bool {
        if case .years = self { true } else { false }
    }

    /// `6 Nov`, `Nov` or `2023`.
    func name(_ date: CalendarDate) -> String {
        switch self {
        case .days, .weeks: "\(date.day) \(date.shortMonth)"
        case .months: date.shortMonth
        case .years: String(date.year)
        }
    }

    private func multiples(of step: Int, offset: Int, in range: ClosedRange<Int>) -> [Int] {
        let over = ((range.lowerBound - offset) % step + step) % step
        let first = range.lowerBound + (over == 0 ? 0 : step - over)
        return Array(stride(from: first, through: range.upperBound, by: step))
    }

    private func firsts(in range: ClosedRange<Int>, where wanted: (CalendarDate) -> Bool) -> [Int] {
        var days: [Int] = []
        var date = CalendarDate(dayNumber: range.lowerBound)
        if date.day > 1 { date = date.firstOfNextMonth }
        while date.dayNumber <= range.upperBound {
            if wanted(date) { days.append(date.dayNumber) }
            let next = date.firstOfNextMonth
            guard next > date else { break }
            date = next
        }
        return days
    }
}

extension CalendarDate {
    fileprivate var firstOfNextMonth: CalendarDate {
        CalendarDate(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1) ?? self
    }

    /// English, three letters.
    var shortMonth: String {
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]
    }
}
