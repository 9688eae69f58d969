public import Figures
import GRDB

/// Something in a store that is not as it should be, and how to mend it.
public struct HealthProblem: Sendable, Hashable {
    /// `quotes that are not in their article`
    public var what: String
    /// Where: `figure 12`, `article 3`; in their order.
    public var places: [String]
    public var remedy: String
    /// False for what is as it was made, but could be better.
    public var isDamage = true
    /// The rows of articles that are to be read anew to mend it.
    public var articles: Set<Int64> = []
}

extension Store {
    /// Looks at everything that must hold in a store: the file, the rows, the schema, each quote in its article byte for byte, the
    /// bounds and days of figures, claims, copies, names, reviews, and who read the articles.
    ///
    /// Where the file itself is damaged, nothing else is looked at.
    ///
    /// - Parameter stamp: the extractor of today.
    public func health(_ stamp: ExtractorStamp) throws(StoreError) -> [HealthProblem] {
        try read { db in
            let file = try FileHealth(db)
            guard file.damage.isEmpty else { return file.damage }
            let rows = try file.rows(db)
            return rows + HealthChecks.all(stamp).flatMap { $0.found(db) }.filter { !rows.contains($0) }
        }
    }

    /// Reads articles anew from their texts in the store; their figures get new rows, and their reviews stay.
    ///
    /// - Parameters:
    ///   - articles: their rows.
    ///   - stamp: which extractor `figures` is.
    public func reread(
        _ articles: Set<Int64>, by stamp: ExtractorStamp, figures: ([Article]) -> [[Figure]]
    ) throws(StoreError) {
        let rows = articles.sorted()
        for start in stride(from: 0, to: rows.count, by: 64) {
            let part = Array(rows[start..<min(start + 64, rows.count)])
            let read = try self.read { db in try part.compactMap { id in try StoredText(id, db) } }
            let found = figures(read.map(\.article))
            try write { db in
                try db.execute(
                    sql: "INSERT INTO run (extractor, lexicon, articles, figures) VALUES (?, ?, ?, ?)",
                    arguments: [stamp.version, stamp.lexicon, read.count, found.reduce(0) { $0 + $1.count }])
                var writer = try FigureWriter(db, lexicon, run: db.lastInsertedRowID)
                for (text, figures) in zip(read, found) { try writer.replace(figures, of: text.id, text.sha256) }
                try writer.finish()
            }
        }
    }
}

/// An article with the hash that it is known by.
struct StoredText {
    let id: Int64
    let sha256: String
    let article: Article

    init?(_ id: Int64, _ db: Database) throws {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM article WHERE id = ?", arguments: [id]) else {
            return nil
        }
        self.id = id
        sha256 = try row["sha256"]
        article = try NameMerger.article(row)
    }
}
