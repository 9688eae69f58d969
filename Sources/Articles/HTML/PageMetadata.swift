import Figures
import Foundation

/// What a page says of its article outside of the text.
struct PageMetadata {
    var title: String?
    var publisher: String?
    /// The day of publication.
    var date: CalendarDate?
    var url: String?
    /// As the page says it, `en-US`.
    var lang: String?

    /// - Parameters:
    ///   - container: the node that holds the text.
    ///   - address: where the page was found; nil where that is not known.
    init(_ finder: BodyFinder, _ data: LinkedData, container: Int, address: String?, _ rules: PageRules) {
        let reader = MetadataReader(finder, data, rules, container: container)
        url = reader.url() ?? address
        publisher = reader.publisher() ?? url.flatMap(MetadataReader.host)
        title = reader.title(publisher: publisher)
        date = reader.date(address: url)
        lang = reader.lang()
    }
}

private struct MetadataReader {
    let finder: BodyFinder
    let data: LinkedData
    let rules: PageRules
    let container: Int
    private let values: [String: String]

    private var tree: HTMLTree { finder.tree }

    init(_ finder: BodyFinder, _ data: LinkedData, _ rules: PageRules, container: Int) {
        self.finder = finder
        let tree = finder.tree
        self.data = data
        self.rules = rules
        self.container = container
        var values: [String: String] = [:]
        for index in tree.nodes.indices where tree[index].tag == .meta {
            guard let content = tree.attribute("content", of: index), !content.isEmpty else { continue }
            for key in ["name", "property", "itemprop", "http-equiv"] {
                for name in tree.attribute(key, of: index)?.lowercased().split(separator: " ") ?? [] {
                    values[String(name)] = values[String(name)] ?? content
                }
            }
        }
        self.values = values
    }

    private func values(_ kind: String) -> some Sequence<String> {
        (rules.meta[kind] ?? []).lazy.compactMap { values[$0] }.map(PageText.plain).filter { !$0.isEmpty }
    }

    // MARK: - Each thing

    func title(publisher: String?) -> String? {
        let names =
            [data.headline.map(PageText.plain)] + values("title").map { Optional($0) } + [heading(), titleElement()]
        guard let first = names.compactMap({ $0 }).first(where: { !$0.isEmpty }) else { return nil }
        return MetadataReader.withoutName(first, publisher)
    }

    private func heading() -> String? {
        tree.nodes.indices.first { tree[$0].tag == .h1 && !tree.plainText($0).isEmpty }.map(tree.plainText)
    }

    private func titleElement() -> String? {
        tree.nodes.indices.first { tree[$0].tag == .title }.map(tree.plainText)
    }

    /// `Toll rises | Harbour Wire` without the name of the publisher.
    private static func withoutName(_ title: String, _ publisher: String?) -> String {
        for mark in [" | ", " - ", " – ", " — ", " :: ", " » "] {
            guard let cut = title.range(of: mark, options: .backwards) else { continue }
            let (head, tail) = (title[..<cut.lowerBound], title[cut.upperBound...])
            let isName = publisher.map { isSame(tail, $0) } ?? false
            // A short last part behind a stroke is a name, whoever it is.
            if isName || (mark == " | " && tail.utf8.count <= 30 && head.utf8.count >= 20) { return String(head) }
        }
        return title
    }

    private static func isSame(_ one: Substring, _ other: String) -> Bool {
        let one = one.lowercased().filter(\.isLetter)
        let other = other.lowercased().filter(\.isLetter)
        return !one.isEmpty && (one == other || other.hasPrefix(one) || one.hasPrefix(other))
    }

    func publisher() -> String? {
        let named = values("publisher").first { !$0.hasPrefix("http") && $0.utf8.count <= 80 }
        return named ?? data.publisher.map(PageText.plain)
    }

    /// `www.harbourwire.example` of an address.
    static func host(_ address: String) -> String? {
        guard let scheme = address.range(of: "://") else { return nil }
        let host = address[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }.lowercased()
        let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        return bare.contains(".") ? bare : nil
    }

    func url() -> String? {
        let canonical = tree.nodes.indices.lazy.filter { tree[$0].tag == .link }
            .filter { tree.attribute("rel", of: $0)?.lowercased() == "canonical" }
            .compactMap { tree.attribute("href", of: $0) }
        let named = canonical.first { $0.hasPrefix("http") } ?? values("url").first { $0.hasPrefix("http") }
        return named ?? data.url.flatMap { $0.hasPrefix("http") ? $0 : nil }
    }

    func lang() -> String? {
        let root = tree.nodes.indices.first { tree[$0].tag == .html && tree.attribute("lang", of: $0) != nil }
        let own = root.flatMap { tree.attribute("lang", of: $0) }
        return own.flatMap { $0.isEmpty ? nil : $0 } ?? values("lang").first { _ in true } ?? data.lang
    }

    // MARK: - The date

    /// What machines are told first, then what readers are shown, then the address.
    func date(address: String?) -> CalendarDate? {
        let inAddress = address.flatMap { rules.dates.date(inAddress: $0) }
        for told in [data.datePublished].compactMap({ $0 }) + Array(values("date")) {
            if let date = rules.dates.date(told) { return newsroomDay(date, told, inAddress) }
        }
        return marked() ?? inAddress ?? shown()
    }

    /// The day in the newsroom, which machines are often told in universal time: that of the address or that which
    /// readers are shown under the title, where it is the day before an early hour or the day after a late one.
    private func newsroomDay(_ date: CalendarDate, _ told: String, _ inAddress: CalendarDate?) -> CalendarDate {
        guard let hour = DateText.hour(told) else { return date }
        let other = date.adding(days: hour < 12 ? -1 : 1)
        for candidate in [inAddress].compactMap({ $0 }) + underTitle().compactMap({ rules.dates.date($0.text) }) {
            if candidate == date { return date }
            if candidate == other { return other }
        }
        return date
    }

    /// The short lines between the title and the third paragraph, those of quoted posts left out.
    private func underTitle() -> [PageBlock] {
        let title = tree.nodes.indices.last { tree[$0].tag == .h1 && $0 < tree[container].end } ?? container
        let range = finder.blocks(in: title).lowerBound..<finder.blocks(in: container).upperBound
        var paragraphs = 0
        var found: [PageBlock] = []
        for block in finder.blocks[range] {
            if block.isProse { paragraphs += 1 }
            if paragraphs == 3 { break }
            let isQuoted = [block.element, tree[block.element].parent].contains { tree[$0].tag == .blockquote }
            if block.bytes <= 120, !isQuoted { found.append(block) }
        }
        return found
    }

    /// The first `<time>` or `itemprop=datePublished` of the page; one outside of lists of other stories.
    private func marked() -> CalendarDate? {
        let published = tree.nodes.indices.first {
            tree.attribute("itemprop", of: $0)?.lowercased().contains("datepublished") == true
        }
        if let date = published.flatMap(date(of:)) { return date }
        let times = tree.nodes.indices.filter { tree[$0].tag == .time && isNearText($0) }
        let telling = times.filter { tree.attribute("pubdate", of: $0) != nil } + times
        return telling.lazy.compactMap { date(of: $0) }.first { _ in true }
    }

    private func date(of index: Int) -> CalendarDate? {
        for name in ["datetime", "content", "title"] {
            if let date = tree.attribute(name, of: index).flatMap({ rules.dates.date($0) }) { return date }
        }
        return rules.dates.date(tree.plainText(index))
    }

    /// Between the title and the end of the text.
    private func isNearText(_ index: Int) -> Bool {
        let title = tree.nodes.indices.last { tree[$0].tag == .h1 && $0 < tree[container].end } ?? container
        let around = tree[min(title, container)].parent
        return index >= around && index < tree[container].end
    }

    /// A date that is written out: in a line that says so, in a part that is named so, or under the title.
    private func shown() -> CalendarDate? {
        let lines = finder.blocks.prefix(finder.blocks(in: container).upperBound)
        let saying = finder.blocks.lazy.filter { rules.phrases.tellsDate($0.text) }
        if let date = saying.compactMap({ rules.dates.date($0.text) }).first(where: { _ in true }) { return date }
        let named = lines.lazy.filter { $0.bytes <= 120 && isNamedDate($0.element) }
        if let date = named.compactMap({ rules.dates.date($0.text) }).first(where: { _ in true }) { return date }
        return underTitle().lazy.compactMap { rules.dates.date($0.text) }.first { _ in true }
    }

    /// Whether a part or the one around it is named after a date.
    private func isNamedDate(_ element: Int) -> Bool {
        [element, tree[element].parent].contains { index in
            let name = ((tree.attribute("class", of: index) ?? "") + " " + (tree.attribute("id", of: index) ?? ""))
                .lowercased()
            return ["date", "time", "publish", "meta"].contains { name.contains($0) }
        }
    }
}

/// Text of attributes and of JSON, in which pages leave tags and entities.
enum PageText {
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else {
            return Blanks.joined(Array(text.utf8))
        }
        let tree = HTMLParser.tree(Array(text.utf8))
        return tree.plainText(tree.root)
    }

    /// Plain text of several lines whose entities are resolved.
    static func plainLines(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { plain(String($0)) }
            .joined(separator: "\n")
    }
}
