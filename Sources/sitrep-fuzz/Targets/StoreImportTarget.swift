import Articles
import Figures
import TimeSeries

/// Articles of JSON Lines into a store, and all questions to it.
struct StoreImportTarget: FuzzTarget {
    let name = "store-import"
    let about = "this program's own articles, into a store"
    let words = RecordSeeds.words + TextSeeds.words

    private static let extractor = Extractor()
    private static let stamp = ExtractorStamp(lexicon: "0")

    var seeds: [[UInt8]] { RecordSeeds.lines }

    func run(_ bytes: [UInt8]) throws {
        let store = try Store(path: ":memory:")
        _ = try ingest(articles(bytes), store)
    }

    func check(_ bytes: [UInt8]) throws {
        let articles = articles(bytes)
        if articles.isEmpty { return }
        let store = try Store(path: ":memory:")
        let outcomes = try ingest(articles, store)
        let again = try ingest(articles, store)
        try require(again.allSatisfy { $0 == .unchanged }, "an article that is there was stored again")
        try compare(store, articles, outcomes)
        try StoreQueries.ask(store)
        let problems = try store.integrityProblems()
        try require(problems.isEmpty, "the store is damaged: \(problems)")
    }

    private func articles(_ bytes: [UInt8]) -> [Article] {
        let found = ReadItems { ArticleReader(limit: 1 << 20, format: .json).read(bytes: bytes, named: "a.jsonl", $0) }
        return Array(found.articles.prefix(32))
    }

    private func ingest(_ articles: [Article], _ store: Store) throws -> [IngestOutcome] {
        try store.ingest(articles.map { IncomingArticle($0, path: "a.jsonl") }, by: StoreImportTarget.stamp) {
            $0.map { StoreImportTarget.extractor.figures(in: $0) }
        }
    }

    /// The store gives the numbers and words that were put in.
    private func compare(_ store: Store, _ articles: [Article], _ outcomes: [IngestOutcome]) throws {
        func key(_ figure: Figure) -> String {
            "\(figure.field.rawValue) \(figure.start) \(figure.end) \(figure.number) \(figure.quote) \(figure.value) "
                + "\(figure.low ?? -1) \(figure.high ?? -1)"
        }
        var expected: [String] = []
        for (article, outcome) in zip(articles, outcomes) where outcome != .unchanged {
            expected += StoreImportTarget.extractor.figures(in: article).map(key)
        }
        let stored = try store.figures().map { key($0.figure) }
        try require(expected.sorted() == stored.sorted(), "the store holds other figures than were read")
    }
}

/// All that is asked of a store.
enum StoreQueries {
    static func ask(_ store: Store) throws {
        let figures = try store.figures()
        let series = try store.series()
        _ = try store.comparisons()
        _ = try store.findings(FigureFilter())
        _ = try store.sources()
        _ = try store.places()
        _ = try store.articles()
        _ = try store.reviews()
        _ = try store.figureCounts()
        _ = try store.unattributedCount()
        for kind in [NamedKind.source, .place] { _ = try store.namings(kind) }
        _ = try store.inputState(path: "a.jsonl")
        if let figure = figures.first { _ = try store.figure(figure.id) }
        try require(
            series.allSatisfy { $0.points.allSatisfy { $0.low ?? 0 <= $0.high ?? .infinity } },
            "a point of a series has its bounds the wrong way round")
    }
}
