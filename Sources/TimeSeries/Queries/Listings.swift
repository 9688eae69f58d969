public import Figures
import GRDB

extension Store {
    /// The articles published between two days, both inclusive, by day, publisher and name.
    ///
    /// An article without a date is listed only where neither day is given.
    ///
    /// - Parameter texts: whether to read their texts too; without them a listing of a large store stays small.
    public func articles(
        since: CalendarDate? = nil, until: CalendarDate? = nil, texts: Bool = true
    ) throws(StoreError) -> [StoredArticle] {
        try articles(
            texts: texts, where: "(?1 IS NULL OR date >= ?1) AND (?2 IS NULL OR date <= ?2)",
            [since?.description, until?.description])
    }

    /// The articles of these rows without their texts, in the order of `articles(since:until:texts:)`.
    public func articles(ids: Set<Int64>) throws(StoreError) -> [StoredArticle] {
        try articles(
            texts: false, where: "id IN (SELECT value FROM json_each(?))",
            ["[" + ids.sorted().map(String.init).joined(separator: ",") + "]"])
    }

    private func articles(
        texts: Bool, where condition: String, _ arguments: StatementArguments
    ) throws(StoreError) -> [StoredArticle] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT id, doc, path, url, publisher, title, date, lang, copy_of, \(texts ? "text" : "'' AS text"),
                      (SELECT count(*) FROM figure WHERE article = article.id AND review IS NOT 'rejected') AS figures
                    FROM article WHERE \(condition) ORDER BY date, publisher, doc, sha256
                    """, arguments: arguments)
            return try rows.map(Store.article)
        }
    }

    /// How many articles there are.
    public func articleCount() throws(StoreError) -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0 }
    }

    private static func article(_ row: Row) throws -> StoredArticle {
        let date = (try row["date"] as String?).flatMap { CalendarDate($0) }
        return try StoredArticle(
            id: row["id"],
            article: Article(
                id: row["doc"], publisher: row["publisher"], date: date, title: row["title"], url: row["url"],
                lang: row["lang"], text: row["text"]),
            path: row["path"], figureCount: row["figures"], copyOf: row["copy_of"])
    }

    /// What is wrong with the file itself; empty where all is well.
    public func integrityProblems() throws(StoreError) -> [String] {
        try read { db in
            let damage = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
            return try damage + orphans.map { "a row of '\(try $0[0] as String)' refers to one that is not there" }
        }
    }

    /// The version of the SQLite library in use.
    public static func sqliteVersion() throws(StoreError) -> String {
        try Store(path: ":memory:").read { db in try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "" }
    }
}
