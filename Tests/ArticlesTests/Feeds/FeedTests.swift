import Articles
import Figures
import Foundation
import TestSupport
import Testing

@Suite struct FeedTests {
    static let text = "At least 14 people were killed in Beira on Tuesday, officials said."
    static let item = """
        <title>Flood kills 14</title><link>https://hw.example/a</link><guid>hw-1</guid>\
        <pubDate>Thu, 02 May 2024 08:15:00 GMT</pubDate><description>\(text)</description>
        """

    private func rss(_ items: String, _ channel: String = "<title>Harbour Wire</title>") -> String {
        "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:content=\"c\" xmlns:dc=\"d\"><channel>\(channel)"
            + "\(items)</channel></rss>"
    }

    @Test func readsAnEntry() throws {
        let reading = try Reading(rss("<item>\(Self.item)</item>"), name: "a.xml")
        #expect(reading.article?.head == "hw-1 | Harbour Wire | 2024-05-02 | Flood kills 14 | https://hw.example/a | -")
        #expect(reading.article?.text == Self.text)
        #expect(reading.problems.isEmpty)
    }

    @Test(arguments: [
        // Atom.
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Wire</title><entry><id>hw-1</id>
        <title type="html">Flood kills 14</title><link rel="self" href="x"/><link href="https://hw.example/a"/>
        <published>2024-05-02T08:15:00Z</published><updated>2024-05-09T08:15:00Z</updated>
        <content type="html">&lt;p&gt;\(text)&lt;/p&gt;</content><summary>Short.</summary></entry></feed>
        """,
        // RSS 1.0.
        """
        <?xml version="1.0" encoding="ISO-8859-1"?>
        <!-- a comment -->
        <rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><channel><title>Harbour Wire</title>
        <dc:language>en</dc:language></channel><item><title>Flood kills 14</title><link>https://hw.example/a</link>
        <guid>hw-1</guid><dc:date>2024-05-02T08:15:00Z</dc:date><description>\(text)</description></item></rdf:RDF>
        """,
        // RSS 2.0 with the whole text, and with the source of each entry.
        """
        <rss version="2.0"><channel><title>All news</title><language>en</language><item><guid>hw-1</guid>
        <title><![CDATA[Flood kills 14]]></title><link>https://hw.example/a</link><pubDate>2 May 2024</pubDate>
        <source url="https://hw.example/rss">Harbour Wire</source><description>Short.</description>
        <content:encoded><![CDATA[<p>\(text)</p><script>99</script><p><a href="/">Read more</a></p>]]></content:encoded>
        </item></channel></rss>
        """,
    ])
    func readsEachKind(_ feed: String) throws {
        let reading = try Reading(feed, name: "a.xml")
        #expect(
            reading.article?.head == "hw-1 | Harbour Wire | 2024-05-02 | Flood kills 14 | https://hw.example/a | en")
        #expect(reading.article?.text == Self.text)
        #expect(reading.problems.isEmpty)
    }

    @Test func readsATitleAloneAsItsText() throws {
        let article = try #require(
            try Reading(rss("<item><title>Flood kills 14</title></item>"), name: "a.xml").article)
        #expect(article.text == "Flood kills 14" && article.id == "a:1")
        #expect(Extractor().figures(in: article).count == 1)
    }

    @Test func goesOnAfterAnEmptyEntry() throws {
        let reading = try Reading(rss("<item><link>x</link></item><item>\(Self.item)</item>"), name: "a.xml")
        #expect(reading.complaints == ["a.xml, entry 1: neither title nor text"])
        #expect(reading.articles.map(\.id) == ["hw-1"])
    }

    /// Entities of HTML, raw ampersands, an end that is missing: what stands before the damage is read.
    @Test func readsDamagedFeeds() throws {
        let entities = try Reading(
            rss("<item>\(Self.item)</item><item><title>A&nbsp;&eacute;</title></item>"), name: "a.xml")
        #expect(entities.articles.map(\.text) == [Self.text, "A é"])
        let cut = try Reading(String(rss("<item>\(Self.item)</item><item><title>Cut").dropLast(20)), name: "a.xml")
        #expect(cut.articles.first?.text == Self.text)
        #expect(cut.complaints.last?.contains("the XML is damaged") == true)
    }

    @Test func namesTheSourceThatReliefWebTags() throws {
        let body = "<![CDATA[<div class=\"tag source\">Sources: Agency One, Agency Two</div><p>\(Self.text)</p>]]>"
        let article = try Reading(rss("<item><description>\(body)</description></item>"), name: "a.xml").article
        #expect(article?.publisher == "Agency One, Agency Two")
        #expect(article?.text == Self.text)
    }

    @Test func growsNoEntities() throws {
        let bomb = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
        let reading = try Reading(
            "<?xml version=\"1.0\"?>\(bomb)<rss><channel><item><title>B &b; 14</title></item></channel></rss>",
            name: "a.xml")
        #expect(reading.articles.allSatisfy { $0.text.utf8.count < 40 })
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func endsOnDamage(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var bytes = Array(rss("<item>\(Self.item)</item><item>\(Self.item)</item>").utf8)
        for _ in 0..<8 {
            bytes[Int.random(in: 60..<bytes.count, using: &generator)] = UInt8.random(in: 1...255, using: &generator)
        }
        let reading = try Reading(bytes: bytes, name: "a.xml")
        #expect(reading.articles.count + reading.problems.count > 0)
    }
}
