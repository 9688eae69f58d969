import GRDB

/// Figures are what the log of reviews says, and the log speaks of figures that are there.
struct ReviewHealth: HealthCheck {
    func problems(_ db: Database) throws -> [HealthProblem] {
        try withoutArticle(db) + withoutFigure(db) + states(db)
    }

    private func withoutArticle(_ db: Database) throws -> [HealthProblem] {
        try HealthProblem.find(
            "reviews of articles that are not in the store", "review",
            "'sitrep ingest' the articles again, or 'sitrep merge' the store that has them", db,
            "SELECT id FROM review WHERE sha256 NOT IN (SELECT sha256 FROM article) ORDER BY id")
    }

    /// Another extractor may read no such figure: the review waits for one that does.
    private func withoutFigure(_ db: Database) throws -> [HealthProblem] {
        try HealthProblem.find(
            "reviews of figures that are not read any more", "review",
            "look at the article with 'sitrep explain', and review what is read now", isDamage: false, db,
            """
            SELECT review.id FROM review JOIN article ON article.sha256 = review.sha256
            WHERE NOT EXISTS (
              SELECT 1 FROM figure
              WHERE figure.article = article.id AND figure.field = review.field AND figure.start = review.start)
            ORDER BY review.id
            """)
    }

    private func states(_ db: Database) throws -> [HealthProblem] {
        try HealthProblem.find(
            "figures that are not what their reviews say", "figure", Remedy.anew, db,
            """
            WITH word (id, article, review, verdict) AS (
              SELECT figure.id, figure.article, figure.review,
                (SELECT verdict FROM review
                  WHERE review.sha256 = article.sha256 AND review.field = figure.field AND review.start = figure.start
                    AND review.measure = coalesce(figure.extracted ->> '$.measure', figure.measure)
                  ORDER BY julianday(at) DESC, review.id DESC LIMIT 1)
              FROM figure JOIN article ON article.id = figure.article)
            SELECT id, article FROM word
            WHERE (verdict = 'reject') <> (review IS 'rejected') OR (verdict IS NOT NULL AND review IS NULL)
            UNION
            SELECT figure.id, figure.article FROM figure JOIN article ON article.id = figure.article
            WHERE figure.review IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM review
              WHERE review.sha256 = article.sha256 AND review.field = figure.field AND review.start = figure.start)
            ORDER BY 1
            """)
    }
}
