#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Writes JSON into memory of its own. Foundation's encoder neither keeps the order of the keys nor the pace of the
/// extractor.
package struct JSONWriter: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity = 1 << 10
    private var isFirst = true

    package init() { base = .allocate(capacity: capacity) }

    deinit { base.deallocate() }

    /// What was written.
    package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

    /// Appends what was written to an array.
    package func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
    }

    // MARK: Memory

    /// Makes room for so many bytes more.
    @inline(__always) private mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(more) }
    }

    @inline(never) private mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }

    /// Only where there is room.
    @inline(__always) private mutating func put(_ byte: UInt8) {
        base[count] = byte
        count += 1
    }

    /// Only where there is room.
    @inline(__always) private mutating func put(_ start: UnsafePointer<UInt8>, _ length: Int) {
        memcpy(base + count, start, length)
        count += length
    }

    private mutating func plain(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            reserve(bytes.count)
            if let start = bytes.baseAddress { put(start, bytes.count) }
        }
    }

    // MARK: JSON

    package mutating func begin() {
        reserve(1)
        put(UInt8(ascii: "{"))
        isFirst = true
    }

    package mutating func end() {
        reserve(1)
        put(UInt8(ascii: "}"))
        isFirst = false
    }

    package mutating func key(_ name: StaticString) {
        reserve(name.utf8CodeUnitCount + 4)
        if !isFirst { put(UInt8(ascii: ",")) }
        isFirst = false
        put(UInt8(ascii: "\""))
        put(name.utf8Start, name.utf8CodeUnitCount)
        put(UInt8(ascii: "\""))
        put(UInt8(ascii: ":"))
    }

    package mutating func key(_ name: String) {
        reserve(1)
        if !isFirst { put(UInt8(ascii: ",")) }
        isFirst = false
        string(name)
        reserve(1)
        put(UInt8(ascii: ":"))
    }

    package mutating func null() { plain("null") }

    package mutating func string(_ text: String?) {
        guard let text else { return null() }
        // Nearly every string lies in memory as it is; one of another kind is copied.
        if text.utf8.withContiguousStorageIfAvailable({ quoted($0) }) == nil {
            var copy = text
            copy.withUTF8 { quoted($0) }
        }
    }

    private mutating func quoted(_ bytes: UnsafeBufferPointer<UInt8>) {
        reserve(bytes.count + 2)
        put(UInt8(ascii: "\""))
        var start = 0
        while let (at, length, unit) = JSONWriter.wild(bytes, from: start) {
            putRuns(UnsafeBufferPointer(rebasing: bytes[start..<at]))
            put(escaping: unit)
            start = at + length
        }
        putRuns(UnsafeBufferPointer(rebasing: bytes[start...]))
        reserve(1)
        put(UInt8(ascii: "\""))
    }

    /// The next character that some terminals obey, U+0080 to U+009F, or that turns the direction of writing. Escaped it
    /// is the same text to who reads it, and harmless to who looks at it.
    private static func wild(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (at: Int, length: Int, unit: UInt16)? {
        let control = next(0xC2, text, start) { $0 + 1 < text.count && text[$0 + 1] < 0xA0 }
        let turn = next(0xE2, text, start) { at in
            guard at + 2 < text.count else { return false }
            let (second, third) = (text[at + 1], text[at + 2])
            return second == 0x80 && (0xAA...0xAE).contains(third) || second == 0x81 && (0xA6...0xA9).contains(third)
        }
        if let control, control < turn ?? .max { return (control, 2, UInt16(text[control + 1])) }
        return turn.map { ($0, 3, (text[$0 + 1] == 0x80 ? 0x2000 : 0x2040) | UInt16(text[$0 + 2] & 0x3F)) }
    }

    private static func next(
        _ byte: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, where isIt: (Int) -> Bool
    ) -> Int? {
        guard let base = text.baseAddress else { return nil }
        var at = start
        while at < text.count, let found = memchr(base + at, Int32(byte), text.count - at) {
            at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if isIt(at) { return at }
            at += 1
        }
        return nil
    }

    private mutating func put(escaping unit: UInt16) {
        reserve(6)
        put(UInt8(ascii: "\\"))
        put(UInt8(ascii: "u"))
        for shift: UInt16 in [12, 8, 4, 0] { put(JSONWriter.hex(UInt8(unit >> shift & 15))) }
    }

    /// Writes a text; what needs no escape goes over in one piece.
    private mutating func putRuns(_ text: UnsafeBufferPointer<UInt8>) {
        guard let start = text.baseAddress else { return }
        var at = 0
        while at < text.count {
            let end = JSONWriter.endOfRun(start, at, text.count)
            reserve(end - at + 6)
            put(start + at, end - at)
            guard end < text.count else { return }
            put(escaping: start[end])
            at = end + 1
        }
    }

    /// Where the bytes end that stand for themselves.
    @inline(__always) private static func endOfRun(_ text: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
        var at = start
        while at + 8 <= count {
            let chunk = UnsafeRawPointer(text + at).loadUnaligned(as: UInt64.self).littleEndian
            // After "Bit Twiddling Hacks" by Sean Eron Anderson (public domain), `haszero` and `hasless`: the highest bit of
            // the first of eight bytes that needs an escape, and maybe of some behind it.
            let ones: UInt64 = 0x0101_0101_0101_0101
            let quote = chunk ^ ones &* UInt64(UInt8(ascii: "\""))
            let backslash = chunk ^ ones &* UInt64(UInt8(ascii: "\\"))
            let delete = chunk ^ ones &* 127
            let found =
                ((chunk &- ones &* 32) & ~chunk | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
                    | (delete &- ones) & ~delete) & (ones &* 0x80)
            if found != 0 { return at + found.trailingZeroBitCount / 8 }
            at += 8
        }
        while at < count, !needsEscape(text[at]) { at += 1 }
        return at
    }

    @inline(__always) private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 127
    }

    /// Only where there is room for six bytes.
    private mutating func put(escaping byte: UInt8) {
        put(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): put(byte)
        case 10: put(UInt8(ascii: "n"))
        case 13: put(UInt8(ascii: "r"))
        case 9: put(UInt8(ascii: "t"))
        default:
            put(UInt8(ascii: "u"))
            put(UInt8(ascii: "0"))
            put(UInt8(ascii: "0"))
            put(JSONWriter.hex(byte >> 4))
            put(JSONWriter.hex(byte & 15))
        }
    }

    private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 48 + digit : 87 + digit }

    package mutating func strings(_ list: [String]) {
        reserve(1)
        put(UInt8(ascii: "["))
        for (index, text) in list.enumerated() {
            reserve(1)
            if index > 0 { put(UInt8(ascii: ",")) }
            string(text)
        }
        reserve(1)
        put(UInt8(ascii: "]"))
    }

    package mutating func integer(_ value: Int) {
        reserve(20)
        if value < 0 { put(UInt8(ascii: "-")) }
        putDigits(value.magnitude, atLeast: 1)
    }

    /// Writes a number with zeros before it up to a width; only where there is room.
    private mutating func putDigits(_ value: UInt, atLeast width: Int) {
        var length = 1
        var rest = value
        while rest >= 10 {
            rest /= 10
            length += 1
        }
        length = max(length, width)
        rest = value
        for place in (0..<length).reversed() {
            base[count + place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
            rest /= 10
        }
        count += length
    }

    package mutating func number(_ value: Double?) {
        guard let value, value.isFinite else { return null() }
        if value == value.rounded(), abs(value) < 1e15 {
            integer(Int(value))
        } else {
            plain(value.description)
        }
    }

    /// `"2023-11-03"`
    package mutating func date(_ day: CalendarDate?) { date(day.map { PartialDate($0) }) }

    /// `"2023-11-03"`, `"2023-11"` or `"2023"`.
    package mutating func date(_ date: PartialDate?) {
        guard let date else { return null() }
        reserve(20)
        put(UInt8(ascii: "\""))
        putDigits(UInt(date.last.year), atLeast: 4)
        if date.precision != .year {
            put(UInt8(ascii: "-"))
            putDigits(UInt(date.last.month), atLeast: 2)
        }
        if date.precision == .day {
            put(UInt8(ascii: "-"))
            putDigits(UInt(date.last.day), atLeast: 2)
        }
        put(UInt8(ascii: "\""))
    }
}
