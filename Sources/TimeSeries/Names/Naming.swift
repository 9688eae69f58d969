import Figures
import GRDB

/// Changes what a source or place goes by, and enters it into the log.
struct Naming {
    private let kind: NamedKind
    private let db: Database
    private let lexicon: Lexicon
    private let note: ChangeNote
    private var table: String { kind.rawValue }

    init(_ kind: NamedKind, _ db: Database, _ lexicon: Lexicon, _ note: ChangeNote) {
        self.kind = kind
        self.db = db
        self.lexicon = lexicon
        self.note = note
    }

    /// A key for people: without the mark of those that the tables do not have.
    static func shown(_ key: String) -> String { key.hasPrefix("text:") ? String(key.dropFirst(5)) : key }

    // MARK: - Finding

    /// The one row that a name means.
    ///
    /// - Parameter makes: whether a name that only the tables know gets a row.
    func one(_ name: String, makes: Bool) throws -> Int64 {
        let found = try kind == .source ? Names.sources(name, db, lexicon) : Names.places(name, db, lexicon)
        if let first = found.first, found.count == 1 { return first }
        if !found.isEmpty {
            let keys = try found.map { Naming.shown(try key($0)) }
            throw StoreError.badName("'\(name)' means several: name one by its id: \(keys.joined(separator: ", "))")
        }
        guard makes, let made = try make(name) else {
            throw kind == .source ? StoreError.unknownSource(name) : .unknownPlace(name)
        }
        return made
    }

    private func make(_ name: String) throws -> Int64? {
        switch kind {
        case .source:
            guard let known = lexicon.organisations(named: name).first else { return nil }
            var rows = try SourceRows(db)
            return try rows.row(
                of: SourceReference(name: known.name, id: known.id, kind: known.kind, text: known.name)
            ).id
        case .place:
            guard let known = lexicon.places(named: name).first else { return nil }
            var rows = try PlaceRows(db, lexicon)
            return try rows.row(of: PlaceReference(name: known.name, id: known.id, iso3: known.iso3)).id
        }
    }

    private func key(_ id: Int64) throws -> String {
        try String.fetchOne(db, sql: "SELECT key FROM \(table) WHERE id = ?", arguments: [id]) ?? ""
    }

    private func value(_ column: String, _ id: Int64) throws -> String? {
        try String.fetchOne(db, sql: "SELECT \(column) FROM \(table) WHERE id = ?", arguments: [id])
    }

    // MARK: - Changing

    func merge(_ id: Int64, into target: Int64) throws {
        guard id != target else { throw StoreError.badName("'\(try shownKey(id))' goes by that name already") }
        if kind == .place, try holders(of: target).contains(id) {
            throw StoreError.badName(
                "\(Naming.shown(try key(target))) lies in \(try shownKey(id)): merge it the other way round")
        }
        let key = try key(id)
        let members = try Int64.fetchAll(
            db, sql: "SELECT id FROM \(table) WHERE id = ?1 OR canonical = ?1", arguments: [id])
        for member in members { try set("canonical", of: member, to: target) }
        try log("merge", key, was: nil, becomes: self.key(target))
        try refresh(members)
    }

    func split(_ name: String) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT one.id, one.key, other.key AS target FROM \(table) AS one JOIN \(table) AS other
                  ON other.id = one.canonical
                WHERE one.key = ?1 OR one.key = 'text:' || lower(?1) OR one.name = ?1 COLLATE NOCASE
                """, arguments: [name])
        guard let row = rows.first, rows.count == 1 else {
            throw StoreError.badName("'\(name)' is not merged into another: 'sitrep \(table)s log' lists what is")
        }
        try set("canonical", of: try row["id"], to: nil)
        try log("split", try row["key"], was: row["target"], becomes: nil)
        try refresh([try row["id"]])
    }

    func rename(_ id: Int64, to name: String?) throws {
        if let name {
            guard !name.trimmed.isEmpty, !name.contains("|") else {
                throw StoreError.badName("'\(name)': a name has letters, and no '|'")
            }
            let other = try String.fetchOne(
                db,
                sql: """
                    SELECT key FROM \(table)
                    WHERE canonical IS NULL AND id <> ? AND coalesce(given_name, name) = ? COLLATE NOCASE
                    """, arguments: [id, name])
            if let other {
                throw StoreError.badName(
                    "'\(name)' is \(Naming.shown(other)) already: 'sitrep \(table)s merge' makes them one")
            }
        }
        let was = try value("coalesce(given_name, name)", id)
        try set("given_name", of: id, to: name)
        try log("rename", key(id), was: was, becomes: value("coalesce(given_name, name)", id))
    }

    func setKind(_ id: Int64, to kind: String?) throws {
        let was = try value("coalesce(given_kind, kind)", id)
        try set("given_kind", of: id, to: kind)
        try log("kind", key(id), was: was, becomes: value("coalesce(given_kind, kind)", id))
    }

    func setHolder(_ id: Int64, to holder: Int64?) throws {
        if let holder, try holders(of: holder).contains(id) {
            throw StoreError.badName("\(Naming.shown(try key(holder))) lies in \(try shownKey(id))")
        }
        let was = try holders(of: id).dropFirst().first.map { try key($0) }
        try set("given_parent", of: id, to: holder)
        try log("inside", key(id), was: was, becomes: holders(of: id).dropFirst().first.map { try key($0) })
    }

    /// The place and those that hold it, the innermost first.
    func holders(of id: Int64) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                WITH RECURSIVE outwards (id, depth) AS (
                  SELECT ?, 0
                  UNION SELECT coalesce(holder.canonical, holder.id), depth + 1
                  FROM outwards JOIN place ON place.id = outwards.id
                    JOIN place AS holder ON holder.id = coalesce(place.given_parent, place.parent)
                  WHERE depth < 16)
                SELECT id FROM outwards ORDER BY depth
                """, arguments: [id])
    }

    private func shownKey(_ id: Int64) throws -> String { Naming.shown(try key(id)) }

    private func set(_ column: String, of id: Int64, to value: (any DatabaseValueConvertible)?) throws {
        try db.execute(sql: "UPDATE \(table) SET \(column) = ? WHERE id = ?", arguments: [value, id])
    }

    private func log(_ verb: String, _ key: String, was: String?, becomes: String?) throws {
        try db.execute(
            sql: """
                INSERT INTO naming (subject, key, verb, was, becomes, author, why, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                table, key, verb, was, becomes, note.author.isEmpty ? nil : note.author,
                note.why.isEmpty ? nil : note.why, note.at,
            ])
    }

    /// The claims, and the people told apart, of the figures of these rows.
    func refresh(_ ids: [Int64]) throws {
        let condition = "figure.\(table) IN (\(FilterSQL.marks(ids)))"
        if kind == .place {
            let populations = PopulationKeys(lexicon)
            for row in try Row.fetchAll(
                db, sql: "SELECT id, population, place FROM figure WHERE population <> '' AND \(condition)",
                arguments: StatementArguments(ids))
            {
                let key = populations.key(
                    FigureColumns.list(try row["population"]),
                    place: try Names.canonicalKey("place", try row["place"], db))
                try db.execute(
                    sql: "UPDATE figure SET population_key = ? WHERE id = ?", arguments: [key, row.raw("id")])
            }
        }
        try Claims.refresh(db, where: condition, arguments: StatementArguments(ids))
    }
}
