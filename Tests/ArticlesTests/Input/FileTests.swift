import Articles
import Figures
import Foundation
import TestSupport
import Testing

@Suite struct FileTests {
    @Test(arguments: [[], [0xEF, 0xBB, 0xBF], Array(" \n\t\n".utf8)] as [[UInt8]])
    func refusesAnEmptyFile(_ bytes: [UInt8]) throws {
        #expect(try Reading(bytes: bytes).complaints == ["a.txt: the file is empty"])
    }

    @Test func refusesBlanksWithoutEnd() throws {
        let reading = try Reading(String(repeating: "\n", count: 20_000))
        #expect(reading.complaints == ["a.txt: there is no text after the header"])
    }

    @Test(
        arguments: [
            ([0x89] + Array("PNG\r\n".utf8), "a PNG picture, not text"),
            ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG picture, not text"),
            (Array("SQLite format 3\0".utf8), "an SQLite database, not text"),
            (Array("Text\0more".utf8), "binary data, not text"),
            ([0x7F, 0x45, 0x4C, 0x46, 0], "binary data, not text"),
        ] as [([UInt8], String)])
    func refusesBinaries(_ bytes: [UInt8], _ why: String) throws {
        #expect(try Reading(bytes: bytes).complaints == ["a.txt: " + why])
    }

    @Test func refusesWhatIsTooLarge() throws {
        #expect(try Reading("Twelve bytes", limit: 12).articles.count == 1)
        let why = "a.txt: more than 11 bytes in one text: split it, or raise --max-size"
        #expect(try Reading("Twelve bytes", limit: 11).complaints == [why])
        let large = try Reading(String(repeating: "word ", count: 900_000), limit: 2 << 20)
        #expect(large.complaints == ["a.txt: more than 2 MB in one text: split it, or raise --max-size"])
    }

    @Test func readsATextOfManyPieces() throws {
        let text = String(repeating: "Wörter ", count: 500_000)
        #expect(try Reading(text).article?.text == text)
    }

    @Test func namesWhatIsMissing() throws {
        let folder = try TemporaryFolder()
        #expect(Reading("b.txt", of: folder).complaints == ["b.txt: no such file or folder"])
    }

    @Test func refusesDevices() {
        var problems: [InputProblem] = []
        ArticleReader().read("/dev/null") { if case .problem(let problem) = $0 { problems.append(problem) } }
        #expect(problems == [.notAFile("/dev/null")])
    }

    @Test func readsANamedPipe() throws {
        let folder = try TemporaryFolder()
        let pipe = folder.file("pipe").path
        try #require(mkfifo(pipe, 0o600) == 0)
        Thread.detachNewThread {
            let handle = FileHandle(forWritingAtPath: pipe)
            handle?.write(Data("Text.".utf8))
            try? handle?.close()
        }
        #expect(Reading("pipe", of: folder).article?.text == "Text.")
    }

    /// The bytes tell, not the name.
    @Test func goesByTheContent() throws {
        #expect(try Reading("{\"text\":\"Text.\"}", name: "a.txt").article?.text == "Text.")
        #expect(try Reading("Text.", name: "a.jsonl").article?.text == "Text.")
        #expect(try Reading("\n\n  {\"text\":\"Text.\"}", name: "a").article?.id == "a:3")
    }
}
