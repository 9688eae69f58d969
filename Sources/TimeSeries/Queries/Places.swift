import GRDB

extension Store {
    /// The places, each behind the one that holds it; those merged into another are among its aliases.
    public func places() throws(StoreError) -> [StoredPlace] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    WITH RECURSIVE own AS (
                      SELECT place.id, place.key, coalesce(place.given_name, place.name) AS name, place.iso3,
                        coalesce(place.given_kind, place.kind) AS kind, coalesce(holder.canonical, holder.id) AS parent
                      FROM place LEFT JOIN place AS holder ON holder.id = coalesce(place.given_parent, place.parent)
                      WHERE place.canonical IS NULL),
                    tree (id, path) AS (
                      SELECT id, name FROM own WHERE parent IS NULL
                      UNION ALL
                      SELECT own.id, path || char(31) || own.name FROM own JOIN tree ON own.parent = tree.id)
                    SELECT own.*, holder.name AS holder,
                      (SELECT count(*) FROM figure WHERE review IS NOT 'rejected' AND figure.place IN (
                        SELECT id FROM place WHERE place.id = own.id OR place.canonical = own.id)) AS figures,
                      (SELECT group_concat(text, char(31)) FROM (
                        SELECT name AS text FROM place WHERE (id = own.id OR canonical = own.id) AND name <> own.name
                        ORDER BY text)) AS aliases
                    FROM tree JOIN own ON own.id = tree.id LEFT JOIN own AS holder ON holder.id = own.parent
                    ORDER BY tree.path, own.key
                    """)
            return try rows.map { row in
                try StoredPlace(
                    key: FigureColumns.key(row["key"]), name: row["name"], kind: row["kind"], iso3: row["iso3"],
                    parent: row["holder"],
                    aliases: (row["aliases"] as String?)?.split(separator: "\u{1F}").map(String.init) ?? [],
                    figureCount: row["figures"])
            }
        }
    }
}
