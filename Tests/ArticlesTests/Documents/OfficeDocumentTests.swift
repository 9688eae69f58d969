import Articles
import Figures
import Foundation
import TestSupport
import Testing

@Suite struct OfficeDocumentTests {
    static let body = """
        <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Highlights</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">At least </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>14</w:t></w:r>
        <w:del><w:r><w:delText> or 99</w:delText></w:r></w:del><w:hyperlink><w:r><w:t xml:space="preserve"> people &amp; more</w:t></w:r></w:hyperlink></w:p>
        <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Killed: 14</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Injured: 40</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>District</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Camp</w:t></w:r></w:p></w:tc>
        <w:tc><w:p><w:r><w:t>Displaced</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Beira</w:t></w:r></w:p></w:tc>
        <w:tc><w:p><w:r><w:t>North</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2,000</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>South</w:t></w:r></w:p></w:tc>
        <w:tc><w:p><w:r><w:t>300</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        """
    static let properties = """
        <cp:coreProperties><dc:title>Flood update no. 3</dc:title><dcterms:created>2020-01-01T00:00:00Z</dcterms:created>
        <dcterms:modified>2024-05-02T08:15:00Z</dcterms:modified></cp:coreProperties>
        """

    private func document(_ body: String, _ properties: String = Self.properties) -> [UInt8] {
        StoredZip.archive([
            ("[Content_Types].xml", "<Types/>"),
            ("word/document.xml", "<w:document><w:body>\(body)</w:body></w:document>"),
            ("docProps/core.xml", properties),
        ])
    }

    @Test func readsParagraphsListsAndTables() throws {
        let reading = try Reading(bytes: document(Self.body), name: "a.docx")
        #expect(reading.article?.head == "a | - | 2024-05-02 | Flood update no. 3 | - | en")
        #expect(
            reading.article?.text == """
                Highlights

                At least 14 people & more

                Killed: 14
                Injured: 40

                Beira, North, Displaced: 2,000
                Beira, South, Displaced: 300
                """)
        #expect(reading.problems.isEmpty && reading.notices.count == 1)
    }

    @Test func believesTheCallersDayFirst() throws {
        let defaults = ArticleDefaults(date: CalendarDate("2024-05-04"))
        let reading = try Reading(bytes: document(Self.body), name: "a.docx", defaults: defaults)
        #expect(reading.article?.date?.description == "2024-05-04" && reading.notices.isEmpty)
    }

    @Test func saysWhatIsWrong() throws {
        #expect(
            try Reading(bytes: document(""), name: "a.docx").complaints == ["a.docx: there is no text after the header"]
        )
        let cut = try Reading(bytes: document(Self.body + "<w:p><w:r>"), name: "a.docx")
        #expect(
            cut.articles.count == 1 && cut.complaints == ["a.docx: cannot be read: the document inside ends too early"])
        let damaged = try Reading(bytes: Array(document(Self.body).prefix(160)), name: "a.docx")
        #expect(damaged.articles.isEmpty && damaged.problems.count == 1)
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func endsOnDamage(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var bytes = document(Self.body)
        for _ in 0..<20 {
            bytes[Int.random(in: 100..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        let reading = try Reading(bytes: bytes, name: "a.docx")
        #expect(reading.articles.count + reading.problems.count > 0)
    }
}
