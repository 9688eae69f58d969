import Figures
import GRDB

/// Articles with nearly the same text, tied together: wire copy, and versions of one story. `CopyFinder` tells which.
///
/// The first published of a group is its head; `article.copy_of` of the others is the head's row.
enum Copies {
    /// Makes one group of the groups that these articles are in, and ties their figures.
    static func join(_ ids: [Int64], _ db: Database) throws {
        let members = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    WITH head (id) AS (
                      SELECT coalesce(copy_of, id) FROM article WHERE id IN (SELECT value FROM json_each(?)))
                    SELECT id, copy_of FROM article WHERE id IN head OR copy_of IN head
                    ORDER BY date IS NULL, date, publisher, doc, sha256
                    """), arguments: ["[" + ids.map(String.init).joined(separator: ",") + "]"])
        guard let head: Int64 = try members.first?[0] else { return }
        let update = try db.cachedStatement(sql: "UPDATE article SET copy_of = ? WHERE id = ?")
        for row in members {
            let id: Int64 = try row[0]
            let target = id == head ? nil : head
            if target != (try row[1] as Int64?) { try update.execute(arguments: [target, id]) }
        }
        try tie(head, db)
    }

    /// Ties the figures of an article, and of those that it is a copy of, anew.
    static func retie(_ id: Int64, _ db: Database) throws {
        for head in try heads(of: [id], db) { try tie(head, db) }
    }

    /// The first articles of the groups that these articles are in; one that stands alone is in none.
    static func heads(of articles: some Sequence<Int64>, _ db: Database) throws -> [Int64] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT coalesce(copy_of, id) FROM article
                WHERE id = ?1 AND (copy_of IS NOT NULL OR EXISTS (SELECT 1 FROM article WHERE copy_of = ?1))
                """)
        return try Set(articles.compactMap { try Int64.fetchOne(statement, arguments: [$0]) }).sorted()
    }

    // MARK: - Figures

    /// What makes a figure of a copy the same as one of the first article, whatever was read around it.
    private struct Words: Hashable {
        let measure: String
        let value: Double
        let low: Double?
        let high: Double?
        let unit: String
        /// The letters of the quote in lower case.
        let letters: [UInt8]

        init(_ row: RowStatement) throws {
            measure = try row.text(4)
            value = try row.real(5)
            low = row.isNull(6) ? nil : try row.real(6)
            high = row.isNull(7) ? nil : try row.real(7)
            unit = try row.text(8)
            letters = Words.letters(row.bytes(9))
        }

        private static func letters(_ quote: UnsafeBufferPointer<UInt8>) -> [UInt8] {
            if quote.allSatisfy({ $0 < 0x80 }) {
                return quote.compactMap { (97...122).contains($0 | 0x20) ? $0 | 0x20 : nil }
            }
            let text = String(decoding: quote, as: UTF8.self)
            var letters: [UInt8] = []
            for scalar in text.lowercased().unicodeScalars where scalar.properties.isAlphabetic {
                letters.append(contentsOf: UTF8.encode(scalar)!)
            }
            return letters
        }
    }

    /// Gives the figures of the copies the claims of the first article that has the same words.
    static func tie(_ head: Int64, _ db: Database) throws {
        let update = try db.cachedStatement(sql: "UPDATE figure SET claim = ?, is_copy = ? WHERE id = ?")
        var known: [Words: (claim: Int64, article: Int64)] = [:]
        for figure in try group(head, db) {
            // What a person corrected or threw out is a matter of its own.
            let first = figure.words.flatMap { known[$0] }
            // A figure that goes by its own claim need not have it worked out again, nor one that goes by the right one.
            let own =
                !figure.isCopy
                ? figure.claim
                : first?.claim == figure.claim ? nil : try Claims.key(ofFigure: figure.id, db).hash
            if let first, first.article != figure.article, first.claim != own {
                if figure.isCopy, first.claim == figure.claim { continue }
                try update.execute(arguments: [first.claim, true, figure.id])
            } else {
                let own = try own ?? Claims.key(ofFigure: figure.id, db).hash
                if let words = figure.words, first == nil { known[words] = (own, figure.article) }
                if !figure.isCopy, own == figure.claim { continue }
                try update.execute(arguments: [own, false, figure.id])
            }
        }
    }

    /// A figure as far as it is tied.
    private struct Member {
        let id: Int64
        let article: Int64
        let claim: Int64
        let isCopy: Bool
        /// Nil where a person looked at it.
        let words: Words?
    }

    /// The figures of an article and its copies, the first published first.
    private static func group(_ head: Int64, _ db: Database) throws -> [Member] {
        let query = try RowStatement(
            """
            SELECT figure.id, article, claim, is_copy, measure, value, low, high, unit, quote, review IS NULL
            FROM article JOIN figure ON figure.article = article.id
            WHERE article.id = ?1 OR copy_of = ?1
            ORDER BY article.id <> ?1, article.date IS NULL, article.date, article.publisher, article.doc,
              article.sha256, figure.field DESC, figure.start, figure."end"
            """, db)
        query.bind(head)
        return try query.rows { row in
            try Member(
                id: row.integer(0), article: row.integer(1), claim: row.integer(2), isCopy: row.integer(3) != 0,
                words: row.integer(10) != 0 ? Words(row) : nil)
        }
    }
}
