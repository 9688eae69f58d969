import Articles
import Figures

/// Text to the extractor; how the bytes become an article is what tells the targets of this kind apart.
struct TextTarget: FuzzTarget {
    let name: String
    let about: String
    let words: [String]
    let makeSeeds: @Sendable () throws -> [[UInt8]]
    let article: @Sendable (String) -> Article

    private static let extractor = Extractor()
    private static let day = CalendarDate("2023-11-03")

    var seeds: [[UInt8]] { get throws { try makeSeeds() } }

    func run(_ bytes: [UInt8]) {
        _ = TextTarget.extractor.figures(in: article(String(decoding: bytes, as: UTF8.self)))
    }

    func check(_ bytes: [UInt8]) throws {
        let article = article(String(decoding: bytes, as: UTF8.self))
        try FigureInvariants.check(article, TextTarget.extractor)
        try FigureInvariants.checkExplanations(article, TextTarget.extractor)
    }

    /// The first line is the title where it is a short one.
    static let titled: @Sendable (String) -> Article = { text in
        let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count < 200 else { return Article(id: "a", date: day, text: text) }
        return Article(id: "a", date: day, title: String(parts[0]), text: String(parts[1]))
    }

    /// Each line counts the dead of a sentence.
    static let numbers: @Sendable (String) -> Article = { text in
        let lines = text.split(separator: "\n").map { "Officials in Aden said \($0) people were killed." }
        return Article(id: "a", date: day, text: lines.joined(separator: "\n"))
    }

    /// Each line is the day of a sentence, and a date of the article's file.
    static let days: @Sendable (String) -> Article = { text in
        let lines = text.split(separator: "\n").map { "On \($0), 24 people were killed in Aden." }
        let first = text.split(separator: "\n").first.map(String.init) ?? ""
        let date = DateText.embedded.date(first) ?? DateText.embedded.date(inAddress: first) ?? day
        _ = DateText.hour(first)
        _ = CalendarDate(first)
        _ = PartialDate(first)
        return Article(id: "a", date: date, text: lines.joined(separator: "\n"))
    }
}
