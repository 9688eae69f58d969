/// Finds the expressions of time in a stretch of text and resolves them against the article's day.
///
/// Without an article's day only expressions with a year of their own are resolved; the others are left out rather
/// than guessed.
struct TimeFinder {
    let document: Document
    /// The day that the article was published.
    let reported: CalendarDate?

    /// Appends the expressions of a sentence, in order, each with the sentence, to those of all sentences before it.
    func read(sentence index: Int, to found: inout [(expression: TimeExpression, sentence: Int)]) {
        let before = found.last.flatMap { index - $0.sentence <= 3 ? $0.expression : nil }
        for expression in expressions(in: document.sentences[index], before: before) {
            found.append((expression, index))
        }
    }

    /// `before`: the expression that was last spoken of in the sentences before, from which "a day earlier" counts.
    func expressions(in range: Range<Int>, before: TimeExpression? = nil) -> [TimeExpression] {
        var found: [TimeExpression] = []
        var at = range.lowerBound
        while at < range.upperBound {
            if document.mayBeginTime(at), let expression = expression(at, range, after: found.last ?? before) {
                found.append(expression)
                at = max(expression.tokens.upperBound, at + 1)
            } else {
                at += 1
            }
        }
        return found
    }

    private func expression(_ at: Int, _ range: Range<Int>, after last: TimeExpression?) -> TimeExpression? {
        guard
            let bare = calendar(at, range) ?? ago(at, range, after: last) ?? span(at, range)
                ?? phrase(at, range, after: last)
        else {
            return nil
        }
        return withRole(bare, range)
    }

    // MARK: Calendar dates

    private func calendar(_ at: Int, _ range: Range<Int>) -> TimeExpression? {
        let token = document.tokens[at]
        if token.kind == .number {
            return isoDate(at, range) ?? dayMonth(at, range) ?? year(at, range)
        }
        guard token.kind == .word else { return nil }
        let classes = document.classes(at)
        if classes.month > 0, token.isCapital || document.isLowerCase && !classes.contains(.modal) {
            return monthDay(at, classes.month, range)
        }
        if classes.weekday > 0, token.isCapital || document.isLowerCase { return weekday(at, classes.weekday, range) }
        return nil
    }

    private func integer(_ at: Int, _ range: Range<Int>) -> Int? {
        guard at < range.upperBound, document.tokens[at].kind == .number else { return nil }
        let token = document.tokens[at]
        guard token.end - token.start <= 4 else { return nil }
        var value = 0
        for byte in document.bytes[Int(token.start)..<Int(token.end)] {
            guard byte.isASCIIDigit else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }

    private func yearNumber(_ at: Int, _ range: Range<Int>) -> Int? {
        guard let value = integer(at, range), (1800...2100).contains(value),
            document.tokens[at].end - document.tokens[at].start == 4
        else { return nil }
        return value
    }

    /// `2023-11-03`
    private func isoDate(_ at: Int, _ range: Range<Int>) -> TimeExpression? {
        guard at + 4 < range.upperBound, let year = yearNumber(at, range), document.isMark(at + 1, "-"),
            let month = integer(at + 2, range), document.isMark(at + 3, "-"), let day = integer(at + 4, range),
            !document.tokens[at + 1].isSpaced, let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return TimeExpression(tokens: at..<at + 5, date: PartialDate(date), role: .point, form: .explicit)
    }

    /// `7 October 2023`, `7th of October`
    private func dayMonth(_ at: Int, _ range: Range<Int>) -> TimeExpression? {
        guard let day = integer(at, range), (1...31).contains(day) else { return nil }
        var next = at + 1
        if document.numeral(next).kind == .ordinalSuffix, !document.tokens[next].isSpaced { next += 1 }
        if document.word(next) == "of" { next += 1 }
        guard next < range.upperBound, document.tokens[next].isCapital || document.isLowerCase else { return nil }
        let month = document.classes(next).month
        guard month > 0 else { return nil }
        var end = next + 1
        if document.isMark(end, "."), end + 1 < range.upperBound { end += 1 }
        if document.isMark(end, ","), yearNumber(end + 1, range) != nil { end += 1 }
        let (year, yearEnd) = yearAfter(end, range)
        return dated(day, month, year, at..<(year == nil ? next + 1 : yearEnd))
    }

    /// `Oct. 7, 2023`, `October 2023`, `October`
    private func monthDay(_ at: Int, _ month: Int, _ range: Range<Int>) -> TimeExpression? {
        var next = at + 1
        if document.isMark(next, "."), next + 1 < range.upperBound { next += 1 }
        if let day = integer(next, range), (1...31).contains(day), yearNumber(next, range) == nil {
            var end = next + 1
            if end < range.upperBound, document.numeral(end).kind == .ordinalSuffix, !document.tokens[end].isSpaced {
                end += 1
            }
            var last = day
            // "Oct. 7-9": the last day counts.
            if document.isMark(end, "-"), let other = integer(end + 1, range), other > day, other <= 31 {
                last = other
                end += 2
            }
            let comma = document.isMark(end, ",") ? end + 1 : end
            let (year, yearEnd) = yearAfter(comma, range)
            return dated(last, month, year, at..<(year == nil ? end : yearEnd))
        }
        guard !document.classes(at).contains(.modal) || document.classes(at - 1).contains(.preposition) else {
            return nil
        }
        let comma = document.isMark(next, ",") ? next + 1 : next
        let (year, end) = yearAfter(comma, range)
        guard let resolved = year ?? recentYear(month: month, day: nil),
            let date = CalendarDate(year: resolved, month: month, day: 1)
        else { return nil }
        return TimeExpression(
            tokens: at..<(year == nil ? at + 1 : end), date: PartialDate(date, precision: .month), role: .point,
            form: .monthOnly)
    }

    /// The year that stands at `at`, or is told there by "last year" or "this year".
    private func yearAfter(_ at: Int, _ range: Range<Int>) -> (Int?, Int) {
        if let year = yearNumber(at, range) { return (year, at + 1) }
        guard let reported else { return (nil, at) }
        let start = document.word(at) == "of" ? at + 1 : at
        if document.word(start) == "last", document.word(start + 1) == "year" { return (reported.year - 1, start + 2) }
        if document.word(start) == "this", document.word(start + 1) == "year" { return (reported.year, start + 2) }
        return (nil, at)
    }

    private func dated(_ day: Int, _ month: Int, _ year: Int?, _ tokens: Range<Int>) -> TimeExpression? {
        guard let year = year ?? recentYear(month: month, day: day),
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return TimeExpression(tokens: tokens, date: PartialDate(date), role: .point, form: .explicit)
    }

    /// The year in which the day or month was last: what has no year lies in the past, or up to a month ahead.
    private func recentYear(month: Int, day: Int?) -> Int? {
        guard let reported else { return nil }
        if let day, let date = CalendarDate(year: reported.year, month: month, day: min(day, 28)) {
            return date.dayNumber <= reported.dayNumber + 45 ? reported.year : reported.year - 1
        }
        return month <= reported.month + 1 ? reported.year : reported.year - 1
    }

    /// `in 2010`, `the 2010 quake`
    private func year(_ at: Int, _ range: Range<Int>) -> TimeExpression? {
        guard let value = yearNumber(at, range), value >= 1900, let date = CalendarDate(year: value, month: 1, day: 1)
        else { return nil }
        return TimeExpression(
            tokens: at..<at + 1, date: PartialDate(date, precision: .year), role: .point, form: .year)
    }

    private func weekday(_ at: Int, _ weekday: Int, _ range: Range<Int>) -> TimeExpression? {
        guard let reported else { return nil }
        var back = (reported.weekday - weekday + 7) % 7
        if document.word(at - 1) == "last", back < 3 { back += 7 }
        if document.word(at - 1) == "next" || document.word(at - 1) == "coming" { back -= 7 }
        return TimeExpression(
            tokens: at..<at + 1, date: PartialDate(reported.adding(days: -back)), role: .point, form: .weekday)
    }

    // MARK: Relative times

    /// `three days ago` counts from the article's day, `two weeks earlier` and `a year later` from the day last spoken of.
    private func ago(_ at: Int, _ range: Range<Int>, after last: TimeExpression?) -> TimeExpression? {
        guard let reported, let (count, end) = count(at, range), let days = unitDays(end) else { return nil }
        let isLater = document.word(end + 1) == "later"
        guard isLater || document.classes(end + 1).contains(.ago) else { return nil }
        let isFromToday = document.word(end + 1) == "ago"
        let base = isFromToday ? reported : last?.date.last ?? reported
        let total = count * days.count
        let date = base.adding(days: isLater ? total : -total)
        return TimeExpression(
            tokens: at..<end + 2, date: PartialDate(date, precision: days.precision), role: .point,
            form: isFromToday ? .ago : .earlier)
    }

    /// `in the past two days`, `over the last 24 hours`, `in 25 days of fighting`
    private func span(_ at: Int, _ range: Range<Int>) -> TimeExpression? {
        guard let reported, document.tokens[at].kind == .number || document.isUsed(.span, at: at) else { return nil }
        let word = document.word(at)
        guard word.isOne(of: ["past", "last", "previous", "recent", "latest", "preceding", "24", "48", "72"]) else {
            return nil
        }
        if word == "recent" {
            guard document.word(at + 1).isOne(of: ["days", "weeks", "months", "years", "hours"]) else { return nil }
            return TimeExpression(tokens: at..<at + 2, date: PartialDate(reported), role: .span, form: .span)
        }
        var next = at + 1
        if document.word(at).isOne(of: ["24", "48", "72"]) { next = at }
        if document.word(next) == "few" || document.word(next) == "several" || document.word(next) == "couple" {
            next += 1
        }
        if document.word(next) == "of" { next += 1 }
        let end = count(next, range)?.1 ?? next
        let unit = document.isMark(end, "-") ? end + 1 : end
        guard unit < range.upperBound, unitDays(unit) != nil, end > at + 1 || document.word(at) != "last" else {
            return nil
        }
        return TimeExpression(tokens: at..<unit + 1, date: PartialDate(reported), role: .span, form: .span)
    }

    private func count(_ at: Int, _ range: Range<Int>) -> (Int, Int)? {
        guard at < range.upperBound else { return nil }
        if let number = integer(at, range), number < 400 { return (number, at + 1) }
        let word = document.numeral(at)
        if word.kind == .unit || word.kind == .ten { return (Int(word.value), at + 1) }
        if document.word(at) == "a" || document.word(at) == "an" { return (1, at + 1) }
        return nil
    }

    /// The words that `unitDays` knows, and those with which `span` begins but for numbers.
    static let units = [
        "day", "days", "night", "nights", "hour", "hours", "minutes", "minute", "week", "weeks", "month", "months",
        "year", "years", "decade", "decades", "century", "centuries",
    ]
    static let spanOpeners = ["past", "last", "previous", "recent", "latest", "preceding"]

    private func unitDays(_ at: Int) -> (count: Int, precision: DatePrecision)? {
        guard at < document.tokens.count, document.isUsed(.timeUnit, at: at) else { return nil }
        let word = document.word(at)
        if word.isOne(of: ["day", "days", "night", "nights"]) { return (1, .day) }
        if word.isOne(of: ["hour", "hours", "minutes", "minute"]) { return (0, .day) }
        if word.isOne(of: ["week", "weeks"]) { return (7, .day) }
        if word.isOne(of: ["month", "months"]) { return (30, .month) }
        if word.isOne(of: ["year", "years"]) { return (365, .year) }
        if word.isOne(of: ["decade", "decades"]) { return (3653, .year) }
        if word.isOne(of: ["century", "centuries"]) { return (36_525, .year) }
        return nil
    }

    /// A row of the table: `yesterday`, `last week`, `so far`.
    private func phrase(_ at: Int, _ range: Range<Int>, after last: TimeExpression?) -> TimeExpression? {
        guard let match = document.match(.time, at: at), match.end <= range.upperBound, let reported else { return nil }
        let entry = document.lexicon.times[Int(match.term.index)]
        let tokens = match.first..<match.end
        switch entry.kind {
        case .back: return relative(tokens, PartialDate(reported.adding(days: -entry.value)))
        case .week: return relative(tokens, PartialDate(reported.adding(days: -7 * entry.value)))
        case .weekend: return relative(tokens, PartialDate(reported.adding(days: -(reported.weekday % 7))))
        case .month:
            let first = CalendarDate(year: reported.year, month: reported.month, day: 1) ?? reported
            let month = entry.value == 0 ? reported : first.adding(days: -1)
            return relative(tokens, entry.value == 0 ? PartialDate(reported) : PartialDate(month, precision: .month))
        case .year:
            guard let date = CalendarDate(year: reported.year - entry.value, month: 1, day: 1) else { return nil }
            return relative(tokens, entry.value == 0 ? PartialDate(reported) : PartialDate(date, precision: .year))
        case .earlier, .later:
            let from = last?.date.last ?? reported
            let days = entry.kind == .earlier ? -entry.value : entry.value
            return TimeExpression(
                tokens: tokens, date: PartialDate(from.adding(days: days)), role: .point, form: .earlier)
        case .span: return TimeExpression(tokens: tokens, date: PartialDate(reported), role: .span, form: .span)
        case .since, .now: return nil
        }
    }

    private func relative(_ tokens: Range<Int>, _ date: PartialDate) -> TimeExpression {
        TimeExpression(tokens: tokens, date: date, role: .point, form: .relative)
    }

    // MARK: Roles

    /// Reads the words before the expression: "since Oct. 7", "as of Monday", "by the end of July".
    private func withRole(_ bare: TimeExpression, _ range: Range<Int>) -> TimeExpression {
        guard bare.role == .point else { return bare }
        var result = bare
        for back in 1...4 {
            let at = bare.tokens.lowerBound - back
            guard at >= range.lowerBound else { break }
            let word = document.word(at)
            if word == "since" {
                result.role = .since
            } else if word == "of", document.word(at - 1) == "as" {
                result.role = .asOf
            } else if word == "by" || word == "until" || word == "till" {
                result.role = .until
            } else if word == "after" || word == "before" {
                result.role = .bound
            } else if word.isOne(of: [
                "the", "late", "early", "mid", "end", "of", "last", "start", "beginning", "-", "evening", "night",
                "morning",
            ]) {
                continue
            }
            break
        }
        if result.role == .point, opensWithSince(bare.tokens.lowerBound, range) { result.role = .since }
        return result
    }

    /// "since fighting erupted on July 8": the clause that ends with the day begins with "since".
    private func opensWithSince(_ day: Int, _ range: Range<Int>) -> Bool {
        var at = day - 1
        while at >= range.lowerBound, day - at <= 10 {
            if document.tokens[at].kind != .word, !document.isMark(at, "-"), !document.isMark(at, "'") { return false }
            if document.word(at) == "since" { return true }
            at -= 1
        }
        return false
    }
}
