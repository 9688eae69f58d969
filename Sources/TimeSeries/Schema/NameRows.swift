import Figures
import GRDB

/// The row of a source or place, and the key that its figures go by: its own, or that of the row that it was merged
/// into.
struct NamedRow {
    let id: Int64
    let key: String
}

/// The rows of sources, made where they are not there yet.
struct SourceRows {
    private let db: Database
    private let insertAlias: RowStatement
    /// By what a figure says of its source.
    private var known: [Mention: NamedRow] = [:]

    private struct Mention: Hashable {
        let key: String
        let text: String

        init(_ source: SourceReference) {
            key = source.id ?? "text:" + source.name.lowercased()
            text = source.text
        }
    }

    init(_ db: Database) throws {
        self.db = db
        insertAlias = try RowStatement("INSERT OR IGNORE INTO alias (source, text) VALUES (?, ?)", db)
    }

    mutating func row(of source: SourceReference) throws -> NamedRow {
        let mention = Mention(source)
        if let row = known[mention] { return row }
        let id = try db.row(
            of: mention.key, in: "source", orInsert: "(key, name, kind) VALUES (?, ?, ?)",
            [mention.key, source.name, source.kind.rawValue])
        insertAlias.bind(id)
        insertAlias.bind(source.text)
        try insertAlias.run()
        let row = NamedRow(id: id, key: try Names.canonicalKey("source", id, db))
        known[mention] = row
        return row
    }
}

/// The rows of places, made where they are not there yet, with the places that hold them.
struct PlaceRows {
    private let db: Database
    private let lexicon: Lexicon
    /// By the key of the tables, or the name of a place that they do not have.
    private var known: [String: NamedRow] = [:]

    init(_ db: Database, _ lexicon: Lexicon) throws {
        self.db = db
        self.lexicon = lexicon
    }

    mutating func row(of place: PlaceReference) throws -> NamedRow {
        let key = place.id ?? "text:" + place.name.lowercased()
        if let row = known[key] { return row }
        var parent: Int64?
        // The holders first, so that each finds its parent's row.
        for outer in place.id.map({ lexicon.enclosing($0) })?.reversed() ?? [] {
            parent = try insert(outer.id, outer.name, outer.kind, outer.iso3, parent)
        }
        if let row = known[key] { return row }
        _ = try insert(key, place.name, "", place.iso3 ?? "", nil)
        return known[key]!
    }

    private mutating func insert(
        _ key: String, _ name: String, _ kind: String, _ iso3: String, _ parent: Int64?
    ) throws -> Int64 {
        if let row = known[key] { return row.id }
        let id = try db.row(
            of: key, in: "place", orInsert: "(key, name, kind, iso3, parent) VALUES (?, ?, ?, ?, ?)",
            [key, name, kind, iso3.isEmpty ? nil : iso3, parent])
        known[key] = NamedRow(id: id, key: try Names.canonicalKey("place", id, db))
        return id
    }
}

extension Database {
    /// The row of a key in `source` or `place`, which is made where it is not there yet.
    fileprivate func row(
        of key: String, in table: String, orInsert columns: String, _ values: StatementArguments
    ) throws -> Int64 {
        let find = try cachedStatement(sql: "SELECT id FROM \(table) WHERE key = ?")
        if let id = try Int64.fetchOne(find, arguments: [key]) { return id }
        try cachedStatement(sql: "INSERT INTO \(table) \(columns)").execute(arguments: values)
        return lastInsertedRowID
    }
}
