/// RSS, RDF and Atom.
enum FeedSeeds {
    static let feeds = [
        """
        <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel><title>Harbour Wire</title><language>en</language><item><title>Flood kills 14</title>
        <link>https://hw.example/a</link><guid>hw-1</guid><pubDate>Thu, 02 May 2024 06:00:00 GMT</pubDate>
        <description>&lt;p&gt;Floods killed 14.&lt;/p&gt;</description>
        <content:encoded><![CDATA[<p>Floods killed 14 people in Beira.</p>]]></content:encoded></item></channel></rss>
        """,
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title><entry><id>hw-1</id><title>Flood</title>
        <link href="https://hw.example/a"/><updated>2024-05-02T06:00:00Z</updated>
        <content type="html">&lt;p&gt;Floods killed 14.&lt;/p&gt;</content></entry></feed>
        """,
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>W</title></channel><item><title>Flood kills 14</title>
        <dc:date>2024-05-02</dc:date><description>Floods killed 14 people.</description></item></rdf:RDF>
        """,
        """
        <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM
        "file:///etc/passwd">]><rss><channel><item><title>B &b; &c; 14</title></item></channel></rss>
        """,
    ].map { Array($0.utf8) }

    static let words = [
        "<item>", "</item>", "<entry>", "</entry>", "<title>", "<link>", "<description>", "<content:encoded>",
        "<pubDate>", "<updated>", "<guid>", "<![CDATA[", "]]>", "&lt;", "&amp;", "<!ENTITY ", "SYSTEM \"", "<!DOCTYPE ",
        "<?xml version=\"1.0\" encoding=\"", "utf-16", "xmlns:x=\"", "<x:y>", "&#0;", "&a;", "type=\"xhtml\"", "<div>",
    ]
}
