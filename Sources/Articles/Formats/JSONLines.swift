import Figures
import Foundation

/// Articles as JSON, one object a line; a file that is one object over many lines is read too.
///
/// Keys: `text` (required), `id`, `publisher`, `date`, `title`, `url`, `lang`; others are passed over. A line that
/// is no article is a problem of its own; the lines after it are read.
struct JSONLines: FormatReader {
    func read(_ stream: inout ByteStream, _ input: Input, _ body: (ArticleItem) throws -> Void) rethrows {
        if isOneObject(stream.peek()) {
            guard let whole = stream.rest(limit: input.limit) else {
                return try body(.problem(.tooLarge(input.path, limit: input.limit)))
            }
            return try hand(ByteOrderMark.dropped(from: whole[...]), 1, input, body)
        }
        var number = 0
        while let line = stream.line(limit: input.limit) {
            number += 1
            switch line {
            case .tooLong: try body(.problem(.lineTooLong(input.path, line: number, limit: input.limit)))
            case .whole(let bytes):
                let bytes = number == 1 ? ByteOrderMark.dropped(from: bytes) : bytes
                if bytes.contains(where: { $0 > 32 }) { try hand(bytes, number, input, body) }
            }
        }
        if let error = stream.error { try body(.problem(.unreadable(input.path, error))) }
    }

    /// A first line that ends before its object does is the beginning of an object over many lines.
    private func isOneObject(_ head: ArraySlice<UInt8>) -> Bool {
        let line = head.prefix { $0 != 10 && $0 != 13 }.filter { $0 > 32 }
        return line.last == UInt8(ascii: "{") || line.last == UInt8(ascii: ",")
    }

    private func hand(
        _ bytes: ArraySlice<UInt8>, _ line: Int, _ input: Input, _ body: (ArticleItem) throws -> Void
    ) rethrows {
        switch article(bytes, line, input) {
        case .failure(let problem): try body(.problem(problem))
        case .success(let article): try ArticleItem.items(article, input.origin, line: line).forEach(body)
        }
    }

    private func article(_ bytes: ArraySlice<UInt8>, _ line: Int, _ input: Input) -> Result<Article, InputProblem> {
        if let article = PlainArticleLine.article(bytes, id: "\(input.origin.stem):\(line)", input.defaults) {
            return .success(article)
        }
        if case .failure(let error) = UTF8Text.decode(bytes) {
            return .failure(.invalidUTF8(input.path, line: line, offset: error.offset))
        }
        do {
            let record = try JSONDecoder().decode(ArticleRecord.self, from: Data(bytes))
            guard !record.text.utf8.contains(0) else {
                return .failure(.badLine(input.path, line: line, "\"text\" holds a zero byte"))
            }
            guard record.text.contains(where: { !$0.isWhitespace }) else {
                return .failure(.noText(input.path, line: line))
            }
            return .success(record.article(id: "\(input.origin.stem):\(line)", input.defaults))
        } catch {
            return .failure(.badLine(input.path, line: line, JSONLines.reason(error)))
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "the article has no \"\(key.stringValue)\""
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "\"\(context.codingPath.last?.stringValue ?? "article")\" is not of the right type"
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty: context.debugDescription
        default: "not a JSON object: each line is one article, {\"text\": \"…\"}"
        }
    }
}

/// An article as other programs write it.
private struct ArticleRecord: Decodable {
    let id: String?
    let publisher: String?
    let date: CalendarDate?
    let title: String?
    let url: String?
    let lang: String?
    let text: String

    enum CodingKeys: String, CodingKey {
        case id, publisher, date, title, url, lang, text
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        if let number = try? values.decode(Int.self, forKey: .id) {
            id = String(number)
        } else {
            id = try values.decodeIfPresent(String.self, forKey: .id)
        }
        publisher = try values.decodeIfPresent(String.self, forKey: .publisher)
        date = try values.decodeIfPresent(CalendarDate.self, forKey: .date)
        title = try values.decodeIfPresent(String.self, forKey: .title)
        url = try values.decodeIfPresent(String.self, forKey: .url)
        lang = try values.decodeIfPresent(String.self, forKey: .lang)
        text = try values.decode(String.self, forKey: .text)
    }

    func article(id fallback: String, _ defaults: ArticleDefaults) -> Article {
        Article(
            id: id ?? fallback, publisher: publisher ?? defaults.publisher, date: date ?? defaults.date,
            title: title, url: url ?? defaults.url, lang: lang, text: text)
    }
}
