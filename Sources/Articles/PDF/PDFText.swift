import Foundation

/// The text of a document as a person reads it: paragraphs whole, tables cell by cell, without what runs along.
struct PDFText {
    private let document: PDFDocument
    private let words: LineJoiner
    private let bodyHeight: Double

    init(_ document: PDFDocument) {
        var document = document
        document.pages = PageFurniture.removed(from: document.pages)
        self.document = document
        let lines = document.pages.flatMap(\.blocks).flatMap(\.lines)
        words = LineJoiner(lines.map(\.text))
        // Of the words, for a heading has few.
        let heights = lines.flatMap { line in
            repeatElement(line.box.height, count: line.text.split(separator: " ").count)
        }.sorted()
        bodyHeight = heights.isEmpty ? 0 : heights[(heights.count - 1) / 2]
    }

    /// Paragraphs, an empty line between them.
    var text: String {
        var paragraphs: [String] = []
        for paragraph in document.pages.flatMap({ self.paragraphs(ofPage: $0) }) {
            if let last = paragraphs.last, words.goesOn(last, paragraph) {
                paragraphs[paragraphs.count - 1] = words.joined(last, paragraph)
            } else {
                paragraphs.append(paragraph)
            }
        }
        return paragraphs.joined(separator: "\n\n")
    }

    // MARK: - Title

    /// What the document calls itself, unless a program named it after a file; else the largest words of its first page.
    var title: String? {
        if let title = document.title, PDFText.isTitle(title) { return title }
        guard let page = document.pages.first else { return nil }
        let lines = page.blocks.flatMap(\.lines).filter { $0.box.top < page.height / 2 }
        guard let largest = lines.map(\.box.height).max(), largest > bodyHeight * 1.15 else { return nil }
        let title = lines.filter { $0.box.height > largest * 0.95 }.map(\.text).joined(separator: " ")
        return title.utf8.count <= 300 && title.contains(where: \.isLetter) ? title : nil
    }

    private static let fileEndings = [
        ".doc", ".docx", ".pdf", ".indd", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".pub", ".ai", ".qxd",
    ]

    private static func isTitle(_ title: String) -> Bool {
        let lower = title.lowercased()
        return title.contains(" ") && !lower.hasPrefix("microsoft ") && !lower.hasPrefix("powerpoint ")
            && !lower.hasPrefix("untitled") && !fileEndings.contains { lower.hasSuffix($0) }
    }

    // MARK: - Paragraphs

    private func paragraphs(ofPage page: PDFPage) -> [String] {
        let tables = TableFinder.tables(page)
        var told: Set<Int> = []
        var paragraphs: [String] = []
        for block in page.blocks {
            var prose = block
            for (index, table) in tables.enumerated() where block.lines.contains(where: table.lines.contains) {
                prose.lines.removeAll(where: table.lines.contains)
                if told.insert(index).inserted { paragraphs += table.paragraphs }
            }
            if !prose.lines.isEmpty { paragraphs += self.paragraphs(ofBlock: prose) }
        }
        return paragraphs
    }

    private func paragraphs(ofBlock block: PDFBlock) -> [String] {
        let box = block.box
        var paragraphs: [String] = []
        var isOpen = false
        for (index, line) in block.lines.enumerated() {
            if isOpen, !beginsParagraph(line.text, after: block.lines[index - 1].text) {
                paragraphs[paragraphs.count - 1] = words.joined(paragraphs[paragraphs.count - 1], line.text)
            } else {
                paragraphs.append(line.text)
            }
            // A line that leaves a quarter of the width free is the last of its paragraph.
            isOpen = line.box.right > box.right - (box.right - box.left) / 4 || line.text.hasSuffix("-")
        }
        return paragraphs
    }

    private static let bullets: Set<Character> = [
        "•", "▪", "–", "‣", "◦", "●", "■", "➢", "\u{F0B7}", "\u{F0A7}", "►", "*",
    ]

    private func beginsParagraph(_ line: String, after previous: String) -> Bool {
        if let first = line.first, PDFText.bullets.contains(first) { return true }
        return PDFText.isEntry(line) && PDFText.isEntry(previous)
    }

    /// `Killed: 12`: a line of a list of figures.
    private static func isEntry(_ line: String) -> Bool {
        guard let colon = line.firstIndex(of: ":"), line.utf8.count <= 100 else { return false }
        let value = line[line.index(after: colon)...].drop { $0 == " " }
        return value.first.map { $0.isNumber || $0 == "~" } ?? false
    }
}

/// Puts the lines of a paragraph together.
struct LineJoiner {
    /// The words that the document has within its lines, hyphened ones too, in lower case.
    private let known: Set<String>

    init(_ lines: [String]) {
        known = Set(
            lines.flatMap { line in
                line.split(separator: " ").dropLast().map {
                    $0.lowercased().trimmingCharacters(in: .punctuationCharacters)
                }
            })
    }

    /// Whether a paragraph that a page or column ended goes on in the next.
    func goesOn(_ paragraph: String, _ next: String) -> Bool {
        guard paragraph.utf8.count > 40, let last = paragraph.last, let first = next.first else { return false }
        return first.isLowercase && (last.isLetter || last.isNumber || last == "," || last == "-" || last == "\u{AD}")
    }

    /// The lines in one, a word that was parted at the end of the first whole again.
    ///
    /// `owner-` and `driven` stay `owner-driven` where the document knows both as words, or the whole; `govern-` and
    /// `ment` become `government`.
    func joined(_ line: String, _ next: String) -> String {
        if line.hasSuffix("\u{AD}") { return String(line.dropLast()) + next }
        guard line.hasSuffix("-"), next.first?.isLowercase == true else { return line + " " + next }
        let left = line.dropLast().reversed().prefix { $0.isLetter || $0 == "-" }.reversed().map { $0 }
        let right = next.prefix { $0.isLetter }.lowercased()
        let start = String(left).lowercased()
        guard let letter = left.last, letter.isLowercase, !right.isEmpty else { return line + next }
        if known.contains(start + right) { return String(line.dropLast()) + next }
        let isCompound = known.contains(start + "-" + right) || (known.contains(start) && known.contains(right))
        return isCompound ? line + next : String(line.dropLast()) + next
    }
}
