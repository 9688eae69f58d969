import Foundation
import TestSupport
import Testing

@testable import Articles

@Suite struct RobotsTests {
    private static let text = """
        # a comment
        User-agent: greedy
        Disallow: /

        User-agent: *
        Disallow: /search
        Allow: /search/about$
        Disallow: /*.pdf$
        Disallow: /private/*/notes
        Crawl-delay: 2.5
        """

    @Test(arguments: [
        ("/", true), ("/news/1", true), ("/search", false), ("/search?q=1", false), ("/search/about", true),
        ("/search/about/us", false), ("/a/b.pdf", false), ("/a/b.pdf?x", true), ("/private/x/notes", false),
        ("/private/notes", true), ("/robots.txt", true),
    ])
    func keepsTheRulesForAll(_ path: String, _ isAllowed: Bool) {
        let rules = RobotsRules(RobotsTests.text)
        #expect(rules.allows(path) == isAllowed)
        #expect(rules.delay == 2.5)
    }

    @Test func prefersItsOwnGroup() {
        let rules = RobotsRules("User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Sitrep/2\nDisallow: /b\n")
        #expect(rules.allows("/a"))
        #expect(!rules.allows("/b/c"))
    }

    @Test(arguments: [
        "", "Disallow: /", "User-agent: *\nDisallow:\n", "<html>not found</html>",
        "User-agent: *\nAllow: /\nDisallow: /\n",
    ])
    func allowsWithoutARule(_ text: String) { #expect(RobotsRules(text).allows("/a")) }

    @Test func endsOnManyStars() {
        let rules = RobotsRules("User-agent: *\nDisallow: /" + String(repeating: "*a", count: 200) + "$\n")
        #expect(rules.allows("/" + String(repeating: "a", count: 5000) + "b"))
    }
}

@Suite struct AddressTests {
    private static func refusal(of host: String) -> String? {
        guard case .failure(let refusal) = AddressGuard.addresses(of: host) else { return nil }
        return refusal.reason
    }

    /// The name is looked up once: a server of names that then says something else is not asked.
    @Test func connectsToTheAddressesThatWereFound() throws {
        let server = try WebServer { _ in .init("Here", type: "text/plain") }
        let port = try #require(server.address("").split(separator: ":").last)
        let url = try #require(URL(string: "http://nowhere.invalid:\(port)/a"))
        func answer(_ addresses: [String]) -> Result<HTTPTransfer.Answer, HTTPTransfer.Failure> {
            let request = HTTPRequest(url: url, addresses: addresses)
            return HTTPTransfer.answer(to: request, limit: 1000, seconds: 5) { false }
        }
        #expect(try answer(["127.0.0.1"]).get().body == Array("Here".utf8))
        #expect(throws: HTTPTransfer.Failure.self) { try answer([]).get() }
        #expect(server.paths == ["/a"])
    }

    @Test(arguments: [
        "127.0.0.1", "localhost", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "[::1]", "[::]", "[fe80::1]", "[fd00::1]",
        "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[ff02::1]", "2130706433",
        "0x7f.1", "127.1", "0177.0.0.1", "0x7f000001", "LOCALHOST", "[::ffff:0:127.0.0.1]",
        "[::127.0.0.1]",
        "[0:0:0:0:0:ffff:7f00:1]", "[fec0::1]", "[2001:db8::1]", "[2001::1]", "[3fff::1]", "[100::1]",
        "[64:ff9b:1::a00:1]",
        "[2002:c0a8:101::]", "[fe80::1%1]", "192.0.2.1", "198.51.100.7", "203.0.113.9", "240.0.0.1", "192.88.99.1",
    ])
    func refusesWhatIsPrivate(_ host: String) {
        #expect(AddressTests.refusal(of: host)?.hasSuffix("is a private address") == true)
    }

    @Test(arguments: [
        "8.8.8.8", "172.15.0.1", "172.32.0.1", "192.167.1.1", "100.128.0.1", "[2606:4700::1111]", "[::ffff:8.8.8.8]",
        "[64:ff9b::808:808]", "[2002:808:808::1]", "[2a00:1450::1]",
    ])
    func letsThePublicNetBe(_ host: String) { #expect(AddressTests.refusal(of: host) == nil) }
}
