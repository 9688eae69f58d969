import Figures
import GRDB

/// Writes what a figure is by its reviews.
struct FigureUpdate {
    private let values: [ReviewKey: String]
    private let subject: Reviews.Subject
    private let lexicon: Lexicon

    init(_ values: [ReviewKey: String], _ subject: Reviews.Subject, _ lexicon: Lexicon) {
        self.values = values
        self.subject = subject
        self.lexicon = lexicon
    }

    func write(_ state: ReviewState, extracted: [String: String], _ db: Database) throws {
        let place = try row("place", values[.place], db)
        let population = (values[.population] ?? "").split(separator: "|").map(String.init)
        let key = PopulationKeys(lexicon).key(
            population, place: try place.map { try Names.canonicalKey("place", $0, db) })
        try db.execute(
            sql: """
                UPDATE figure SET measure = ?, value = ?, low = ?, high = ?, qualifier = ?, unit = ?, population = ?,
                  population_key = ?, place = ?, source = ?, date = ?, day = ?, period = ?, period_start = ?,
                  status = ?, review = ?, extracted = ?
                WHERE id = ?
                """,
            arguments: [
                values[.measure], number(.value), number(.low), number(.high), values[.qualifier], values[.unit],
                values[.population], key, place, try row("source", values[.source], db), text(.date), day,
                values[.period], text(.periodStart), values[.status], state.rawValue,
                try ExtractedValues.text(extracted), subject.id,
            ])
    }

    private func text(_ key: ReviewKey) -> String? { values[key].flatMap { $0.isEmpty ? nil : $0 } }

    private func number(_ key: ReviewKey) -> Double? { values[key].flatMap(Double.init) }

    /// The day that the figure is found by: the last that it speaks of, else that of publication.
    private var day: String? { text(.date).flatMap { PartialDate($0)?.last.description } ?? subject.reported }

    private func row(_ table: String, _ key: String?, _ db: Database) throws -> Int64? {
        guard let key, !key.isEmpty else { return nil }
        return try Int64.fetchOne(db, sql: "SELECT id FROM \(table) WHERE key = ?", arguments: [key])
    }
}
