import Figures
import GRDB

/// Writes the articles of one run, their figures, and the sources and places that the figures name.
struct FigureWriter {
    private let db: Database
    private let lexicon: Lexicon
    private let run: Int64
    private let insertArticle: Statement
    private let insertFigure: Statement
    private var sources: SourceRows
    private var places: PlaceRows
    /// What a source or place goes by: the key of its row, or of the one that it was merged into.
    private var keys: [Named: String] = [:]
    private let populations: PopulationKeys
    private var articleCount = 0
    private var figureCount = 0

    private struct Named: Hashable {
        let table: String
        let id: Int64
    }

    init(_ db: Database, _ lexicon: Lexicon, _ stamp: ExtractorStamp) throws {
        self.db = db
        self.lexicon = lexicon
        populations = PopulationKeys(lexicon)
        sources = SourceRows(db)
        places = PlaceRows(db, lexicon)
        try db.execute(
            sql: "INSERT INTO run (extractor, lexicon, articles, figures) VALUES (?, ?, 0, 0)",
            arguments: [stamp.version, stamp.lexicon])
        run = db.lastInsertedRowID
        insertArticle = try db.makeStatement(
            sql: """
                INSERT INTO article (sha256, doc, path, url, publisher, title, date, lang, text, run)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        insertFigure = try db.makeStatement(
            sql: "INSERT INTO figure (\(FigureColumns.list)) VALUES (\(FigureColumns.marks))")
    }

    mutating func write(_ incoming: IncomingArticle, _ figures: [Figure], _ known: KnownArticle) throws -> IngestOutcome
    {
        articleCount += 1
        figureCount += figures.count
        let id = try article(incoming, known)
        let sha256 = incoming.article.sha256
        for figure in figures { try write(figure, article: id, sha256) }
        if case .outdated = known {
            try Reviews.replay(sha256, article: id, db, lexicon)
            try Copies.retie(id, db)
            return .reread(figures: figures.count)
        }
        try Copies.enter(id, text: incoming.article.text, db)
        return .added(figures: figures.count)
    }

    func finish() throws {
        try db.execute(
            sql: "UPDATE run SET articles = ?, figures = ? WHERE id = ?", arguments: [articleCount, figureCount, run])
    }

    private func article(_ incoming: IncomingArticle, _ known: KnownArticle) throws -> Int64 {
        let article = incoming.article
        if case .outdated(let id) = known {
            try db.execute(sql: "DELETE FROM figure WHERE article = ?", arguments: [id])
            try db.execute(sql: "UPDATE article SET run = ? WHERE id = ?", arguments: [run, id])
            return id
        }
        try insertArticle.execute(arguments: [
            article.sha256, article.id, incoming.path, article.url, article.publisher, article.title,
            article.date?.description, article.lang, article.text, run,
        ])
        return db.lastInsertedRowID
    }

    private mutating func write(_ figure: Figure, article: Int64, _ sha256: String) throws {
        let source = try figure.source.map { try sources.id(of: $0) }
        let place = try figure.place.map { try places.id(of: $0) }
        let placeKey = try place.map { try key("place", $0) }
        let populationKey = populations.key(figure.population, place: placeKey)
        let claim = ClaimKey(
            figure, populationKey: populationKey, place: placeKey, source: try source.map { try key("source", $0) },
            sha256: sha256)
        try insertFigure.execute(
            arguments: FigureColumns.values(
                figure, article: article, source: source, place: place, populationKey: populationKey, claim: claim))
    }

    private mutating func key(_ table: String, _ id: Int64) throws -> String {
        let named = Named(table: table, id: id)
        if let key = keys[named] { return key }
        let key = try Names.canonicalKey(table, id, db)
        keys[named] = key
        return key
    }
}
