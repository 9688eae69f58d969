/// A run of text within one block of a page: a paragraph, an item, a heading, a cell.
struct PageBlock {
    /// The nodes of its text, one after the other.
    let nodes: Range<Int>
    /// The block element that it lies in.
    let element: Int
    var text: String
    /// How much of the text stands in links, in bytes.
    var linkBytes: Int

    var bytes: Int { text.utf8.count }
    var linkDensity: Double { bytes == 0 ? 0 : min(1, Double(linkBytes) / Double(bytes)) }

    /// Reads as prose: long enough for a sentence, or shorter and closed as one, and not mostly links.
    var isProse: Bool {
        guard linkDensity < 0.5 else { return false }
        return bytes >= 100 || (bytes >= 40 && endsSentence)
    }

    var endsSentence: Bool {
        guard let last = text.last(where: { !PageBlock.closing.contains($0) }) else { return false }
        return PageBlock.stops.contains(last)
    }

    private static let closing: Set<Character> = ["\"", "”", "'", "’", ")", "]", "»", "“"]
    private static let stops: Set<Character> = [".", "!", "?", "…", ":", "。", "！", "？", "؟", "।"]

    /// What the block weighs when prose is looked for.
    var prose: Int { isProse ? bytes - linkBytes : 0 }
}

/// The blocks of a page in order, and for each node which of them lie in it.
struct PageBlocks {
    private(set) var blocks: [PageBlock] = []
    /// For each node, how many blocks begin before it.
    private var before: [Int] = []

    /// - Parameter isLeftOut: whether an element inside of a line is no part of it.
    init(_ tree: HTMLTree, leavingOut isLeftOut: @escaping (Int) -> Bool) {
        var builder = BlockBuilder(tree, isLeftOut)
        blocks = builder.build()
        var next = 0
        before.reserveCapacity(tree.nodes.count + 1)
        for node in 0...tree.nodes.count {
            while next < blocks.count, blocks[next].nodes.lowerBound < node { next += 1 }
            before.append(next)
        }
    }

    /// The blocks whose text lies in the subtree of a node.
    func range(_ subtree: Range<Int>) -> Range<Int> { before[subtree.lowerBound]..<before[subtree.upperBound] }
}

/// Gathers the texts of a page into blocks.
private struct BlockBuilder {
    private let tree: HTMLTree
    private let isLeftOut: (Int) -> Bool
    private var blocks: [PageBlock] = []
    private var bytes: [UInt8] = []
    private var linkBytes = 0
    private var first = 0
    private var last = 0
    private var element = -1

    init(_ tree: HTMLTree, _ isLeftOut: @escaping (Int) -> Bool) {
        self.tree = tree
        self.isLeftOut = isLeftOut
    }

    mutating func build() -> [PageBlock] {
        // The block and the link around each node that is open.
        var path: [(end: Int, block: Int, isLink: Bool)] = []
        var skipped = 0
        for index in tree.nodes.indices where index >= skipped {
            while let last = path.last, last.end <= index {
                if tree.nodes[last.block].end == last.end { flush() }
                path.removeLast()
            }
            let node = tree.nodes[index]
            let around = path.last
            switch node.tag {
            case .text: add(index, around?.block ?? 0, around?.isLink ?? false)
            case .br: bytes.append(10)
            case let tag where tag.isInline:
                if isLeftOut(index) {
                    skipped = node.end
                    continue
                }
                let isLink = around?.isLink == true || (tag == .a && tree.attribute("href", of: index) != nil)
                path.append((node.end, around?.block ?? 0, isLink))
            default:
                flush()
                path.append((node.end, index, around?.isLink ?? false))
            }
        }
        flush()
        return blocks
    }

    private mutating func add(_ index: Int, _ block: Int, _ isLink: Bool) {
        if element != block { flush() }
        if element < 0 {
            element = block
            first = index
        }
        last = index
        let text = tree.bytes[tree.nodes[index].text]
        bytes.append(contentsOf: text.lazy.map { $0 == 10 || $0 == 13 ? 32 : $0 })
        if isLink { linkBytes += text.count { !Blanks.isBlank($0) } }
    }

    private mutating func flush() {
        defer {
            bytes.removeAll(keepingCapacity: true)
            linkBytes = 0
            element = -1
        }
        guard element >= 0 else { return }
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { Blanks.joined(Array($0)) }
        let text = BlockBuilder.joined(lines)
        guard !text.isEmpty else { return }
        blocks.append(PageBlock(nodes: first..<last + 1, element: element, text: text, linkBytes: linkBytes))
    }

    /// Lines of `<br>`: one newline between two, an empty line where several breaks stood.
    private static func joined(_ lines: [String]) -> String {
        var text = ""
        var gap = 0
        for line in lines {
            if line.isEmpty {
                gap += 1
                continue
            }
            if !text.isEmpty { text += gap > 0 ? "\n\n" : "\n" }
            text += line
            gap = 0
        }
        return text
    }
}
