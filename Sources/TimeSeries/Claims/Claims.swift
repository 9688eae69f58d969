import Figures
import GRDB

/// Keeps `figure.claim` right when a figure, or the name of its place or source, was changed.
enum Claims {
    /// Works out the claims of the figures that pass a condition on `figure`, then those of the copies among their
    /// articles.
    static func refresh(_ db: Database, where condition: String, arguments: StatementArguments = []) throws {
        let articles = try rekey(db, where: condition, arguments: arguments)
        for head in try Copies.heads(of: articles, db) { try Copies.tie(head, db) }
    }

    /// Gives the figures the claim that they state by themselves.
    ///
    /// - Returns: the rows of their articles.
    @discardableResult
    static func rekey(
        _ db: Database, where condition: String, arguments: StatementArguments = []
    ) throws -> Set<Int64> {
        let update = try db.makeStatement(sql: "UPDATE figure SET claim = ?, is_copy = 0 WHERE id = ?")
        var keys: [(id: Int64, claim: Int64)] = []
        var articles: Set<Int64> = []
        try FigureReader(db).forEach(where: condition, arguments: arguments) { row in
            let stored = try row.storedFigure()
            keys.append((stored.id, try key(of: stored, row).hash))
            articles.insert(stored.articleID)
        }
        for key in keys { try update.execute(arguments: [key.claim, key.id]) }
        return articles
    }

    /// The claim that a figure states by itself.
    static func key(ofFigure id: Int64, _ db: Database) throws -> ClaimKey {
        var key: ClaimKey?
        try FigureReader(db).forEach(where: "figure.id = ?", arguments: [id]) { row in
            key = try self.key(of: row.storedFigure(), row)
        }
        guard let key else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "figure \(id) is gone") }
        return key
    }

    private static func key(of stored: StoredFigure, _ row: FigureReader.Row) throws -> ClaimKey {
        try ClaimKey(
            stored.figure, populationKey: stored.populationKey.joined(separator: "|"), place: row.placeKey,
            source: row.sourceKey, sha256: row.sha256)
    }
}
