import Figures
import Foundation

/// The pages of a crawl (WARC, ARC): every record that holds a page, a text, a feed or a document, as the input that it
/// would be in a file of its own, with its address, and with the day of its capture where it names no day itself.
///
/// Redirects, errors, pictures, scripts and the crawler's own notes are passed over. A page without an article (a list,
/// a login) is counted and told once for the file: a crawl has thousands. A record that is damaged, whose digest is
/// not that of its bytes or that is cut off by the end of the file is a problem of its own; the rest is read.
struct CrawlReader: FormatReader {
    /// A record's header and the header of its response come on top of the page.
    private static let headroom = 1 << 20

    func read(_ stream: inout ByteStream, _ input: Input, _ body: (ArticleItem) throws -> Void) rethrows {
        var records = RecordReader(stream, limit: input.limit + CrawlReader.headroom)
        var tally = CrawlTally()
        while let event = records.next() {
            if let progress = input.progress, !progress.begin() { continue }
            switch event {
            case .damage(let url, let why):
                tally.problems += 1
                try body(.problem(.unreadable(url.map { input.path + "/" + $0 } ?? input.path, why)))
            case .tooLarge(let record):
                guard CapturedPage.isReadable(record) else { continue }
                tally.problems += 1
                try body(.problem(.tooLarge(input.path + "/" + (record.url ?? record.type), limit: input.limit)))
            case .record(let record, let block, let number):
                guard CapturedPage.isReadable(record) else { continue }
                try read(record, block, number, input, &tally, body)
            }
        }
        try tally.items(input.path).forEach(body)
    }

    private func read(
        _ record: CrawlRecord, _ block: [UInt8], _ number: Int, _ input: Input, _ tally: inout CrawlTally,
        _ body: (ArticleItem) throws -> Void
    ) rethrows {
        let path = input.path + "/" + (record.url ?? "record \(number)")
        let page: CapturedPage?
        do { page = try CapturedPage(record, block, input.budget, limit: input.limit) } catch {
            tally.problems += 1
            return try body(.problem(.unreadable(path, error.reason)))
        }
        guard let page else { return }
        let hints = InputHints(url: record.url, mediaType: page.mediaType, encoding: page.encoding)
        var inner = input.nested(record.url ?? "record \(number)", hints: hints)
        inner.origin = Origin(path: path, stem: "\(input.origin.stem):\(number)")
        var bytes = ByteStream(bytes: page.bytes)
        try inner.read(&bytes) { item in
            if let item = tally.take(item, record) { try body(item) }
        }
    }
}

/// A page out of a crawl's record.
struct CapturedPage {
    let bytes: [UInt8]
    let mediaType: String?
    let encoding: String?

    private static let types: Set<String> = [
        "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/json", "application/xml",
        "text/xml", "application/rss+xml", "application/atom+xml", "application/pdf", "message/rfc822",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ]

    /// Whether the record can hold a page at all, by its header.
    static func isReadable(_ record: CrawlRecord) -> Bool {
        let url = record.url ?? ""
        // wget keeps its log and its arguments as resources.
        guard !url.hasPrefix("metadata:"), !url.hasPrefix("urn:"), !url.hasSuffix("/robots.txt") else { return false }
        switch record.type {
        case "response": return true
        case "resource", "conversion": return types.contains(mediaType(record.contentType) ?? "")
        default: return false
        }
    }

    /// Nil for a record that holds no page: a redirect, an error, a picture.
    ///
    /// - Throws: `DamagedInput` where there is a page that cannot be trusted or unpacked.
    init?(
        _ record: CrawlRecord, _ block: [UInt8], _ budget: UnpackBudget, limit: Int
    ) throws(DamagedInput) {
        guard record.type == "response" else {
            try CapturedPage.check(record.blockDigest ?? record.payloadDigest, [block[...]])
            bytes = block
            mediaType = CapturedPage.mediaType(record.contentType)
            encoding = CapturedPage.parameter("charset", of: record.contentType)
            return
        }
        guard record.contentType?.hasPrefix("application/http") ?? true else { return nil }
        guard let response = HTTPResponse(block[...]) else { throw DamagedInput(reason: "no response of HTTP in it") }
        guard (200..<300).contains(response.status) else { return nil }
        let type = response.fields["content-type"]
        mediaType = CapturedPage.mediaType(type)
        encoding = CapturedPage.parameter("charset", of: type)
        guard CapturedPage.canHoldText(mediaType, response.rawBody) else { return nil }
        try CapturedPage.check(record.blockDigest, [block[...]])
        bytes = try response.page(budget, limit: limit)
        // Crawlers differ in what they take for the payload.
        try CapturedPage.check(record.payloadDigest, [response.rawBody, response.entity, bytes[...]])
        if bytes.isEmpty { return nil }
    }

    private static func canHoldText(_ mediaType: String?, _ body: ArraySlice<UInt8>) -> Bool {
        guard let mediaType, mediaType != "application/octet-stream" else {
            return body.starts(with: Array("%PDF-".utf8)) || body.first { $0 > 32 } == UInt8(ascii: "<")
        }
        return types.contains(mediaType)
    }

    private static func check(_ digest: String?, _ candidates: [ArraySlice<UInt8>]) throws(DamagedInput) {
        guard let digest = digest.flatMap({ Digest($0) }) else { return }
        if candidates.contains(where: { digest.matches($0) }) { return }
        throw DamagedInput(reason: "its digest is not that of its bytes, which must have changed since the capture")
    }

    /// `text/html; charset=utf-8` without what follows the semicolon, in lower case.
    static func mediaType(_ header: String?) -> String? {
        header?.prefix { $0 != ";" }.lowercased().trimmingCharacters(in: .whitespaces)
    }

    static func parameter(_ name: String, of header: String?) -> String? {
        for part in header?.split(separator: ";").dropFirst() ?? [] {
            let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if pair.count == 2, pair[0].lowercased() == name {
                return pair[1].trimmingCharacters(in: ["\"", "'"])
            }
        }
        return nil
    }
}

/// What is told once for a crawl, not for each of its pages.
struct CrawlTally {
    var problems = 0
    private var articles = 0
    private var withoutArticle = 0
    private var dated = 0

    /// The item as it is handed on; nil for one that is counted.
    mutating func take(_ item: ArticleItem, _ record: CrawlRecord) -> ArticleItem? {
        switch item {
        case .notice(.noDate) where record.date != nil: return nil
        case .problem(let problem) where problem.isNoArticle:
            withoutArticle += 1
            return nil
        case .problem: problems += 1
        case .notice: break
        case .article(var article, let path):
            articles += 1
            if article.url == nil { article.url = record.url }
            guard article.date == nil, let date = record.date else { return .article(article, path: path) }
            dated += 1
            article.date = date
            return .article(article, path: path)
        }
        return item
    }

    func items(_ path: String) -> [ArticleItem] {
        if articles == 0, problems == 0 { return [.problem(.noPages(path))] }
        var items: [ArticleItem] = []
        if withoutArticle > 0 { items.append(.notice(.withoutArticle(path, withoutArticle))) }
        if dated > 0 { items.append(.notice(.datedByCapture(path, dated))) }
        return items
    }
}

extension InputProblem {
    /// Whether there is nothing to read, rather than something that cannot be read.
    fileprivate var isNoArticle: Bool {
        switch self {
        case .empty, .noText, .badLine, .binary, .noArticles: true
        default: false
        }
    }
}
