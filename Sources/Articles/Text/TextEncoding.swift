import CEncodingDetector
import Foundation

/// Text in any encoding to UTF-8.
///
/// The order of belief: a byte order mark; bytes that can only be UTF-16 or are valid UTF-8; the encoding that is
/// declared; what the bytes look like; windows-1252, which fits anything.
enum TextEncoding {
    struct Decoded {
        /// Valid UTF-8 without a mark and without zero bytes.
        var utf8: [UInt8]
        /// The encoding that it was read in, as `windows-1252`.
        var encoding: String
        /// How many bytes fitted it not and stand as U+FFFD, or as the character of windows-1252 that they are.
        var replaced = 0
        /// Whether nothing but the look of the bytes speaks for the encoding.
        var isGuess = false
    }

    static func decode(_ bytes: [UInt8], declared: String? = nil) -> Decoded {
        if let (name, length) = mark(bytes) { return converted(Array(bytes.dropFirst(length)), name) }
        if let name = wide(bytes) { return converted(bytes, name) }
        let declared = declared.map(name)
        if let declared, isSevenBit(declared), bytes.contains(0x1B) { return converted(bytes, declared) }
        if String(validating: bytes, as: UTF8.self) != nil {
            return Decoded(utf8: withoutZeros(bytes), encoding: "utf-8")
        }
        if let declared, declared != "utf-8" {
            let read = converted(bytes, declared)
            if read.replaced * 50 < bytes.count { return read }
        }
        let repaired = repaired(bytes)
        // A page of UTF-8 with a few bytes of another hand.
        let patience = declared == "utf-8" ? 4 : 1
        if repaired.replaced <= patience * repaired.wide { return repaired.decoded }
        var read = converted(bytes, guess(bytes) ?? "windows-1252")
        read.isGuess = true
        return read
    }

    // MARK: - Which encoding

    private static func mark(_ bytes: [UInt8]) -> (name: String, length: Int)? {
        let marks: [([UInt8], String)] = [
            ([0xEF, 0xBB, 0xBF], "utf-8"), ([0xFF, 0xFE, 0, 0], "utf-32le"), ([0, 0, 0xFE, 0xFF], "utf-32be"),
            ([0xFF, 0xFE], "utf-16le"), ([0xFE, 0xFF], "utf-16be"),
        ]
        return marks.first { bytes.starts(with: $0.0) }.map { ($0.1, $0.0.count) }
    }

    /// Whether the bytes are text of two or four bytes a character.
    static func isWide(_ head: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(head.prefix(512))
        return mark(bytes).map { $0.name != "utf-8" } ?? (wide(bytes) != nil)
    }

    /// UTF-16 without a mark: every other byte of what is mostly Latin text is zero.
    private static func wide(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(512)
        guard head.count >= 4 else { return nil }
        let even = head.indices.count { $0 % 2 == 0 && head[$0] == 0 }
        let odd = head.indices.count { $0 % 2 == 1 && head[$0] == 0 }
        if odd * 10 > head.count * 3, even * 10 < head.count { return "utf-16le" }
        if even * 10 > head.count * 3, odd * 10 < head.count { return "utf-16be" }
        return nil
    }

    private static func isSevenBit(_ name: String) -> Bool { name.hasPrefix("iso-2022") || name == "hz-gb-2312" }

    /// What the bytes look like; nil where nothing fits.
    private static func guess(_ bytes: [UInt8]) -> String? {
        guard let detector = uchardet_new() else { return nil }
        defer { uchardet_delete(detector) }
        let status = bytes.prefix(1 << 18).withUnsafeBytes { raw in
            raw.baseAddress.map { uchardet_handle_data(detector, $0.assumingMemoryBound(to: CChar.self), raw.count) }
                ?? 1
        }
        guard status == 0 else { return nil }
        uchardet_data_end(detector)
        guard let found = uchardet_get_charset(detector) else { return nil }
        let name = name(String(cString: found))
        return name.isEmpty || name == "utf-8" || name == "ascii" ? nil : name
    }

    /// A label as browsers understand it: what claims to be Latin-1 is windows-1252.
    static func name(_ label: String) -> String {
        let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        return switch label {
        case "utf8", "utf-8", "unicode-1-1-utf-8": "utf-8"
        case "iso-8859-1", "latin1", "latin-1", "iso8859-1", "us-ascii", "ascii", "cp1252": "windows-1252"
        case "iso-8859-9", "latin5": "windows-1254"
        case "gb2312", "gbk", "x-gbk", "gb_2312-80": "gb18030"
        case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j": "cp932"
        case "ks_c_5601-1987", "euc-kr", "ksc5601", "windows-949": "cp949"
        case "x-mac-roman": "macintosh"
        case "utf-16": "utf-16le"
        default: label
        }
    }

    // MARK: - Converting

    /// UTF-8 by iconv, with U+FFFD for bytes that do not fit; windows-1252 where iconv does not know the name.
    private static func converted(_ bytes: [UInt8], _ name: String) -> Decoded {
        if name == "utf-8" { return repaired(bytes).decoded }
        let converter = iconv_open("UTF-8", name)
        guard converter != iconv_t(bitPattern: -1), let converter else {
            return name == "windows-1252" ? repaired(bytes).decoded : converted(bytes, "windows-1252")
        }
        defer { iconv_close(converter) }
        var decoded = Decoded(utf8: [], encoding: name)
        var input = bytes.map { CChar(bitPattern: $0) }
        input.withUnsafeMutableBufferPointer { convert($0, converter, &decoded) }
        decoded.utf8 = withoutZeros(decoded.utf8)
        return decoded
    }

    private static func convert(
        _ input: UnsafeMutableBufferPointer<CChar>, _ converter: iconv_t, _ decoded: inout Decoded
    ) {
        var source = input.baseAddress
        var left = input.count
        var piece = [CChar](repeating: 0, count: 1 << 16)
        while left > 0 {
            let status = piece.withUnsafeMutableBufferPointer { output -> Int in
                var target = output.baseAddress
                var room = output.count
                let status = iconv(converter, &source, &left, &target, &room)
                let failure = status == -1 ? Int(errno) : 0
                decoded.utf8.append(contentsOf: output.prefix(output.count - room).lazy.map { UInt8(bitPattern: $0) })
                return failure
            }
            // E2BIG: the piece is full, the rest follows.
            guard status == EILSEQ || status == EINVAL else { continue }
            decoded.replaced += 1
            decoded.utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
            source = source.map { $0 + 1 }
            left -= 1
        }
    }

    /// UTF-8 whose other bytes are read as windows-1252.
    private static func repaired(_ bytes: [UInt8]) -> (decoded: Decoded, replaced: Int, wide: Int) {
        var found: [UInt8] = []
        found.reserveCapacity(bytes.count)
        var at = 0
        var replaced = 0
        var wide = 0
        while at < bytes.count {
            let length = sequenceLength(bytes, at)
            if length > 0 {
                if bytes[at] != 0 { found.append(contentsOf: bytes[at..<at + length]) }
                if length > 1 { wide += 1 }
                at += length
            } else {
                replaced += 1
                let scalar = Unicode.Scalar(western[Int(bytes[at]) - 128]) ?? "\u{FFFD}"
                found.append(contentsOf: Array(String(scalar).utf8))
                at += 1
            }
        }
        let name = replaced == 0 ? "utf-8" : "utf-8 with \(replaced) bytes of windows-1252"
        let decoded = Decoded(utf8: found, encoding: name, replaced: replaced, isGuess: replaced > 0)
        return (decoded, replaced, wide)
    }

    /// The bytes of the valid sequence at `at`; 0 where there is none.
    private static func sequenceLength(_ bytes: [UInt8], _ at: Int) -> Int {
        let lead = bytes[at]
        if lead < 0x80 { return 1 }
        let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard length > 0, at + length <= bytes.count else { return 0 }
        return String(validating: bytes[at..<at + length], as: UTF8.self) == nil ? 0 : length
    }

    /// The characters of the bytes 0x80 to 0xFF in windows-1252.
    private static let western: [UInt16] =
        [
            0x20AC, 0xFFFD, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0xFFFD,
            0x17D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161,
            0x203A, 0x153, 0xFFFD, 0x17E, 0x178,
        ] + (0xA0...0xFF)

    private static func withoutZeros(_ bytes: [UInt8]) -> [UInt8] {
        bytes.contains(0) ? bytes.filter { $0 != 0 } : bytes
    }
}
