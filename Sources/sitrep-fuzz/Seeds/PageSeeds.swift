/// Pages of the web.
enum PageSeeds {
    static let pages = [
        """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Toll rises | Harbour Wire</title>
        <meta property="article:published_time" content="2023-11-03T06:25:00Z"><link rel="canonical" href="/a">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Toll rises","datePublished":"2023-11-03",
        "publisher":{"name":"Harbour Wire"},"articleBody":"At least 24 people were killed in Aden."}</script></head>
        <body><nav><a href="/">Home</a></nav><article><h1>Toll rises</h1><p>At least <b>24</b> people were killed in
        Aden, the health ministry said on Thursday.</p><figure><figcaption>A street</figcaption></figure>
        <table><tr><th>District</th><th>Killed</th></tr><tr><td>Beira</td><td>14</td></tr></table>
        <ul><li>Injured: 40<li>Missing: 3</ul><p>More than 2,000 families fled&nbsp;&mdash; &#x1F600; &bogus; &#0;.</p>
        </article><aside>Read more</aside><footer>© 2023</footer></body></html>
        """,
        """
        <html><head><title>Live</title></head><body><main><div class="live-blog"><article id="e1">
        <time datetime="2023-11-03T10:00:00Z">10:00</time><h2>Eleven killed</h2><p>Eleven people were killed in Rafah.</p>
        </article><article id="e2"><time datetime="2023-11-02T10:00:00Z">10:00</time><h2>Trucks</h2>
        <p>Some 106 trucks entered on Wednesday, the UN said.</p></article></div></main></body></html>
        """,
        "<div><p>Floods killed 14 people.<p>Another 40 were hurt.<br>Rain went on.<!-- 99 --><![CDATA[x]]></div>",
        "<html><meta charset=windows-1252><body><table><tr><td rowspan=99999 colspan=99999>1<td>2<table><tr><td>3",
    ].map { Array($0.utf8) }

    static let words = [
        "<p>", "</p>", "<div class=\"", "<table>", "<tr>", "<td rowspan=", "<th colspan=", "<li>", "<article>",
        "<time ",
        "datetime=", "<script type=\"application/ld+json\">", "</script>", "<style>", "<!--", "-->", "<![CDATA[", "]]>",
        "<template>", "<svg>", "<iframe>", "<meta charset=", "<meta property=\"og:title\" content=", "&nbsp;", "&#x",
        "&#", "&amp;", "<title>", "</title>", "<br>", "<h1>", "<a href=", "<noscript>", "<frameset>", "<plaintext>",
        "{\"@graph\":[", "\"articleBody\":", "windows-1252", "utf-16", "\u{0}", "99999999999", "<html lang=", "-1",
    ]
}
