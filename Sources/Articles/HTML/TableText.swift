/// A table as lines of text, a row a line, so that each number stands with the heads of its row and column:
///
///     | Governorate | Killed | Injured |
///     | Beira       | 14     | 40      |        Beira, Killed: 14; Injured: 40
///     | Dondo       | 3      |         |        Dondo, Killed: 3
///
/// A table of two columns without heads gives `Killed: 14`; cells without any head stand one after the other. Cells
/// that span rows or columns count in each.
struct TableText {
    /// Wider and longer tables are cut: they are no tables of an article.
    private static let maximumColumns = 64
    private static let maximumRows = 5_000

    struct Cell {
        let text: String
        let isHead: Bool

        var hasDigit: Bool { TableText.hasDigit(text) }
        var isValue: Bool {
            text.isEmpty || TableText.isValue(text) || (text.count <= 2 && !text.contains(where: \.isLetter))
        }
    }

    static func hasDigit(_ text: String) -> Bool { text.utf8.contains { (48...57).contains($0) } }

    /// A number alone, with the marks that belong to it and at most two letters: "14", "12%", "1.2 M".
    static func isValue(_ text: String) -> Bool {
        text.utf8.count <= 24 && hasDigit(text) && text.count { $0.isLetter } <= 2
    }

    let rows: [[Cell]]

    init(rows: [[Cell]]) { self.rows = rows }

    /// How many rows at the top hold the heads of columns.
    private var headRows: Int {
        let marked = rows.prefix { !$0.isEmpty && $0.allSatisfy { $0.isHead || $0.text.isEmpty } }.count
        if marked > 0 { return marked < rows.count ? marked : 0 }
        guard rows.count > 1, let first = rows.first, first.count > 1,
            !first.contains(where: \.hasDigit), rows.dropFirst().contains(where: { $0.contains(where: \.hasDigit) }),
            first.count(where: { !$0.text.isEmpty }) * 2 > first.count
        else { return 0 }
        // Two columns of labels and values have no head, though the first value be a word.
        return first.count == 2 && !rows.dropFirst().allSatisfy { $0.count < 2 || $0[1].isValue } ? 0 : 1
    }

    func lines() -> [String] {
        let count = headRows
        let heads = heads(rows.prefix(count))
        return rows.dropFirst(count).compactMap { line($0, heads) }
    }

    /// The head of each column, of several rows one after the other.
    private func heads(_ rows: ArraySlice<[Cell]>) -> [String] {
        let width = rows.map(\.count).max() ?? 0
        return (0..<width).map { column in
            TableText.joined(rows.map { column < $0.count ? $0[column].text : "" })
        }
    }

    private func line(_ row: [Cell], _ heads: [String]) -> String? {
        let labels = labelCount(row)
        let label = TableText.joined(row.prefix(labels).map(\.text))
        var values: [String] = []
        for (column, cell) in row.enumerated().dropFirst(labels) where !cell.text.isEmpty {
            // A cell that spans columns counts once.
            if column > labels, row[column - 1].text == cell.text, !cell.hasDigit { continue }
            let head = column < heads.count ? heads[column] : ""
            values.append(head.isEmpty ? cell.text : "\(TableText.bare(head)): \(cell.text)")
        }
        guard !values.isEmpty else { return label.isEmpty ? nil : label }
        guard !label.isEmpty else { return values.joined(separator: heads.isEmpty ? " " : "; ") }
        if !heads.isEmpty { return "\(label), \(values.joined(separator: "; "))" }
        return values.count == 1
            ? "\(TableText.bare(label)): \(values[0])" : "\(label) \(values.joined(separator: " "))"
    }

    /// How many cells at the beginning name the row: those before the first value, at least one of a row of values.
    private func labelCount(_ row: [Cell]) -> Int {
        let marked = row.prefix(while: \.isHead).count
        if marked > 0, marked < row.count { return marked }
        let words = row.prefix { !$0.isValue || $0.text.isEmpty }.count
        if words == row.count { return row.count > 1 ? 1 : 0 }
        return words
    }

    /// Texts one after the other, without empty ones and without one that repeats the one before it.
    private static func joined(_ texts: [String]) -> String {
        var parts: [String] = []
        for text in texts where !text.isEmpty && parts.last != text { parts.append(text) }
        return parts.joined(separator: ", ")
    }

    private static func bare(_ head: String) -> String {
        var head = head[...]
        while let last = head.last, last == ":" || last == " " { head.removeLast() }
        return String(head)
    }

    // MARK: - Out of a page

    /// The table at a node; nil where it only arranges a page: where a cell holds paragraphs or another table.
    init?(_ tree: HTMLTree, _ table: Int, text: (Int) -> String) {
        guard !tree.subtree(table).dropFirst().contains(where: { tree[$0].tag == .table }) else { return nil }
        let rowNodes = tree.subtree(table).filter { tree[$0].tag == .tr }.prefix(TableText.maximumRows)
        var grid = Grid()
        var longest = 0
        for row in rowNodes {
            let isHead = tree[tree[row].parent].tag == .thead
            let cells = tree.children(row).filter { tree[$0].tag == .td || tree[$0].tag == .th }
            grid.beginRow()
            for node in cells.prefix(TableText.maximumColumns) {
                let cell = Cell(text: text(node), isHead: isHead || tree[node].tag == .th)
                longest = max(longest, cell.text.utf8.count)
                grid.add(
                    cell, columns: TableText.span("colspan", tree, node), rows: TableText.span("rowspan", tree, node))
            }
            grid.endRow()
        }
        let rows = grid.rows.filter { row in row.contains { !$0.text.isEmpty } }
        let wide = rows.count { row in row.count { !$0.text.isEmpty } > 1 }
        guard rows.count > 0, wide * 2 >= rows.count, longest <= 400 else { return nil }
        self.init(rows: rows)
    }

    private static func span(_ name: String, _ tree: HTMLTree, _ node: Int) -> Int {
        let span = tree.attribute(name, of: node).flatMap { Int($0) } ?? 1
        // A span over all that may come says nothing.
        return (1...maximumColumns / 2).contains(span) ? span : 1
    }

    /// Cells on their places, those that span rows and columns in each of them.
    private struct Grid {
        private(set) var rows: [[Cell]] = []
        /// What reaches down into the rows that follow, by column.
        private var hanging: [Int: (cell: Cell, left: Int)] = [:]
        private var row: [Cell] = []

        mutating func beginRow() { row = [] }

        mutating func add(_ cell: Cell, columns: Int, rows: Int) {
            fillHanging()
            for _ in 0..<columns where row.count < TableText.maximumColumns {
                if rows > 1 { hanging[row.count] = (cell, rows - 1) }
                row.append(cell)
            }
        }

        private mutating func fillHanging() {
            while let above = hanging[row.count], above.left > 0, row.count < TableText.maximumColumns {
                hanging[row.count] = (above.cell, above.left - 1)
                row.append(above.cell)
            }
        }

        mutating func endRow() {
            fillHanging()
            rows.append(row)
        }
    }
}
