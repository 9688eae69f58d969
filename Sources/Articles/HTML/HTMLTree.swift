/// A page as a flat tree: nodes in the order of the page, so that the subtree of node `i` is `i..<nodes[i].end`.
///
/// Scripts, styles, drawings and templates are left out while it is built; the scripts that hold linked data are kept
/// apart in `linkedData`. All text is UTF-8 in one buffer.
struct HTMLTree {
    struct Node {
        let tag: HTMLTag
        /// The node that holds it; its own index for the first.
        let parent: Int
        /// One past the last node of its subtree.
        var end: Int
        /// Of a text node, its bytes.
        let text: Range<Int>
        /// Of an element, the attributes that are kept.
        let attributes: Range<Int>
    }

    struct Attribute {
        let name: String
        let value: String
    }

    /// The first node stands for the document, and is the only one whose parent is itself.
    private(set) var nodes: [Node] = [
        Node(tag: .html, parent: 0, end: 1, text: 0..<0, attributes: 0..<0)
    ]
    private(set) var bytes: [UInt8] = []
    private var attributes: [Attribute] = []
    /// The texts of `<script type="application/ld+json">`.
    var linkedData: [[UInt8]] = []
    /// Whether reading stopped early, because elements lay too deep in each other or there were too many.
    var isCut = false

    subscript(index: Int) -> Node { nodes[index] }

    var root: Int { 0 }

    func subtree(_ index: Int) -> Range<Int> { index..<nodes[index].end }

    /// The elements and texts that lie directly in an element.
    func children(_ index: Int) -> [Int] {
        var found: [Int] = []
        var at = index + 1
        while at < nodes[index].end {
            found.append(at)
            at = nodes[at].end
        }
        return found
    }

    func attribute(_ name: String, of index: Int) -> String? {
        attributes[nodes[index].attributes].first { $0.name == name }?.value
    }

    func isInside(_ index: Int, _ other: Int) -> Bool { subtree(other).contains(index) }

    /// The text of a subtree, blanks set to one space and none at the ends.
    func plainText(_ index: Int) -> String {
        var found: [UInt8] = []
        for at in subtree(index) {
            let node = nodes[at]
            if node.tag == .text {
                found.append(contentsOf: bytes[node.text])
            } else if !node.tag.isInline {
                found.append(32)
            }
        }
        return Blanks.joined(found)
    }

    // MARK: - Building

    /// Opens an element inside `parent` and returns its index; `close` gives it its end.
    mutating func open(_ tag: HTMLTag, in parent: Int, _ kept: [Attribute]) -> Int {
        let first = attributes.count
        attributes.append(contentsOf: kept)
        nodes.append(
            Node(
                tag: tag, parent: parent, end: nodes.count + 1, text: 0..<0, attributes: first..<attributes.count))
        return nodes.count - 1
    }

    mutating func close(_ index: Int) { nodes[index].end = nodes.count }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>, in parent: Int) {
        let first = bytes.count
        bytes.append(contentsOf: text)
        nodes.append(
            Node(
                tag: .text, parent: parent, end: nodes.count + 1, text: first..<bytes.count, attributes: 0..<0))
    }
}

/// Blanks: spaces, tabs, newlines, and the no-break space of pages.
enum Blanks {
    /// The bytes as text with each run of blanks as one space and none at the ends.
    static func joined(_ bytes: [UInt8]) -> String {
        var found: [UInt8] = []
        found.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            let width = width(bytes, at)
            if width > 0 {
                if let last = found.last, last != 32 { found.append(32) }
                at += width
            } else {
                found.append(bytes[at])
                at += 1
            }
        }
        if found.last == 32 { found.removeLast() }
        return String(decoding: found, as: UTF8.self)
    }

    /// The bytes of the blank at `at`, 0 where none stands there.
    private static func width(_ bytes: [UInt8], _ at: Int) -> Int {
        if bytes[at] == 32 || (9...13).contains(bytes[at]) { return 1 }
        if bytes[at] == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 { return 2 }
        return 0
    }

    /// Without blanks at the ends.
    static func trimmed(_ text: String) -> String {
        let head = text.drop { $0.isWhitespace }
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(head[...last])
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}
