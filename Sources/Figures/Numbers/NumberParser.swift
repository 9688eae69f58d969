/// Reads the number that begins at a token.
///
/// Grammar (all words are rows of `Data/en/numerals.tsv`):
/// ```
/// number   = digits [suffix] {scale} | words | vague | fraction-of-scale
/// digits   = 9,000 | 1,00,000 | 119 000 | 7,1 | 1.234 (a thousand where whole things are counted)
/// words    = [a | half a | several] ten[-unit] | unit | hundred … [and …] [point unit…] {scale} | [n] dozen
/// vague    = dozens | hundreds [of thousands] | several hundred | a few thousand
/// ```
/// Digits that break these rules give no number; nothing is guessed.
struct NumberParser {
    let document: Document

    /// Nothing is counted beyond, and a `Double` holds whole numbers no longer: such digits are a key or a code.
    private static let limit = 9e15

    /// The number at `start`; nil where none begins there.
    func number(at start: Int) -> NumberValue? {
        guard let number = unbounded(start) else { return nil }
        // Hundreds of digits come to infinity, and behind a point to what is no number: neither is below the limit.
        return number.low < NumberParser.limit && number.high ?? 0 < NumberParser.limit ? number : nil
    }

    private func unbounded(_ start: Int) -> NumberValue? {
        let token = document.tokens[start]
        switch token.kind {
        case .number: return digits(start)
        case .word: return words(start)
        default: return nil
        }
    }

    // MARK: Digits

    private func digits(_ start: Int) -> NumberValue? {
        guard var value = DigitGroups.value(of: bytes(start)) else { return nil }
        var at = start + 1
        while value < 1e12, isSpacedGroup(at, first: at == start + 1 ? start : nil) {
            value = value * 1000 + (DigitGroups.value(of: bytes(at)) ?? 0)
            at += 1
        }
        var result = NumberValue(end: at, low: value, high: value, form: .digits)
        // "100s of people" is as vague as "hundreds".
        if value == 100 || value == 1000, at < document.tokens.count, !document.tokens[at].isSpaced,
            document.word(at) == "s"
        {
            return NumberValue(end: at + 1, low: 2 * value, high: nil, form: .vague, scale: 1)
        }
        if at < document.tokens.count, !document.tokens[at].isSpaced,
            document.numeral(at).kind == .abbreviation
        {
            multiply(&result, by: document.numeral(at).value, end: at + 1)
        } else if at < document.tokens.count, document.numeral(at).kind == .abbreviation,
            document.numeral(at).value >= 1e6, isSpacedScale(at)
        {
            multiply(&result, by: document.numeral(at).value, end: at + 1)
        }
        return scaled(result)
    }

    /// `3 mn`, `1.17 M`: a single letter only as a capital behind a decimal.
    private func isSpacedScale(_ at: Int) -> Bool {
        let token = document.tokens[at]
        if token.end - token.start >= 2 { return true }
        return document.bytes[Int(token.start)] == UInt8(ascii: "M") && bytes(at - 1).contains(UInt8(ascii: "."))
    }

    private func bytes(_ token: Int) -> Slice<Bytes> {
        document.bytes[Int(document.tokens[token].start)..<Int(document.tokens[token].end)]
    }

    /// Whether the token goes on a number in groups set apart by spaces: `119 000`.
    private func isSpacedGroup(_ at: Int, first: Int?) -> Bool {
        guard at < document.tokens.count, document.tokens[at].kind == .number, document.tokens[at].isSpaced,
            document.tokens[at].end - document.tokens[at].start == 3, !document.tokens[at].flags.contains(.newline),
            bytes(at).allSatisfy(\.isASCIIDigit)
        else { return false }
        let gap = document.tokens[at].start - document.tokens[at - 1].end
        guard let first else { return gap <= 3 }
        guard document.tokens[first].end - document.tokens[first].start <= 3, bytes(first).allSatisfy(\.isASCIIDigit)
        else { return false }
        let plain = gap == 1
        let month = document.classes(first - 1).month
        return gap <= 3 && !(plain && month > 0) && bytes(first).first != UInt8(ascii: "0")
    }

    /// 2.2 × 100,000 is 220,000.00000000003 in binary: what is whole but for that is made whole.
    private static func whole(_ value: Double) -> Double {
        let rounded = value.rounded()
        return abs(value - rounded) < 1e-6 * max(1, abs(value)) && abs(value - rounded) < 0.001 ? rounded : value
    }

    private func multiply(_ value: inout NumberValue, by factor: Double, end: Int) {
        value.low = NumberParser.whole(value.low * factor)
        value.high = value.high.map { NumberParser.whole($0 * factor) }
        value.scale *= factor
        value.end = end
    }

    /// Takes in the scales that follow: `2.3 million`, `hundred thousand`.
    private func scaled(_ value: NumberValue) -> NumberValue {
        var result = value
        while result.end < document.tokens.count, result.low < 1e13 {
            let word = document.numeral(result.end)
            // A hyphen may tie the scale: `2.3-million`.
            let hyphen = document.isMark(result.end, "-") && document.numeral(result.end + 1).kind == .scale
            if word.kind == .scale {
                multiply(&result, by: word.value, end: result.end + 1)
            } else if hyphen {
                multiply(&result, by: document.numeral(result.end + 1).value, end: result.end + 2)
            } else if word.kind == .dozen {
                multiply(&result, by: word.value, end: result.end + 1)
            } else {
                break
            }
        }
        return result
    }

    // MARK: Words

    private func words(_ start: Int) -> NumberValue? {
        let word = document.numeral(start)
        switch word.kind {
        case .unit, .ten: return cardinal(start)
        case .vague: return vague(start)
        case .several: return several(start)
        case .scale: return bareScale(start)
        case .dozen:
            return NumberValue(end: start + 1, low: 12, high: 12, form: .words, scale: 12)
        case .fraction: return fractionOfScale(start)
        default: return article(start)
        }
    }

    /// `twenty-four`, `one hundred and five thousand`, `three point seven million`, `two and a half thousand`; behind
    /// an article, which counts for one, `hundred and five`.
    private func cardinal(_ start: Int, article: Double = 0) -> NumberValue? {
        var at = start
        var total = 0.0
        var current = article
        var scale = 1.0
        var last = Double.infinity
        scan: while at < document.tokens.count {
            let word = document.numeral(at)
            switch word.kind {
            case .unit, .ten:
                guard word.value < last,
                    current.truncatingRemainder(dividingBy: last == .infinity ? 1e15 : last) == 0 || current == 0
                else { break scan }
                current += word.value
                last = word.kind == .ten ? 10 : 1
                at += 1
            case .scale where word.value == 100 && current > 0:
                current *= 100
                last = 100
                scale = 100
                at += 1
            case .scale where word.value > 100 && current > 0:
                total += current * word.value
                current = 0
                last = word.value
                scale = word.value
                at += 1
            default:
                guard at > start, let next = joined(at, last: last) else { break scan }
                at = next
            }
        }
        let value = total + current
        var result = NumberValue(end: at, low: value, high: value, form: .words, scale: scale)
        if value == 1, at == start + 1 { result.form = .one }
        return withFraction(result)
    }

    /// The token after a hyphen (`twenty-four`) or an "and" (`one hundred and five`) that goes on the number.
    private func joined(_ at: Int, last: Double) -> Int? {
        let next = document.numeral(at + 1)
        if document.isMark(at, "-"), !document.tokens[at].isSpaced, at + 1 < document.tokens.count,
            !document.tokens[at + 1].isSpaced
        {
            return last == 10 && next.kind == .unit && next.value < 10 || next.kind == .scale ? at + 1 : nil
        }
        guard last >= 100, last < .infinity, document.word(at) == "and", next.kind == .unit || next.kind == .ten else {
            return nil
        }
        return at + 1
    }

    /// `point seven`, `and a half`, and the scale that follows them.
    private func withFraction(_ value: NumberValue) -> NumberValue {
        var result = value
        let at = value.end
        if document.word(at) == "point", document.numeral(at + 1).kind == .unit {
            var end = at + 1
            var place = 0.1
            while document.numeral(end).kind == .unit, document.numeral(end).value < 10, place > 1e-6 {
                result.low += document.numeral(end).value * place
                place /= 10
                end += 1
            }
            result.end = end
        } else if document.word(at) == "and", document.word(at + 1) == "a", document.word(at + 2) == "half" {
            result.low += 0.5 * (value.scale >= 1000 ? value.scale : 1)
            result.end = at + 3
        }
        result.high = result.low
        return scaled(result)
    }

    /// `dozens`, `tens of thousands`, `dozens to 61` is left to the ranges.
    private func vague(_ start: Int) -> NumberValue? {
        let word = document.numeral(start)
        var end = start + 1
        var low = word.value
        let scaleWord = document.numeral(start + 2)
        if document.word(start + 1) == "of", scaleWord.kind == .vague, scaleWord.value >= 2000 {
            // "tens of thousands": ten times the 2,000 that stand for "thousands".
            low = word.value / 2 * scaleWord.value
            end = start + 3
        } else if word.value == 20 {
            return nil
        }
        return NumberValue(end: end, low: low, high: nil, form: .vague, scale: 1)
    }

    /// `several hundred`, `a few thousand`, `several dozen`.
    private func several(_ start: Int) -> NumberValue? {
        let next = document.numeral(start + 1)
        switch next.kind {
        case .scale: return NumberValue(end: start + 2, low: 2 * next.value, high: nil, form: .vague, scale: next.value)
        case .dozen: return NumberValue(end: start + 2, low: 24, high: nil, form: .vague, scale: 12)
        case .vague: return vague(start + 1)
        default: return nil
        }
    }

    /// `thousand` with nothing before it is a number only where a currency or a hyphen leads up to it.
    private func bareScale(_ start: Int) -> NumberValue? { nil }

    /// `half a million`, `a quarter of a million`, `half a dozen`.
    private func fractionOfScale(_ start: Int) -> NumberValue? {
        var at = start + 1
        if document.word(at) == "of" { at += 1 }
        if document.word(at) == "a" || document.isMark(at, "-") { at += 1 }
        let next = document.numeral(at)
        guard next.kind == .scale || next.kind == .dozen else { return nil }
        let value = document.numeral(start).value * next.value
        return NumberValue(end: at + 1, low: value, high: value, form: .words, scale: next.value)
    }

    /// `a hundred`, `a dozen`, `a couple`, `a quarter of a million`, `a few hundred`.
    private func article(_ start: Int) -> NumberValue? {
        let word = document.word(start)
        guard word == "a" || word == "an" else { return nil }
        let next = document.numeral(start + 1)
        switch next.kind {
        case .scale:
            return cardinal(start + 1, article: 1)
        case .dozen: return NumberValue(end: start + 2, low: 12, high: 12, form: .words, scale: 12)
        case .couple:
            if document.word(start + 2) == "of", document.numeral(start + 3).kind == .dozen {
                return NumberValue(end: start + 4, low: 24, high: 24, form: .words, scale: 12)
            }
            if document.word(start + 2) == "dozen" || document.numeral(start + 2).value >= 100 {
                let factor = document.numeral(start + 2).value
                return NumberValue(end: start + 3, low: 2 * factor, high: 2 * factor, form: .words, scale: factor)
            }
            return NumberValue(end: start + 2, low: 2, high: 2, form: .words)
        case .fraction: return fractionOfScale(start + 1)
        case .several: return document.word(start + 1) == "few" ? several(start + 1) : nil
        default: return nil
        }
    }
}

/// The value of digits with separators.
enum DigitGroups {
    /// Reads `9,000` `1,00,000` `2.3` `7,1` `1.234`; nil where the groups fit no way of writing.
    ///
    /// A single comma with one or two digits behind it is a decimal comma; points between groups of three, with no
    /// other separator, set thousands apart, since what is counted comes whole.
    static func value(of bytes: Slice<Bytes>) -> Double? {
        if let value = plain(bytes) ?? withPoint(bytes) { return value }
        var groups: [(value: Double, digits: Int)] = [(0, 0)]
        var commas = 0
        var points = 0
        for byte in bytes {
            if byte.isASCIIDigit {
                groups[groups.count - 1].value = groups[groups.count - 1].value * 10 + Double(byte - 48)
                groups[groups.count - 1].digits += 1
            } else {
                if byte == UInt8(ascii: ",") { commas += 1 } else { points += 1 }
                groups.append((0, 0))
            }
        }
        guard groups.count > 1 else { return groups[0].value }
        if commas > 0, points <= 1 { return withCommas(groups, points: points) }
        guard commas == 0 else { return nil }
        if points == 1 { return pointed(groups[0], groups[1]) }
        return groups.dropFirst().allSatisfy { $0.digits == 3 } ? joined(groups) : nil
    }

    /// Digits alone, or in threes set apart by commas: nearly all numbers. Nil for all others.
    private static func plain(_ bytes: Slice<Bytes>) -> Double? {
        var value = 0.0
        var group = 0
        var hasComma = false
        for byte in bytes {
            if byte.isASCIIDigit {
                value = value * 10 + Double(byte - 48)
                group += 1
            } else {
                guard byte == UInt8(ascii: ","), hasComma ? group == 3 : group <= 3 else { return nil }
                hasComma = true
                group = 0
            }
        }
        // Past 2^53 the order in which the digits are put together would tell.
        return !hasComma || group == 3 && value < 9e15 ? value : nil
    }

    /// Digits with one point among them and no comma. Nil for all others.
    private static func withPoint(_ bytes: Slice<Bytes>) -> Double? {
        var whole = (value: 0.0, digits: 0)
        var part = (value: 0.0, digits: 0)
        var hasPoint = false
        for byte in bytes {
            if byte.isASCIIDigit {
                let digit = Double(byte - 48)
                if hasPoint {
                    part = (part.value * 10 + digit, part.digits + 1)
                } else {
                    whole = (whole.value * 10 + digit, whole.digits + 1)
                }
            } else {
                guard byte == UInt8(ascii: "."), !hasPoint else { return nil }
                hasPoint = true
            }
        }
        return hasPoint ? pointed(whole, part) : nil
    }

    /// A point before three digits sets thousands apart where up to three stand before it.
    private static func pointed(_ whole: (value: Double, digits: Int), _ part: (value: Double, digits: Int)) -> Double {
        let isThousand = part.digits == 3 && whole.digits <= 3 && whole.value > 0
        return isThousand ? whole.value * 1000 + part.value : decimal(whole.value, part)
    }

    private static func withCommas(_ groups: [(value: Double, digits: Int)], points: Int) -> Double? {
        let whole = points == 1 ? Array(groups.dropLast()) : groups
        let isWestern = whole.dropFirst().allSatisfy { $0.digits == 3 } && whole[0].digits <= 3
        let isIndian =
            whole.count > 2 && whole.dropFirst().dropLast().allSatisfy { $0.digits == 2 }
            && whole[whole.count - 1].digits == 3 && whole[0].digits <= 2
        guard isWestern || isIndian else {
            let isDecimal = points == 0 && whole.count == 2 && whole[1].digits <= 2
            return isDecimal ? decimal(whole[0].value, whole[1]) : nil
        }
        let value = joined(whole)
        return points == 1 ? decimal(value, groups[groups.count - 1]) : value
    }

    private static func joined(_ groups: [(value: Double, digits: Int)]) -> Double {
        groups.reduce(0) { sum, group in
            var factor = 1.0
            for _ in 0..<group.digits { factor *= 10 }
            return sum * factor + group.value
        }
    }

    private static func decimal(_ whole: Double, _ part: (value: Double, digits: Int)) -> Double {
        var factor = 1.0
        for _ in 0..<part.digits { factor *= 10 }
        return (whole * factor + part.value) / factor
    }
}
