import Articles
import Figures
import Foundation

/// Streams a large crawl: how fast, and in how much memory.
enum CrawlBench {
    static func run(_ arguments: [String]) throws {
        guard let megabytes = Int(arguments.first ?? "1000"), megabytes > 0 else { stop("crawl wants megabytes") }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("sitrep-bench.warc").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try write(path, bytes: megabytes * 1_000_000, samples())
        read(path)
    }

    private static func samples() -> [Article] {
        var articles: [Article] = []
        ArticleReader().read("Data/articles") { item in
            if case .article(let article, _) = item { articles.append(article) }
        }
        if articles.isEmpty { stop("no articles in Data/articles: run it in the package's folder") }
        return articles
    }

    /// Writes a WARC file of so many bytes, whose pages are the articles again and again, each with an address and a
    /// sentence of its own, in menus as newsrooms have them.
    static func write(_ path: String, bytes: Int, _ articles: [Article]) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        var written = 0
        var number = 0
        while written < bytes {
            var piece: [UInt8] = []
            for article in articles {
                number += 1
                piece += record(article, number)
            }
            try file.write(contentsOf: piece)
            written += piece.count
        }
        try file.close()
    }

    private static let menu = (1...120).map { "<li><a href=\"/section/\($0)\">Section \($0)</a></li>" }.joined(
        separator: "\n")

    private static func record(_ article: Article, _ number: Int) -> [UInt8] {
        let paragraphs = article.text.split(separator: "\n").map { "<p>\($0)</p>" }.joined(separator: "\n")
        let page = """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(article.title ?? "Untitled")</title></head>
            <body><nav><ul>\(menu)</ul></nav><article><h1>\(article.title ?? "Untitled")</h1>
            <p>This is page number \(number) of the archive.</p>
            \(paragraphs)</article><footer><ul>\(menu)</ul></footer></body></html>
            """
        let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        let head = """
            WARC/1.0\r
            WARC-Type: response\r
            WARC-Target-URI: https://example.org/\(number)\r
            WARC-Date: 2023-11-03T06:25:00Z\r
            Content-Type: application/http; msgtype=response\r
            Content-Length: \(block.utf8.count)\r
            \r

            """
        return Array((head + block + "\r\n\r\n").utf8)
    }

    /// Reads the crawl and its figures; nothing is kept.
    static func read(_ path: String) {
        let extractor = Extractor()
        var articles = 0
        var figures = 0
        let start = ContinuousClock.now
        ArticleReader().read(path) { item in
            guard case .article(let article, _) = item else { return }
            articles += 1
            figures += extractor.figures(in: article).count
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let size = Double(ArticleReader.stamp(ofFile: path)?.size ?? 0) / 1_000_000
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        print(
            "crawl of \(Int(size)) MB: \(articles) articles, \(figures) figures, \((size / seconds * 10).rounded() / 10) MB/s, "
                + "\(usage.ru_maxrss >> 10) MB of memory at most")
    }
}
