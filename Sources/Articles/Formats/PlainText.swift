import Figures

/// Plain text of any encoding with an optional header.
///
/// Three forms, told apart by the first line:
///
///     ` date 2023-11-03 TITLE 06:25`      a saved page; the hour may be missing. The rest is text.
///
///     Title: TITLE                        known keys, one a line, to the first empty line:
///     Publisher: OUTLET                   title, publisher, date, url, lang, id; other keys are passed over.
///     Date: 2023-11-03
///
///     TEXT                                no header: all of it is text.
///
/// A header's date that is no date is a problem of the whole file, since a wrong day would move every figure.
struct PlainText: DocumentReader {
    func items(_ bytes: [UInt8], _ input: Input) -> [ArticleItem] {
        let read = TextEncoding.decode(bytes, declared: input.encoding)
        let notices: [ArticleItem] = read.isGuess ? [.notice(.encoding(input.path, read.encoding))] : []
        let text = String(decoding: read.utf8, as: UTF8.self)
        return switch PlainText.article(text, input.origin, input.defaults) {
        case .failure(let problem): [.problem(problem)]
        case .success(let article): notices + ArticleItem.items(article, input.origin)
        }
    }

    private static func article(
        _ text: String, _ origin: Origin, _ defaults: ArticleDefaults
    ) -> Result<Article, InputProblem> {
        let header: Header
        switch Header.read(text) {
        case .failure(let error): return .failure(.badHeader(origin.path, error.why))
        case .success(let read): header = read
        }
        let body = header.body.drop { $0.isNewline }
        guard body.contains(where: { !$0.isWhitespace }) else { return .failure(.noText(origin.path, line: nil)) }
        return .success(
            Article(
                id: header["id"] ?? origin.stem, publisher: header["publisher"] ?? defaults.publisher,
                date: header.date ?? defaults.date, title: header["title"], url: header["url"] ?? defaults.url,
                lang: header["lang"], text: String(body)))
    }
}

/// The header of a plain text and what follows it.
struct Header {
    private(set) var values: [String: String] = [:]
    private(set) var date: CalendarDate?
    private(set) var body: Substring

    struct BadDate: Error {
        let why: String

        init(_ text: String) { why = "the header's date '\(text)' is not a date: write YYYY-MM-DD" }
    }

    /// The words that newsrooms use for the keys.
    private static let keys: [String: String] = [
        "title": "title", "headline": "title", "publisher": "publisher", "outlet": "publisher", "date": "date",
        "published": "date", "url": "url", "link": "url", "lang": "lang", "language": "lang", "id": "id",
    ]

    subscript(key: String) -> String? { values[key] }

    static func read(_ text: String) -> Result<Header, BadDate> {
        let (line, rest) = firstLine(text[...])
        switch savedPage(line, rest) {
        case .failure(let error): return .failure(error)
        case .success(let saved?): return .success(saved)
        case .success(nil): break
        }
        guard let first = pair(line), keys[first.key] != nil else { return .success(Header(body: text[...])) }
        return keyed(text[...])
    }

    private init(body: Substring) { self.body = body }

    private static func firstLine(_ text: Substring) -> (line: Substring, rest: Substring) {
        guard let newline = text.firstIndex(where: \.isNewline) else { return (text, "") }
        return (text[..<newline], text[text.index(after: newline)...])
    }

    // MARK: - ` date 2023-11-03 TITLE 06:25`

    /// Nil where the line is no such header.
    private static func savedPage(_ line: Substring, _ rest: Substring) -> Result<Header?, BadDate> {
        let words = line.split(separator: " ", omittingEmptySubsequences: true)
        guard words.count >= 2, words[0] == "date", isShapedAsDate(words[1]) else { return .success(nil) }
        guard let date = CalendarDate(words[1]) else { return .failure(BadDate(String(words[1]))) }
        var title = words.dropFirst(2)
        if let last = title.last, isHour(last) { title.removeLast() }
        var header = Header(body: rest)
        header.date = date
        if !title.isEmpty { header.values["title"] = title.joined(separator: " ") }
        return .success(header)
    }

    private static func isShapedAsDate(_ word: Substring) -> Bool {
        word.utf8.count == 10
            && word.utf8.enumerated().allSatisfy { index, byte in
                index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (48...57).contains(byte)
            }
    }

    private static func isHour(_ word: Substring) -> Bool {
        let parts = word.split(separator: ":")
        return (2...3).contains(parts.count)
            && parts.allSatisfy { (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }
    }

    // MARK: - Key: value

    private static func keyed(_ text: Substring) -> Result<Header, BadDate> {
        var header = Header(body: text)
        while true {
            let (line, rest) = firstLine(header.body)
            guard let pair = pair(line) else { return .success(header) }
            header.body = rest
            guard let key = keys[pair.key], !pair.value.isEmpty else { continue }
            if key == "date" {
                guard let date = CalendarDate(pair.value) else {
                    return .failure(BadDate(pair.value))
                }
                header.date = date
            } else {
                header.values[key] = pair.value
            }
        }
    }

    /// `Key: value`, where the key is one word in lower case when it comes back; nil for any other line.
    private static func pair(_ line: Substring) -> (key: String, value: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let key = line[..<colon]
        guard !key.isEmpty, key.utf8.count <= 24, key.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "_" }) else {
            return nil
        }
        let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        return (key.lowercased(), String(value.reversed().drop { $0.isWhitespace }.reversed()))
    }
}
