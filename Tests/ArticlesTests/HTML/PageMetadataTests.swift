import Articles
import Figures
import Foundation
import Testing

@Suite struct PageMetadataTests {
    private func article(_ head: String, _ body: String = "", encoding: String.Encoding = .utf8) throws -> Article {
        let page =
            "<!DOCTYPE html><html><head>\(head)</head><body>\(body.contains("<footer") ? "" : body)\(PageTests.paragraphs)\(body.contains("<footer") ? body : "")</body></html>"
        let data = try #require(page.data(using: encoding))
        return try #require(try Reading(bytes: Array(data), name: "a.html").article)
    }

    @Test(arguments: [
        ("<meta property='article:published_time' content='2024-05-02T08:15:00Z'>", ""),
        ("<meta name=date content='Thu, 2 May 2024'><meta name=other content='2020-01-01'>", ""),
        (
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-05-02\"}</script>",
            ""
        ),
        (
            "<script type='application/ld+json'>// <![CDATA[\n{\"@graph\":[{\"@type\":[\"NewsArticle\"],\"name\":\"a\nb\","
                + "\"datePublished\":\"2024-05-02T01:00:00+02:00\"}]}// ]]></script>", ""
        ),
        ("<link rel=canonical href='https://a.example/2024/05/02/flood'>", ""),
        ("", "<time datetime='2024-05-02'>Thursday</time>"), ("", "<h1>T</h1><time>2 May 2024</time>"),
        ("", "<span itemprop=datePublished content='2024-05-02'></span>"),
        ("", "<div class=post-date>Posted on May 2, 2024</div>"),
        ("", "<h1>T</h1><p>Published: May 2nd, 2024 at 8 a.m.</p><p class=date>9 May 2024, the next story</p>"),
        ("", "<h1>T</h1><p>By A Reporter on May 2, 2024</p>"),
        // Universal time, where the newsroom's day is another.
        (
            "<meta name=date content='2024-05-03T02:15:00Z'><link rel=canonical href='https://a.example/2024/05/02/f'>",
            ""
        ),
        (
            "<meta name=date content='2024-05-03T02:15:00Z'>",
            "<p>3 May 2024: all news</p><h1>T</h1><p>May 2, 2024, 10 pm</p>"
        ),
        ("<meta name=date content='2024-05-01T20:15:00Z'>", "<h1>T</h1><p>2 May 2024, 5 am</p>"),
        ("<meta name=date content='2024-05-02T14:15:00Z'>", "<h1>T</h1><p>1 May 2024</p>"),
        // What machines are told goes before what is shown.
        ("<meta property='article:published_time' content='2024-05-02'>", "<time datetime='2024-05-09'>later</time>"),
        ("<meta property='article:modified_time' content='2024-05-09'>", "<time datetime='2024-05-02'>then</time>"),
        ("<script type='application/ld+json'>{broken</script><meta name=pubdate content=20240502>", ""),
    ])
    func findsTheDate(_ head: String, _ body: String) throws {
        #expect(try article(head, body).date?.description == "2024-05-02")
    }

    @Test(arguments: [
        ("", ""), ("<meta name=date content='02/05/2024'>", ""),
        ("", "<h1>T</h1><blockquote>— A Reader (@reader) May 2, 2024</blockquote>"),
        ("", "<footer>© 2 May 2024</footer>"),
        ("<meta property='article:published_time' content='0001-01-01T00:00:00'>", ""),
    ])
    func findsNoDate(_ head: String, _ body: String) throws {
        #expect(try article(head, body).date == nil)
    }

    @Test(arguments: [
        ("<meta property='og:title' content='Flood &amp;amp; storm'>", "", "Flood & storm"),
        ("<title>Flood kills 14 in Beira | Harbour Wire</title>", "", "Flood kills 14 in Beira"),
        ("<title>Flood - Harbour Wire</title><meta property='og:site_name' content='Harbour Wire'>", "", "Flood"),
        ("<title>x</title>", "<h1>Flood <b>kills</b> 14</h1>", "Flood kills 14"),
        (
            "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Flood\"}</script><title>x</title>",
            "", "Flood"
        ),
        ("<title>Flood - 14 dead</title>", "", "Flood - 14 dead"),
    ])
    func findsTheTitle(_ head: String, _ body: String, _ title: String) throws {
        #expect(try article(head, body).title == title)
    }

    @Test(
        arguments: [
            ("<meta property='og:site_name' content='Harbour Wire'>", "Harbour Wire"),
            (
                "<script type='application/ld+json'>{\"@type\":\"Article\",\"publisher\":{\"name\":\"Harbour Wire\"}}</script>",
                "Harbour Wire"
            ),
            ("<link rel=canonical href='https://www.harbourwire.example/a'>", "harbourwire.example"), ("", nil),
        ] as [(String, String?)])
    func findsThePublisher(_ head: String, _ publisher: String?) throws {
        #expect(try article(head).publisher == publisher)
    }

    @Test(arguments: [
        (String.Encoding.windowsCP1252, "<meta charset=iso-8859-1>"), (.utf16LittleEndian, ""), (.utf8, ""),
        (.windowsCP1252, "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>"),
        (.utf8, "<meta charset=windows-1252>"), (.windowsCP1252, ""),
    ])
    func readsThePageInItsEncoding(_ encoding: String.Encoding, _ head: String) throws {
        let body =
            "<p>Drei Häuser in Köln wurden zerstört, 14 Menschen getötet, sagte ein Sprecher „heute“ im Fernsehen.</p>"
        #expect(try article(head, body, encoding: encoding).text.contains("Häuser in Köln wurden zerstört"))
    }
}
