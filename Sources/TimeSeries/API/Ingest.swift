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
        try write { db in
            let known = try incoming.map { try KnownArticle.find($0.article.sha256, stamp, db) }
            var first: [String: Int] = [:]
            let isNew = incoming.indices.map { index in
                if case .current = known[index] { return false }
                let hash = incoming[index].article.sha256
                defer { first[hash] = first[hash] ?? index }
                return first[hash] == nil
            }
            let unread = incoming.indices.filter { isNew[$0] }
            guard !unread.isEmpty else { return incoming.map { _ in .unchanged } }
            let found = figures(unread.map { incoming[$0].article })
            var writer = try FigureWriter(db, lexicon, stamp)
            var outcomes = incoming.map { _ in IngestOutcome.unchanged }
            for (index, figures) in zip(unread, found) {
                outcomes[index] = try writer.write(incoming[index], figures, known[index])
            }
            try writer.finish()
            return outcomes
        }
    }
}

/// Whether the store has an article.
enum KnownArticle {
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
        return row["isCurrent"] ? .current : .outdated(row["id"])
    }
}
