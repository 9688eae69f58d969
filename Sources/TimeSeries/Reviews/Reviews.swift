import Figures
import GRDB

/// Applies the log of reviews to the figures.
///
/// A figure's state always follows from what the extractor read and from the log, so that reading an article anew and
/// applying its log again gives the same.
enum Reviews {
    static func figure(_ id: Int64, _ db: Database) throws -> StoredFigure? {
        var figure: StoredFigure?
        try FigureReader(db, counts: true).forEach(where: "figure.id = ?", arguments: [id]) {
            figure = try $0.storedFigure()
        }
        return figure
    }

    /// Appends a verdict to the log and applies it.
    static func enter(
        _ verdict: Verdict, of id: Int64, _ note: ChangeNote, _ db: Database, _ lexicon: Lexicon
    ) throws {
        // A row that another program changed is told as such, and not as values that do not go together.
        guard try figure(id, db) != nil, let subject = try Subject(id, db) else { throw StoreError.unknownFigure(id) }
        switch verdict {
        case .accept: try append("accept", nil, subject, note, db)
        case .reject: try append("reject", nil, subject, note, db)
        case .set(let values):
            let current = subject.current
            let wanted = try ReviewValues.completed(values, of: current, db, lexicon)
            for (key, value) in wanted.sorted(by: { $0.key < $1.key }) {
                try append("set", (key, current[key] ?? "", value), subject, note, db)
            }
        }
        do { try apply(to: id, db, lexicon) } catch let error as DatabaseError
            where error.resultCode == .SQLITE_CONSTRAINT
        {
            throw StoreError.badReview("these values contradict each other, or another figure of the same number")
        }
    }

    private static func append(
        _ verdict: String, _ change: (key: ReviewKey, was: String, becomes: String)?, _ subject: Subject,
        _ note: ChangeNote, _ db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO review (sha256, field, start, measure, verdict, key, was, becomes, reviewer, why, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                subject.sha256, subject.field, subject.start, subject.base[.measure], verdict, change?.key.rawValue,
                change?.was, change?.becomes, note.author, note.why, note.at,
            ])
    }

    /// Makes a figure what its log says.
    private static func apply(to id: Int64, _ db: Database, _ lexicon: Lexicon) throws {
        guard let subject = try Subject(id, db) else { return }
        let log = try subject.log(db)
        guard !log.isEmpty else { return }
        var values = subject.base
        var isRejected = false
        for row in log {
            isRejected = try row["verdict"] == "reject"
            if let key = (try row["key"] as String?).flatMap(ReviewKey.init) { values[key] = try row["becomes"] ?? "" }
        }
        let extracted = subject.base.filter { values[$0.key] != $0.value }
        let state: ReviewState = isRejected ? .rejected : extracted.isEmpty ? .accepted : .corrected
        try FigureUpdate(values, subject, lexicon).write(
            state, extracted: Dictionary(uniqueKeysWithValues: extracted.map { ($0.key.rawValue, $0.value) }), db)
        try Claims.refresh(db, where: "figure.id = ?", arguments: [id])
    }

    /// Applies the log to the figures of an article that was read anew.
    ///
    /// A value that the new reading leaves no room for stays as it was read; the log still has it.
    static func replay(_ sha256: String, article: Int64, _ db: Database, _ lexicon: Lexicon) throws {
        let reviewed = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM review WHERE sha256 = ?)", arguments: [sha256])
        guard reviewed == true else { return }
        for id in try Int64.fetchAll(
            db, sql: "SELECT id FROM figure WHERE article = ? ORDER BY id", arguments: [article])
        {
            do {
                try db.inSavepoint {
                    try apply(to: id, db, lexicon)
                    return .commit
                }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT { continue }
        }
    }

    // MARK: - The log

    static func log(_ db: Database) throws -> [LoggedReview] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT review.*, article.id AS article, article.title, article.publisher
                FROM review LEFT JOIN article ON article.sha256 = review.sha256 ORDER BY review.id
                """
        ).map { row in
            try LoggedReview(
                id: row["id"], figure: Subject.figureID(of: row, db).flatMap { try figure($0, db) },
                articleTitle: row["title"], publisher: row["publisher"], measure: row["measure"],
                verdict: row["verdict"], key: (row["key"] as String?).flatMap(ReviewKey.init), was: row["was"],
                becomes: row["becomes"],
                note: ChangeNote(author: row["reviewer"], why: row["why"], at: row["at"]))
        }
    }
}
