/// The blocks of an article as text: paragraphs set apart by an empty line, items of a list and rows of a table by a
/// new line.
struct BodyWriter {
    private let finder: BodyFinder
    private var tree: HTMLTree { finder.tree }
    private var text = ""
    /// What the last block was, for what stands between it and the next.
    private var last = Kind.paragraph

    private enum Kind: Equatable {
        case paragraph
        /// An item or a row, with the list or table that it is of.
        case line(of: Int)
    }

    init(_ finder: BodyFinder) { self.finder = finder }

    /// - Parameter blocks: the indices of the blocks that are the text, in order.
    mutating func text(of blocks: [Int]) -> String {
        var at = 0
        while at < blocks.count {
            let index = blocks[at]
            if let table = enclosing(.table, of: index), let rows = rows(of: table) {
                for row in rows { write(row, .line(of: table)) }
                while at < blocks.count, tree.isInside(finder.blocks[blocks[at]].element, table) { at += 1 }
            } else if at + 1 < blocks.count, let pair = pair(index, blocks[at + 1]) {
                write(pair.text, pair.kind)
                at += 2
            } else {
                write(finder.blocks[index].text, kind(index))
                at += 1
            }
        }
        return text
    }

    private mutating func write(_ piece: String, _ kind: Kind) {
        guard !piece.isEmpty else { return }
        if !text.isEmpty {
            // A line that begins in lower case would be read on from the one before it.
            let runsOn = piece.first?.isLowercase == true
            text += kind != .paragraph && kind == last && !runsOn ? "\n" : "\n\n"
        }
        text += piece
        last = kind
    }

    // MARK: - Lists

    private func kind(_ index: Int) -> Kind {
        let element = finder.blocks[index].element
        guard tree[element].tag == .li else { return .paragraph }
        return .line(of: tree[element].parent)
    }

    // MARK: - Tables

    private func enclosing(_ tag: HTMLTag, of index: Int) -> Int? {
        var at = finder.blocks[index].element
        while at != tree.root {
            if tree[at].tag == tag { return at }
            at = tree[at].parent
        }
        return nil
    }

    private func rows(of table: Int) -> [String]? {
        let caption = tree.children(table).first { tree[$0].tag == .caption }.map(tree.plainText)
        guard let rows = TableText(tree, table, text: tree.plainText) else { return nil }
        return [caption ?? ""] + rows.lines()
    }

    // MARK: - Labels and values

    /// Two blocks that are one statement: a term with what it means, a number with its label.
    ///
    ///     <dt>Killed</dt><dd>14</dd>                    Killed: 14
    ///     <div><b>2.3M</b><p>people displaced</p></div>  2.3M people displaced
    private func pair(_ first: Int, _ second: Int) -> (text: String, kind: Kind)? {
        let (one, other) = (finder.blocks[first], finder.blocks[second])
        guard one.bytes <= 80, other.bytes <= 80 else { return nil }
        let parent = tree[one.element].parent
        guard tree[other.element].parent == parent else { return nil }
        if tree[one.element].tag == .dt, tree[other.element].tag == .dd {
            return ("\(BodyWriter.bare(one.text)): \(other.text)", .line(of: parent))
        }
        guard holdsOnly(parent, first, second) else { return nil }
        let (isValue, isOtherValue) = (TableText.isValue(one.text), TableText.isValue(other.text))
        if isValue, !isOtherValue { return ("\(one.text) \(other.text)", .paragraph) }
        if !isValue, isOtherValue { return ("\(BodyWriter.bare(one.text)): \(other.text)", .paragraph) }
        return nil
    }

    /// Whether a part holds these two blocks and no other.
    private func holdsOnly(_ parent: Int, _ first: Int, _ second: Int) -> Bool {
        let range = finder.blocks(in: parent)
        return range.lowerBound == first && range.upperBound == second + 1
    }

    private static func bare(_ label: String) -> String { label.hasSuffix(":") ? String(label.dropLast()) : label }
}
