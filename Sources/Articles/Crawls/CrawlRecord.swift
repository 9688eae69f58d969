import Figures
import Foundation

/// A record of a crawl: what was captured, from where, when.
struct CrawlRecord: Sendable {
    /// `response`, `resource`, `conversion`, …, as WARC has them; an ARC's records are responses.
    var type: String
    var url: String?
    /// The day of the capture.
    var date: CalendarDate?
    /// Of the block: `application/http; msgtype=response`, `text/html`.
    var contentType: String?
    /// `sha1:…` of the block and of what the response carries.
    var blockDigest: String?
    var payloadDigest: String?
    /// Whether the crawler left off before the end of the page.
    var isCut = false
    /// How many bytes of block follow the header.
    var length: Int
}

extension CrawlRecord {
    /// Reads a WARC header without its version line; nil where it does not give the length of its block.
    ///
    ///     WARC-Type: response
    ///     WARC-Target-URI: http://example.org/toll
    ///     WARC-Date: 2023-11-03T06:25:00Z
    ///     Content-Type: application/http; msgtype=response
    ///     Content-Length: 1613
    init?(warc fields: HeaderFields) {
        guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else { return nil }
        self.init(type: fields["warc-type"]?.lowercased() ?? "unknown", length: length)
        // Some write the address in brackets.
        url = fields["warc-target-uri"].map { $0.trimmingCharacters(in: ["<", ">"]) }
        date = fields["warc-date"].flatMap { CalendarDate($0.prefix(10)) }
        contentType = fields["content-type"]
        blockDigest = fields["warc-block-digest"]
        payloadDigest = fields["warc-payload-digest"]
        isCut = fields["warc-truncated"] != nil
    }

    /// Reads the line before each record of an ARC file; nil where it is none.
    ///
    ///     http://example.org/toll 192.0.2.1 20231103062500 text/html 1591
    ///
    /// Addresses may hold blanks, so the fields are counted from the end: five of version 1, ten of version 2, whose
    /// third is still the day.
    init?(arc line: Substring) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard let length = words.last.flatMap({ Int($0) }), length >= 0 else { return nil }
        let day = words.indices.last { index in
            words[index].utf8.count == 14 && words[index].utf8.allSatisfy { (48...57).contains($0) }
        }
        guard let day, day >= 2, words[0].contains(":") else { return nil }
        let stamp = words[day]
        self.init(type: words[0].hasPrefix("filedesc:") ? "warcinfo" : "response", length: length)
        url = words[..<(day - 1)].joined(separator: " ")
        date = CalendarDate("\(stamp.prefix(4))-\(stamp.dropFirst(4).prefix(2))-\(stamp.dropFirst(6).prefix(2))"[...])
        contentType = "application/http"
    }
}

/// The `Name: value` lines of WARC and HTTP; names in lower case, the first of a name counts.
struct HeaderFields: Sendable {
    private var values: [String: String] = [:]

    subscript(name: String) -> String? { values[name] }

    /// Whatever the bytes are, what is no such line is passed over.
    init(_ lines: ArraySlice<UInt8>) {
        var last: String?
        for line in lines.split(separator: 10) {
            let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespaces)
            // A line that begins with a blank goes on with the one before.
            if let first = line.first, first == 32 || first == 9, let name = last {
                values[name, default: ""] += " " + text
                continue
            }
            guard let colon = text.firstIndex(of: ":") else { continue }
            let name = text[..<colon].lowercased().trimmingCharacters(in: .whitespaces)
            let value = text[text.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
            if values[name] == nil { values[name] = value }
            last = name
        }
    }
}
