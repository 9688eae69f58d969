import GRDB

/// Articles that an extractor of another version, or with other tables, read.
struct ReadingHealth: HealthCheck {
    let stamp: ExtractorStamp

    func problems(_ db: Database) throws -> [HealthProblem] {
        try HealthProblem.find(
            "articles that another version, or other tables, read", "article", Remedy.anew, isDamage: false, db,
            """
            SELECT article.id, article.id FROM article JOIN run ON run.id = run
            WHERE extractor <> ? OR lexicon <> ? ORDER BY article.id
            """, [stamp.version, stamp.lexicon])
    }
}
