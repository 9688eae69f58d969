import Foundation

/// A part of a message of e-mail (RFC 5322, MIME): headers and what they speak of.
///
///     Subject: =?utf-8?Q?Flood_update?=       header; a line that begins with a blank goes on with the one before
///     Content-Type: multipart/mixed; boundary="x"
///                                             an empty line
///     --x                                     the parts of a multipart, each with its own headers
///     …
///     --x--
///
/// Damaged parts give what can be read of them.
struct MailPart {
    private let headers: [(name: String, value: String)]
    /// As it stands in the message, still encoded.
    let body: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        var headers: [(name: String, value: String)] = []
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let end = bytes[at...].firstIndex(of: 10) ?? bytes.endIndex
            var line = bytes[at..<end]
            at = end < bytes.endIndex ? end + 1 : end
            if line.last == 13 { line = line.dropLast() }
            guard !line.isEmpty else { break }
            let text = String(decoding: TextEncoding.decode(Array(line)).utf8, as: UTF8.self)
            if text.first == " " || text.first == "\t" {
                if !headers.isEmpty { headers[headers.count - 1].value += " " + Blanks.trimmed(text) }
            } else if let colon = text.firstIndex(of: ":") {
                headers.append((text[..<colon].lowercased(), Blanks.trimmed(String(text[text.index(after: colon)...]))))
            }
        }
        self.headers = headers
        body = bytes[at...]
    }

    /// The first header of a name, in lower case, its encoded words decoded.
    func header(_ name: String) -> String? {
        headers.first { $0.name == name }.map { EncodedWord.decoded($0.value) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func raw(_ name: String) -> String { headers.first { $0.name == name }?.value ?? "" }

    /// `text/plain` where it does not say.
    var mediaType: String {
        let type = raw("content-type").prefix { $0 != ";" }.lowercased()
        return type.isEmpty ? "text/plain" : Blanks.trimmed(type)
    }

    /// A parameter of a header, as `charset` of `Content-Type`.
    func parameter(_ name: String, of header: String = "content-type") -> String? {
        for piece in raw(header).split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1).map { Blanks.trimmed(String($0)) }
            guard pair.count == 2, pair[0].lowercased() == name || pair[0].lowercased() == name + "*" else { continue }
            let value = pair[1].hasPrefix("\"") ? String(pair[1].dropFirst().prefix { $0 != "\"" }) : pair[1]
            return EncodedWord.decoded(value)
        }
        return nil
    }

    /// The name of an attached file; nil for what is the message itself.
    var fileName: String? {
        let name = parameter("filename", of: "content-disposition") ?? parameter("name")
        if raw("content-disposition").lowercased().hasPrefix("attachment") { return name ?? "attachment" }
        return mediaType.hasPrefix("text/") ? nil : name
    }

    /// The parts of a multipart.
    var parts: [MailPart] {
        guard let boundary = parameter("boundary"), !boundary.isEmpty else { return [] }
        let mark = Array("--\(boundary)".utf8)
        var found: [MailPart] = []
        var start: Int?
        var at = body.startIndex
        while at < body.endIndex {
            let end = body[at...].firstIndex(of: 10).map { $0 + 1 } ?? body.endIndex
            if body[at..<end].starts(with: mark) {
                if let start { found.append(MailPart(body[start..<at])) }
                start = body[at..<end].dropFirst(mark.count).starts(with: Array("--".utf8)) ? nil : end
                if start == nil { return found }
            }
            at = end
        }
        if let start { found.append(MailPart(body[start...])) }
        return found
    }

    /// The bytes that the part stands for.
    var content: [UInt8] {
        switch raw("content-transfer-encoding").lowercased() {
        case "base64": Base64.decoded(body)
        case "quoted-printable": QuotedPrintable.decoded(body)
        default: Array(body)
        }
    }
}

/// `=E2=80=93` as the byte it stands for, and `=` at the end of a line as no end.
enum QuotedPrintable {
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var found: [UInt8] = []
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let byte = bytes[at]
            guard byte == UInt8(ascii: "=") else {
                found.append(byte)
                at += 1
                continue
            }
            let rest = bytes[(at + 1)...]
            if let high = rest.first.flatMap(hex), let low = rest.dropFirst().first.flatMap(hex) {
                found.append(high << 4 | low)
                at += 3
            } else if rest.first == 10 {
                at += 2
            } else if rest.starts(with: [13, 10]) {
                at += 3
            } else {
                found.append(byte)
                at += 1
            }
        }
        return found
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

enum Base64 {
    /// What can be decoded; bytes that belong to no alphabet are passed over.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var text = bytes.filter { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 43
                || byte == 47
        }
        if text.count % 4 == 1 { text.removeLast() }
        while text.count % 4 != 0 { text.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(text)).map { Array($0) } ?? []
    }
}

/// `=?utf-8?Q?Flood_update?=` in headers (RFC 2047).
enum EncodedWord {
    static func decoded(_ text: String) -> String {
        var found = ""
        var rest = text[...]
        var wasWord = false
        while let start = rest.range(of: "=?") {
            let parts = rest[start.upperBound...].split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
            guard parts.count == 4, parts[3].hasPrefix("="), let word = word(parts) else {
                found += rest[..<start.upperBound]
                rest = rest[start.upperBound...]
                wasWord = false
                continue
            }
            let between = rest[..<start.lowerBound]
            // Blanks between two encoded words are no blanks.
            if !(wasWord && between.allSatisfy(\.isWhitespace)) { found += between }
            found += word
            rest = parts[3].dropFirst()
            wasWord = true
        }
        return found + rest
    }

    private static func word(_ parts: [Substring]) -> String? {
        let bytes = Array(parts[2].utf8)
        let content: [UInt8]
        switch parts[1].lowercased() {
        case "b": content = Base64.decoded(bytes[...])
        case "q": content = QuotedPrintable.decoded(bytes.map { $0 == UInt8(ascii: "_") ? 32 : $0 }[...])
        default: return nil
        }
        let charset = parts[0].prefix { $0 != "*" }
        return String(decoding: TextEncoding.decode(content, declared: String(charset)).utf8, as: UTF8.self)
    }
}
