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
        let rows = try Row.fetchCursor(
            db, sql: "\(FigureColumns.query(columns: "article.sha256")) WHERE \(condition)", arguments: arguments)
        while let row = try rows.next() {
            keys.append((row["id"], try key(row).hash))
            articles.insert(row["article"])
        }
        for key in keys { try update.execute(arguments: [key.claim, key.id]) }
        return articles
    }

    /// The claim that a figure states by itself.
    static func key(ofFigure id: Int64, _ db: Database) throws -> ClaimKey {
        let query = try db.cachedStatement(
            sql: "\(FigureColumns.query(columns: "article.sha256")) WHERE figure.id = ?")
        guard let row = try Row.fetchOne(query, arguments: [id]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "figure \(id) is gone")
        }
        return try key(row)
    }

    /// The claim that a row of `FigureColumns.query`, with the article's hash, states by itself.
    private static func key(_ row: Row) throws -> ClaimKey {
        ClaimKey(
            try FigureColumns.storedFigure(row).figure, populationKey: row["population_key"], place: row["placeKey"],
            source: row["sourceKey"], sha256: row["sha256"])
    }
}
