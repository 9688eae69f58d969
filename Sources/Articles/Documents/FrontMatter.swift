import Figures

/// The block of keys that Markdown files begin with:
///
///     ---
///     title: Flood update no. 3
///     date: 2024-05-02
///     ---
///
/// Of its YAML the plain keys at the margin are read; nested values and lists are passed over.
struct FrontMatter {
    private(set) var values: [String: String] = [:]
    /// What follows the block.
    private(set) var body: Substring

    init(_ text: String) {
        body = text[...]
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).makeIterator()
        guard let first = lines.next(), Blanks.trimmed(String(first)) == "---" else { return }
        var values: [String: String] = [:]
        while let line = lines.next() {
            let bare = Blanks.trimmed(String(line))
            if bare == "---" || bare == "..." {
                self.values = values
                body = text[line.endIndex...]
                return
            }
            guard !line.hasPrefix(" "), !line.hasPrefix("-"), let colon = line.firstIndex(of: ":") else { continue }
            let value = FrontMatter.unquoted(Blanks.trimmed(String(line[line.index(after: colon)...])))
            if !value.isEmpty { values[line[..<colon].lowercased()] = value }
        }
    }

    private static func unquoted(_ value: String) -> String {
        guard value.utf8.count >= 2, let first = value.first, first == value.last, first == "\"" || first == "'" else {
            return value
        }
        return String(value.dropFirst().dropLast())
    }

    /// The words that writers use for a key.
    private static let names: [String: [String]] = [
        "title": ["title", "headline"],
        "date": ["date", "published", "publish_date", "report_date", "pubdate", "created"],
        "publisher": ["publisher", "outlet", "source", "organisation", "organization", "report_source", "site"],
        "url": ["url", "link", "permalink", "canonical", "source_url"], "lang": ["lang", "language", "locale"],
        "id": ["id", "guid", "slug"],
    ]

    subscript(name: String) -> String? { FrontMatter.names[name]?.lazy.compactMap { values[$0] }.first { _ in true } }
}
