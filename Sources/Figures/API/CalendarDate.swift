/// A day of the proleptic Gregorian calendar, with no clock and no time zone.
///
///     CalendarDate("2023-11-03")!.adding(days: -27)   // 2023-10-07
///
/// Years run from 1 to 9999. Comparison is chronological.
public struct CalendarDate: Hashable, Comparable, Sendable {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// Nil where there is no such day (month 13, 30 February).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDate.days(inMonth: month, year: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `YYYY-MM-DD` at the start of `text`; what follows (`T06:25:00Z`) is passed over.
    ///
    /// Nil where the first ten characters are no such day.
    public init?(_ text: some StringProtocol) {
        var (year, month, day) = (0, 0, 0)
        var index = 0
        for byte in text.utf8 {
            if index == 4 || index == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard byte >= 48, byte <= 57 else { return nil }
                let digit = Int(byte) - 48
                switch index {
                case ..<4: year = year * 10 + digit
                case ..<7: month = month * 10 + digit
                default: day = day * 10 + digit
                }
            }
            index += 1
            if index == 10 { break }
        }
        guard index == 10 else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day that lies `dayNumber` days after 1970-01-01, clamped to years 1 to 9999.
    public init(dayNumber: Int) {
        // Days to civil date, after Howard Hinnant's `civil_from_days` (public domain).
        let clamped = Swift.min(Swift.max(dayNumber, -719_162), 2_932_896)
        let z = clamped + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let mp = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * mp + 2) / 5 + 1
        month = mp < 10 ? mp + 3 : mp - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01; negative before it.
    public var dayNumber: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// 1 for Monday to 7 for Sunday (ISO 8601).
    public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

    public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

    public static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }
}

extension CalendarDate: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    public var description: String {
        "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
}

extension CalendarDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CalendarDate(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "'\(text)' is not a date: write YYYY-MM-DD")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// How much of a date the text gives.
public enum DatePrecision: String, Sendable, Codable, CaseIterable {
    case day, month, year
}

/// A date as far as the text tells it: a day, a month or a year.
///
/// Written `2023-11-03`, `2023-11` or `2023`.
public struct PartialDate: Hashable, Sendable {
    /// The day; of a month or a year, its last day, since a figure's date is the last day that it speaks of.
    public let last: CalendarDate
    public let precision: DatePrecision

    public init(_ date: CalendarDate, precision: DatePrecision = .day) {
        let month = precision == .year ? 12 : date.month
        let day = precision == .day ? date.day : CalendarDate.days(inMonth: month, year: date.year)
        last = CalendarDate(year: date.year, month: month, day: day) ?? date
        self.precision = precision
    }

    /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        switch text.utf8.count {
        case 10:
            guard let date = CalendarDate(text) else { return nil }
            self.init(date)
        case 7:
            guard let date = CalendarDate(String(text) + "-01") else { return nil }
            self.init(date, precision: .month)
        case 4:
            guard let date = CalendarDate(String(text) + "-01-01") else { return nil }
            self.init(date, precision: .year)
        default: return nil
        }
    }

    /// The first day that the date can mean.
    public var first: CalendarDate {
        switch precision {
        case .day: last
        case .month: CalendarDate(year: last.year, month: last.month, day: 1) ?? last
        case .year: CalendarDate(year: last.year, month: 1, day: 1) ?? last
        }
    }
}

extension PartialDate: CustomStringConvertible {
    public var description: String {
        switch precision {
        case .day: last.description
        case .month: String(last.description.prefix(7))
        case .year: String(last.description.prefix(4))
        }
    }
}

extension PartialDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = PartialDate(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "'\(text)' is not a date: write YYYY-MM-DD, YYYY-MM or YYYY")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
