import Figures

/// The ticks of an axis of counts, from zero up.
struct CountScale {
    let top: Double
    let step: Double

    /// Steps of 1, 2 or 5 times a power of ten, `most` at the most.
    init(largest: Double, most: Int = 6) {
        var unit = 1.0
        while largest / (unit * 10) > Double(most) { unit *= 10 }
        let step = [1.0, 2, 5, 10].first { largest / (unit * $0) <= Double(most) } ?? 10
        self.step = unit * step
        top = max(self.step, (largest / self.step).rounded(.up) * self.step)
    }

    /// `'10,000' 10000, …`
    var ticks: String {
        stride(from: 0, through: top + step / 2, by: step).map { "\(Quoted.text(label($0))) \($0)" }
            .joined(separator: ", ")
    }

    /// `0`, `500`, `10,000`, `1.5 million`: short enough for the margin.
    private func label(_ value: Double) -> String {
        if top >= 1e6 {
            let millions = (value / 1e5).rounded() / 10
            return value == 0 ? "0" : trimmed(millions) + " million"
        }
        let digits = Array(String(Int(value)))
        return digits.enumerated().reduce(into: "") { text, digit in
            if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { text.append(",") }
            text.append(digit.element)
        }
    }

    private func trimmed(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : number.description
    }
}

/// The ticks of an axis of days.
struct DayScale {
    let first: CalendarDate
    let last: CalendarDate
    /// The days that get a tick.
    let days: [CalendarDate]

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    init(first: CalendarDate, last: CalendarDate, most: Int) {
        self.first = first
        self.last = last
        let span = last.dayNumber - first.dayNumber
        if let step = [1, 2, 7, 14, 28].first(where: { span / $0 < most }) {
            days = stride(from: 0, through: span, by: step).map { first.adding(days: $0) }
        } else {
            days = DayScale.months(from: first, to: last, most: most)
        }
    }

    /// First days of months, as many months apart as `most` ticks ask for.
    private static func months(from first: CalendarDate, to last: CalendarDate, most: Int) -> [CalendarDate] {
        let start = first.year * 12 + first.month - 1
        let end = last.year * 12 + last.month - 1
        let step = [2, 3, 6, 12, 24, 60, 120].first { (end - start) / $0 < most } ?? 1200
        return stride(from: start, through: end, by: step).compactMap {
            CalendarDate(year: $0 / 12, month: $0 % 12 + 1, day: 1)
        }.filter { $0 >= first }
    }

    /// `'7 Oct' 19637, …`, with the year under the first tick and under the first of each year.
    func ticks(isOneLine: Bool) -> String {
        var year = 0
        return days.map { day in
            var label = "\(day.day) \(DayScale.months[day.month - 1])"
            if day.year != year, !isOneLine || year != 0 || days.count < 4 {
                label += (isOneLine ? " " : "\n") + String(day.year)
            }
            year = day.year
            return "\(DayScale.quoted(label)) \(day.dayNumber)"
        }.joined(separator: ", ")
    }

    /// Double quotes, since only they have the newline; the label is ours and holds no other sign.
    private static func quoted(_ label: String) -> String { "\"" + label.replacing("\n", with: "\\n") + "\"" }
}
