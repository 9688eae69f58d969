import Figures
import GRDB

/// Takes the articles, names and reviews of another store in: see `Store.merge(_:)`.
struct StoreMerger {
    private let db: Database
    private let other: Database
    private let lexicon: Lexicon
    private var outcome = MergeOutcome()
    private var names: NameMerger
    /// The runs that wrote the articles, from theirs to ours.
    private var runs: [Int64: Int64] = [:]

    init(_ db: Database, _ other: Database, _ lexicon: Lexicon) throws {
        self.db = db
        self.other = other
        self.lexicon = lexicon
        names = NameMerger(db, other, lexicon)
    }

    mutating func run() throws -> MergeOutcome {
        try names.run(&outcome)
        try takeArticles()
        try ReviewMerger(db, other, lexicon).run(&outcome)
        return outcome
    }

    // MARK: - Articles

    /// In the order of their rows, so that ours get the rows that reading them would have given them.
    private mutating func takeArticles() throws {
        let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM article") ?? 0
        let texts = try TextConflicts(db)
        var copies = try CopyFinder(db)
        let articles = try TableCopy("article", leaving: ["run", "copy_of"], from: other, to: db)
        let figures = try TableCopy(
            "figure", leaving: ["article", "place", "source", "claim", "is_copy"], from: other, to: db)
        let rows = try Row.fetchCursor(
            other,
            sql: """
                SELECT article.*, run.extractor AS reader, run.lexicon AS tables
                FROM article JOIN run ON run.id = article.run ORDER BY article.id
                """)
        while let row = try rows.next() {
            if try isKnown(row) { continue }
            outcome.conflicts += try texts.conflicts(of: row)
            let id = try articles.insert(row, ["run": try run(row["run"]), "copy_of": nil])
            outcome.articles += 1
            outcome.figures += try takeFigures(of: row["id"], to: id, figures)
            let article = try NameMerger.article(row)
            if let hash = MinHash(article.text) { try copies.enter(id, article, hash) }
        }
        try settle(after: last)
        try copies.finish()
        try countRuns()
    }

    /// Whether the article is here already; where another extractor read it there, that is told.
    private mutating func isKnown(_ row: Row) throws -> Bool {
        let known = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT extractor, lexicon FROM article JOIN run ON run.id = article.run WHERE sha256 = ?"),
            arguments: [row.raw("sha256")])
        guard let known else { return false }
        outcome.known += 1
        let here = "\(try known[0] as String) with tables \(try known[1] as String)"
        let there = "\(try row["reader"] as String) with tables \(try row["tables"] as String)"
        if here != there {
            outcome.conflicts.append(
                try MergeConflict(
                    kind: .extractor, subject: row["title"] ?? row["doc"], here: here, there: there, holds: .here))
        }
        return true
    }

    private mutating func run(_ id: Int64) throws -> Int64 {
        if let run = runs[id] { return run }
        let theirs = try Row.fetchOne(
            other, sql: "SELECT at, extractor, lexicon FROM run WHERE id = ?", arguments: [id])
        try db.execute(
            sql: "INSERT INTO run (at, extractor, lexicon, articles, figures) VALUES (?, ?, ?, 0, 0)",
            arguments: StatementArguments(["at", "extractor", "lexicon"].map { theirs?.raw($0) ?? .null }))
        runs[id] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }

    private func takeFigures(of article: Int64, to id: Int64, _ figures: TableCopy) throws -> Int {
        let rows = try Row.fetchAll(
            other.cachedStatement(sql: "SELECT * FROM figure WHERE article = ? ORDER BY id"), arguments: [article])
        for row in rows {
            try figures.insert(
                row,
                [
                    "article": id, "place": try names.row(.place, row["place"]),
                    "source": try names.row(.source, row["source"]), "claim": 0, "is_copy": 0,
                ])
        }
        return rows.count
    }

    /// What follows from the names that places and sources go by here.
    private func settle(after last: Int64) throws {
        let populations = PopulationKeys(lexicon)
        let update = try db.makeStatement(sql: "UPDATE figure SET population_key = ? WHERE id = ?")
        for row in try Row.fetchAll(
            db, sql: "SELECT id, population, place FROM figure WHERE population <> '' AND article > ?",
            arguments: [last])
        {
            let place = try (try row["place"] as Int64?).map { try Names.canonicalKey("place", $0, db) }
            let key = populations.key(FigureColumns.list(try row["population"]), place: place)
            try update.execute(arguments: [key, row["id"] as Int64])
        }
        try Claims.rekey(db, where: "figure.article > ?", arguments: [last])
    }

    private func countRuns() throws {
        for id in runs.values.sorted() {
            try db.execute(
                sql: """
                    UPDATE run SET articles = (SELECT count(*) FROM article WHERE run = ?1),
                      figures = (SELECT count(*) FROM figure JOIN article ON article.id = article WHERE run = ?1)
                    WHERE id = ?1
                    """, arguments: [id])
        }
    }
}

/// Copies rows of a table, with all the columns that both stores have but its key.
struct TableCopy {
    private let columns: [String]
    private let given: [String]
    private let insert: Statement
    private let db: Database

    /// - Parameter given: columns whose values are given with each row.
    init(_ table: String, leaving given: [String], from other: Database, to db: Database) throws {
        self.db = db
        self.given = given
        let theirs = Set(try other.columns(in: table).map(\.name))
        columns = try db.columns(in: table).map(\.name).filter {
            $0 != "id" && theirs.contains($0) && !given.contains($0)
        }
        let all = (columns + given).map { "\"\($0)\"" }
        insert = try db.makeStatement(
            sql: """
                INSERT INTO \(table) (\(all.joined(separator: ", ")))
                VALUES (\(all.map { _ in "?" }.joined(separator: ", ")))
                """)
    }

    @discardableResult
    func insert(_ row: Row, _ values: [String: Int64?]) throws -> Int64 {
        var arguments = StatementArguments(columns.map(row.raw))
        arguments += StatementArguments(given.map { values[$0] ?? nil })
        try insert.execute(arguments: arguments)
        return db.lastInsertedRowID
    }
}

/// Finds articles that tell a story of an article that is here in other words.
private struct TextConflicts {
    /// By the hash of an address, or of publisher, day and title; the first that has it.
    private var known: [Int: Int64] = [:]
    private let db: Database

    init(_ db: Database) throws {
        self.db = db
        let rows = try Row.fetchCursor(db, sql: "SELECT id, url, publisher, date, title FROM article ORDER BY id DESC")
        while let row = try rows.next() {
            for key in try TextConflicts.keys(row) { known[key] = try row["id"] }
        }
    }

    private static func keys(_ row: Row) throws -> [Int] {
        var keys: [Int] = []
        if let url = try row["url"] as String? { keys.append(["url", url].hashValue) }
        if let publisher = try row["publisher"] as String?, let date = try row["date"] as String?,
            let title = try row["title"] as String?
        {
            keys.append([publisher, date, title].hashValue)
        }
        return keys
    }

    /// - Parameter row: an article that is not here, word for word.
    func conflicts(of row: Row) throws -> [MergeConflict] {
        guard let id = try TextConflicts.keys(row).lazy.compactMap({ known[$0] }).first else { return [] }
        let here = try String.fetchOne(db, sql: "SELECT sha256 FROM article WHERE id = ?", arguments: [id]) ?? ""
        let there: String = try row["sha256"]
        return try [
            MergeConflict(
                kind: .text, subject: row["title"] ?? row["url"] ?? row["doc"], here: String(here.prefix(12)),
                there: String(there.prefix(12)), holds: .both)
        ]
    }
}
