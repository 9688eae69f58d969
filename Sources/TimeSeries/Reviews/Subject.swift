import Figures
import GRDB

extension Reviews {
    /// A figure as reviews know it: by its article's content and its place in the text.
    struct Subject {
        let id: Int64
        let article: Int64
        let sha256: String
        let field: String
        let start: Int
        let reported: String?
        /// As it is now.
        let current: [ReviewKey: String]
        /// As the extractor read it.
        let base: [ReviewKey: String]

        init?(_ id: Int64, _ db: Database) throws {
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT figure.*, sha256, place.key AS placeKey, source.key AS sourceKey
                    FROM figure JOIN article ON article.id = figure.article
                      LEFT JOIN place ON place.id = figure.place
                      LEFT JOIN source ON source.id = figure.source
                    WHERE figure.id = ?
                    """, arguments: [id])
            guard let row else { return nil }
            self.id = id
            article = try row["article"]
            sha256 = try row["sha256"]
            field = try row["field"]
            start = try row["start"]
            reported = try row["reported"]
            current = try Subject.values(row)
            var base = current
            for (key, value) in try ExtractedValues.read(row["extracted"]) {
                if let key = ReviewKey(rawValue: key) { base[key] = value }
            }
            self.base = base
        }

        private static func values(_ row: Row) throws -> [ReviewKey: String] {
            func number(_ column: String) throws -> String {
                (try row[column] as Double?).map(ReviewValues.text) ?? ""
            }
            return try [
                .measure: row["measure"], .value: number("value"), .low: number("low"), .high: number("high"),
                .qualifier: row["qualifier"], .unit: row["unit"], .population: row["population"],
                .place: row["placeKey"] ?? "", .source: row["sourceKey"] ?? "", .date: row["date"] ?? "",
                .period: row["period"], .periodStart: row["period_start"] ?? "", .status: row["status"],
            ]
        }

        /// The reviews of this figure, the oldest decision first, whatever store it was entered into.
        ///
        /// Those of another measure at the same place count where the number has one figure now, and there are none of
        /// its own measure: the extractor reads it as something else today.
        func log(_ db: Database) throws -> [Row] {
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: "SELECT * FROM review WHERE sha256 = ? AND field = ? AND start = ? ORDER BY julianday(at), id"),
                arguments: [sha256, field, start])
            guard !rows.isEmpty else { return [] }
            let own = try rows.filter { try $0["measure"] == base[.measure] }
            if !own.isEmpty { return own }
            let measures = Set(try rows.map { try $0["measure"] as String })
            return try measures.count == 1 && Subject.ids(article, field, start, db).count == 1 ? rows : []
        }

        private static func ids(_ article: Int64, _ field: String, _ start: Int, _ db: Database) throws -> [Int64] {
            try Int64.fetchAll(
                db.cachedStatement(
                    sql: "SELECT id FROM figure WHERE article = ? AND field = ? AND start = ? ORDER BY id"),
                arguments: [article, field, start])
        }

        /// The figure that a row of the log, with its `article`, is of.
        static func figureID(of row: Row, _ db: Database) throws -> Int64? {
            guard let article = try row["article"] as Int64? else { return nil }
            let id: Int64 = try row["id"]
            return try ids(article, row["field"], row["start"], db).first { figure in
                try Subject(figure, db)?.log(db).contains { try $0["id"] == id } ?? false
            }
        }
    }
}
