public import Figures
import GRDB

extension Store {
    /// The articles published between two days, both inclusive, by day, publisher and name.
    ///
    /// An article without a date is listed only where neither day is given.
    public func articles(since: CalendarDate? = nil, until: CalendarDate? = nil) throws(StoreError) -> [StoredArticle] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT article.*, (SELECT count(*) FROM figure WHERE article = article.id) AS figureCount
                    FROM article
                    WHERE (?1 IS NULL OR date >= ?1) AND (?2 IS NULL OR date <= ?2)
                    ORDER BY date, publisher, doc, sha256
                    """, arguments: [since?.description, until?.description])
            return rows.map(Store.article)
        }
    }

    private static func article(_ row: Row) -> StoredArticle {
        let date = (row["date"] as String?).flatMap { CalendarDate($0) }
        return StoredArticle(
            id: row["id"],
            article: Article(
                id: row["doc"], publisher: row["publisher"], date: date, title: row["title"], url: row["url"],
                lang: row["lang"], text: row["text"]),
            path: row["path"], figureCount: row["figureCount"])
    }

    /// The sources, the most quoted first.
    public func sources() throws(StoreError) -> [StoredSource] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT source.*, count(figure.id) AS figures, count(DISTINCT figure.article) AS articles
                    FROM source LEFT JOIN figure ON figure.source = source.id
                    GROUP BY source.id ORDER BY figures DESC, name
                    """)
            return try rows.map { row in
                let name: String = row["name"]
                let aliases = try String.fetchAll(
                    db, sql: "SELECT text FROM alias WHERE source = ? AND text <> ? ORDER BY text",
                    arguments: [row["id"] as Int64, name])
                return StoredSource(
                    key: FigureColumns.key(row["key"]), name: name, kind: SourceKind(rawValue: row["kind"]) ?? .other,
                    aliases: aliases, figureCount: row["figures"], articleCount: row["articles"])
            }
        }
    }

    /// How many figures have no source.
    public func unattributedCount() throws(StoreError) -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM figure WHERE source IS NULL") ?? 0 }
    }

    /// The places, each behind the one that holds it.
    public func places() throws(StoreError) -> [StoredPlace] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    WITH RECURSIVE tree (id, depth, path) AS (
                      SELECT id, 0, name FROM place WHERE parent IS NULL
                      UNION ALL
                      SELECT place.id, depth + 1, path || char(31) || place.name
                      FROM place JOIN tree ON place.parent = tree.id)
                    SELECT place.key, place.name, place.kind, place.iso3, outer_place.name AS parent,
                      (SELECT count(*) FROM figure WHERE figure.place = place.id) AS figures
                    FROM tree JOIN place ON place.id = tree.id
                      LEFT JOIN place AS outer_place ON outer_place.id = place.parent
                    ORDER BY tree.path, place.key
                    """)
            return rows.map { row in
                StoredPlace(
                    key: FigureColumns.key(row["key"]), name: row["name"], kind: row["kind"], iso3: row["iso3"],
                    parent: row["parent"], figureCount: row["figures"])
            }
        }
    }

    /// What is wrong with the file itself; empty where all is well.
    public func integrityProblems() throws(StoreError) -> [String] {
        try read { db in
            let damage = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
            return damage + orphans.map { "a row of '\($0[0] as String)' refers to one that is not there" }
        }
    }

    /// The version of the SQLite library in use.
    public static func sqliteVersion() throws(StoreError) -> String {
        try Store(path: ":memory:").read { db in try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "" }
    }
}
