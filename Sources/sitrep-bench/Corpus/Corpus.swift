import TestSupport

/// Makes articles as an archive of news holds them, the same for the same seed.
///
/// - Crisis reports are paragraphs of the sample articles and of the example texts in another order, with other
///   numbers and other places: a figure every 350 to 600 bytes, as in the reports that people read for their numbers.
/// - Plain news is business, sport, politics, culture and weather: its numbers are scores, prices, ages, days and
///   shares, and hardly one in a page is a figure.
///
/// No two paragraphs are alike, so that neither caches nor branch predictors learn a text by heart.
struct Corpus {
    private var generator: SplitMix64
    private let crisis: CrisisNews
    private let plain = PlainNews()
    /// The share of articles that are crisis reports, 0 to 1.
    private let crisisShare: Double
    private var number = 0

    /// A news crawl has some ten articles on all else for one on a war, a disaster or an outbreak.
    static let newsShare = 0.1

    init(seed: UInt64, crisisShare: Double, crisis: CrisisNews) {
        generator = SplitMix64(seed: seed)
        self.crisisShare = crisisShare
        self.crisis = crisis
    }

    /// Appends the next article as a line of JSON.
    mutating func appendArticle(to bytes: inout [UInt8]) {
        number += 1
        let isCrisis = Double.random(in: 0..<1, using: &generator) < crisisShare
        let paragraphs = isCrisis ? crisisParagraphs() : plainParagraphs(Int.random(in: 5...14, using: &generator))
        let title = plain.headline(&generator)
        let text = paragraphs.joined(separator: "\n\n")
        // A house writes either typewriter quotes or printers'; one in four escapes what is not ASCII.
        let house = Int.random(in: 0..<8, using: &generator)
        let quoted = house % 2 == 0 ? Corpus.withPrintersQuotes(text) : text
        bytes.append(contentsOf: #"{"id":"a\#(number)","publisher":"\#(PlainNews.outlets[house])","date":""#.utf8)
        bytes.append(contentsOf: date().utf8)
        bytes.append(contentsOf: #"","title":""#.utf8)
        Corpus.append(title, escaping: house >= 6, to: &bytes)
        bytes.append(contentsOf: #"","url":"https://news.example/\#(number)","lang":"en","text":""#.utf8)
        Corpus.append(quoted, escaping: house >= 6, to: &bytes)
        bytes.append(contentsOf: "\"}\n".utf8)
    }

    private mutating func crisisParagraphs() -> [String] {
        var paragraphs = (0..<Int.random(in: 2...5, using: &generator)).map { _ in crisis.paragraph(&generator) }
        for _ in 0..<Int.random(in: 6...10, using: &generator) {
            paragraphs.insert(
                plain.contextParagraph(&generator), at: Int.random(in: 0...paragraphs.count, using: &generator))
        }
        return paragraphs
    }

    private mutating func plainParagraphs(_ count: Int) -> [String] {
        (0..<count).map { _ in plain.paragraph(&generator) }
    }

    private mutating func date() -> String {
        let month = Int.random(in: 1...12, using: &generator)
        let day = Int.random(in: 1...28, using: &generator)
        return "\(2010 + number % 15)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    private static func withPrintersQuotes(_ text: String) -> String {
        var isOpen = false
        var result = ""
        result.reserveCapacity(text.utf8.count + 32)
        for character in text.unicodeScalars {
            switch character {
            case "\"":
                result.unicodeScalars.append(isOpen ? "”" : "“")
                isOpen.toggle()
            case "'": result.unicodeScalars.append("’")
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }

    private static func append(_ text: String, escaping: Bool, to bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes.append(contentsOf: #"\""#.utf8)
            case "\\": bytes.append(contentsOf: #"\\"#.utf8)
            case "\n": bytes.append(contentsOf: #"\n"#.utf8)
            case _ where scalar.isASCII || !escaping: bytes.append(contentsOf: UTF8.encode(scalar)!)
            default:
                for unit in UTF16.encode(scalar)! {
                    let digits = String(unit, radix: 16)
                    bytes.append(contentsOf: (#"\u"# + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
                }
            }
        }
    }
}

extension Array {
    /// One of the elements, each as likely.
    func any(_ generator: inout SplitMix64) -> Element { self[Int.random(in: 0..<count, using: &generator)] }
}
