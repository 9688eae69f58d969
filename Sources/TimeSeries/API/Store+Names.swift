public import Figures
import GRDB

/// What can go by another name.
public enum NamedKind: String, Sendable, CaseIterable {
    case source, place
}

/// A line of the log of names.
public struct LoggedNaming: Sendable, Hashable {
    /// Counts up from 1.
    public var id: Int64
    public var subject: NamedKind
    /// The id of `Data/`, or the name of a source or place that the tables do not have.
    public var key: String
    /// `merge`, `split`, `rename`, `kind` or `inside`.
    public var verb: String
    public var was: String?
    public var becomes: String?
    public var note: ChangeNote
}

/// Changes of what sources and places go by. Each holds for the figures that are there and for those to come, is
/// entered into a log that only grows, and can be taken back: what the texts say stays with the figures.
extension Store {
    /// Lets sources or places go by another one: their figures are its figures.
    ///
    ///     try store.merge(.source, ["Gaza's Ministry of Health"], into: "moh-gaza", note)
    ///
    /// - Throws: `StoreError.unknownSource`, `.unknownPlace`, `.badName` where a name means several, or a place would
    ///   lie in itself.
    public func merge(
        _ kind: NamedKind, _ names: [String], into target: String, _ note: ChangeNote
    ) throws(StoreError) {
        try write { db in
            let naming = Naming(kind, db, lexicon, note)
            let target = try naming.one(target, makes: true)
            for name in names { try naming.merge(naming.one(name, makes: false), into: target) }
        }
    }

    /// Takes a merger back.
    ///
    /// - Throws: `StoreError.badName` where the name was not merged into another.
    public func split(_ kind: NamedKind, _ name: String, _ note: ChangeNote) throws(StoreError) {
        try write { db in try Naming(kind, db, lexicon, note).split(name) }
    }

    /// Gives a source or place another name; nil brings back its own.
    ///
    /// - Throws: `StoreError.badName` where another one has the name.
    public func rename(
        _ kind: NamedKind, _ name: String, to new: String?, _ note: ChangeNote
    ) throws(StoreError) {
        try write { db in
            let naming = Naming(kind, db, lexicon, note)
            try naming.rename(naming.one(name, makes: false), to: new)
        }
    }

    /// Tells what kind of party a source is; nil brings back what the tables say.
    public func setKind(ofSource name: String, to kind: SourceKind?, _ note: ChangeNote) throws(StoreError) {
        try write { db in
            let naming = Naming(.source, db, lexicon, note)
            try naming.setKind(naming.one(name, makes: false), to: kind?.rawValue)
        }
    }

    /// Tells which place holds a place; nil brings back what the gazetteer says.
    ///
    /// - Throws: `StoreError.badName` where the holder lies in the place.
    public func setHolder(ofPlace name: String, to holder: String?, _ note: ChangeNote) throws(StoreError) {
        try write { db in
            let naming = Naming(.place, db, lexicon, note)
            let holder = try holder.map { try naming.one($0, makes: true) }
            try naming.setHolder(naming.one(name, makes: false), to: holder)
        }
    }

    /// The log of names, oldest first.
    public func namings(_ kind: NamedKind) throws(StoreError) -> [LoggedNaming] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM naming WHERE subject = ? ORDER BY id", arguments: [kind.rawValue]
            ).map { row in
                try LoggedNaming(
                    id: row["id"], subject: kind, key: Naming.shown(row["key"]), verb: row["verb"],
                    was: (row["was"] as String?).map(Naming.shown),
                    becomes: (row["becomes"] as String?).map(Naming.shown),
                    note: ChangeNote(author: row["author"] ?? "", why: row["why"] ?? "", at: row["at"]))
            }
        }
    }
}
