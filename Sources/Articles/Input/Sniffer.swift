/// Tells from its first bytes what a file holds.
enum Sniffer {
    enum Kind: Equatable {
        case empty
        case format(InputFormat)
        /// The value names the format where it is known.
        case binary(String?)
    }

    private static let signatures: [(bytes: [UInt8], name: String)] = [
        ([0x89] + Array("PNG".utf8), "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("SQLite format 3".utf8), "an SQLite database"),
    ]

    static func kind(of head: ArraySlice<UInt8>, _ hints: InputHints) -> Kind {
        if head.isEmpty { return .empty }
        if OfficeDocument.begins(head) { return .format(.docx) }
        if let packed = PackedSniffer.format(of: head) { return .format(packed) }
        if let known = signatures.first(where: { head.starts(with: $0.bytes) }) { return .binary(known.name) }
        if TextEncoding.isWide(head) { return wide(head, hints) }
        if head.prefix(8192).contains(0), MarkupSniffer.format(of: head, hints) == nil { return .binary(nil) }
        let body = head.starts(with: ByteOrderMark.bytes) ? head.dropFirst(ByteOrderMark.bytes.count) : head
        guard let first = body.first(where: { $0 > 32 }) else { return body.count < 8192 ? .empty : .format(.text) }
        if first == UInt8(ascii: "{") || isList(body) { return .format(.json) }
        if let markup = MarkupSniffer.format(of: body, hints) { return .format(markup) }
        if MailMessage.begins(body) { return .format(.email) }
        return .format(MarkdownText.looksLikeIt(body) ? .markdown : .text)
    }

    /// A list of objects; plain text may begin with a bracket too.
    private static func isList(_ body: ArraySlice<UInt8>) -> Bool {
        let marks = body.lazy.filter { $0 > 32 }.prefix(2)
        return Array(marks) == Array("[{".utf8) || Array(marks) == Array("[]".utf8)
    }

    /// What UTF-16 and UTF-32 hold is told by their beginning as UTF-8.
    private static func wide(_ head: ArraySlice<UInt8>, _ hints: InputHints) -> Kind {
        let text = TextEncoding.decode(Array(head.prefix(8192))).utf8
        return text.contains { $0 > 32 } ? kind(of: text[...], hints) : .empty
    }
}

/// The mark that some editors put before UTF-8 text.
enum ByteOrderMark {
    static let bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    static func dropped(from bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes.starts(with: self.bytes) ? bytes.dropFirst(self.bytes.count) : bytes
    }
}

/// UTF-8 that is checked before it becomes a string.
enum UTF8Text {
    /// The text; or the offset of the first byte that is no UTF-8.
    static func decode(_ bytes: ArraySlice<UInt8>) -> Result<String, InvalidUTF8> {
        if let text = String(validating: bytes, as: UTF8.self) { return .success(text) }
        return .failure(InvalidUTF8(offset: firstError(bytes)))
    }

    private static func firstError(_ bytes: ArraySlice<UInt8>) -> Int {
        var decoder = UTF8()
        var source = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&source) { offset += UTF8.width(scalar) }
        return offset
    }

    struct InvalidUTF8: Error {
        let offset: Int
    }
}
