import Articles
import Figures
import Foundation
import TestSupport
import Testing

@Suite struct PDFTests {
    private func text(_ pages: [[PDFWriter.Words]], _ information: [String: String] = [:]) throws -> String {
        let reading = try Reading(bytes: PDFWriter(pages: pages, information: information).bytes, name: "a.pdf")
        #expect(reading.complaints == [])
        return reading.article?.text ?? ""
    }

    @Test func readsParagraphsWhole() throws {
        let words = PDFWriter.lines([
            "At least 24 people were killed in Aden on Thursday when shells fell on the",
            "market, the health ministry said, and the govern-",
            "ment sent help.",
        ])
        #expect(
            try text([words])
                == "At least 24 people were killed in Aden on Thursday when shells fell on the market, the health ministry "
                + "said, and the government sent help.")
    }

    private func text(ofLayout lines: String) -> String? {
        var text: String?
        let page = "<page width=\"595\" height=\"842\">\n<block xMin=\"72\">\n\(lines)</block>\n</page>\n"
        ArticleReader().read(layout: Array(page.utf8), named: "a.pdf") { item in
            if case .article(let article, _) = item { text = article.text }
        }
        return text
    }

    private func line(_ words: String, _ left: String, _ top: String, _ right: String, _ bottom: String) -> String {
        let words = words.split(separator: " ").map { "<word xMin=\"0\">\($0)</word>\n" }.joined()
        return "<line xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(right)\" yMax=\"\(bottom)\">\n\(words)</line>\n"
    }

    /// Turned words have their corners the other way round, and a damaged file puts them where no page is.
    @Test func readsWordsWhereverTheyStand() {
        let turned =
            line("Killed 14 people", "300", "320", "72", "300") + line("in Beira today", "320", "321", "340", "301")
        #expect(text(ofLayout: turned) == "Killed 14 people in Beira today")
        let lost = line("Killed 14 people in Beira", "nan", "inf", "1e300", "-1e300")
        let found = text(ofLayout: line("Floods came at night", "72", "300", "340", "320") + lost)
        #expect(found == "Floods came at night Killed 14 people in Beira")
    }

    @Test func leavesOutLettersThatAreControls() {
        let found = text(ofLayout: line("Killed\u{1} 1\u{0}4 people in \u{1B}[31mBeira", "72", "300", "340", "320"))
        #expect(found == "Killed 14 people in [31mBeira")
    }

    /// The same line at the foot of each page would go, were it not all that there is.
    @Test func keepsWhatRunsAlongWhereThereIsNothingElse() throws {
        let foot = PDFWriter.lines(["At least 24 people were killed in Aden on Thursday."], top: 800)
        #expect(try text([foot, foot]).hasPrefix("At least 24 people were killed in Aden on Thursday."))
    }

    @Test func takesTitleAndDayFromTheDocument() throws {
        let words = PDFWriter.lines(["Twenty-four people were killed in Aden on Thursday, the ministry said."])
        let writer = PDFWriter(
            pages: [words], information: ["Title": "Flash update 3", "CreationDate": "D:20231104062500Z"])
        let reading = try Reading(bytes: writer.bytes, name: "a.pdf")
        #expect(reading.article?.head.hasPrefix("a | - | 2023-11-04 | Flash update 3 | - | ") == true)
        #expect(reading.notices.map { "\($0)" }.first?.contains("2023-11-04: give --date") == true)
        let defaults = ArticleDefaults(date: CalendarDate("2023-11-05"))
        let dated = try Reading(bytes: writer.bytes, name: "a.pdf", defaults: defaults)
        #expect(dated.article?.date?.description == "2023-11-05")
        #expect(dated.notices.isEmpty)
    }

    @Test(arguments: ["Microsoft Word - flash update 3.docx", "untitled", "report_final_v2"])
    func takesTheLargestWordsForATitleThatIsNone(_ title: String) throws {
        var words = PDFWriter.lines(["Flood in the valley: update 3"], top: 90, size: 20)
        words += PDFWriter.lines(["Some 4,000 people have left their homes since Monday, the office said."])
        let writer = PDFWriter(pages: [words], information: ["Title": title])
        #expect(try Reading(bytes: writer.bytes, name: "a.pdf").article?.title == "Flood in the valley: update 3")
    }

    @Test func readsColumnsOneAfterTheOther() throws {
        let left = [
            "The flood has driven 4,000 people", "from their homes since Monday and", "the roads are under water.",
        ]
        let right = [
            "Aid groups have brought tents for", "300 families to the school in the", "upper town, they said.",
        ]
        let words = PDFWriter.lines(left, left: 60) + PDFWriter.lines(right, left: 320)
        let read = try text([words])
        #expect(read.contains("4,000 people from their homes since Monday and the roads are under water."))
        #expect(read.contains("tents for 300 families to the school in the upper town, they said."))
    }

    @Test func dropsRunningHeadsAndPageNumbers() throws {
        let pages = (1...3).map { number in
            [
                PDFWriter.Words(left: 72, top: 40, text: "Situation report 7"),
                .init(left: 500, top: 810, text: "Page \(number) of 3"),
            ]
                + PDFWriter.lines(["On page \(number) some 4\(number) people were hurt in the town, the office said."])
        }
        let read = try text(pages)
        #expect(read.components(separatedBy: "Situation report 7").count == 2)
        #expect(!read.contains("Page "))
        #expect(read.contains("43 people were hurt"))
    }

    @Test func joinsAParagraphOverTwoPages() throws {
        let first = PDFWriter.lines(
            ["The office said that some four thousand people had left their homes in"], top: 740)
        let second = PDFWriter.lines(["the valley since the beginning of the week."], top: 80)
        #expect(try text([first, second]).contains("their homes in the valley since"))
    }

    /// Every figure of a table comes with the heads of its row and column.
    @Test func keepsTheHeadsOfATable() throws {
        let table = [["Governorate", "Killed", "Injured"], ["Aden", "24", "1,230"], ["Taiz", "3", "41"]]
        let words = table.enumerated().flatMap { row, cells in
            cells.enumerated().map { column, cell in
                PDFWriter.Words(left: 72 + Double(column) * 150, top: 200 + Double(row) * 18, text: cell)
            }
        }
        let read = try text([
            PDFWriter.lines(["Casualties by governorate as of 3 November, the ministry said:"], top: 150) + words
        ])
        #expect(read.hasSuffix("Aden, Killed: 24\n\nAden, Injured: 1,230\n\nTaiz, Killed: 3\n\nTaiz, Injured: 41"))
    }

    @Test func keepsListsOfFiguresApart() throws {
        let read = try text([
            PDFWriter.lines(["Killed: 24", "Injured: 1,230", "Missing: 7", "Displaced: 4,000 people"])
        ])
        for line in ["Killed: 24", "Injured: 1,230", "Missing: 7"] {
            #expect(read.components(separatedBy: "\n\n").contains(line))
        }
    }

    // MARK: - What cannot be read

    @Test func tellsPicturesFromText() throws {
        let reading = try Reading(bytes: PDFWriter(pages: [[], []]).bytes, name: "a.pdf")
        #expect(
            reading.complaints == ["a.pdf: its 2 pages are pictures, without text: let 'ocrmypdf' add a layer of text"])
    }

    @Test func tellsADocumentWithAPassword() throws {
        var writer = PDFWriter(pages: [PDFWriter.lines(["Text."])])
        writer.isEncrypted = true
        #expect(
            try Reading(bytes: writer.bytes, name: "a.pdf").complaints == [
                "a.pdf: is encrypted: save it without its password"
            ])
    }

    @Test(arguments: [9, 60, 200]) func tellsADamagedDocument(_ count: Int) throws {
        let whole = PDFWriter(pages: [PDFWriter.lines(["At least 24 people were killed in Aden."])]).bytes
        let reading = try Reading(bytes: Array(whole[..<count]), name: "a.pdf")
        #expect(reading.articles.isEmpty)
        #expect(reading.complaints.count == 1)
        #expect(reading.complaints.first?.hasPrefix("a.pdf: ") == true)
    }
}
