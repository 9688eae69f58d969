import GRDB

/// Every figure has the claim that it states, or the one of the article that its own is a copy of.
struct ClaimHealth: HealthCheck {
    func problems(_ db: Database) throws -> [HealthProblem] {
        try claims(db) + copies(db) + words(db)
    }

    private func claims(_ db: Database) throws -> [HealthProblem] {
        var problem = HealthProblem(what: "figures without their claim", places: [], remedy: Remedy.anew)
        let original = try db.makeStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM figure WHERE claim = ? AND article <> ? AND is_copy = 0)")
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, article, claim, is_copy FROM figure ORDER BY id")
        while let row = try rows.next() {
            let claim: Int64 = try row["claim"]
            let isRight =
                try row["is_copy"] as Bool
                ? try Bool.fetchOne(original, arguments: [claim, row.raw("article")]) ?? false
                : (try? Claims.key(ofFigure: row["id"], db).hash) == claim
            if isRight { continue }
            problem.places.append("figure \(try row["id"] as Int64)")
            problem.articles.insert(try row["article"])
        }
        return problem.places.isEmpty ? [] : [problem]
    }

    private func copies(_ db: Database) throws -> [HealthProblem] {
        try HealthProblem.find(
            "copies of an article that is a copy itself", "article", Remedy.edited, db,
            """
            SELECT article.id FROM article JOIN article AS head ON head.id = article.copy_of
            WHERE head.copy_of IS NOT NULL ORDER BY article.id
            """)
    }

    /// The index of words, which SQLite's own check does not look into.
    private func words(_ db: Database) throws -> [HealthProblem] {
        guard try db.tableExists("article_text_docsize") else { return [] }
        return try HealthProblem.find(
            "articles that are not in the index of words", "article",
            "sqlite3's \"INSERT INTO article_text (article_text) VALUES ('rebuild')\" makes it anew", db,
            "SELECT id FROM article WHERE id NOT IN (SELECT id FROM article_text_docsize) ORDER BY id")
    }
}
