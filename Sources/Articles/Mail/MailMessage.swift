import Figures
import Foundation

/// A message of e-mail: its text an article of its subject, sender and day; each attached file an input of its own.
///
/// Of a text that is there as HTML and as plain text the HTML is read, since its lines are not broken. Lines that quote
/// an earlier message are left out.
struct MailMessage: FormatReader {
    func read(_ stream: inout ByteStream, _ input: Input, _ body: (ArticleItem) throws -> Void) rethrows {
        let bytes = stream.rest(limit: input.limit)
        if let error = stream.error { return try body(.problem(.unreadable(input.path, error))) }
        guard let bytes else { return try body(.problem(.tooLarge(input.path, limit: input.limit))) }
        let message = MailPart(bytes[...])
        var found = Found(input.settings)
        found.gather(message)
        if found.isCut { try body(.notice(.cutMessage(input.path, limit: input.settings.partNesting))) }
        let text = found.texts.joined(separator: "\n\n")
        if text.contains(where: { !$0.isWhitespace }) {
            try ArticleItem.items(article(message, text, input), input.origin).forEach(body)
        } else if found.files.isEmpty {
            try body(.problem(.noText(input.path, line: nil)))
        }
        let limit = input.settings.unpacking.depth
        if input.depth >= limit, let file = found.files.first {
            return try body(.problem(.tooDeep(input.path + "/" + file.name, limit: limit)))
        }
        for file in found.files {
            var stream = ByteStream(bytes: file.bytes)
            try input.nested(file.name, hints: InputHints(mediaType: file.mediaType)).read(&stream, body)
        }
    }

    private func article(_ message: MailPart, _ text: String, _ input: Input) -> Article {
        let rules = input.settings.rules
        return Article(
            id: message.header("message-id").map { $0.trimmingCharacters(in: ["<", ">", " "]) } ?? input.origin.stem,
            publisher: message.header("from").map(MailMessage.sender) ?? input.defaults.publisher,
            date: message.header("date").flatMap { rules.dates.date($0) } ?? input.defaults.date,
            title: message.header("subject"), url: input.defaults.url,
            lang: Language.code(of: text, declared: message.header("content-language")), text: text)
    }

    /// `"Harbour Wire" <news@harbourwire.example>` as its name; an address alone as it is.
    private static func sender(_ from: String) -> String {
        let name = from.prefix { $0 != "<" }.trimmingCharacters(in: ["\"", "'", " "])
        return name.isEmpty ? from.trimmingCharacters(in: ["<", ">", " "]) : name
    }

    // MARK: - The parts

    /// What the parts of a message hold.
    private struct Found {
        private let rules: PageRules
        /// How deep parts may lie in parts.
        private let limit: Int
        private(set) var texts: [String] = []
        private(set) var files: [(name: String, mediaType: String, bytes: [UInt8])] = []
        /// Whether parts lie deeper.
        private(set) var isCut = false

        init(_ settings: ArticleReader) {
            rules = settings.rules
            limit = settings.partNesting
        }

        mutating func gather(_ part: MailPart, depth: Int = 0) {
            guard depth < limit else {
                isCut = true
                return
            }
            let type = part.mediaType
            if let name = part.fileName {
                // Pictures in the text, signatures, calendars: nothing to read.
                let isReadable = ["text/", "application/", "message/"].contains { type.hasPrefix($0) }
                let isSeal = type.contains("signature") || type.contains("pgp") || type == "text/calendar"
                if isReadable, !isSeal { files.append((name, type, part.content)) }
            } else if type == "multipart/alternative" {
                let parts = part.parts
                let best =
                    parts.last { isText($0, "text/html") } ?? parts.last { isText($0, "text/plain") } ?? parts.first
                if let best { gather(best, depth: depth + 1) }
            } else if type.hasPrefix("multipart/") {
                for part in part.parts { gather(part, depth: depth + 1) }
            } else if type == "message/rfc822" {
                files.append(("message", type, part.content))
            } else if type.hasPrefix("text/") {
                texts.append(MailMessage.text(part, rules))
            }
        }

        /// Whether a part holds such a text, if need be inside of a multipart.
        private func isText(_ part: MailPart, _ type: String, depth: Int = 0) -> Bool {
            if part.mediaType == type { return part.body.contains { $0 > 32 } }
            guard depth < limit, part.mediaType.hasPrefix("multipart/") else { return false }
            return part.parts.contains { isText($0, type, depth: depth + 1) }
        }
    }

    private static func text(_ part: MailPart, _ rules: PageRules) -> String {
        let content = TextEncoding.decode(part.content, declared: part.parameter("charset")).utf8
        let text = String(decoding: content, as: UTF8.self)
        if part.mediaType == "text/html" { return HTMLFragment.text(text, rules) }
        return plain(text, isFlowed: part.parameter("format")?.lowercased() == "flowed")
    }

    /// Without quoted lines and without what stands behind the mark of a signature; flowed lines are joined (RFC 3676).
    private static func plain(_ text: String, isFlowed: Bool) -> String {
        var lines: [String] = []
        var runsOn = false
        for line in text.replacingOccurrences(of: "\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            if line == "-- " || line == "--" { break }
            if line.hasPrefix(">") { continue }
            if runsOn, !lines.isEmpty { lines[lines.count - 1] += line } else { lines.append(String(line)) }
            runsOn = isFlowed && line.hasSuffix(" ")
        }
        return Blanks.trimmed(lines.joined(separator: "\n"))
    }

    // MARK: - Telling it

    private static let names: Set<String> = [
        "from", "to", "subject", "received", "mime-version", "message-id", "return-path", "delivered-to", "reply-to",
        "content-type", "dkim-signature", "cc",
    ]

    /// Two of the headers that only messages have, before anything that is no header.
    static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
        var found: Set<String> = []
        for line in String(decoding: bytes.prefix(16_384), as: UTF8.self).split(
            whereSeparator: \.isNewline
        ).prefix(200) {
            if line.first == " " || line.first == "\t" { continue }
            guard let colon = line.firstIndex(of: ":"), !line[..<colon].contains(" ") else { break }
            let name = line[..<colon].lowercased()
            if names.contains(name) { found.insert(name) }
        }
        return found.count >= 2
    }
}
