import Figures
import GRDB

/// The rows of sources, made where they are not there yet.
struct SourceRows {
    private let db: Database
    private var known: [String: Int64] = [:]
    private var aliases: Set<String> = []

    init(_ db: Database) { self.db = db }

    mutating func id(of source: SourceReference) throws -> Int64 {
        let key = source.id ?? "text:" + source.name.lowercased()
        let id = try known[key] ?? insert(source, key)
        known[key] = id
        if aliases.insert("\(id):\(source.text)").inserted {
            try db.execute(
                sql: "INSERT OR IGNORE INTO alias (source, text) VALUES (?, ?)", arguments: [id, source.text])
        }
        return id
    }

    private func insert(_ source: SourceReference, _ key: String) throws -> Int64 {
        try db.execute(
            sql: "INSERT OR IGNORE INTO source (key, name, kind) VALUES (?, ?, ?)",
            arguments: [key, source.name, source.kind.rawValue])
        return try db.row("source", key)
    }
}

/// The rows of places, made where they are not there yet, with the places that hold them.
struct PlaceRows {
    private let db: Database
    private let lexicon: Lexicon
    private var known: [String: Int64] = [:]

    init(_ db: Database, _ lexicon: Lexicon) {
        self.db = db
        self.lexicon = lexicon
    }

    mutating func id(of place: PlaceReference) throws -> Int64 {
        let key = place.id ?? "text:" + place.name.lowercased()
        if let id = known[key] { return id }
        var parent: Int64?
        // The holders first, so that each finds its parent's row.
        for outer in place.id.map({ lexicon.enclosing($0) })?.reversed() ?? [] {
            parent = try insert(outer.id, outer.name, outer.kind, outer.iso3, parent)
            known[outer.id] = parent
        }
        if let id = known[key] { return id }
        let id = try insert(key, place.name, "", place.iso3 ?? "", nil)
        known[key] = id
        return id
    }

    private func insert(
        _ key: String, _ name: String, _ kind: String, _ iso3: String, _ parent: Int64?
    ) throws -> Int64 {
        try db.execute(
            sql: "INSERT OR IGNORE INTO place (key, name, kind, iso3, parent) VALUES (?, ?, ?, ?, ?)",
            arguments: [key, name, kind, iso3.isEmpty ? nil : iso3, parent])
        return try db.row("place", key)
    }
}

extension Database {
    /// The row of a key in `source` or `place`, just written or there before.
    fileprivate func row(_ table: String, _ key: String) throws -> Int64 {
        try Int64.fetchOne(self, sql: "SELECT id FROM \(table) WHERE key = ?", arguments: [key]) ?? lastInsertedRowID
    }
}
