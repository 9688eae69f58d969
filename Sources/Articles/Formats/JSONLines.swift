import Figures
import Foundation

/// Articles as JSON: one object a line, objects over many lines, a list of them, or an answer that holds a list.
///
/// This program's own keys are `text` (required), `id`, `publisher`, `date`, `title`, `url`, `lang`; those of ReliefWeb,
/// news-please, GDELT and others are known too (`RecordKeys`). A record that is no article is a problem of its own;
/// those after it are read. Only one record is held at a time.
struct JSONLines: FormatReader {
    func read(_ stream: inout ByteStream, _ input: Input, _ body: (ArticleItem) throws -> Void) rethrows {
        switch layout(stream.peek()) {
        case .lines: try readLines(&stream, input, body)
        case .list: try readElements(&stream, input, isList: true, body)
        case .objects: try readElements(&stream, input, isList: false, body)
        }
        if let error = stream.error { try body(.problem(.unreadable(input.path, error))) }
    }

    private enum Layout { case lines, list, objects }

    /// The longest first line of an object over many lines, in bytes.
    private static let longest = 1 << 16

    /// A first line that ends before its object does is the beginning of an object over many lines.
    /// A long one that only the piece cuts off tells nothing: nobody breaks an object so late.
    private func layout(_ head: ArraySlice<UInt8>) -> Layout {
        let text = ByteOrderMark.dropped(from: head).drop { Blanks.isBlank($0) }
        if text.first == UInt8(ascii: "[") { return .list }
        let line = text.prefix { $0 != 10 && $0 != 13 }
        if line.endIndex == text.endIndex, line.count >= JSONLines.longest { return .lines }
        let last = line.last { $0 > 32 }
        return last.map { Array("{[,:".utf8).contains($0) } == true ? .objects : .lines
    }

    private func readLines(
        _ stream: inout ByteStream, _ input: Input, _ body: (ArticleItem) throws -> Void
    ) rethrows {
        var number = 0
        var isEmpty = true
        while let line = stream.line(limit: input.limit) {
            number += 1
            let isDone = input.progress.map { !$0.begin() } ?? false
            switch line {
            case _ where isDone: break
            case .tooLong: try body(.problem(.lineTooLong(input.path, line: number, limit: input.limit)))
            case .whole(let bytes):
                let bytes = number == 1 ? ByteOrderMark.dropped(from: bytes) : bytes
                guard !bytes.allSatisfy(Blanks.isBlank) else { continue }
                try hand(bytes, line: number, "\(number)", input, body)
            }
            isEmpty = false
        }
        if isEmpty, stream.error == nil { try body(.problem(.empty(input.path))) }
    }

    private func readElements(
        _ stream: inout ByteStream, _ input: Input, isList: Bool, _ body: (ArticleItem) throws -> Void
    ) rethrows {
        var elements = JSONElements(limit: input.limit)
        var number = 0
        while let element = elements.next(&stream) {
            number += 1
            if let progress = input.progress, !progress.begin() { continue }
            switch element {
            case .tooLong(let line): try body(.problem(.recordTooLarge(input.path, line: line, limit: input.limit)))
            case .cut(let line):
                try body(.problem(.badLine(input.path, line: line, "the file ends inside of this object")))
            case .whole(let bytes, let line): try hand(bytes[...], line: line, "\(number)", input, body)
            }
        }
        if number == 0 { try body(.problem(.badLine(input.path, line: 1, "no object in the list"))) }
    }

    /// The articles of one object: itself, or what it lists.
    private func hand(
        _ bytes: ArraySlice<UInt8>, line: Int, _ number: String, _ input: Input,
        _ body: (ArticleItem) throws -> Void
    ) rethrows {
        let keys = input.settings.keys
        if !keys.areMapped,
            let article = PlainArticleLine.article(bytes, id: "\(input.origin.stem):\(number)", input.defaults)
        {
            return try ArticleItem.items(article, input.origin, line: line).forEach(body)
        }
        if case .failure(let error) = UTF8Text.decode(bytes) {
            return try body(.problem(.invalidUTF8(input.path, line: line, offset: error.offset)))
        }
        let limit = min(input.settings.nesting, ArticleReader.mostJSONNesting)
        guard JSONNesting.deepest(bytes) <= limit else {
            return try body(.problem(.nested(input.path, line: line, limit: limit)))
        }
        let value = try? JSONSerialization.jsonObject(with: Data(bytes))
        let objects = value.map { Record.objects(of: $0, keys) } ?? []
        guard !objects.isEmpty else {
            let why = value is [String: Any] || value is [Any] ? "an answer without articles" : JSONLines.noObject
            return try body(.problem(.badLine(input.path, line: line, why)))
        }
        for (index, object) in objects.enumerated() {
            let id = "\(input.origin.stem):\(number)" + (objects.count > 1 ? ".\(index + 1)" : "")
            let record = Record(object: object, keys: keys, rules: input.settings.rules)
            let name = objects.count > 1 ? "record \(index + 1): " : ""
            for item in items(record, id: id, line: line, name, input) { try body(item) }
        }
    }

    private static let noObject = "not a JSON object: each line is one article, {\"text\": \"…\"}"

    private func items(
        _ record: Record, id: String, line: Int, _ name: String, _ input: Input
    ) -> [ArticleItem] {
        do {
            return ArticleItem.items(try record.article(id: id, input.defaults), input.origin, line: line)
        } catch {
            let isEmpty = error.isEmpty && name.isEmpty
            let why = name + (error.isEmpty ? "there is no text" : error.why)
            return [.problem(isEmpty ? .noText(input.path, line: line) : .badLine(input.path, line: line, why))]
        }
    }
}
