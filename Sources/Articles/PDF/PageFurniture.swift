import Foundation

/// Takes running heads, running feet and page numbers out of the pages.
///
/// A line in the top or bottom eighth of a page goes where the same line, whatever its digits, stands there on other
/// pages too. The first of a running head stays: it may be all that names the report. A page number goes by its form.
/// Where nothing would be left, all stays: those lines are the text.
enum PageFurniture {
    /// As a share of the height.
    private static let margin = 0.125

    private struct Key: Hashable {
        let isTop: Bool
        let words: String
    }

    static func removed(from pages: [PDFPage]) -> [PDFPage] {
        var counts: [Key: Int] = [:]
        for page in pages {
            let keys = page.blocks.flatMap(\.lines).compactMap { key($0, page) }
            for key in Set(keys) { counts[key, default: 0] += 1 }
        }
        var told: Set<Key> = []
        let bare = pages.map { whole in
            var page = whole
            for index in page.blocks.indices {
                page.blocks[index].lines.removeAll { line in
                    guard let key = key(line, whole) else { return false }
                    if isPageNumber(key.words) { return true }
                    guard isRunning(counts[key] ?? 0, of: pages.count) else { return false }
                    return !key.isTop || !told.insert(key).inserted
                }
            }
            page.blocks.removeAll { $0.lines.isEmpty }
            return page
        }
        return bare.allSatisfy(\.blocks.isEmpty) ? pages : bare
    }

    /// On half of the pages: reports have one head for the left pages and one for the right.
    private static func isRunning(_ count: Int, of pages: Int) -> Bool { count >= 2 && count * 5 >= pages * 2 }

    /// Nil in the body of the page.
    private static func key(_ line: PDFLine, _ page: PDFPage) -> Key? {
        let isTop = line.box.bottom < page.height * margin
        guard isTop || line.box.top > page.height * (1 - margin) else { return nil }
        return Key(isTop: isTop, words: withoutDigits(line.text))
    }

    /// `Page 3 of 12` as `page # of #`.
    private static func withoutDigits(_ text: String) -> String {
        var words = ""
        for character in text.lowercased() {
            if !character.isNumber {
                words.append(character)
            } else if words.last != "#" {
                words.append("#")
            }
        }
        return words
    }

    private static let pageWords: Set<Substring> = ["page", "p", "of", "pg", "seite", "صفحة"]

    /// Nothing but numbers of pages: `#`, `- # -`, `page # of #`, `# | page`.
    private static func isPageNumber(_ words: String) -> Bool {
        let parts = words.split { !$0.isLetter && $0 != "#" }
        return parts.contains("#") && parts.count <= 4 && parts.allSatisfy { $0 == "#" || pageWords.contains($0) }
            && parts.filter { $0 == "#" }.count <= 2
    }
}
