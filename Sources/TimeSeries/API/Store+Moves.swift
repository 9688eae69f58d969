import GRDB

extension Store {
    /// Copies the store, as it is at this moment, into one file that is whole: no log belongs to it.
    ///
    /// Who writes meanwhile is not held up. The copy is checked and takes its name when it is whole; what had the name
    /// before stays where that fails.
    ///
    /// - Parameter replacing: whether it may take the place of a file that is there.
    /// - Throws: `StoreError.refused` where there is such a file, or it is a store in use.
    public func backup(to target: String, replacing: Bool = false) throws(StoreError) {
        do { try Backup(source: path, target: target).write(database, replacing: replacing) } catch {
            throw StoreError(error, path: target)
        }
    }

    /// Takes the articles of another store in, with their figures and what people made of them; all, or nothing where it
    /// fails. The other store stays as it is, and taking it in again changes nothing.
    ///
    /// The figures are those that one store would have that read the articles of this one and then those of the other.
    /// Where the two contradict each other, a rule decides, and the contradiction is in the result:
    ///
    /// - An article that both have keeps the figures that it has here, also where another extractor read it there.
    /// - An article whose text differs is another article: both are kept.
    /// - Of contradictory reviews of a figure, and of decisions on a name, the later one holds; all are in the logs.
    ///
    /// - Parameter path: a store; one of an earlier version is read from a copy.
    public func merge(_ path: String) throws(StoreError) -> MergeOutcome {
        do {
            if samePlace(path, self.path) { throw StoreError.refused("\(path): the store itself: name another one") }
            guard isFolder(path) || isFile(path) else { throw StoreError.missing(path) }
            return try OtherStore(path: path, beside: self.path).read { other in
                try database.write { db in
                    var merger = try StoreMerger(db, other, lexicon)
                    return try merger.run()
                }
            }
        } catch {
            guard let what = StoreError.alteration(error) else { throw StoreError(error, path: self.path) }
            throw .refused(
                "\(path): not taken into \(self.path): \(what): another program changed one of the two: "
                    + "'sitrep doctor --db FILE' tells which, and what mends it")
        }
    }
}

/// What came of a merger.
public struct MergeOutcome: Sendable, Hashable {
    /// Articles that were not here before.
    public var articles = 0
    public var figures = 0
    /// Articles that were.
    public var known = 0
    /// Lines that the log of reviews grew by.
    public var reviews = 0
    /// Lines that the log of names grew by.
    public var namings = 0
    /// In a fixed order.
    public var conflicts: [MergeConflict] = []
}

/// Where two stores contradict each other.
public struct MergeConflict: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Articles of one address, or of one publisher, day and title, with different texts.
        case text
        /// An article that two extractors read.
        case extractor
        case review
        /// What a source or a place goes by.
        case source, place
    }

    public enum Side: String, Sendable, CaseIterable {
        case here, there, both
    }

    public var kind: Kind
    /// The article, the figure or the name that it is about.
    public var subject: String
    public var here: String
    public var there: String
    /// Whose word holds now.
    public var holds: Side
}
