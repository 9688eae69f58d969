package import Figures

/// Dates as pages, feeds and messages write them.
///
///     2019-11-19T10:00:00Z   20191119   2019/11/19   Tue, 19 Nov 2019 10:00:00 GMT
///     Nov. 19, 2019          19 de noviembre de 2019   19.11.2019   1574157600
///
/// The day is the one that is written, whatever its time zone. A date that can be read in two ways (`05/11/2019`) is
/// none.
package struct DateText: Sendable {
    private let months: [String: Int]

    package static let embedded = DateText(DataTables())

    init(_ tables: DataTables) {
        var months: [String: Int] = [:]
        for row in tables.rows("months.tsv") {
            for name in (row["names"] ?? "").split(separator: "|") { months[String(name)] = Int(row["month"] ?? "") }
        }
        self.months = months
    }

    /// The first date in a text that is one; nil where there is none.
    package func date(_ text: String) -> CalendarDate? {
        let parts = DateText.parts(text.prefix(120))
        return epoch(parts) ?? numeric(parts) ?? named(parts)
    }

    /// A date in digits that stands in the path of an address: `/2019/11/19/`, `-2019-11-19`, `/20191119`.
    package func date(inAddress address: String) -> CalendarDate? {
        numeric(DateText.parts(address.prefix(400)), isAddress: true)
    }

    /// The hour of a time as machines write it, `2019-11-19T02:15:49Z`; nil where there is none.
    package static func hour(_ text: String) -> Int? {
        guard let mark = text.firstIndex(where: { $0 == "T" || $0 == " " }),
            text.distance(from: text.startIndex, to: mark) == 10
        else { return nil }
        return Int(text[text.index(after: mark)...].prefix(2)).flatMap { (0..<24).contains($0) ? $0 : nil }
    }

    // MARK: - Parts

    private enum Part: Equatable {
        case number(Int, digits: Int)
        case word(String)
        case mark(Character)
    }

    private static func parts(_ text: Substring) -> [Part] {
        var parts: [Part] = []
        var at = text.startIndex
        while at < text.endIndex {
            let character = text[at]
            if character.isASCII, character.isNumber {
                let digits = text[at...].prefix { $0.isASCII && $0.isNumber }
                parts.append(.number(Int(digits) ?? -1, digits: digits.count))
                at = digits.endIndex
            } else if character.isLetter {
                let word = text[at...].prefix { $0.isLetter }
                parts.append(.word(word.lowercased()))
                at = word.endIndex
            } else {
                if !character.isWhitespace { parts.append(.mark(character)) }
                at = text.index(after: at)
            }
        }
        return parts
    }

    // MARK: - Forms

    /// Seconds or milliseconds since 1970, alone.
    private func epoch(_ parts: [Part]) -> CalendarDate? {
        guard case .number(let value, let digits)? = parts.first, parts.count == 1, digits == 10 || digits == 13 else {
            return nil
        }
        let seconds = digits == 13 ? value / 1000 : value
        return checked(CalendarDate(dayNumber: seconds / 86_400))
    }

    private func numeric(_ parts: [Part], isAddress: Bool = false) -> CalendarDate? {
        for at in parts.indices {
            if let date = compact(parts[at]) { return date }
            guard at + 4 < parts.count, case .mark(let mark) = parts[at + 1], parts[at + 3] == .mark(mark),
                "-/._".contains(mark), case .number(let a, let width) = parts[at],
                case .number(let b, let middle) = parts[at + 2], middle <= 2,
                case .number(let c, let last) = parts[at + 4]
            else { continue }
            if width == 4, last <= 2, let date = date(a, b, c) { return date }
            if !isAddress, last == 4, width <= 2, let date = dayAndMonth(a, b, c, mark) { return date }
        }
        return nil
    }

    /// `20191119`, and `20191119101500` with its time.
    private func compact(_ part: Part) -> CalendarDate? {
        guard case .number(let value, let digits) = part, digits == 8 || digits == 14 else { return nil }
        let day = digits == 14 ? value / 1_000_000 : value
        return date(day / 10_000, day / 100 % 100, day % 100)
    }

    /// `19.11.2019` is a day first; with a stroke only one of the two may be a month.
    private func dayAndMonth(_ a: Int, _ b: Int, _ year: Int, _ mark: Character) -> CalendarDate? {
        if mark == "." { return date(year, b, a) }
        if a > 12 { return date(year, b, a) }
        if b > 12 || a == b { return date(year, a, b) }
        return nil
    }

    private func named(_ parts: [Part]) -> CalendarDate? {
        for at in parts.indices {
            guard case .word(let word) = parts[at], let month = months[word] else { continue }
            let before = number(before: at, parts)
            let after = numbers(after: at, parts)
            if let day = before, let year = after.first.flatMap(year), let date = date(year, month, day) { return date }
            if after.count == 2, let year = year(after[1]), let date = date(year, month, after[0].value) { return date }
        }
        return nil
    }

    /// The number before a month, a mark or `de`, `of` or an ordinal's ending in between.
    private func number(before at: Int, _ parts: [Part]) -> Int? {
        for part in parts[max(0, at - 3)..<at].reversed() {
            switch part {
            case .number(let value, let digits): return digits <= 2 ? value : nil
            case .word(let word) where word.count > 2: return nil
            default: continue
            }
        }
        return nil
    }

    /// One or two numbers after a month.
    private func numbers(after at: Int, _ parts: [Part]) -> [(value: Int, digits: Int)] {
        var found: [(value: Int, digits: Int)] = []
        for part in parts[(at + 1)...].prefix(5) where found.count < 2 {
            switch part {
            case .number(let value, let digits):
                found.append((value, digits))
                if digits == 4 { return found }
            case .mark(":"): return found
            case .word(let word) where word.count > 2: return found
            default: continue
            }
        }
        return found
    }

    private func year(_ number: (value: Int, digits: Int)) -> Int? { number.digits == 4 ? number.value : nil }

    private func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
        CalendarDate(year: year, month: month, day: day).flatMap(checked)
    }

    /// Software that knows no date writes 1970 and the like.
    private func checked(_ date: CalendarDate) -> CalendarDate? { (1990...2100).contains(date.year) ? date : nil }
}
