import Articles
import Figures

/// Bytes to a reader of articles.
struct ReaderTarget: FuzzTarget {
    let name: String
    let about: String
    /// The name that the input goes by.
    let file: String
    /// What it is read as, whatever it looks like; nil where its bytes tell.
    let format: InputFormat?
    let words: [String]
    var map: [String: String] = [:]
    let makeSeeds: @Sendable () throws -> [[UInt8]]
    /// Makes a file of bytes that are a part of one.
    var wrap: @Sendable ([UInt8]) -> [UInt8] = { $0 }

    var seeds: [[UInt8]] { get throws { try makeSeeds() } }

    private var reader: ArticleReader {
        var reader = ArticleReader(limit: 1 << 20, format: format)
        for (field, key) in map { _ = reader.keys.map(field, to: key) }
        reader.unpacking = UnpackLimits(ratio: 200, bytes: 32 << 20, depth: 4)
        reader.pdfSeconds = 5
        return reader
    }

    func run(_ bytes: [UInt8]) { reader.read(bytes: wrap(bytes), named: file) { _ in } }

    func check(_ bytes: [UInt8]) throws {
        let bytes = wrap(bytes)
        let found = ReadItems { reader.read(bytes: bytes, named: file, $0) }
        try ArticleInvariants.check(found)
        let again = ReadItems { reader.read(bytes: bytes, named: file, $0) }
        try require(found == again, "the same bytes gave other articles the second time")
    }
}

/// What `pdftotext` may write, to what makes paragraphs and tables of it.
struct PDFLayoutTarget: FuzzTarget {
    let name = "pdf"
    let about = "the words of a PDF document with their places, as pdftotext writes them"
    let words = DocumentSeeds.layoutWords
    private let reader = ArticleReader(limit: 1 << 20)

    var seeds: [[UInt8]] { DocumentSeeds.layouts }

    func run(_ bytes: [UInt8]) { reader.read(layout: bytes, named: "a.pdf") { _ in } }

    func check(_ bytes: [UInt8]) throws {
        let found = ReadItems { reader.read(layout: bytes, named: "a.pdf", $0) }
        try ArticleInvariants.check(found)
        let again = ReadItems { reader.read(layout: bytes, named: "a.pdf", $0) }
        try require(found == again, "the same bytes gave other articles the second time")
    }
}

/// All that a reader hands on.
struct ReadItems: Equatable {
    private(set) var articles: [Article] = []
    private(set) var problems: [InputProblem] = []
    private(set) var notices: [InputNotice] = []

    init(_ read: ((ArticleItem) -> Void) -> Void) {
        read { item in
            switch item {
            case .article(let article, _): articles.append(article)
            case .problem(let problem): problems.append(problem)
            case .notice(let notice): notices.append(notice)
            }
        }
    }
}

/// What holds of the articles of every input, whatever its bytes.
enum ArticleInvariants {
    static func check(_ found: ReadItems) throws {
        try require(
            !(found.articles.isEmpty && found.problems.isEmpty && found.notices.isEmpty),
            "neither an article nor a word of what is wrong")
        for article in found.articles { try check(article) }
    }

    /// Written as this program's own JSON Lines, an article comes back as it was.
    private static func check(_ article: Article) throws {
        try require(!article.text.isEmpty, "article '\(article.id)' is without text")
        var line: [UInt8] = []
        article.writeJSON(to: &line)
        let back = ReadItems { ArticleReader(format: .json).read(bytes: line, named: "a.jsonl", $0) }
        try require(back.problems.isEmpty, "article '\(article.id)': its JSON is not read: \(back.problems)")
        try require(
            back.articles.first?.text == article.text && back.articles.first?.title == article.title
                && back.articles.first?.date == article.date,
            "article '\(article.id)' does not come back from its JSON")
    }
}
