import Figures
import GRDB

/// Takes the reviews of another store in, and lets them hold.
struct ReviewMerger {
    private let db: Database
    private let other: Database
    private let lexicon: Lexicon

    init(_ db: Database, _ other: Database, _ lexicon: Lexicon) {
        self.db = db
        self.other = other
        self.lexicon = lexicon
    }

    func run(_ outcome: inout MergeOutcome) throws {
        let log = try MergedLog("review", db, other)
        outcome.reviews = log.new.count
        outcome.conflicts += try conflicts(log)
        try log.append(to: db)
        for sha256 in Set(try log.new.map { try $0["sha256"] as String }).sorted() {
            let article = try Int64.fetchOne(db, sql: "SELECT id FROM article WHERE sha256 = ?", arguments: [sha256])
            if let article { try Reviews.replay(sha256, article: article, db, lexicon) }
        }
    }

    private struct Figure: Hashable, Comparable {
        let sha256: String
        let field: String
        let start: Int
        let measure: String

        init(_ row: Row) throws {
            sha256 = try row["sha256"]
            field = try row["field"]
            start = try row["start"]
            measure = try row["measure"]
        }

        static func < (a: Figure, b: Figure) -> Bool {
            (a.sha256, a.field, a.start, a.measure) < (b.sha256, b.field, b.start, b.measure)
        }
    }

    /// What a log makes of a figure.
    private struct Opinion {
        var isRejected = false
        var values: [String: String] = [:]
        var at = ""

        init(_ rows: [Row]) throws {
            for row in try rows.sorted(by: { try MergedLog.isLater($1, than: $0) }) {
                isRejected = try row["verdict"] == "reject"
                if let key = try row["key"] as String? { values[key] = try row["becomes"] ?? "" }
                at = try row["at"]
            }
        }

        /// Values that do not touch each other go together.
        func contradicts(_ other: Opinion) -> Bool {
            if isRejected || other.isRejected { return isRejected != other.isRejected }
            if values.isEmpty != other.values.isEmpty { return true }
            return values.contains { key, value in other.values[key].map { $0 != value } ?? false }
        }

        var text: String {
            if isRejected { return "reject" }
            if values.isEmpty { return "accept" }
            return values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        }
    }

    private func conflicts(_ log: MergedLog) throws -> [MergeConflict] {
        let ours = try Dictionary(grouping: log.ours, by: Figure.init)
        let theirs = try Dictionary(grouping: log.theirs, by: Figure.init)
        return try Set(log.new.map { try Figure($0) }).sorted().compactMap { figure in
            guard let here = try ours[figure].map(Opinion.init), let there = try theirs[figure].map(Opinion.init),
                here.contradicts(there)
            else { return nil }
            return MergeConflict(
                kind: .review, subject: try subject(figure), here: here.text, there: there.text,
                holds: there.at > here.at ? .there : .here)
        }
    }

    /// `deaths, "More than 9,000 people were killed."`
    private func subject(_ figure: Figure) throws -> String {
        let quote = try String.fetchOne(
            db,
            sql: """
                SELECT quote FROM figure JOIN article ON article.id = article
                WHERE sha256 = ? AND field = ? AND start = ?
                """, arguments: [figure.sha256, figure.field, figure.start])
        return figure.measure + (quote.map { ", \"\($0)\"" } ?? "")
    }
}
