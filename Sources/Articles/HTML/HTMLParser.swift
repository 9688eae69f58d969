import Markup

/// Bytes of HTML to a tree, by libxml2's parser of HTML as it is found on the web.
///
/// The parser calls back for every tag and text, so that what is never text is never stored. Damaged pages give what
/// can be read of them. Memory is bounded by the page: no entity grows, nothing is fetched, and elements that lie
/// deeper than the limit, or more than `maximumNodes`, end the reading.
final class HTMLParser {
    static let maximumNodes = 2_000_000

    /// Deeper nesting is damage: a tag that is opened again and again and never closed.
    private let depth: Int
    private var tree = HTMLTree()
    private var path = [0]
    /// How many elements that are skipped lie around the place.
    private var skipDepth = 0
    /// The linked data that is being read.
    private var script: [UInt8]?

    private init(depth: Int) { self.depth = depth }

    /// - Parameters:
    ///   - utf8: the page as UTF-8, whatever encoding it claims.
    ///   - depth: how deep elements may lie in each other.
    static func tree(_ utf8: [UInt8], depth: Int = ArticleReader.defaultNesting) -> HTMLTree {
        let parser = HTMLParser(depth: depth)
        parser.parse(utf8)
        return parser.tree
    }

    private func parse(_ utf8: [UInt8]) {
        var events = HTMLParser.events
        let me = Unmanaged.passUnretained(self).toOpaque()
        utf8.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
            _ = markup_read_html(start, bytes.count, &events, me)
        }
        while path.count > 1 { tree.close(path.removeLast()) }
        tree.close(0)
    }

    private static let events = MarkupEvents(
        start: { parser($0).start(String(cString: $1), $2) }, end: { parser($0).end(String(cString: $1)) },
        text: { parser($0).text(UnsafeBufferPointer(start: $1, count: $2)) })

    private static func parser(_ context: UnsafeMutableRawPointer) -> HTMLParser {
        Unmanaged<HTMLParser>.fromOpaque(context).takeUnretainedValue()
    }

    private typealias Attributes = UnsafePointer<UnsafePointer<CChar>?>

    private func start(_ name: String, _ attributes: Attributes?) -> Bool {
        let tag = HTMLTag(name: name)
        if skipDepth > 0 || tag.isSkipped {
            skipDepth += 1
            if skipDepth == 1, tag == .script, HTMLParser.isLinkedData(attributes) { script = [] }
            return skipDepth < depth || cut()
        }
        guard path.count < depth, tree.nodes.count < HTMLParser.maximumNodes else { return cut() }
        path.append(tree.open(tag, in: path[path.count - 1], HTMLParser.kept(attributes)))
        return true
    }

    /// Ends the reading.
    private func cut() -> Bool {
        tree.isCut = true
        return false
    }

    private func end(_ name: String) -> Bool {
        if skipDepth > 0 {
            skipDepth -= 1
            if skipDepth == 0, let script {
                tree.linkedData.append(script)
                self.script = nil
            }
        } else if let last = path.last, last != 0, tree[last].tag == HTMLTag(name: name) {
            tree.close(path.removeLast())
        }
        return true
    }

    private func text(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if skipDepth > 0 {
            script?.append(contentsOf: text)
        } else if tree.nodes.count < HTMLParser.maximumNodes {
            tree.append(text, in: path[path.count - 1])
        } else {
            return cut()
        }
        return true
    }

    // MARK: - Attributes

    private static let names: Set<String> = [
        "class", "id", "itemprop", "itemtype", "role", "href", "rel", "property", "name", "content", "datetime",
        "lang", "style", "hidden", "aria-hidden", "http-equiv", "data-testid", "data-component", "type", "pubdate",
        "colspan", "rowspan", "title", "charset", "src", "alt",
    ]

    private static func kept(_ attributes: Attributes?) -> [HTMLTree.Attribute] {
        guard let attributes else { return [] }
        var found: [HTMLTree.Attribute] = []
        var at = 0
        while let name = attributes[at] {
            let key = String(cString: name)
            if names.contains(key) {
                found.append(
                    HTMLTree.Attribute(name: key, value: attributes[at + 1].map { String(cString: $0) } ?? ""))
            }
            at += 2
        }
        return found
    }

    private static func isLinkedData(_ attributes: Attributes?) -> Bool {
        kept(attributes).contains { $0.name == "type" && $0.value.lowercased().contains("ld+json") }
    }
}
