import Articles
import Figures
import Foundation
import TestSupport
import Testing

@Suite struct JSONLinesTests {
    /// Asked for as JSON, so that no sniffing tells that there is nothing.
    @Test(arguments: [("\n \n", "a.jsonl: the file is empty"), ("\u{4}\u{0}", "a.jsonl, line 1: not a JSON object")])
    func saysThatThereIsNothing(_ text: String, _ complaint: String) {
        var complaints: [String] = []
        ArticleReader(format: .json).read(bytes: Array(text.utf8), named: "a.jsonl") { item in
            if case .problem(let problem) = item { complaints.append("\(problem)") }
        }
        #expect(complaints.count == 1 && complaints[0].hasPrefix(complaint), "\(complaints)")
    }

    @Test(arguments: [
        (
            #"{"id":"x","publisher":"P","date":"2023-11-03","title":"T","url":"u","lang":"en","text":"Text."}"#,
            "x | P | 2023-11-03 | T | u | en"
        ),
        (#"{"text":"Text."}"#, "a:1 | - | - | - | - | -"), (#"{"id":7,"text":"Text."}"#, "7 | - | - | - | - | -"),
        (
            #"{"id":null,"publisher":null,"date":null,"title":null,"text":"Text."}"#, "a:1 | - | - | - | - | -"
        ),
        (#"  {"text":"Text.","more":{"a":[1,2]}}  "#, "a:1 | - | - | - | - | -"),
        (#"{"date":"2023-11-03T06:25:00Z","text":"Text."}"#, "a:1 | - | 2023-11-03 | - | - | -"),
        ("\u{FEFF}{\"text\":\"Text.\"}", "a:1 | - | - | - | - | -"),
        ("{\"text\":\"Text.\"}\r\n", "a:1 | - | - | - | - | -"),
    ])
    func readsALine(_ line: String, _ head: String) throws {
        let reading = try Reading(line, name: "a.jsonl")
        #expect(reading.article?.head == head)
        #expect(reading.article?.text == "Text.")
        #expect(reading.problems.isEmpty)
    }

    @Test(arguments: [
        (#"{"id":"x"}"#, #"the article has no "text""#), (#"{"text":5}"#, #""text" is not of the right type"#),
        (#"{"text":null}"#, #""text" is not of the right type"#),
        (#"{"title":[],"text":"T"}"#, #""title" is not of the right type"#),
        (#"{"date":"3 May","text":"T"}"#, "'3 May' is not a date: write YYYY-MM-DD"),
        (#"{"text":" \n "}"#, "there is no text after the header"),
        (#"{"text":"T""#, #"not a JSON object: each line is one article, {"text": "…"}"#),
        ("plain words", #"not a JSON object: each line is one article, {"text": "…"}"#),
    ])
    func goesOnAfterABadLine(_ line: String, _ why: String) throws {
        let text = "{\"text\":\"One.\"}\n\n\(line)\n{\"text\":\"Two.\"}\n"
        let reading = try Reading(text, name: "a.jsonl")
        #expect(reading.complaints == ["a.jsonl, line 3: " + why])
        #expect(reading.articles.map(\.text) == ["One.", "Two."])
        #expect(reading.articles.map(\.id) == ["a:1", "a:4"])
    }

    @Test func goesOnAfterBytesThatAreNoText() throws {
        let bytes = Array("{\"text\":\"One.\"}\n{\"text\":\"".utf8) + [0xE9] + Array("\"}\n{\"text\":\"Two.\"}".utf8)
        let reading = try Reading(bytes: bytes, name: "a.jsonl")
        #expect(reading.complaints.first?.hasPrefix("a.jsonl, line 2: byte 9 is not UTF-8: convert it") == true)
        #expect(reading.articles.map(\.text) == ["One.", "Two."])
    }

    @Test(arguments: [
        "{\n  \"id\": \"x\",\n  \"text\": \"Text.\"\n}\n", "{ \"id\": \"x\",\n  \"text\": \"Text.\" }",
        "\u{FEFF}{\r\n  \"id\": \"x\",\r\n  \"text\": \"Text.\"\r\n}\r\n",
    ])
    func readsOneObjectOverManyLines(_ text: String) throws {
        let reading = try Reading(text, name: "a.json")
        #expect(reading.articles.map(\.head) == ["x | - | - | - | - | -"])
        #expect(reading.problems.isEmpty)
    }

    @Test func complainsOnceOfAnObjectThatIsTooLarge() throws {
        let text = "{\n\"id\": \"x\",\n\"text\": \"\(String(repeating: "word ", count: 40))\"\n}\n"
        let reading = try Reading(text, name: "a.json", limit: 100)
        #expect(
            reading.complaints == ["a.json, line 1: more than 100 bytes in one object: split it, or raise --max-size"])
        #expect(reading.articles.isEmpty)
    }

    @Test(arguments: [100, 1 << 20, 3 << 20])
    func passesOverALineThatIsTooLong(_ length: Int) throws {
        let long = "{\"text\":\"" + String(repeating: "a", count: length) + "\"}"
        let text = "{\"text\":\"One.\"}\n\(long)\n{\"text\":\"Two.\"}\n\(long)"
        let reading = try Reading(text, name: "a.jsonl", limit: length)
        let words = length == 100 ? "100 bytes" : "\(length >> 20) MB"
        let why = "more than \(words) in one line: split it, or raise --max-size"
        #expect(reading.complaints == ["a.jsonl, line 2: " + why, "a.jsonl, line 4: " + why])
        #expect(reading.articles.map(\.text) == ["One.", "Two."])
    }

    @Test func readsALineThatIsJustLongEnough() throws {
        let line = "{\"text\":\"Text.\"}"
        #expect(try Reading(line + "\n" + line, name: "a.jsonl", limit: line.utf8.count).articles.count == 2)
        #expect(try Reading(line + "\n" + line, name: "a.jsonl", limit: line.utf8.count - 1).problems.count == 2)
    }

    /// Lines that lie across the pieces in which a file is read.
    /// A first line that is longer than what is read at once, and cut off behind a comma, is a line all the same: the
    /// articles behind it are told by their lines.
    @Test func readsALineThatIsLongerThanAPiece() throws {
        let long = String(repeating: ",", count: 1 << 21)
        let reading = try Reading("{\"text\":\"\(long)\"}\n\n{\"text\":\"b\"}\n", name: "a.jsonl")
        #expect(reading.articles.map(\.id) == ["a:1", "a:3"])
        #expect(reading.article?.text == long)
    }

    @Test func readsManyLines() throws {
        var generator = SplitMix64(seed: 3)
        let texts = (0..<300).map { "\($0) " + String(repeating: "é", count: .random(in: 1...9000, using: &generator)) }
        let lines = texts.map { "{\"text\":\"\($0)\"}" }.joined(separator: "\n")
        let reading = try Reading(lines, name: "a.jsonl")
        #expect(reading.articles.map(\.text) == texts)
        #expect(reading.articles.last?.id == "a:300")
        #expect(reading.notices.count == 300)
    }

    /// Whatever the bytes, each line is an article or a problem, and reading ends.
    @Test(arguments: 0..<20 as Range<UInt64>) func endsOnRandomBytes(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let bytes = Array("{".utf8) + generator.bytes(2_000).map { $0 == 0 ? 10 : $0 }
        let reading = try Reading(bytes: bytes, name: "a.jsonl")
        #expect(reading.articles.isEmpty && !reading.problems.isEmpty)
    }
}
