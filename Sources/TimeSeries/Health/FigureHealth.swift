import Figures
import GRDB

/// Values within their bounds, days that are days, and the extractor that read the article.
struct FigureHealth: HealthCheck {
    func problems(_ db: Database) throws -> [HealthProblem] {
        try outOfBounds(db) + days(db) + extractors(db)
    }

    private func outOfBounds(_ db: Database) throws -> [HealthProblem] {
        try HealthProblem.find(
            "figures whose value lies outside its bounds", "figure", Remedy.anew, db,
            "SELECT id, article FROM figure WHERE low > high OR value < low OR value > high ORDER BY id")
    }

    private func days(_ db: Database) throws -> [HealthProblem] {
        var problem = HealthProblem(what: "figures with a day that is none", places: [], remedy: Remedy.anew)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT figure.id, article, figure.date, day, period_start, reported, article.date AS published
                FROM figure JOIN article ON article.id = article ORDER BY figure.id
                """)
        while let row = try rows.next() {
            if try FigureHealth.hasDays(row) { continue }
            problem.places.append("figure \(try row["id"] as Int64)")
            problem.articles.insert(try row["article"])
        }
        return problem.places.isEmpty ? [] : [problem]
    }

    /// Each is a day of the calendar, and the one that the figure is found by is the last that it speaks of, else that
    /// of publication.
    private static func hasDays(_ row: Row) throws -> Bool {
        let date = (try row["date"] as String?).map { PartialDate($0) }
        if let date, date == nil { return false }
        for column in ["day", "period_start", "reported"] {
            if let text = try row[column] as String?, CalendarDate(text) == nil { return false }
        }
        let reported: String? = try row["reported"]
        return try reported == row["published"] as String?
            && row["day"] as String? == (date??.last.description ?? reported)
    }

    private func extractors(_ db: Database) throws -> [HealthProblem] {
        try HealthProblem.find(
            "figures of another extractor than read the article", "figure", Remedy.anew, db,
            """
            SELECT figure.id, article FROM figure JOIN article ON article.id = article JOIN run ON run.id = run
            WHERE figure.extractor <> run.extractor ORDER BY figure.id
            """)
    }
}
