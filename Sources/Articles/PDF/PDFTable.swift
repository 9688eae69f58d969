import Foundation

/// A table that stands in a page without lines of its own: rows of short pieces under each other, most of them numbers.
///
/// pdftotext gives pieces and places, no table. Pieces in one row that stand under those of the row above make columns;
/// two columns of prose do too, but theirs are sentences, not numbers.
struct PDFTable {
    /// Texts by row and column, the row's head first; what is not there is empty.
    let heads: [String]
    let rows: [[String]]
    let box: Box
    /// The lines that it took.
    let lines: Set<PDFLine>

    /// Each cell with the heads of its row and column, a paragraph each, so that no figure stands without them:
    /// `Rafah, Killed: 12`.
    var paragraphs: [String] {
        rows.flatMap { row in
            row.indices.dropFirst().compactMap { column -> String? in
                let value = row[column]
                guard value.contains(where: \.isNumber) else { return nil }
                let heads = [row[0], heads[column]].filter { !$0.isEmpty }
                return heads.isEmpty ? value : heads.joined(separator: ", ") + ": " + value
            }
        }
    }
}

/// Finds the tables of a page.
struct TableFinder {
    private struct Row {
        var cells: [PDFLine]

        var box: Box { cells.dropFirst().reduce(into: cells[0].box) { $0.take(in: $1.box) } }
        var isSeveral: Bool { cells.count > 1 }
        var numbers: Int { cells.dropFirst().count { TableFinder.isNumber($0.text) } }
    }

    static func tables(_ page: PDFPage) -> [PDFTable] {
        let rows = rows(page.blocks.flatMap(\.lines))
        var tables: [PDFTable] = []
        var run: [Row] = []
        for row in rows {
            let isNear = run.last.map { row.box.top - $0.box.bottom < 2.5 * max(row.box.height, 8) } ?? true
            if !row.isSeveral || !isNear {
                if let table = table(run) { tables.append(table) }
                run = []
            }
            if row.isSeveral { run.append(row) }
        }
        if let table = table(run) { tables.append(table) }
        return tables
    }

    /// The pieces of a page by rows, from the top, each from the left.
    private static func rows(_ lines: [PDFLine]) -> [Row] {
        var rows: [Row] = []
        for line in lines.sorted(by: { ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left) }) {
            if let last = rows.indices.last, rows[last].cells.allSatisfy({ $0.box.sharesRow(with: line.box) }) {
                rows[last].cells.append(line)
            } else {
                rows.append(Row(cells: [line]))
            }
        }
        for index in rows.indices { rows[index].cells.sort { $0.box.left < $1.box.left } }
        return rows
    }

    private static func table(_ run: [Row]) -> PDFTable? {
        guard let first = run.firstIndex(where: { $0.numbers > 0 }) else { return nil }
        let body = run[first...]
        let cells = body.reduce(0) { $0 + $1.cells.count - 1 }
        let numbers = body.reduce(0) { $0 + $1.numbers }
        // A stray number beside a paragraph is no table, nor are columns of sentences.
        guard numbers * 2 >= cells, first > 0 || body.count > 1 else { return nil }
        let columns = columns(body)
        guard columns.count > 1 else { return nil }
        let heads = (0..<columns.count).map { column in
            run[..<first].flatMap(\.cells).filter { nearest($0.box, columns) == column }.map(\.text)
                .joined(separator: " ")
        }
        let rows = body.map { row in
            row.cells.reduce(into: [String](repeating: "", count: columns.count)) { texts, cell in
                let column = nearest(cell.box, columns)
                texts[column] = texts[column].isEmpty ? cell.text : texts[column] + " " + cell.text
            }
        }
        return PDFTable(
            heads: heads, rows: rows, box: run.dropFirst().reduce(into: run[0].box) { $0.take(in: $1.box) },
            lines: Set(run.flatMap(\.cells)))
    }

    /// The stretches that the cells of the body fill, from the left.
    private static func columns(_ rows: ArraySlice<Row>) -> [Box] {
        var columns: [Box] = []
        for cell in rows.flatMap(\.cells).sorted(by: { $0.box.left < $1.box.left }) {
            if let last = columns.indices.last, columns[last].sharesColumn(with: cell.box) {
                columns[last].take(in: cell.box)
            } else {
                columns.append(cell.box)
            }
        }
        return columns
    }

    private static func nearest(_ box: Box, _ columns: [Box]) -> Int {
        let middle = (box.left + box.right) / 2
        func distance(_ column: Box) -> Double { max(column.left - middle, middle - column.right, 0) }
        let shared = columns.indices.filter { columns[$0].sharesColumn(with: box) }
        return (shared.isEmpty ? Array(columns.indices) : shared).min { distance(columns[$0]) < distance(columns[$1]) }
            ?? 0
    }

    /// `1,234`, `12%`, `+3`, `~40`, `12 (3)`, and what stands for none.
    static func isNumber(_ text: String) -> Bool {
        if ["-", "–", "—", "n/a", "na", "nil", "0", "…", "*", "nd"].contains(text.lowercased()) { return true }
        let kept = text.filter { $0.isNumber || $0.isLetter }
        return !kept.isEmpty && text.count <= 20 && kept.count { $0.isNumber } * 10 >= kept.count * 7
    }
}
