import Foundation
import TestSupport
import Testing

/// `ingest` and `watch` against a server on this machine.
@Suite struct WebTests {
    private static let quick = ["--allow-private", "--delay", "0", "--retries", "0"]

    private static func page(_ number: Int) -> String {
        """
        <html><head><title>Shells fall on market \(number)</title><meta property="article:published_time" \
        content="2023-11-0\(number)T06:25:00Z"></head><body><article><h1>Shells fall on market \(number)</h1><p>At least \
        2\(number) people were killed in Aden on Thursday when shells fell on a market, the health ministry said.</p>\
        </article></body></html>
        """
    }

    private static func answer(_ request: WebServer.Request) -> WebServer.Answer {
        switch request.path {
        case "/robots.txt": return .init("User-agent: *\nDisallow: /secret\n", type: "text/plain")
        case "/1": return .init(page(1), type: "text/html; charset=utf-8", fields: ["ETag": "\"one\""])
        case "/2": return .init(page(2), type: "text/html; charset=utf-8")
        case "/rss":
            if request.fields["if-none-match"] == "\"feed\"" { return .init(status: 304) }
            let host = request.fields["host"] ?? ""
            let items = (1...2).map {
                "<item><title>Item \($0)</title><link>http://\(host)/\($0)</link><description>Short.</description></item>"
            }
            return .init(
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed</title>\(items.joined())</channel></rss>",
                type: "application/rss+xml", fields: ["ETag": "\"feed\""])
        default: return .init(status: 404)
        }
    }

    @Test func ingestsAddresses() async throws {
        let server = try WebServer(WebTests.answer)
        let folder = try TemporaryFolder()
        let sitrep = try CommandRunner.sitrep()
        let arguments =
            ["ingest", server.address("/1"), server.address("/secret"), server.address("/gone")] + WebTests.quick
        let result = try await sitrep.run(arguments, in: folder.url)
        #expect(result.status == 1)
        #expect(result.errorText.contains("/secret: robots.txt of 127.0.0.1 keeps programs from it"))
        #expect(result.errorText.contains("/gone: there is no such page (404)"))
        #expect(result.errorText.contains("1 article added with 1 figure"))
        let figures = try await sitrep.run(["export", "--format", "csv"], in: folder.url)
        #expect(figures.outputText.contains(server.address("/1")))
        let guarded = try await sitrep.run(["ingest", server.address("/1")], in: folder.url)
        #expect(guarded.status == 2)
        #expect(guarded.errorText.contains("'127.0.0.1' is a private address: --allow-private"))
    }

    @Test func watchesAFeed() async throws {
        let server = try WebServer(WebTests.answer)
        let folder = try TemporaryFolder()
        let sitrep = try CommandRunner.sitrep()
        try folder.write("# what we follow\n\(server.address("/rss"))  Harbour Wire\n", to: "feeds.txt")
        let first = try await sitrep.run(["watch", "feeds.txt"] + WebTests.quick, in: folder.url)
        #expect(first.errorText.contains("2 articles added with 2 figures"))
        #expect(first.status == 0)
        #expect(server.paths == ["/rss", "/1", "/2"])
        let second = try await sitrep.run(["watch", "feeds.txt"] + WebTests.quick, in: folder.url)
        #expect(second.status == 0)
        #expect(server.paths == ["/rss", "/1", "/2", "/rss"])
        let bad = try await sitrep.run(["watch", "nowhere.txt"], in: folder.url)
        #expect(bad.status == 2)
    }
}
