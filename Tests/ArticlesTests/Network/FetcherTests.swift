import Articles
import Foundation
import TestSupport
import Testing

@Suite struct FetcherTests {
    private func fetcher(_ change: (inout FetchOptions) -> Void = { _ in }) -> Fetcher {
        var options = FetchOptions()
        options.allowsPrivate = true
        options.delay = 0
        options.firstWait = 0.01
        options.seconds = 5
        change(&options)
        return Fetcher(options)
    }

    private static func text(_ outcome: FetchOutcome) -> String {
        switch outcome {
        case .fetched(let fetched): "got \(String(decoding: fetched.bytes, as: UTF8.self))"
        case .unchanged: "unchanged"
        case .failed(let problem): "failed: \(problem.reason)"
        case .failedForNow(let problem): "for now: \(problem.reason)"
        }
    }

    @Test func fetchesAPage() throws {
        let server = try WebServer { _ in .init("Hello", type: "text/plain", fields: ["ETag": "\"1\""]) }
        guard case .fetched(let fetched) = fetcher().fetch(server.address("/a?b=1#c")) else {
            Issue.record("not fetched")
            return
        }
        #expect(String(decoding: fetched.bytes, as: UTF8.self) == "Hello")
        #expect(fetched.validators.etag == "\"1\"")
        #expect(server.paths == ["/a?b=1"])
        #expect(server.requests.first?.fields["user-agent"]?.hasPrefix("sitrep/") == true)
    }

    @Test func asksOnlyForWhatIsNewer() throws {
        let server = try WebServer { request in
            request.fields["if-none-match"] == "\"1\"" ? .init(status: 304) : .init("New", type: "text/plain")
        }
        #expect(FetcherTests.text(fetcher().fetch(server.address(), Validators(etag: "\"1\""))) == "unchanged")
        #expect(FetcherTests.text(fetcher().fetch(server.address(), Validators(etag: "\"2\""))) == "got New")
    }

    @Test func followsRedirectsButNotForEver() throws {
        let server = try WebServer { request in
            switch request.path {
            case "/a": .init(status: 301, fields: ["Location": "/b"])
            case "/b": .init(status: 302, fields: ["Location": "c"])
            case "/c": .init("There", type: "text/plain")
            case "/out": .init(status: 302, fields: ["Location": "file:///etc/passwd"])
            default: .init(status: 302, fields: ["Location": request.path + "x"])
            }
        }
        #expect(FetcherTests.text(fetcher().fetch(server.address("/a"))) == "got There")
        #expect(FetcherTests.text(fetcher().fetch(server.address("/loop"))) == "failed: more than 5 redirects")
        #expect(FetcherTests.text(fetcher().fetch(server.address("/out"))).contains("is no address of http or https"))
    }

    @Test func triesAgainWhatMayPass() throws {
        let count = Counter()
        let server = try WebServer { request in
            if request.path == "/robots.txt" { return .init(status: 404) }
            return count.next() < 3 ? .init(status: 503) : .init("Late", type: "text/plain")
        }
        #expect(FetcherTests.text(fetcher().fetch(server.address())) == "got Late")
        #expect(server.requests.count == 3)
        let down = try WebServer { $0.path == "/robots.txt" ? .init(status: 404) : .init(status: 503) }
        #expect(
            FetcherTests.text(fetcher { $0.retries = 2 }.fetch(down.address()))
                == "for now: the server answers with 503")
        #expect(down.requests.count == 3)
    }

    @Test(arguments: [(403, "failed: the server refuses it (403)"), (404, "failed: there is no such page (404)")])
    func doesNotTryAgainWhatWillNot(_ status: Int, _ words: String) throws {
        let server = try WebServer { $0.path == "/robots.txt" ? .init(status: 404) : .init(status: status) }
        #expect(FetcherTests.text(fetcher().fetch(server.address())) == words)
        #expect(server.requests.count == 1)
    }

    @Test func keepsRobots() throws {
        let server = try WebServer { request in
            .init(request.path == "/robots.txt" ? "User-agent: *\nDisallow: /no" : "Page", type: "text/plain")
        }
        let fetcher = fetcher()
        #expect(FetcherTests.text(fetcher.fetch(server.address("/yes"))) == "got Page")
        #expect(FetcherTests.text(fetcher.fetch(server.address("/no/1"))).contains("robots.txt of 127.0.0.1"))
        #expect(server.paths == ["/yes"])
        let broken = try WebServer { _ in .init(status: 500) }
        #expect(FetcherTests.text(self.fetcher { $0.retries = 0 }.fetch(broken.address("/a"))).contains("robots.txt"))
        #expect(broken.paths == [])
    }

    @Test func keepsItsLimits() throws {
        let server = try WebServer { request in
            switch request.path {
            case "/robots.txt": .init(status: 404)
            case "/large": .init(body: [UInt8](repeating: 65, count: 300_000))
            default: .init(status: 200, body: [65], wait: 3)
            }
        }
        #expect(
            FetcherTests.text(fetcher { $0.limit = 100_000 }.fetch(server.address("/large"))).hasPrefix(
                "failed: more than"))
        let slow = fetcher {
            $0.seconds = 1
            $0.retries = 0
        }
        #expect(FetcherTests.text(slow.fetch(server.address("/slow"))) == "for now: no answer in 1 seconds")
    }

    @Test func waitsBetweenRequests() throws {
        let server = try WebServer { _ in .init("Page", type: "text/plain") }
        let patient = fetcher { $0.delay = 0.3 }
        let start = ContinuousClock.now
        for path in ["/a", "/b"] { _ = patient.fetch(server.address(path)) }
        // robots.txt and two pages: two pauses.
        #expect(ContinuousClock.now - start >= .seconds(0.6))
    }

    @Test func refusesPrivateAddresses() throws {
        let server = try WebServer { _ in .init("Page", type: "text/plain") }
        #expect(FetcherTests.text(Fetcher().fetch(server.address())) == "failed: '127.0.0.1' is a private address")
        #expect(server.requests.isEmpty)
    }

    /// A page, or its robots.txt, may send a program where only this machine can go.
    @Test(arguments: [
        "http://localhost:PORT/", "http://[::1]:PORT/", "http://2130706433:PORT/", "http://0x7f000001:PORT/",
        "http://0177.0.0.1:PORT/", "http://127.1:PORT/", "//localhost:PORT/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]:PORT/", "http://user@localhost:PORT/", "http://10.0.0.1/", "HTTP://LOCALHOST:PORT/",
    ])
    func refusesPrivateAddressesBehindRedirects(_ address: String) throws {
        let target = Counter()
        let port = Port()
        let server = try WebServer { request in
            let location = address.replacing("PORT", with: port.text)
            switch request.path {
            case "/robots.txt": return .init(status: 404)
            case "/out": return .init(status: 302, fields: ["Location": location])
            default:
                _ = target.next()
                return .init("Secret", type: "text/plain")
            }
        }
        port.text = server.address("/").split(separator: ":").last.map { String($0.dropLast()) } ?? ""
        let fetcher = fetcher {
            $0.allowsPrivate = false
            $0.allowedHost = "127.0.0.1"
        }
        #expect(FetcherTests.text(fetcher.fetch(server.address("/out"))).contains("is a private address"))
        #expect(target.next() == 1)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://example.org/", "http://", "https:///x", "javascript:1"])
    func refusesOtherSchemes(_ address: String) {
        #expect(FetcherTests.text(fetcher().fetch(address)).contains("is no address of http or https"))
    }
}

/// Known only when the server is there.
private final class Port: @unchecked Sendable {
    var text = ""
}

private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    func next() -> Int {
        lock.withLock {
            count += 1
            return count
        }
    }
}
