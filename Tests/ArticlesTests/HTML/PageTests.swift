import Articles
import Figures
import Foundation
import TestSupport
import Testing

@Suite struct PageTests {
    static let first =
        "At least 14 people were killed in Beira on Tuesday when the river broke its banks, officials said."
    static let second = "Another 2,300 people left their homes, according to the mayor, who asked for tents and water."
    static let third = "The rain is expected to last until the weekend, forecasters of the weather service said."
    static let paragraphs = "<p>\(first)</p>\n<p>\(second)</p>\n<p>\(third)</p>"
    static let text = [first, second, third].joined(separator: "\n\n")
    static let menu = "<ul><li><a href=/a>World</a></li><li><a href=/b>Sport and all of its results</a></li></ul>"

    private func text(_ html: String) throws -> String? {
        let reading = try Reading("<!DOCTYPE html><html>\(html)</html>", name: "a.html")
        #expect(reading.problems.isEmpty)
        return reading.article?.text
    }

    /// What stands around a text, in front of it, behind it and between its paragraphs.
    @Test(arguments: [
        "<nav>\(menu)</nav>", "<div class=main-menu>\(menu)</div>", "<footer>© Harbour Wire, 10 Quay Street</footer>",
        "<div class=\"related-stories\"><h3>More on this</h3><p>Storm killed 40 people last year, the agency said.</p></div>",
        "<div id=comments><p>My uncle says that 500 people were killed, and nobody believes them.</p></div>",
        "<div class=cookieConsent>We and our 300 partners use cookies to make this page better for you.</div>",
        "<figure><img src=a.jpg><figcaption>A street in Beira, where 900 people waited on roofs.</figcaption></figure>",
        "<p class=wp-caption-text>A street in Beira, where 900 people waited on roofs on Tuesday.</p>",
        "<aside><p>Nine things that you should know about floods, and 12 that you should not.</p></aside>",
        "<script>var killed = 99; // 99 people were killed in this long, long comment.</script>",
        "<style>p { margin: 99px }</style>",
        "<template><p>Killed: 99 people, in a template of the page.</p></template>",
        "<svg><text>99 killed</text><title>99 people killed in a drawing of the page</title></svg>",
        "<noscript><p>Turn on JavaScript to see all of the 99 pictures of this page.</p></noscript>",
        "<div style=\"display: none\"><p>99 people were killed, says a text that nobody sees.</p></div>",
        "<div hidden><p>99 people were killed, says another text that nobody sees on the page.</p></div>",
        "<form><p>Sign up to our list, which 9,000 people read each morning with their coffee.</p></form>",
        "<div class=share-tools><a href=/f>Share this with 300 friends</a></div>", "<p>Advertisement</p>",
        "<p><a href=/x>Read more: storm killed 40 people in the province last year</a></p>",
        "<button>Show 99 comments</button>", "<!-- 99 people were killed -->",
    ])
    func leavesOutWhatStandsAround(_ other: String) throws {
        let title = "<h1>Flood kills 14 in Beira</h1>"
        #expect(try text("<body>\(other)<main>\(title)\(Self.paragraphs)</main></body>") == Self.text)
        #expect(try text("<body><main>\(title)\(Self.paragraphs)</main>\(other)</body>") == Self.text)
        let inside = "<p>\(Self.first)</p>\(other)<p>\(Self.second)</p><p>\(Self.third)</p>"
        #expect(try text("<body><div class=article-body>\(inside)</div></body>") == Self.text)
    }

    /// However the text is wrapped up.
    @Test(arguments: [
        "<body>*</body>", "<body><div>*</div></body>", "<body><div class=\"no-sidebar has-comments\">*</div></body>",
        "<body><div id=x><article><section><div>*</div></section></article></div></body>",
        "<body><form action=/all>*</form></body>", "<body><table><tr><td>*</td></tr></table></body>",
        "<body><my-page><my-story>*</my-story></my-page></body>", "<body><div class=comments>*</div></body>",
        "*",
    ])
    func findsTheTextAnywhere(_ page: String) throws {
        #expect(try text(page.replacingOccurrences(of: "*", with: Self.paragraphs)) == Self.text)
    }

    @Test(arguments: [
        (
            "<p>One sentence that is long enough.<br>Another one, of the same kind.</p>",
            "One sentence that is long enough.\nAnother one, of the same kind."
        ),
        (
            "One sentence that is long enough.<br><br>Another one, of the same kind.",
            "One sentence that is long enough.\n\nAnother one, of the same kind."
        ),
        (
            "<p>At least <b>14</b> people <a href=/x>were killed</a> in Beira, officials said.</p>",
            "At least 14 people were killed in Beira, officials said."
        ),
        (
            "<p>  At\n least&nbsp;14 \t people were killed in Beira, officials said. </p>",
            "At least 14 people were killed in Beira, officials said."
        ),
        (
            "<p>14 people died &amp; 3 were hurt &#8211; officials said &ldquo;so&rdquo; on Tuesday.</p>",
            "14 people died & 3 were hurt – officials said “so” on Tuesday."
        ),
        (
            "<div>14 people were killed in Beira, officials said.<div>Three more were hurt, they said.</div></div>",
            "14 people were killed in Beira, officials said.\n\nThree more were hurt, they said."
        ),
    ])
    func keepsParagraphs(_ html: String, _ expected: String) throws {
        #expect(try text("<body>\(html)</body>") == expected)
    }

    /// Half a page is a page.
    @Test(arguments: [
        "<body><div><p>*", "<p>*</b></i></p></div></table>", "<body><p>*<p><a href=\"", "<table><p>*<tr>",
        "<html><head><title>x<body><p>*", "<p>*</p><!-- never closed", "<div <p>>*</p>", "<p>*\u{0}</p>",
    ])
    func readsDamagedPages(_ page: String) throws {
        let found = try text("<html>" + page.replacingOccurrences(of: "*", with: Self.first))
        #expect(found?.contains(Self.first) == true || page.contains("title"))
    }

    @Test func endsWhereElementsLieTooDeep() throws {
        let deep = String(repeating: "<div>", count: 200_000) + Self.paragraphs
        let reading = try Reading("<html><body>\(Self.paragraphs)\(deep)", name: "a.html")
        #expect(reading.article?.text.hasPrefix(Self.text) == true)
        #expect(reading.notices.contains { if case .cutPage = $0 { true } else { false } })
    }

    @Test(arguments: 0..<40 as Range<UInt64>) func endsOnTagSoup(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let tags = ["p", "div", "b", "table", "tr", "td", "li", "ul", "a href=x", "svg", "script", "h1", "time", "x-y"]
        var page = "<html>"
        for _ in 0..<400 {
            let tag = tags.randomElement(using: &generator) ?? ""
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: page += "<\(tag)>"
            case 1: page += "</\(tag)>"
            case 2: page += Self.second
            default: page += String(decoding: generator.bytes(6), as: UTF8.self)
            }
        }
        let reading = try Reading(page, name: "a.html")
        #expect(reading.articles.count + reading.problems.count == 1)
    }

    /// Each entry of a live report is an article of its own day.
    @Test(arguments: [
        """
        <script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Flood: live","liveBlogUpdate":[
        {"@type":"BlogPosting","headline":"Toll rises","datePublished":"2024-05-03T09:00:00Z",
        "articleBody":"<p>The toll rose to 17.</p>"},
        {"@type":"BlogPosting","headline":"First reports","datePublished":"2024-05-02T20:00:00Z",
        "articleBody":"At least 14 people were killed."}]}</script><p>Live.</p>
        """,
        """
        <h1>Flood: live</h1><div class="live-blog-post"><time datetime="2024-05-03T09:00Z">09:00</time>
        <h2>Toll rises</h2><p>The toll rose to 17.</p></div>
        <div class="live-blog-post"><time datetime="2024-05-02T20:00Z">20:00</time><h2>First reports</h2>
        <p>At least 14 people were killed.</p></div>
        """,
    ])
    func readsLiveReportsByEntry(_ body: String) throws {
        let reading = try Reading("<!DOCTYPE html><html><body>\(body)</body></html>", name: "a.html")
        #expect(reading.articles.map { $0.date?.description } == ["2024-05-03", "2024-05-02"])
        #expect(reading.articles.map(\.title) == ["Toll rises", "First reports"])
        #expect(reading.articles.first?.text.contains("The toll rose to 17.") == true)
        #expect(reading.articles.last?.text.contains("At least 14 people were killed.") == true)
        #expect(reading.articles.map(\.id) == ["a:1", "a:2"])
    }

    /// A page that a program fills in has its text in its linked data alone.
    @Test func readsTheTextInLinkedData() throws {
        let body = Array(repeating: Self.first, count: 8).joined(separator: " ")
        let data = "{\"@type\":\"NewsArticle\",\"articleBody\":\"\(body)\"}"
        let page =
            "<script type='application/ld+json'>\(data)</script><div id=app><p>Loading the story, one moment.</p></div>"
        #expect(try text("<body>\(page)</body>") == body)
    }

    @Test func saysThatAPageHasNoText() throws {
        let reading = try Reading("<html><body><nav>\(Self.menu)</nav></body></html>", name: "a.html")
        #expect(reading.complaints == ["a.html: no text of an article was found in the page"])
    }
}
