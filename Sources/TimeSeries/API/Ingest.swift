public import Figures
import GRDB

/// An article on its way into the store, with the file that it came from.
public struct IncomingArticle: Sendable {
    public var article: Article
    public var path: String?

    public init(_ article: Article, path: String? = nil) {
        self.article = article
        self.path = path
    }
}

/// Which extractor reads: a new version, or other tables, read the stored articles anew.
public struct ExtractorStamp: Sendable, Hashable {
    public var version: String
    /// `DataTables.fingerprint`.
    public var lexicon: String

    public init(version: String = Extractor.version, lexicon: String) {
        self.version = version
        self.lexicon = lexicon
    }
}

/// What became of an article.
public enum IngestOutcome: Sendable, Hashable {
    case added(figures: Int)
    /// It was there, read by the same extractor: nothing changed.
    case unchanged
    /// It was there, read by another extractor: its figures were made anew, reviews stay.
    case reread(figures: Int)
}

/// An article with all that can be worked out before it is written: see `Store.prepare(_:by:figures:)`.
public struct PreparedArticle: Sendable {
    public var incoming: IncomingArticle
    let sha256: String
    /// Nil where the store had the article, read by the same extractor.
    let figures: [Figure]?
    /// Nil where the text is too short, and where the article is not to be entered.
    let hash: MinHash?
}

extension Store {
    /// Puts articles into the store with their figures; all of them, or none where it fails.
    ///
    /// An article is known by the SHA-256 of its publisher, date, title and text: the same one is stored once,
    /// whatever file it comes from, and reading it again changes nothing.
    ///
    /// - Parameters:
    ///   - stamp: which extractor `figures` is.
    ///   - figures: called once with the articles that are not there yet, to give the figures of each.
    /// - Returns: what became of each article, in their order.
    public func ingest(
        _ incoming: [IncomingArticle], by stamp: ExtractorStamp, figures: ([Article]) -> [[Figure]]
    ) throws(StoreError) -> [IngestOutcome] {
        let run = IngestRun(self, by: stamp)
        let outcomes = try run.write(prepare(incoming, by: stamp, figures: figures))
        try run.commit()
        return outcomes
    }

    /// Reads the articles that the store does not have yet, and works out all that is stored of them. Any number of
    /// threads may do so at once, also while an `IngestRun` writes.
    ///
    /// An article that is not there yet may be prepared more than once; it is written once.
    ///
    /// - Parameters:
    ///   - stamp: which extractor `figures` is.
    ///   - figures: called at most once with the articles that are not there yet, to give the figures of each.
    public func prepare(
        _ incoming: [IncomingArticle], by stamp: ExtractorStamp, figures: ([Article]) -> [[Figure]]
    ) throws(StoreError) -> [PreparedArticle] {
        let hashes = incoming.map(\.article.sha256)
        let known = try read { db in try hashes.map { try KnownArticle.find($0, stamp, db) } }
        var seen: Set<String> = []
        let unread = incoming.indices.filter { known[$0] != .current && seen.insert(hashes[$0]).inserted }
        let found = unread.isEmpty ? [] : figures(unread.map { incoming[$0].article })
        let figuresOf = Dictionary(uniqueKeysWithValues: zip(unread, found))
        return incoming.indices.map { index in
            PreparedArticle(
                incoming: incoming[index], sha256: hashes[index], figures: figuresOf[index],
                hash: figuresOf[index] != nil && known[index] == .absent ? MinHash(incoming[index].article.text) : nil)
        }
    }
}

/// Whether the store has an article.
enum KnownArticle: Equatable {
    case absent
    /// It was read by this extractor.
    case current
    /// The row of an article that another extractor read.
    case outdated(Int64)

    static func find(_ sha256: String, _ stamp: ExtractorStamp, _ db: Database) throws -> KnownArticle {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT article.id, run.extractor = ? AND run.lexicon = ? AS isCurrent
                    FROM article JOIN run ON run.id = article.run WHERE sha256 = ?
                    """), arguments: [stamp.version, stamp.lexicon, sha256])
        guard let row else { return .absent }
        return try row[1] ? .current : .outdated(row[0])
    }
}
