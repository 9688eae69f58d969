import Figures
import GRDB

/// Writes articles, their figures, and the sources and places that the figures name, within one transaction.
///
/// It does itself what the trigger `article_text_insert` does for others, who must not be set off here: a statement with
/// a trigger begins with a savepoint, at which FTS5 writes all that it holds, and a full-text index that is written
/// for each article costs four times as much.
struct FigureWriter {
    private let db: Database
    private let lexicon: Lexicon
    /// The row of the run that writes.
    private let run: Int64
    private let insertArticle: RowStatement
    private let insertWords: RowStatement
    private let insertFigure: RowStatement
    private var sources: SourceRows
    private var places: PlaceRows
    private var copies: CopyFinder
    private let populations: PopulationKeys
    private(set) var articleCount = 0
    private(set) var figureCount = 0

    init(_ db: Database, _ lexicon: Lexicon, run: Int64) throws {
        self.db = db
        self.lexicon = lexicon
        self.run = run
        populations = PopulationKeys(lexicon)
        sources = try SourceRows(db)
        places = try PlaceRows(db, lexicon)
        copies = try CopyFinder(db)
        insertArticle = try RowStatement(
            """
            INSERT INTO article (sha256, doc, path, url, publisher, title, date, lang, text, run)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING
            """, db)
        insertWords = try RowStatement("INSERT INTO article_text (rowid, title, text) VALUES (?, ?, ?)", db)
        insertFigure = try RowStatement(
            "INSERT INTO figure (\(FigureColumns.list)) VALUES (\(FigureColumns.marks))", db)
    }

    /// Writes an article and its figures; leaves one alone that the same extractor wrote before.
    mutating func write(_ prepared: PreparedArticle, by stamp: ExtractorStamp) throws -> IngestOutcome {
        guard let figures = prepared.figures else { return .unchanged }
        let incoming = prepared.incoming
        if try insert(incoming, prepared.sha256) {
            let id = db.lastInsertedRowID
            insertWords.bind(id)
            insertWords.bind(incoming.article.title)
            insertWords.bind(incoming.article.text)
            try insertWords.run()
            try write(figures, of: id, prepared.sha256)
            if let hash = prepared.hash { try copies.enter(id, incoming.article, hash) }
            return .added(figures: figures.count)
        }
        guard case .outdated(let id) = try KnownArticle.find(prepared.sha256, stamp, db) else { return .unchanged }
        try replace(figures, of: id, prepared.sha256)
        return .reread(figures: figures.count)
    }

    /// Puts figures in the place of those that an article has; its reviews stay.
    mutating func replace(_ figures: [Figure], of id: Int64, _ sha256: String) throws {
        try db.execute(sql: "DELETE FROM figure WHERE article = ?", arguments: [id])
        try db.execute(sql: "UPDATE article SET run = ? WHERE id = ?", arguments: [run, id])
        try write(figures, of: id, sha256)
        try Reviews.replay(sha256, article: id, db, lexicon)
        try Copies.retie(id, db)
    }

    /// Ties what was written to its copies; the last that is done before the transaction ends.
    mutating func finish() throws { try copies.finish() }

    /// - Returns: false where the article was there before.
    private func insert(_ incoming: IncomingArticle, _ sha256: String) throws -> Bool {
        let article = incoming.article
        insertArticle.bind(sha256)
        insertArticle.bind(article.id)
        insertArticle.bind(incoming.path)
        insertArticle.bind(article.url)
        insertArticle.bind(article.publisher)
        insertArticle.bind(article.title)
        insertArticle.bind(article.date)
        insertArticle.bind(article.lang)
        insertArticle.bind(article.text)
        insertArticle.bind(run)
        return try insertArticle.run()
    }

    private mutating func write(_ figures: [Figure], of article: Int64, _ sha256: String) throws {
        articleCount += 1
        figureCount += figures.count
        for figure in figures {
            let source = try figure.source.map { try sources.row(of: $0) }
            let place = try figure.place.map { try places.row(of: $0) }
            let populationKey = populations.key(figure.population, place: place?.key)
            let claim = ClaimKey(
                figure, populationKey: populationKey, place: place?.key, source: source?.key, sha256: sha256)
            FigureColumns.bind(
                figure, article: article, source: source?.id, place: place?.id, populationKey: populationKey,
                claim: claim, to: insertFigure)
            try insertFigure.run()
        }
    }
}
