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
    let hints: [Hints]
    private(set) var isDropped: [Bool]
    private var proseSums: [Int] = []

    init(_ tree: HTMLTree, _ rules: PageRules) {
        self.tree = tree
        self.rules = rules
        let hints = BodyFinder.hints(tree, rules)
        self.hints = hints
        page = PageBlocks(tree) { hints[$0].contains(.inline) || BodyFinder.isHidden($0, tree) }
        blocks = page.blocks
        isDropped = Array(repeating: false, count: blocks.count)
        sumProse()
        drop()
        sumProse()
    }

    // MARK: - What names itself

    private static func hints(_ tree: HTMLTree, _ rules: PageRules) -> [Hints] {
        var known: [String: Hints] = [:]
        return tree.nodes.indices.map { index in
            var found = Hints()
            for name in ["class", "id", "role", "data-component", "data-testid"] {
                guard let value = tree.attribute(name, of: index), !value.isEmpty else { continue }
                let hints = known[value] ?? rules.hints.hints(value)
                known[value] = hints
                found.formUnion(hints)
            }
            if tree.attribute("itemprop", of: index)?.lowercased() == "articlebody" { found.insert(.body) }
            // The whole page is named after what it is a page of.
            return tree[index].tag == .body || tree[index].tag == .html ? [] : found
        }
    }

    private mutating func sumProse() {
        var sum = 0
        proseSums = [0]
        for (index, block) in blocks.enumerated() {
            if !isDropped[index] { sum += weight(block) }
            proseSums.append(sum)
        }
    }

    /// Lists of teasers hold prose too, one block an item.
    private func weight(_ block: PageBlock) -> Int {
        let element = tree[block.element]
        let isItem = element.tag == .li || tree[element.parent].tag == .li
        return isItem ? block.prose * 2 / 5 : block.prose
    }

    /// The indices of the blocks that lie in a node.
    func blocks(in node: Int) -> Range<Int> { page.range(tree.subtree(node)) }

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
        if BodyFinder.isHidden(index, tree) { return 0.4 }
        let hints = hints[index]
        if hints.contains(.body) { return nil }
        if hints.contains(.comments) { return node.tag == .article ? nil : 0.8 }
        guard hints.contains(.drop) else { return nil }
        return node.tag == .article ? 0.2 : 0.4
    }

    private static func isHidden(_ index: Int, _ tree: HTMLTree) -> Bool {
        if tree.attribute("hidden", of: index) != nil || tree.attribute("aria-hidden", of: index) == "true" {
            return true
        }
        guard let style = tree.attribute("style", of: index) else { return false }
        let bare = style.lowercased().filter { $0 != " " }
        return bare.contains("display:none") || bare.contains("visibility:hidden")
    }

    // MARK: - The part that holds the text

    /// The elements that hold the text, one or several after the other.
    func containers() -> [Int] {
        let descent = descend(from: tree.root)
        let least = 0.4 * Double(prose(descent))
        let named = namedBodies()
        if Double(named.reduce(0) { $0 + prose($1) }) >= least, !named.isEmpty { return named }
        if let article = article(), Double(prose(article)) >= least { return [descend(from: article)] }
        return [descent]
    }

    /// Goes down as long as one part holds nearly all prose of the part around it.
    private func descend(from start: Int) -> Int {
        var at = start
        while true {
            let children = tree.children(at).filter { tree[$0].tag != .text && !tree[$0].tag.isInline }
            guard let best = children.max(by: { prose($0) < prose($1) }), tree[best].tag != .p,
                prose(best) > 0, Double(prose(best)) >= 0.8 * Double(prose(at))
            else { return at }
            at = best
        }
    }

    /// The `<article>` with the most prose, where no other has half as much.
    private func article() -> Int? {
        let articles = outermost { tree[$0].tag == .article }.sorted { prose($0) > prose($1) }
        guard let best = articles.first else { return nil }
        return articles.count > 1 && prose(articles[1]) * 2 > prose(best) ? nil : best
    }

    /// The elements that are named as the text of an article: the one with the most prose, and those that go on with
    /// it, no title and no other article in between.
    private func namedBodies() -> [Int] {
        let named = outermost { hints[$0].contains(.body) && prose($0) > 0 }
        guard let best = named.indices.max(by: { prose(named[$0]) < prose(named[$1]) }) else { return [] }
        var first = best
        while first > 0, goesOn(named[first - 1], named[first]) { first -= 1 }
        var last = best
        while last + 1 < named.count, goesOn(named[last], named[last + 1]) { last += 1 }
        return named[first...last].map(inner)
    }

    /// The elements for which it holds that lie in no other such one.
    func outermost(_ isWanted: (Int) -> Bool) -> [Int] {
        var found: [Int] = []
        var index = 0
        while index < tree.nodes.count {
            let isFound = isWanted(index)
            if isFound { found.append(index) }
            index = isFound ? tree[index].end : index + 1
        }
        return found
    }

    /// Whether the second is more of the first.
    private func goesOn(_ first: Int, _ second: Int) -> Bool {
        article(around: first) == article(around: second)
            && !(tree[first].end..<second).contains { tree[$0].tag == .h1 }
    }

    private func article(around node: Int) -> Int? {
        var at = node
        while at != tree.root {
            if tree[at].tag == .article { return at }
            at = tree[at].parent
        }
        return nil
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

    // MARK: - The text of the part

    /// The indices of the blocks that are the text.
    ///
    /// - Parameter isFragment: whether all of it is text, first headings too.
    func body(of containers: [Int], isFragment: Bool = false) -> [Int] {
        let all = containers.flatMap { page.range(tree.subtree($0)) }.filter { !isDropped[$0] }
        let prose = all.reduce(0) { $0 + blocks[$1].prose }
        var found: [Int] = []
        var before = 0
        for index in all {
            let block = blocks[index]
            // Most of the prose is behind.
            if before * 5 >= prose * 3, rules.phrases.ends(block.text) { break }
            if isText(block, isFragment) { found.append(index) }
            before += block.prose
        }
        return withoutLooseHeadings(found)
    }

    private func isText(_ block: PageBlock, _ isFragment: Bool) -> Bool {
        if tree[block.element].tag == .h1, !isFragment { return false }
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
