import Figures
import GRDB

extension Store {
    /// The sources, the most quoted first; those merged into another are among its aliases.
    public func sources() throws(StoreError) -> [StoredSource] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT source.*, count(figure.id) AS figures, count(DISTINCT figure.article) AS articles
                    FROM source
                      LEFT JOIN source AS quoted ON quoted.id = source.id OR quoted.canonical = source.id
                      LEFT JOIN figure ON figure.source = quoted.id AND figure.review IS NOT 'rejected'
                    WHERE source.canonical IS NULL
                    GROUP BY source.id ORDER BY figures DESC, coalesce(source.given_name, source.name), source.key
                    """)
            return try rows.map { try Store.source($0, db) }
        }
    }

    private static func source(_ row: Row, _ db: Database) throws -> StoredSource {
        let name: String = try row["given_name"] ?? row["name"]
        let aliases = try String.fetchAll(
            db,
            sql: """
                SELECT text FROM alias WHERE source IN (SELECT id FROM source WHERE id = ?1 OR canonical = ?1)
                UNION SELECT name FROM source WHERE id = ?1 OR canonical = ?1
                ORDER BY 1
                """, arguments: [row["id"] as Int64])
        let kind: String = try row["given_kind"] ?? row["kind"]
        return try StoredSource(
            key: FigureColumns.key(row["key"]), name: name, kind: SourceKind(rawValue: kind) ?? .other,
            aliases: aliases.filter { $0 != name }, figureCount: row["figures"], articleCount: row["articles"])
    }

    /// How many figures have no source; without the rejected.
    public func unattributedCount() throws(StoreError) -> Int {
        try read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM figure WHERE source IS NULL AND review IS NOT 'rejected'") ?? 0
        }
    }
}
