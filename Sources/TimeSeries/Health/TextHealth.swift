import Figures
import Foundation
import GRDB

/// The articles are what they are known by, and each quote and number is found in its article byte for byte.
struct TextHealth: HealthCheck {
    func problems(_ db: Database) throws -> [HealthProblem] {
        var changed: [String] = []
        var dangling: [String] = []
        var articles: Set<Int64> = []
        let figures = try db.makeStatement(
            sql: """
                SELECT id, field, start, "end", number, quote, quote_start FROM figure WHERE article = ? ORDER BY id
                """)
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM article ORDER BY id")
        while let row = try rows.next() {
            let id: Int64 = try row["id"]
            if try NameMerger.article(row).sha256 != row["sha256"] as String {
                changed.append("article \(id)")
                continue
            }
            let bytes = [
                "text": [UInt8](try row["text"] as Data? ?? Data()),
                "title": [UInt8](try row["title"] as Data? ?? Data()),
            ]
            for figure in try Row.fetchAll(figures, arguments: [id]) where try !TextHealth.isFound(figure, bytes) {
                dangling.append("figure \(try figure["id"] as Int64)")
                articles.insert(id)
            }
        }
        let problems = [
            HealthProblem(
                what: "articles that are not what was read", places: changed,
                remedy: Remedy.edited),
            HealthProblem(
                what: "figures whose words are not in their article", places: dangling, remedy: Remedy.anew,
                articles: articles),
        ]
        return problems.filter { !$0.places.isEmpty }
    }

    /// Whether the quote stands where it is said to, and the number in it. Equal bytes begin and end with the same
    /// characters, so that the bounds lie between two.
    private static func isFound(_ figure: Row, _ bytes: [String: [UInt8]]) throws -> Bool {
        let text = bytes[try figure["field"]] ?? []
        let start: Int = try figure["start"]
        let end: Int = try figure["end"]
        let quote = Array((try figure["quote"] as String).utf8)
        let quoteStart: Int = try figure["quote_start"]
        let quoteEnd = quoteStart &+ quote.count
        guard 0 <= quoteStart, quoteStart <= start, start < end, end <= quoteEnd, quoteEnd <= text.count else {
            return false
        }
        return try text[quoteStart..<quoteEnd].elementsEqual(quote)
            && text[start..<end].elementsEqual((figure["number"] as String).utf8)
    }
}
