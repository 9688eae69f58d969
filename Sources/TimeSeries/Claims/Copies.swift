import Figures
import Foundation
import GRDB

/// Ties articles with nearly the same text together: wire copy, and versions of one story.
///
/// Two articles are copies where half of their words run alike and they are printed within three days by different
/// publishers, or on one day by the same. A daily bulletin that is filled into the same form each day is no copy of
/// yesterday's. What is tied to one article is tied to all of its copies, in whatever order they are read.
enum Copies {
    static let leastResemblance = 0.5
    static let mostDays = 3

    /// Finds the copies of an article that was just written, and ties their figures.
    static func enter(_ id: Int64, text: String, _ db: Database) throws {
        guard let hash = MinHash(text) else { return }
        let candidates = try candidates(hash, id, db)
        try db.cachedStatement(sql: "INSERT INTO signature (article, minhash) VALUES (?, ?)").execute(
            arguments: [id, Data(hash.bytes)])
        let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO band (hash, article) VALUES (?, ?)")
        for band in hash.bands { try insert.execute(arguments: [band, id]) }
        guard !candidates.isEmpty else { return }
        let own = try Issue.fetch([id], db)
        let copies = try Issue.fetch(candidates, db).filter { other in
            guard let known = other.hash, let own = own.first else { return false }
            return other.isNear(own) && hash.resemblance(to: known) >= leastResemblance
        }
        if !copies.isEmpty { try join([id] + copies.map(\.id), db) }
    }

    /// The articles that have a band in common.
    private static func candidates(_ hash: MinHash, _ id: Int64, _ db: Database) throws -> [Int64] {
        let statement = try db.cachedStatement(sql: "SELECT article FROM band WHERE hash = ? AND article <> ?")
        return try Set(hash.bands.flatMap { try Int64.fetchAll(statement, arguments: [$0, id]) }).sorted()
    }

    /// An article as far as copies are told by it.
    private struct Issue {
        let id: Int64
        let publisher: String?
        let date: CalendarDate?
        let hash: MinHash?

        static func fetch(_ ids: [Int64], _ db: Database) throws -> [Issue] {
            try Row.fetchAll(
                db,
                sql: """
                    SELECT article.id, publisher, date, minhash FROM article LEFT JOIN signature ON article = article.id
                    WHERE article.id IN (\(ids.map { _ in "?" }.joined(separator: ", ")))
                    """, arguments: StatementArguments(ids)
            ).map { row in
                Issue(
                    id: row["id"], publisher: row["publisher"],
                    date: (row["date"] as String?).flatMap { CalendarDate($0) },
                    hash: (row["minhash"] as Data?).flatMap { MinHash(bytes: [UInt8]($0)) })
            }
        }

        func isNear(_ other: Issue) -> Bool {
            guard let date, let day = other.date else { return true }
            let days = abs(date.dayNumber - day.dayNumber)
            return publisher == other.publisher && publisher != nil ? days == 0 : days <= mostDays
        }
    }

    /// Makes one group of the groups that these articles are in; the first published is its head.
    private static func join(_ ids: [Int64], _ db: Database) throws {
        let marks = ids.map { _ in "?" }.joined(separator: ", ")
        let members = try Int64.fetchAll(
            db,
            sql: """
                WITH head (id) AS (SELECT coalesce(copy_of, id) FROM article WHERE id IN (\(marks)))
                SELECT id FROM article WHERE id IN head OR copy_of IN head
                ORDER BY date IS NULL, date, publisher, doc, sha256
                """, arguments: StatementArguments(ids))
        guard let head = members.first else { return }
        let update = try db.cachedStatement(sql: "UPDATE article SET copy_of = ? WHERE id = ?")
        for id in members { try update.execute(arguments: [id == head ? nil : head, id]) }
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
        let quote: String

        init(_ figure: Figure) {
            measure = figure.measure
            value = figure.value
            low = figure.low
            high = figure.high
            unit = figure.unit
            quote = String(figure.quote.lowercased().unicodeScalars.filter(\.properties.isAlphabetic))
        }
    }

    /// Gives the figures of the copies the claims of the first article that has the same words.
    static func tie(_ head: Int64, _ db: Database) throws {
        let update = try db.cachedStatement(sql: "UPDATE figure SET claim = ?, is_copy = ? WHERE id = ?")
        var known: [Words: (claim: Int64, article: Int64)] = [:]
        for row in try group(head, db) {
            let own = try Claims.key(row).hash
            let article: Int64 = row["article"]
            // What a person corrected or threw out is a matter of its own.
            var first = (claim: own, article: article)
            if row["review"] as String? == nil {
                let words = Words(try FigureColumns.storedFigure(row).figure)
                first = known[words] ?? first
                known[words] = first
            }
            let isCopy = first.article != article && first.claim != own
            let claim = isCopy ? first.claim : own
            if claim == row["claim"] as Int64, isCopy == row["is_copy"] as Bool { continue }
            try update.execute(arguments: [claim, isCopy, row["id"] as Int64])
        }
    }

    /// The figures of an article and its copies, the first published first.
    private static func group(_ head: Int64, _ db: Database) throws -> [Row] {
        try Row.fetchAll(
            db,
            sql: """
                \(FigureColumns.query(columns: "article.sha256"))
                WHERE figure.article IN (SELECT id FROM article WHERE id = ?1 OR copy_of = ?1)
                ORDER BY article.id <> ?1, article.date IS NULL, article.date, article.publisher, article.doc,
                  article.sha256, figure.field DESC, figure.start, figure."end"
                """, arguments: [head])
    }
}
