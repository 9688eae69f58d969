import Figures
import GRDB

/// Writes the articles of one run, their figures, and the sources and places that the figures name.
struct FigureWriter {
    private let db: Database
    private let lexicon: Lexicon
    private let run: Int64
    private let insertArticle: Statement
    private let insertFigure: Statement
    private var sources: [String: Int64] = [:]
    private var aliases: Set<String> = []
    private var places: [String: Int64] = [:]
    private var populationKeys: [PopulationOfPlace: String] = [:]
    private var articleCount = 0
    private var figureCount = 0

    private struct PopulationOfPlace: Hashable {
        let population: [String]
        let place: String?
    }

    init(_ db: Database, _ lexicon: Lexicon, _ stamp: ExtractorStamp) throws {
        self.db = db
        self.lexicon = lexicon
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
        for figure in figures { try write(figure, article: id) }
        if case .outdated = known { return .reread(figures: figures.count) }
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

    private mutating func write(_ figure: Figure, article: Int64) throws {
        let source = try figure.source.map { try id(of: $0) }
        let place = try figure.place.map { try id(of: $0) }
        try insertFigure.execute(
            arguments: FigureColumns.values(
                figure, article: article, source: source, place: place, populationKey: populationKey(figure)))
    }

    /// The population without the people of the place itself: "Palestinians killed in Gaza" and "people killed in
    /// Gaza" are counted by the same tolls.
    private mutating func populationKey(_ figure: Figure) -> String {
        guard !figure.population.isEmpty else { return "" }
        let asked = PopulationOfPlace(population: figure.population, place: figure.place?.id)
        if let known = populationKeys[asked] { return known }
        let others = figure.population.filter { label in
            figure.place?.id.map { !lexicon.isPeople(label, of: $0) } ?? true
        }
        let key = others.sorted().joined(separator: "|")
        populationKeys[asked] = key
        return key
    }

    // MARK: - Sources

    private mutating func id(of source: SourceReference) throws -> Int64 {
        let key = source.id ?? "text:" + source.name.lowercased()
        let id = try sources[key] ?? insert(source, key)
        sources[key] = id
        if aliases.insert("\(id):\(source.text)").inserted {
            try db.execute(
                sql: "INSERT OR IGNORE INTO alias (source, text) VALUES (?, ?)", arguments: [id, source.text])
        }
        return id
    }

    private func insert(_ source: SourceReference, _ key: String) throws -> Int64 {
        try db.execute(
            sql: "INSERT OR IGNORE INTO source (key, name, kind) VALUES (?, ?, ?)",
            arguments: [key, source.name, source.kind.rawValue])
        return try rowID("source", key)
    }

    // MARK: - Places

    private mutating func id(of place: PlaceReference) throws -> Int64 {
        let key = place.id ?? "text:" + place.name.lowercased()
        if let id = places[key] { return id }
        var parent: Int64?
        // The holders first, so that each finds its parent's row.
        for outer in place.id.map({ lexicon.enclosing($0) })?.reversed() ?? [] {
            parent = try insert(outer.id, outer.name, outer.kind, outer.iso3, parent)
            places[outer.id] = parent
        }
        if let id = places[key] { return id }
        let id = try insert(key, place.name, "", place.iso3 ?? "", nil)
        places[key] = id
        return id
    }

    private func insert(
        _ key: String, _ name: String, _ kind: String, _ iso3: String, _ parent: Int64?
    ) throws -> Int64 {
        try db.execute(
            sql: "INSERT OR IGNORE INTO place (key, name, kind, iso3, parent) VALUES (?, ?, ?, ?, ?)",
            arguments: [key, name, kind, iso3.isEmpty ? nil : iso3, parent])
        return try rowID("place", key)
    }

    private func rowID(_ table: String, _ key: String) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT id FROM \(table) WHERE key = ?", arguments: [key]) ?? db.lastInsertedRowID
    }
}
