import Figures

/// RSS 2.0, RSS 1.0, Atom: each entry an article.
///
/// The text is the whole one where the feed has it (`content:encoded`, `content`), else the summary; an entry of a
/// title alone is an article of that title. The publisher is the entry's source, else the channel.
struct Feed: DocumentReader {
    func items(_ bytes: [UInt8], _ input: Input) -> [ArticleItem] {
        let (root, isWhole) = XMLTree.read(bytes, encoding: input.encoding, depth: input.settings.nesting)
        guard let root, let channel = FeedChannel(root) else {
            return [.problem(.noFeed(input.path, "no <rss>, <feed> or <rdf:RDF> can be read"))]
        }
        var items: [ArticleItem] = []
        for (number, entry) in channel.entries.enumerated() {
            items += FeedEntry(element: entry, channel: channel, number: number + 1).items(input)
        }
        if !isWhole { items.append(.problem(.brokenFeed(input.path, entries: channel.entries.count))) }
        if channel.entries.isEmpty, isWhole { items.append(.problem(.noFeed(input.path, "the feed has no entries"))) }
        return items
    }
}

/// What a feed says of all its entries.
struct FeedChannel {
    let entries: [XMLElement]
    let title: String?
    let lang: String?

    init?(_ root: XMLElement) {
        switch root.name {
        case "feed", "atom:feed":
            entries = root.children.filter { $0.name == "entry" || $0.name == "atom:entry" }
            title = root.value("title") ?? root.value("atom:title")
            lang = root.attributes["xml:lang"]
        case "rss", "rdf:RDF", "RDF":
            let channel = root.first("channel")
            // RSS 1.0 has its items beside the channel.
            entries = (channel?.all("item") ?? []) + root.all("item")
            title = channel?.value("title")
            lang = channel?.value("language") ?? channel?.value("dc:language")
        default: return nil
        }
    }
}

private struct FeedEntry {
    let element: XMLElement
    let channel: FeedChannel
    /// Counted from 1.
    let number: Int

    func items(_ input: Input) -> [ArticleItem] {
        let rules = input.settings.rules
        let title = first(["title", "atom:title", "media:title"]).map(PageText.plain)
        let body = content.map { HTMLFragment.text(ofEither: $0, rules) }.flatMap { $0.isEmpty ? nil : $0 }
        guard let text = body ?? title, !text.isEmpty else {
            return [.problem(.emptyEntry(input.path, number: number))]
        }
        let declared = first(["iso:language", "dc:language", "language"]) ?? channel.lang
        let article = Article(
            id: first(["guid", "id", "atom:id"]) ?? "\(input.origin.stem):\(number)",
            publisher: publisher ?? input.defaults.publisher, date: date(rules.dates) ?? input.defaults.date,
            title: title, url: link ?? input.defaults.url,
            lang: Language.code(of: text, declared: declared), text: text)
        return ArticleItem.items(article, input.origin, line: number)
    }

    private func first(_ names: [String]) -> String? { names.lazy.compactMap { element.value($0) }.first { _ in true } }

    /// The longest of what may hold the text: some feeds put a summary where others put the whole.
    private var content: String? {
        let names = ["content:encoded", "content", "atom:content", "description", "summary", "atom:summary"]
        return names.compactMap { name in element.first(name).map { Blanks.trimmed($0.allText) } }
            .filter { !$0.isEmpty }.max { $0.utf8.count < $1.utf8.count }
    }

    private func date(_ dates: DateText) -> CalendarDate? {
        let names = ["pubDate", "published", "dc:date", "dcterms:issued", "atom:published", "updated", "atom:updated"]
        return names.lazy.compactMap { element.value($0).flatMap { dates.date($0) } }.first { _ in true }
    }

    private var publisher: String? {
        if let name = taggedSource { return name }
        let source = element.first("source")
        let named = source?.value("title") ?? source.map { Blanks.trimmed($0.text) }
        return named.flatMap { $0.isEmpty ? nil : $0 } ?? element.value("dc:publisher") ?? channel.title
    }

    /// ReliefWeb's feeds name who wrote a report in a label in front of its text: `Sources: Agency One, Agency Two`.
    private var taggedSource: String? {
        guard let content, content.contains("tag source") else { return nil }
        let tree = HTMLParser.tree(Array(content.utf8))
        let label = tree.nodes.indices.first { tree.attribute("class", of: $0) == "tag source" }.map(tree.plainText)
        guard let label, let colon = label.firstIndex(of: ":") else { return nil }
        let names = Blanks.trimmed(String(label[label.index(after: colon)...]))
        return names.isEmpty ? nil : names
    }

    private var link: String? {
        let links = element.children.filter { $0.name == "link" || $0.name == "atom:link" }
        let alternate = links.first { ($0.attributes["rel"] ?? "alternate") == "alternate" } ?? links.first
        let named = alternate.flatMap { link in link.attributes["href"] ?? Blanks.trimmed(link.text) }
        if let named, !named.isEmpty { return named }
        return element.value("guid").flatMap { $0.hasPrefix("http") ? $0 : nil }
    }
}
