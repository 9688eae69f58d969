/// Finds the blocks of a page that are the text of its article.
///
/// First what names itself as something else goes (menus, captions, comments, boxes of related links), unless most of
/// the page's prose lies in it, for then the name misleads. Then the part is looked for that holds the prose: one
/// that is named as the text of an article, else the deepest one that still holds nearly all prose. Of that part the
/// blocks are taken that read as text.
struct BodyFinder {
    let tree: HTMLTree
    let blocks: [PageBlock]
    private let page: PageBlocks
    private let rules: PageRules
    /// For each node, what its names tell.
    private(set) var hints: [Hints] = []
    private(set) var isDropped: [Bool]
    private var proseSums: [Int] = []

    init(_ tree: HTMLTree, _ rules: PageRules) {
        self.tree = tree
        self.rules = rules
        page = PageBlocks(tree)
        blocks = page.blocks
        isDropped = Array(repeating: false, count: blocks.count)
        readHints()
        sumProse()
        drop()
        sumProse()
    }

    // MARK: - What names itself

    private mutating func readHints() {
        var known: [String: Hints] = [:]
        hints.reserveCapacity(tree.nodes.count)
        for index in tree.nodes.indices {
            var found = Hints()
            for name in ["class", "id", "role", "data-component", "data-testid"] {
                guard let value = tree.attribute(name, of: index), !value.isEmpty else { continue }
                if let hints = known[value] {
                    found.formUnion(hints)
                } else {
                    let hints = rules.hints.hints(value)
                    known[value] = hints
                    found.formUnion(hints)
                }
            }
            if tree.attribute("itemprop", of: index)?.lowercased() == "articlebody" { found.insert(.body) }
            hints.append(found)
        }
    }

    private mutating func sumProse() {
        var sum = 0
        proseSums = [0]
        for (index, block) in blocks.enumerated() {
            if !isDropped[index] { sum += block.prose }
            proseSums.append(sum)
        }
    }

    /// The bytes of prose in a subtree.
    private func prose(_ node: Int) -> Int {
        let range = page.range(tree.subtree(node))
        return proseSums[range.upperBound] - proseSums[range.lowerBound]
    }

    // MARK: - What is no text

    private mutating func drop() {
        let all = prose(tree.root)
        var index = 1
        while index < tree.nodes.count {
            if let share = droppedShare(index), Double(prose(index)) <= share * Double(all) {
                for block in page.range(tree.subtree(index)) { isDropped[block] = true }
                index = tree.nodes[index].end
            } else {
                index += 1
            }
        }
    }

    /// The share of the page's prose up to which a node is believed to be no text; nil where nothing says so.
    private func droppedShare(_ index: Int) -> Double? {
        let node = tree[index]
        switch node.tag {
        case .nav, .figcaption: return 0.9
        case .aside, .footer, .figure: return 0.4
        case .form, .header, .address, .details: return 0.2
        case .html, .body, .main, .text: return nil
        default: break
        }
        if isHidden(index) { return 0.4 }
        let hints = hints[index]
        if hints.contains(.body) { return nil }
        if hints.contains(.comments) { return node.tag == .article ? nil : 0.8 }
        guard hints.contains(.drop) else { return nil }
        return node.tag == .article ? 0.2 : 0.4
    }

    private func isHidden(_ index: Int) -> Bool {
        if tree.attribute("hidden", of: index) != nil || tree.attribute("aria-hidden", of: index) == "true" {
            return true
        }
        guard let style = tree.attribute("style", of: index) else { return false }
        let bare = style.lowercased().filter { $0 != " " }
        return bare.contains("display:none") || bare.contains("visibility:hidden")
    }

    // MARK: - The part that holds the text

    /// The element that holds the text.
    func container() -> Int {
        let descent = descend(from: tree.root, share: 0.85)
        guard let named = namedBody(), Double(prose(named)) >= 0.5 * Double(prose(descent)) else {
            return descent
        }
        return named
    }

    /// Goes down as long as one part holds nearly all prose of the part around it.
    private func descend(from start: Int, share: Double) -> Int {
        var at = start
        while true {
            let children = tree.children(at).filter { tree[$0].tag != .text && !tree[$0].tag.isInline }
            guard let best = children.max(by: { prose($0) < prose($1) }), tree[best].tag != .p,
                prose(best) > 0, Double(prose(best)) >= share * Double(prose(at))
            else { return at }
            at = best
        }
    }

    /// The element that is named as the text of an article, with the most prose; the one around all of them where
    /// the text is in several.
    private func namedBody() -> Int? {
        var named: [Int] = []
        var index = 0
        while index < tree.nodes.count {
            if hints[index].contains(.body), prose(index) > 0 {
                named.append(index)
                index = tree.nodes[index].end
            } else {
                index += 1
            }
        }
        guard let best = named.max(by: { prose($0) < prose($1) }) else { return nil }
        let all = named.reduce(0) { $0 + prose($1) }
        if Double(prose(best)) >= 0.6 * Double(all) { return inner(best) }
        return named.dropFirst().reduce(named[0], commonAncestor)
    }

    /// The innermost element with such a name that holds nearly all of this one.
    private func inner(_ node: Int) -> Int {
        var best = node
        for index in tree.subtree(node).dropFirst()
        where hints[index].contains(.body) && Double(prose(index)) >= 0.9 * Double(prose(best)) {
            best = index
        }
        return best
    }

    private func commonAncestor(_ one: Int, _ other: Int) -> Int {
        var at = one
        while !tree.isInside(other, at) { at = tree[at].parent }
        return at
    }

    // MARK: - The text of the part

    /// The indices of the blocks that are the text.
    func body(of container: Int) -> [Int] {
        var found: [Int] = []
        for index in page.range(tree.subtree(container)) where !isDropped[index] {
            let block = blocks[index]
            if rules.phrases.ends(block.text), !found.isEmpty, isLate(index, in: container) { break }
            if isText(block) { found.append(index) }
        }
        return withoutLooseHeadings(found)
    }

    /// Whether most of the part's prose stands before the block.
    private func isLate(_ index: Int, in container: Int) -> Bool {
        let range = page.range(tree.subtree(container))
        let before = proseSums[index] - proseSums[range.lowerBound]
        return Double(before) >= 0.6 * Double(prose(container))
    }

    private func isText(_ block: PageBlock) -> Bool {
        if tree[block.element].tag == .h1 { return false }
        if rules.phrases.isBoilerplate(block.text) { return false }
        if block.linkDensity > 0.66 { return block.bytes > 60 && block.endsSentence && block.linkDensity < 0.9 }
        return true
    }

    private func withoutLooseHeadings(_ found: [Int]) -> [Int] {
        var kept: [Int] = []
        var isNeeded = false
        for index in found.reversed() {
            if tree[blocks[index].element].tag.headingRank != nil {
                if isNeeded { kept.append(index) }
                // The heading of a section without text goes, one over another heading stays.
                continue
            }
            isNeeded = true
            kept.append(index)
        }
        return kept.reversed()
    }
}
