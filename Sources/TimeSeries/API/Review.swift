import GRDB

/// What a person says of a figure.
public enum Verdict: Sendable, Hashable {
    /// It is as the text has it.
    case accept
    /// It is no figure, or not this one.
    case reject
    /// These keys have other values; an empty value means "unknown".
    case set([ReviewKey: String])
}

/// What of a figure a person can set, by its name in every output.
public enum ReviewKey: String, Sendable, CaseIterable, Comparable {
    case measure, value, low, high, qualifier, unit, population, place, source, date, period
    case periodStart = "period_start"
    case status

    public static func < (a: ReviewKey, b: ReviewKey) -> Bool { a.rawValue < b.rawValue }
}

/// Who changes something, why and when.
public struct ChangeNote: Sendable, Hashable {
    public var author: String
    public var why: String
    /// `2023-11-05T09:30:00Z`; the store has no clock of its own.
    public var at: String

    public init(author: String, why: String, at: String) {
        self.author = author
        self.why = why
        self.at = at
    }
}

/// A line of the log of reviews.
public struct LoggedReview: Sendable, Hashable {
    /// Counts up from 1.
    public var id: Int64
    /// The figure's row; nil where the extractor of today finds no such figure.
    public var figure: StoredFigure?
    public var articleTitle: String?
    public var publisher: String?
    /// The measure that the extractor read.
    public var measure: String
    /// `accept`, `reject` or `set`.
    public var verdict: String
    /// What was set; nil for the other verdicts.
    public var key: ReviewKey?
    public var was: String?
    public var becomes: String?
    public var note: ChangeNote
}

extension Store {
    /// Enters what a person says of a figure into the log, and lets it hold.
    ///
    ///     try store.review(12, .set([.value: "9062"]), note)
    ///
    /// A value that is set takes its bounds along: with `exact` and `about` both are the value, with `at_least` and
    /// `at_most` one of them. The last word counts: a rejected figure comes back where it is accepted or set. A review
    /// is of the article's content, so that it holds when the article is read anew.
    ///
    /// - Parameter allPrintings: whether it is said of every figure that prints the same claim.
    /// - Returns: the figures as they are now, in order of their rows.
    /// - Throws: `StoreError.unknownFigure`, `.badReview` for a value that its key cannot have, `.unknownPlace`.
    @discardableResult
    public func review(
        _ id: Int64, _ verdict: Verdict, _ note: ChangeNote, allPrintings: Bool = false
    ) throws(StoreError) -> [StoredFigure] {
        try write { db in
            var ids = [id]
            if allPrintings {
                ids += try Int64.fetchAll(
                    db,
                    sql: """
                        SELECT other.id FROM figure JOIN figure AS other ON other.claim = figure.claim
                        WHERE figure.id = ?1 AND other.id <> ?1 ORDER BY 1
                        """, arguments: [id])
            }
            for id in ids { try Reviews.enter(verdict, of: id, note, db, lexicon) }
            return try ids.sorted().compactMap { try Reviews.figure($0, db) }
        }
    }

    /// The log of reviews, oldest first.
    public func reviews() throws(StoreError) -> [LoggedReview] { try read { db in try Reviews.log(db) } }

    /// One figure, rejected or not.
    ///
    /// - Throws: `StoreError.unknownFigure`.
    public func figure(_ id: Int64) throws(StoreError) -> StoredFigure {
        try read { db in
            guard let figure = try Reviews.figure(id, db) else { throw StoreError.unknownFigure(id) }
            return figure
        }
    }
}
