import Figures
import GRDB

/// Takes the sources and places of another store in, with what people decided on their names.
///
/// What a name goes by follows from the log: where it grew, all of it is gone through again, the oldest decision first.
struct NameMerger {
    private let db: Database
    private let other: Database
    private let lexicon: Lexicon
    /// Our rows of theirs.
    private var rows: [NamedKind: [Int64: Int64]] = [:]

    init(_ db: Database, _ other: Database, _ lexicon: Lexicon) {
        self.db = db
        self.other = other
        self.lexicon = lexicon
    }

    /// Our row of a source or place of theirs.
    func row(_ kind: NamedKind, _ theirs: Int64?) throws -> Int64? { theirs.flatMap { rows[kind]?[$0] } }

    static func article(_ row: Row) throws -> Article {
        try Article(
            id: row["doc"], publisher: row["publisher"], date: (row["date"] as String?).flatMap { CalendarDate($0) },
            title: row["title"], url: row["url"], lang: row["lang"], text: row["text"])
    }

    mutating func run(_ outcome: inout MergeOutcome) throws {
        try takeSources()
        try takePlaces()
        let log = try MergedLog("naming", db, other)
        guard !log.new.isEmpty else { return }
        outcome.namings = log.new.count
        outcome.conflicts += try conflicts(log)
        try log.append(to: db)
        try replay()
    }

    // MARK: - Rows

    private mutating func takeSources() throws {
        for row in try Row.fetchAll(other, sql: "SELECT id, key, name, kind FROM source ORDER BY id") {
            try db.execute(
                sql: "INSERT INTO source (key, name, kind) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING",
                arguments: [row.raw("key"), row.raw("name"), row.raw("kind")])
            rows[.source, default: [:]][try row["id"]] = try id("source", row["key"])
        }
        for row in try Row.fetchAll(other, sql: "SELECT source, text FROM alias ORDER BY id") {
            try db.execute(
                sql: "INSERT INTO alias (source, text) VALUES (?, ?) ON CONFLICT DO NOTHING",
                arguments: [try self.row(.source, row["source"]), row.raw("text")])
        }
    }

    private mutating func takePlaces() throws {
        let places = try Row.fetchAll(other, sql: "SELECT id, key, name, kind, iso3, parent FROM place ORDER BY id")
        var new: [Row] = []
        for row in places {
            try db.execute(
                sql: "INSERT INTO place (key, name, kind, iso3) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
                arguments: [row.raw("key"), row.raw("name"), row.raw("kind"), row.raw("iso3")])
            if db.changesCount > 0 { new.append(row) }
            rows[.place, default: [:]][try row["id"]] = try id("place", row["key"])
        }
        for row in new {
            try db.execute(
                sql: "UPDATE place SET parent = ? WHERE key = ?",
                arguments: [try self.row(.place, row["parent"]), row.raw("key")])
        }
    }

    private func id(_ table: String, _ key: String?) throws -> Int64? {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM \(table) WHERE key = ?"), arguments: [key])
    }

    // MARK: - Decisions

    /// Decisions here and there on the same of the same name that do not agree.
    private func conflicts(_ log: MergedLog) throws -> [MergeConflict] {
        func subject(_ row: Row) throws -> [String] {
            let verb: String = try row["verb"]
            return try [row["subject"], row["key"], verb == "split" ? "merge" : verb]
        }
        let ours = try Dictionary(grouping: log.ours, by: subject)
        let theirs = try Dictionary(grouping: log.theirs, by: subject)
        let new = Set(try log.new.map(subject))
        return try theirs.keys.filter(new.contains).sorted { $0.lexicographicallyPrecedes($1) }.compactMap { key in
            guard let here = try ours[key].flatMap(MergedLog.last), let there = try theirs[key].flatMap(MergedLog.last),
                try here["becomes"] as String? != there["becomes"] as String?,
                let kind = MergeConflict.Kind(rawValue: key[0])
            else { return nil }
            let holds: MergeConflict.Side = try MergedLog.isLater(there, than: here) ? .there : .here
            return try MergeConflict(
                kind: kind, subject: Naming.shown(key[1]), here: NameMerger.text(here), there: NameMerger.text(there),
                holds: holds)
        }
    }

    /// `merge moh-gaza`
    private static func text(_ row: Row) throws -> String {
        try [row["verb"], (row["becomes"] as String?).map(Naming.shown)].compactMap { $0 }.joined(separator: " ")
    }

    private func replay() throws {
        let before = try canonical()
        try db.execute(sql: "UPDATE source SET canonical = NULL, given_name = NULL, given_kind = NULL")
        try db.execute(sql: "UPDATE place SET canonical = NULL, given_name = NULL, given_parent = NULL")
        for row in try Row.fetchAll(db, sql: "SELECT * FROM naming ORDER BY julianday(at), id") {
            guard let kind = NamedKind(rawValue: try row["subject"]), let id = try id(kind.rawValue, row["key"]) else {
                continue
            }
            try apply(row, kind, id)
        }
        let after = try canonical()
        for kind in NamedKind.allCases {
            let changed = (after[kind] ?? [:]).filter { before[kind]?[$0.key] != $0.value }.keys.sorted()
            if !changed.isEmpty {
                try Naming(kind, db, lexicon, ChangeNote(author: "", why: "", at: "")).refresh(changed)
            }
        }
    }

    private func canonical() throws -> [NamedKind: [Int64: Int64]] {
        var rows: [NamedKind: [Int64: Int64]] = [:]
        for kind in NamedKind.allCases {
            for row in try Row.fetchAll(db, sql: "SELECT id, coalesce(canonical, id) FROM \(kind.rawValue)") {
                rows[kind, default: [:]][try row[0]] = try row[1]
            }
        }
        return rows
    }

    private func apply(_ row: Row, _ kind: NamedKind, _ id: Int64) throws {
        let table = kind.rawValue
        func set(_ column: String, _ value: (any DatabaseValueConvertible)?, where condition: String = "id = ?2") throws
        {
            try db.execute(
                sql: "UPDATE \(table) SET \(column) = ?1 WHERE \(condition)", arguments: [value, id])
        }
        /// Nil for what the tables say themselves.
        func given(_ column: String) throws -> String? {
            let own = try String.fetchOne(db, sql: "SELECT \(column) FROM \(table) WHERE id = ?", arguments: [id])
            return try row["becomes"] == own ? nil : row["becomes"]
        }
        switch try row["verb"] as String {
        case "merge":
            guard let target = try canonical(table, row["becomes"]), target != id else { return }
            try set("canonical", target, where: "id = ?2 OR canonical = ?2")
        case "split": try set("canonical", nil)
        case "rename": try set("given_name", try given("name"))
        case "kind": try set("given_kind", try given("kind"))
        case "inside": try set("given_parent", try holder(of: id, row["becomes"]))
        default: break
        }
    }

    private func canonical(_ table: String, _ key: String?) throws -> Int64? {
        try Int64.fetchOne(
            db, sql: "SELECT coalesce(canonical, id) FROM \(table) WHERE key = ?", arguments: [key])
    }

    /// Nil for what the gazetteer says, and where the place would lie in itself.
    private func holder(of id: Int64, _ key: String?) throws -> Int64? {
        let own = try Int64.fetchOne(
            db,
            sql: """
                SELECT coalesce(holder.canonical, holder.id)
                FROM place JOIN place AS holder ON holder.id = place.parent WHERE place.id = ?
                """, arguments: [id])
        guard let holder = try canonical("place", key), holder != own else { return nil }
        let naming = Naming(.place, db, lexicon, ChangeNote(author: "", why: "", at: ""))
        return try naming.holders(of: holder).contains(id) ? nil : holder
    }
}
