import Figures
import GRDB

/// Finds the rows that a name of a source or place means.
enum Names {
    /// The sources of a name, alias, given name or id, each as the one that it goes by.
    ///
    /// - Returns: rows without `canonical`; empty where the tables know the name but the store has no figure of it.
    /// - Throws: `StoreError.unknownSource`.
    static func sources(_ name: String, _ db: Database, _ lexicon: Lexicon) throws -> [Int64] {
        let keys = lexicon.organisations(named: name).map(\.id)
        let found = try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT coalesce(canonical, id) FROM source
                WHERE name = ?1 COLLATE NOCASE OR given_name = ?1 COLLATE NOCASE
                  OR key IN (SELECT value FROM json_each(?2)) OR key = ?1
                  OR id IN (SELECT source FROM alias WHERE text = ?1 COLLATE NOCASE)
                ORDER BY 1
                """, arguments: [name, json(keys)])
        if found.isEmpty, keys.isEmpty { throw StoreError.unknownSource(name) }
        return found
    }

    /// The places of a name, given name or id, each as the one that it goes by.
    ///
    /// - Returns: rows without `canonical`; empty where the gazetteer knows the name but the store has no figure of it.
    /// - Throws: `StoreError.unknownPlace`.
    static func places(_ name: String, _ db: Database, _ lexicon: Lexicon) throws -> [Int64] {
        let keys = lexicon.places(named: name).map(\.id)
        let found = try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT coalesce(canonical, id) FROM place
                WHERE name = ?1 COLLATE NOCASE OR given_name = ?1 COLLATE NOCASE
                  OR key IN (SELECT value FROM json_each(?2)) OR key = ?1
                ORDER BY 1
                """, arguments: [name, json(keys)])
        if found.isEmpty, keys.isEmpty { throw StoreError.unknownPlace(name) }
        return found
    }

    /// The key of a row of `source` or `place`, or of the row that it was merged into.
    static func canonicalKey(_ table: String, _ id: Int64, _ db: Database) throws -> String {
        try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT key FROM \(table)
                    WHERE id = (SELECT coalesce(canonical, id) FROM \(table) WHERE id = ?)
                    """), arguments: [id]) ?? ""
    }

    /// Keys of tables are letters, digits and hyphens: no sign wants escaping.
    private static func json(_ keys: [String]) -> String {
        "[" + keys.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }
}
