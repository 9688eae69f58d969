import Foundation
import TestSupport
import Testing

/// Every limit on the real program: what is past it is told with the flag that raises it, before the time of the test is
/// up, and the rest is read.
@Suite struct LimitsTests {
    /// A limit, an input that is past it, and what is said.
    struct Limit: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let name: String
        let bytes: @Sendable () -> [UInt8]
        var flags: [String] = []
        let complaint: String
    }

    private static func nested(_ open: String, _ close: String, _ count: Int, _ inside: String) -> [UInt8] {
        Array((String(repeating: open, count: count) + inside + String(repeating: close, count: count)).utf8)
    }

    /// Text that shrinks a thousand times.
    private static let bomb = Array(repeating: UInt8(ascii: "a"), count: 24 << 20)

    private static let body = "Killed: 14"

    private static func mail(_ depth: Int) -> String {
        (0..<depth).reduce("Content-Type: text/plain\n\nKilled: 14") { inner, _ in
            "Content-Type: message/rfc822\nSubject: a\nFrom: a@b.example\n\n" + inner
        }
    }

    private static func parts(_ depth: Int) -> String {
        let text = "Content-Type: text/plain\n\nKilled: 14\n"
        let inner = (0..<depth).reduce(text) { inner, number in
            "Content-Type: multipart/mixed; boundary=\"b\(number)\"\n\n--b\(number)\n\(inner)\n--b\(number)--\n"
        }
        return "From: a@b.example\nSubject: a\nDate: 2 May 2024\n" + inner
    }

    private static func table(_ columns: Int) -> String {
        let rows = ["Killed", "---", "14"].map { cell in
            String(repeating: "| \(cell) ", count: columns) + "|\n"
        }
        return "# Toll\n\n**Killed**\n\n" + rows.joined()
    }

    static let all: [Limit] = [
        Limit(
            testDescription: "article size", name: "a.txt", bytes: { Array(repeating: 97, count: (1 << 20) + 1) },
            flags: ["--max-size", "1"], complaint: "raise --max-size"),
        Limit(
            testDescription: "line of JSON", name: "a.jsonl",
            bytes: { Array("{\"text\":\"".utf8) + Array(repeating: 97, count: 1 << 20) + Array("\"}".utf8) },
            flags: ["--max-size", "1"], complaint: "raise --max-size"),
        Limit(
            testDescription: "gzip bomb", name: "a.gz", bytes: { Packing.compressed(bomb) },
            complaint: "raise --max-ratio"),
        Limit(
            testDescription: "ZIP bomb", name: "a.zip",
            bytes: { Packing.archive([("a.txt", bomb)], .zip) }, complaint: "raise --max-ratio"),
        Limit(
            testDescription: "tar.zst bomb", name: "a.tar.zst",
            bytes: { Packing.archive([("a.txt", bomb)], .tar, .zstd) }, complaint: "raise --max-ratio"),
        Limit(
            testDescription: "Word bomb", name: "a.docx",
            bytes: {
                Packing.archive(
                    [("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", bomb)], .zip)
            }, complaint: "a.docx: "),
        Limit(
            testDescription: "crawl bomb", name: "a.warc.gz",
            bytes: { Packing.compressed(Crawling.record(Crawling.response(bomb), url: "http://a.example/")) },
            complaint: "raise --max-"),
        Limit(
            testDescription: "bytes unpacked", name: "a.gz",
            bytes: { Packing.compressed(Array(repeating: 97, count: 2 << 20)) }, flags: ["--max-unpacked", "1"],
            complaint: "raise --max-unpacked"),
        Limit(
            testDescription: "archives in archives", name: "a.gz",
            bytes: { (0..<6).reduce(Array(body.utf8)) { bytes, _ in Packing.compressed(bytes) } },
            complaint: "raise --max-depth"),
        Limit(
            testDescription: "messages in messages", name: "a.eml",
            bytes: { Array(("From: a@b.example\nSubject: a\nDate: 2 May 2024\n" + mail(20)).utf8) },
            complaint: "raise --max-depth"),
        Limit(
            testDescription: "elements of a page", name: "a.html",
            bytes: { nested("<div>", "</div>", 20_000, "<p>Killed: 14</p>") }, complaint: "too deep in each other"),
        Limit(
            testDescription: "elements of a page, as asked", name: "a.html",
            bytes: { nested("<div>", "</div>", 60, "<p>Killed: 14</p>") }, flags: ["--max-nesting", "40"],
            complaint: "raise --max-nesting"),
        Limit(
            testDescription: "elements of a feed", name: "a.xml",
            bytes: {
                Array("<rss><channel><item><title>".utf8) + nested("<b>", "</b>", 2000, "x")
                    + Array("</title></item></channel></rss>".utf8)
            }, complaint: "damaged"),
        Limit(
            testDescription: "objects of JSON", name: "a.json",
            bytes: { nested("{\"data\":[", "]}", 20_000, "{\"text\":\"Killed: 14\"}") },
            complaint: "objects and lists lie more than 512 deep in each other"),
        Limit(
            testDescription: "objects of JSON, as asked", name: "a.json",
            bytes: { nested("{\"data\":[", "]}", 20, "{\"text\":\"Killed: 14\"}") }, flags: ["--max-nesting", "40"],
            complaint: "raise --max-nesting"),
        Limit(
            testDescription: "parts of a message", name: "a.eml", bytes: { Array(parts(40).utf8) },
            complaint: "raise --max-parts"),
        Limit(
            testDescription: "parts of a message, as asked", name: "a.eml", bytes: { Array(parts(4).utf8) },
            flags: ["--max-parts", "3"], complaint: "raise --max-parts"),
        Limit(
            testDescription: "columns of a table", name: "a.md", bytes: { Array(table(10_000).utf8) },
            complaint: "raise --max-columns"),
        Limit(
            testDescription: "columns of a table, as asked", name: "a.md", bytes: { Array(table(9).utf8) },
            flags: ["--max-columns", "8"], complaint: "raise --max-columns"),
        Limit(
            testDescription: "entities that grow", name: "a.xml",
            bytes: {
                let laughs = (1...9).map { number in
                    "<!ENTITY l\(number) \"\(String(repeating: "&l\(number - 1);", count: 10))\">"
                }
                return Array(
                    ("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"lol\">\(laughs.joined())]><rss><channel>"
                        + "<item><title>A</title><description>&l9;</description></item></channel></rss>").utf8)
            }, complaint: ""),
    ]

    @Test(arguments: all) func isKept(_ limit: Limit) async throws {
        let folder = try TemporaryFolder()
        try folder.write("At least 24 people were killed in Aden.", to: "in/z-good.txt")
        try folder.write(Data(limit.bytes()), to: "in/" + limit.name)
        let result = try await CommandRunner.sitrep().run(
            ["extract", "--date", "2023-11-03", "in"] + limit.flags, in: folder.url, timeout: 120)
        #expect(result.status <= 1, "\(result.errorText)")
        #expect(
            limit.complaint.isEmpty || result.errorText.contains(limit.complaint), "\(result.errorText.prefix(600))")
        // The good input behind it is read.
        #expect(result.outputText.contains("\"number\":\"24\""))
        #expect(result.output.count < 1 << 20)
    }

    /// Programs that are asked for help get so much time and memory, and no more; the memory is bounded before they have
    /// read a byte.
    @Test(arguments: [
        ("pdftotext", "sleep 60", ["extract", "a.pdf", "--pdf-timeout", "1"], "raise --pdf-timeout"),
        (
            "pdftotext", "read -r line; ulimit -v >&2; exit 1", ["extract", "a.pdf", "--pdf-memory", "100"],
            "102400"
        ),
        (
            "weasyprint", "sleep 60",
            ["report", "--week", "2023-W44", "-o", "r", "--charts", "none", "--pdf", "--pdf-timeout", "1"],
            "raise --pdf-timeout"
        ),
        ("gnuplot", "sleep 60", ["plot", "deaths", "-o", "a.svg", "--gnuplot-timeout", "1"], "1 second"),
        (
            "gnuplot", "read -r line; ulimit -v >&2; exit 3",
            ["plot", "deaths", "-o", "a.svg", "--gnuplot-memory", "128"], "131072"
        ),
    ])
    func childrenAreBounded(_ program: String, _ script: String, _ arguments: [String], _ words: String) async throws {
        let folder = try TemporaryFolder()
        let page = PDFWriter(pages: [PDFWriter.lines(["At least 24 people were killed in Aden."])])
        try folder.write(Data(page.bytes), to: "a.pdf")
        try folder.write("At least 24 people were killed in Aden, the ministry said.", to: "a.txt")
        let fake = try folder.write("#!/bin/sh\n\(script)\n", to: "bin/" + program)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fake.path)
        let read = try await CommandRunner.sitrep().run(["ingest", "a.txt", "--date", "2023-11-03"], in: folder.url)
        try #require(read.status == 0)
        let path = folder.file("bin").path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
        let result = try await CommandRunner.sitrep().run(
            arguments, environment: ["PATH": path], in: folder.url, timeout: 120)
        #expect(result.status == 1 || result.status == 2, "\(result.errorText)")
        #expect(result.errorText.contains(words), "\(result.errorText)")
    }

    /// The page of the manual names every flag that bounds something, with what it is without.
    @Test(arguments: [
        "--max-size", "--max-ratio", "--max-unpacked", "--max-depth", "--max-nesting", "--max-parts", "--max-columns",
        "--max-download", "--timeout",
        "--retries", "--pdf-timeout", "--pdf-memory", "--gnuplot-timeout", "--gnuplot-memory", "--allow-private",
    ])
    func areInTheManual(_ flag: String) throws {
        let root = try #require(PackageFolder.root(of: #filePath))
        let manual = try String(contentsOf: root.appendingPathComponent("Data/SAFETY.md"), encoding: .utf8)
        #expect(manual.contains("`\(flag)`"))
    }
}
