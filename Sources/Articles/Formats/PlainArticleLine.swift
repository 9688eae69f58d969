import Figures

/// Reads the lines that nearly all archives are made of, in one pass over the bytes: an object whose values are
/// strings, whole numbers, `true`, `false` and `null`.
///
///     object = "{" [pair {"," pair}] "}"      pair = string ":" (string | integer | "true" | "false" | "null")
///
/// Any other line, good or bad, is left to the decoder, which also tells what is wrong with it: this one reads a line
/// either as the decoder would or not at all.
struct PlainArticleLine {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    /// The values by the place of their keys in `keys`; a value of `null` counts as given and is nil.
    private var values: [String?] = Array(repeating: nil, count: 7)
    private var given = 0
    /// Whether there are keys of other programs, which may tell what is not given.
    private var hasOthers = false
    private static let keys: [StaticString] = ["id", "publisher", "date", "title", "url", "lang", "text"]

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The article of a line; nil where the decoder has to look at it.
    ///
    /// - Parameter id: the id of an article that has none.
    static func article(
        _ bytes: ArraySlice<UInt8>, id: @autoclosure () -> String, _ defaults: ArticleDefaults
    ) -> Article? {
        bytes.withUnsafeBufferPointer { buffer in
            var line = PlainArticleLine(buffer)
            guard line.readObject() else { return nil }
            return line.article(id(), defaults)
        }
    }

    private func article(_ id: @autoclosure () -> String, _ defaults: ArticleDefaults) -> Article? {
        // Publisher, date, title, address and language.
        guard !hasOthers || given & 0b0111110 == 0b0111110 else { return nil }
        guard let text = values[6], text.contains(where: { !$0.isWhitespace }) else { return nil }
        var date: CalendarDate?
        if let written = values[2] {
            guard let day = CalendarDate(written) else { return nil }
            date = day
        }
        return Article(
            id: values[0] ?? id(), publisher: values[1] ?? defaults.publisher, date: date ?? defaults.date,
            title: values[3], url: values[4] ?? defaults.url, lang: values[5], text: text)
    }

    // MARK: Grammar

    private mutating func readObject() -> Bool {
        guard next(UInt8(ascii: "{")) else { return false }
        if next(UInt8(ascii: "}")) { return isAtEnd() }
        repeat {
            guard readPair() else { return false }
        } while next(UInt8(ascii: ","))
        return next(UInt8(ascii: "}")) && isAtEnd()
    }

    private mutating func readPair() -> Bool {
        skipSpace()
        guard let name = plainString(), next(UInt8(ascii: ":")) else { return false }
        let key = PlainArticleLine.keys.firstIndex { key in
            key.utf8CodeUnitCount == name.count
                && name.elementsEqual(UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        }
        skipSpace()
        guard at < bytes.count else { return false }
        if let key {
            // Which of two values counts is the decoder's business.
            guard given & 1 << key == 0 else { return false }
            given |= 1 << key
        } else {
            hasOthers = true
        }
        switch bytes[at] {
        case UInt8(ascii: "\""):
            guard let text = string() else { return false }
            if let key { values[key] = text }
            return true
        case UInt8(ascii: "n"): return word("null")
        case UInt8(ascii: "t"): return key == nil && word("true")
        case UInt8(ascii: "f"): return key == nil && word("false")
        default:
            guard key == nil || key == 0, let number = integer() else { return false }
            if key == 0 { values[0] = number }
            return true
        }
    }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] == 32 || bytes[at] == 9 || bytes[at] == 13 || bytes[at] == 10 { at += 1 }
    }

    private mutating func next(_ byte: UInt8) -> Bool {
        skipSpace()
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func isAtEnd() -> Bool {
        skipSpace()
        return at == bytes.count
    }

    private mutating func word(_ word: StaticString) -> Bool {
        let end = at + word.utf8CodeUnitCount
        guard end <= bytes.count,
            bytes[at..<end].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        else { return false }
        at = end
        return true
    }

    /// A whole number of at most 18 digits, as it is written.
    private mutating func integer() -> String? {
        let start = at
        if bytes[at] == UInt8(ascii: "-") { at += 1 }
        let first = at
        while at < bytes.count, bytes[at] &- 48 < 10 { at += 1 }
        let isPlain = at > first && at - first <= 18 && (bytes[first] != 48 || at == first + 1 && first == start)
        guard isPlain, at == bytes.count || !(".eE".utf8.contains(bytes[at])) else { return nil }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    // MARK: Strings

    /// Where the run of bytes that stand for themselves ends: at a quote, a backslash, or a byte that no string holds.
    private func endOfRun(_ start: Int) -> Int {
        var at = start
        while at + 8 <= bytes.count {
            let found = PlainArticleLine.stops(
                UnsafeRawPointer(bytes.baseAddress! + at).loadUnaligned(as: UInt64.self).littleEndian)
            if found != 0 { return at + found.trailingZeroBitCount / 8 }
            at += 8
        }
        while at < bytes.count, bytes[at] >= 32, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") {
            at += 1
        }
        return at
    }

    /// The highest bit of the first of eight bytes that ends a run, and maybe of some behind it; 0 where none does.
    ///
    /// After "Bit Twiddling Hacks" by Sean Eron Anderson (public domain), `haszero` and `hasless`.
    @inline(__always) private static func stops(_ chunk: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = chunk ^ ones &* UInt64(UInt8(ascii: "\""))
        let backslash = chunk ^ ones &* UInt64(UInt8(ascii: "\\"))
        let below = (chunk &- ones &* 32) & ~chunk
        return (below | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash) & (ones &* 0x80)
    }

    /// A string without escapes, not checked for UTF-8.
    private mutating func plainString() -> UnsafeBufferPointer<UInt8>? {
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return nil }
        let end = endOfRun(at + 1)
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
        defer { at = end + 1 }
        let name = UnsafeBufferPointer(rebasing: bytes[at + 1..<end])
        return name.allSatisfy { $0 < 128 } ? name : nil
    }

    private mutating func string() -> String? {
        at += 1
        var start = at
        at = endOfRun(at)
        guard at < bytes.count else { return nil }
        if bytes[at] == UInt8(ascii: "\"") {
            defer { at += 1 }
            return PlainArticleLine.text(UnsafeBufferPointer(rebasing: bytes[start..<at]))
        }
        var unescaped: [UInt8] = []
        unescaped.reserveCapacity(bytes.count - start)
        while at < bytes.count {
            unescaped.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at]))
            guard bytes[at] == UInt8(ascii: "\\") else { break }
            guard readEscape(&unescaped) else { return nil }
            start = at
            at = endOfRun(at)
        }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return nil }
        at += 1
        return unescaped.withUnsafeBufferPointer { PlainArticleLine.text($0) }
    }

    /// The text that bytes are; nil where they are no UTF-8.
    private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard UTF8Check.isValid(bytes) else { return nil }
        return String(copying: UTF8Span(unchecked: bytes.span))
    }

    private mutating func readEscape(_ text: inout [UInt8]) -> Bool {
        guard at + 1 < bytes.count else { return false }
        let letter = bytes[at + 1]
        at += 2
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "u"): return readScalar(&text)
        default: return false
        }
        return true
    }

    /// The character of `\u00e9`, or of the two halves `\ud83d\ude00`.
    private mutating func readScalar(_ text: inout [UInt8]) -> Bool {
        guard var code = hexadecimal(), code != 0 else { return false }
        if (0xD800..<0xDC00).contains(code) {
            guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
                return false
            }
            at += 2
            guard let low = hexadecimal(), (0xDC00..<0xE000).contains(low) else { return false }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { return false }
        text.append(contentsOf: String(Character(scalar)).utf8)
        return true
    }

    private mutating func hexadecimal() -> UInt32? {
        guard at + 4 <= bytes.count else { return nil }
        var code: UInt32 = 0
        for place in at..<at + 4 {
            let byte = bytes[place]
            let lower = byte | 32
            if byte &- 48 < 10 {
                code = code << 4 | UInt32(byte - 48)
            } else if lower &- 97 < 6 {
                code = code << 4 | UInt32(lower - 87)
            } else {
                return nil
            }
        }
        at += 4
        return code
    }
}
