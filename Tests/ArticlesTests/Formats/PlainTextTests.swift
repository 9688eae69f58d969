import Articles
import Figures
import Foundation
import TestSupport
import Testing

@Suite struct PlainTextTests {
    @Test(arguments: [
        // A saved page.
        (" date 2023-11-03 Toll rises in Gaza 06:25\n\nText.", "a | - | 2023-11-03 | Toll rises in Gaza | - | -"),
        ("date 2023-11-03 Toll rises\nText.", "a | - | 2023-11-03 | Toll rises | - | -"),
        (" date 2023-11-03\nText.", "a | - | 2023-11-03 | - | - | -"),
        (" date 2023-11-03 06:25\nText.", "a | - | 2023-11-03 | - | - | -"),
        (" date 2023-11-03 Held at 06:25 today\nText.", "a | - | 2023-11-03 | Held at 06:25 today | - | -"),
        (" date 2023-11-03 Toll of 9:061 6:25:30\nText.", "a | - | 2023-11-03 | Toll of 9:061 | - | -"),
        (" date 2023-11-03 Toll at 9061\nText.", "a | - | 2023-11-03 | Toll at 9061 | - | -"),
        // Keys and values.
        (
            """
            Title: Toll rises: 12 dead
            Publisher: Harbour Wire
            Date: 2023-11-03
            URL: https://harbourwire.example/a?b=c
            Lang: en
            Id: hw-1

            Text.
            """, "hw-1 | Harbour Wire | 2023-11-03 | Toll rises: 12 dead | https://harbourwire.example/a?b=c | en"
        ),
        (
            "HEADLINE: T\nOutlet: P\nPublished: 2023-11-03T06:25:00Z\nLink: u\nLanguage: en\n\nText.",
            "a | P | 2023-11-03 | T | u | en"
        ),
        ("Title:T\nNote: not ours\nDate:\t2023-11-03  \n\nText.", "a | - | 2023-11-03 | T | - | -"),
        ("Title:\nPublisher: P\n\nText.", "a | P | - | - | - | -"),
        // No header.
        ("Text.", "a | - | - | - | - | -"),
        ("Note: the first key decides\nTitle: T\n\nText.", "a | - | - | - | - | -"),
        ("Aid workers said: Title: T\n\nText.", "a | - | - | - | - | -"),
        ("\nTitle: T\n\nText.", "a | - | - | - | - | -"),
        ("dated 2023-11-03 T\nText.", "a | - | - | - | - | -"),
    ])
    func readsTheHeader(_ text: String, _ head: String) throws {
        let reading = try Reading(text)
        #expect(reading.article?.head == head)
        #expect(reading.article?.text.hasSuffix("Text.") == true)
        #expect(reading.problems.isEmpty)
    }

    @Test(arguments: [
        " date 2023-11-03 Title 06:25\n\n«At least 24 died.\nMore.\n»",
        "Title: T\nDate: 2023-11-03\n\n\n«At least 24.»",
        "Title: T\r\n\r\n«At least 24 died.\r\nMore.\r\n»", "«At least 24 died.»", "\n\n«At least 24 died.»",
        "\u{FEFF}Title: T\n\n«At least 24 died.»", "\u{FEFF}«At least 24 died.»", "Title: T\n«At least 24 died.»",
        "Title: Ü\n\n«  Größe: 24»", "Title: T\n\n«Gaza: 24 died.\n\nRafah: 3 died.»",
    ])
    func keepsTheBytesOfTheText(_ marked: String) throws {
        let expected = try MarkedText(marked)
        let range = try #require(expected.range(""))
        #expect(try Reading(expected.text).article?.text == expected.words(range))
    }

    /// Offsets count bytes of `Article.text`, whatever stands before it in the file.
    @Test(arguments: ["", " date 2023-11-03 Title 06:25\n\n", "Title: Ümit\r\nDate: 2023-11-03\r\n\r\n", "\u{FEFF}"])
    func offsetsBeginAtTheText(_ head: String) throws {
        let article = try #require(try Reading(head + "In Łódź at least 24 people were killed.\r\n").article)
        let figure = try #require(Extractor().figures(in: article).first)
        #expect(Array(article.text.utf8)[figure.start..<figure.end].elementsEqual("24".utf8))
        #expect(figure.start == "In Łódź at least ".utf8.count)
    }

    @Test(arguments: [
        ("Title: T\nDate: 3 November\n\nText.", "3 November"), ("Date: 2023-02-29\n\nText.", "2023-02-29"),
        ("Published: soon\nTitle: T\n\nText.", "soon"),
        (" date 2023-02-29 Title 06:25\nText.", "2023-02-29"), (" date 2023-13-01 Title\nText.", "2023-13-01"),
    ])
    func refusesABadDate(_ text: String, _ date: String) throws {
        let reading = try Reading(text)
        #expect(reading.complaints == ["a.txt: the header's date '\(date)' is not a date: write YYYY-MM-DD"])
        #expect(reading.articles.isEmpty)
    }

    @Test func readsAnEmptyDateAsNone() throws {
        #expect(try Reading("Title: T\nDate:\n\nText.").article?.head == "a | - | - | T | - | -")
    }

    @Test(arguments: ["Title: T\nDate: 2023-11-03\n", "Title: T\n\n \n\t\n", " date 2023-11-03 T 06:25\n", "Title: T"])
    func wantsText(_ text: String) throws {
        #expect(try Reading(text).complaints == ["a.txt: there is no text after the header"])
    }

    @Test func takesDefaultsForWhatIsMissing() throws {
        let defaults = ArticleDefaults(publisher: "P", date: CalendarDate("2023-11-04"), url: "u")
        #expect(try Reading("Text.", defaults: defaults).article?.head == "a | P | 2023-11-04 | - | u | -")
        let own = "Publisher: Q\nDate: 2023-11-03\nURL: v\n\nText."
        #expect(try Reading(own, defaults: defaults).article?.head == "a | Q | 2023-11-03 | - | v | -")
    }

    @Test func noticesAMissingDate() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("Text.", to: "a.txt")
        #expect(Reading("a.txt", of: folder).notices == [.noDate(file.path, line: nil)])
        #expect(try Reading("Date: 2023-11-03\n\nText.").notices.isEmpty)
        #expect("\(InputNotice.noDate("a.txt", line: 3))".hasPrefix("a.txt, line 3: no publication date"))
    }

    @Test(arguments: [
        ("a.txt", "a"), ("2023-11-03.toll.txt", "2023-11-03.toll"), ("plain", "plain"), (".hidden", ".hidden"),
        ("in/b.text", "b"),
    ])
    func namesTheArticleAfterTheFile(_ name: String, _ id: String) throws {
        #expect(try Reading("Text.", name: name).article?.id == id)
    }
}
