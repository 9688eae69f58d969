import TestSupport

/// Markdown, Word documents and PDF.
enum DocumentSeeds {
    static let markdown = [
        """
        ---
        title: "Toll rises"
        date: 2023-11-03
        source: Harbour Wire
        ---
        # Toll rises

        At least **24** people were killed in [Aden](https://hw.example), the ministry said[^1].

        | District | Killed |
        |---|---|
        | Beira | 14 |

        - Injured: 40
          1. Missing: 3

        > quote

        ```
        code 99
        ```
        [^1]: a note
        """,
        "# A\n\n* 14 killed\n* 40 hurt <b>x</b> &amp; ![i](j) ~~9~~ www.a.example",
    ].map { Array($0.utf8) }

    static let markdownWords = [
        "---\n", "title: ", "date: ", "# ", "**", "`", "```\n", "| ", "|---|", "- ", "1. ", "> ", "[", "](", "![",
        "<b>",
        "[^1]", "\n\n", "~~", "    ", "\\", "&amp;", "<!--", "https://", "***", "_", "[a]: b\n",
    ]

    static let body = """
        <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Highlights</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">At least </w:t></w:r><w:r><w:t>14</w:t></w:r><w:del><w:r><w:delText> 99</w:delText>
        </w:r></w:del><w:hyperlink><w:r><w:t> people &amp; more</w:t><w:tab/><w:br/></w:r></w:hyperlink></w:p>
        <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Killed: 14</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>District
        </w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr>
        <w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Beira</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2,000</w:t>
        </w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>
        """

    static var word: [[UInt8]] {
        let zip = wrapped(Array(body.utf8))
        return [
            Array(body.utf8), zip, Packing.zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", body)]),
        ]
    }

    static let wordWords = [
        "<w:p>", "</w:p>", "<w:r>", "<w:t>", "</w:t>", "<w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>", "<w:vMerge/>",
        "<w:gridSpan w:val=\"", "<w:del>", "<w:numPr/>", "<w:tab/>", "<w:br/>", "&amp;", "&#x0;", "<!ENTITY ",
        "PK\u{3}\u{4}",
        "</w:tbl>", "99999999999", "-1",
    ]

    /// A document around a body; what is a ZIP already stays as it is.
    static let wrapped: @Sendable ([UInt8]) -> [UInt8] = { bytes in
        if bytes.starts(with: Array("PK".utf8)) { return bytes }
        let properties =
            "<cp:coreProperties><dc:title>Toll</dc:title><dcterms:modified>2024-05-02T08:15:00Z"
            + "</dcterms:modified></cp:coreProperties>"
        return StoredZip.archive([
            ("[Content_Types].xml", Array("<Types/>".utf8)),
            ("word/document.xml", Array("<w:document><w:body>".utf8) + bytes + Array("</w:body></w:document>".utf8)),
            ("docProps/core.xml", Array(properties.utf8)),
        ])
    }

    static var pdf: [[UInt8]] {
        let lines = PDFWriter.lines([
            "At least 24 people were killed in Aden,", "the health ministry said on Thursday.",
        ])
        let writer = PDFWriter(
            pages: [lines, lines], information: ["Title": "Toll", "CreationDate": "D:20231103062500Z"])
        return [writer.bytes]
    }

    static let pdfWords = [
        "obj", "endobj", "stream\n", "endstream", "xref\n", "trailer", "/Length ", "<<", ">>", "/Type /Page",
    ]

    static let layouts = [
        """
        <html><head><title>Flash update</title>
        <meta name="CreationDate" content="2023-11-03T06:25:00Z"/>
        </head><body><doc>
        <page width="595.000000" height="842.000000">
        <flow>
        <block xMin="72.0" yMin="151.3" xMax="459.1" yMax="207.2">
        <line xMin="72.0" yMin="151.3" xMax="459.1" yMax="163.3">
        <word xMin="72.0" yMin="151.3" xMax="132.7" yMax="163.3">Killed</word>
        <word xMin="140.0" yMin="151.3" xMax="160.7" yMax="163.3">14</word>
        <word xMin="240.0" yMin="151.3" xMax="260.7" yMax="163.3">people&amp;</word>
        </line>
        <line xMin="72.0" yMin="171.3" xMax="459.1" yMax="183.3">
        <word xMin="72.0" yMin="171.3" xMax="132.7" yMax="183.3">Injured</word>
        <word xMin="140.0" yMin="171.3" xMax="160.7" yMax="183.3">40</word>
        <word xMin="240.0" yMin="171.3" xMax="260.7" yMax="183.3">dis-</word>
        </line>
        </block>
        </flow>
        </page>
        <page width="595.000000" height="842.000000">
        <block xMin="72.0" yMin="20.0" xMax="459.1" yMax="30.0">
        <line xMin="72.0" yMin="20.0" xMax="459.1" yMax="30.0">
        <word xMin="72.0" yMin="20.0" xMax="132.7" yMax="30.0">placed</word>
        <word xMin="140.0" yMin="20.0" xMax="160.7" yMax="30.0">1,200</word>
        </line>
        </block>
        </page>
        </doc></body></html>
        """
    ].map { Array($0.utf8) }

    static let layoutWords = [
        "<page width=\"", "<block xMin=\"", "<line xMin=\"", "<word xMin=\"", "\" yMin=\"", "\" xMax=\"", "\" yMax=\"",
        "\">\n", "</word>\n", "nan", "inf", "1e308", "-1e308", "-1", "0", "&amp;", "&#", "<title>", "<meta name=\"",
        "content=\"", "99999999999999999999",
    ]
}
