import Articles
import Figures
import Foundation
import TestSupport
import Testing

@Suite struct RecordTests {
    static let text = "At least 14 people were killed in Beira on Tuesday, officials said."

    @Test(arguments: [
        // ReliefWeb's API, one report and an answer with one.
        """
        {"id":"41","fields":{"title":"Flash update","body":"raw","body-html":"<p>\(text)</p>","url":"https://r.example/41",
        "date":{"created":"2024-05-03T10:00:00+00:00","original":"2024-05-02T00:00:00+00:00"},
        "source":[{"name":"Agency One"},{"name":"Agency Two"}],"language":[{"code":"en","name":"English"}]}}
        """,
        """
        {"count":1,"data":[{"id":"41","fields":{"title":"Flash update","body":"\(text)","url":"https://r.example/41",
        "date":{"original":"2024-05-02"},"source":[{"name":"Agency One"},{"name":"Agency Two"}],
        "language":[{"code":"en"}]}}],"took":4}
        """,
        // news-please.
        """
        {"id":41,"maintext":"\(text)","title":"Flash update","date_publish":"2024-05-02 08:15:00","language":"en",
        "source_domain":"Agency One, Agency Two","url":"https://r.example/41","authors":["A"]}
        """,
        // GDELT.
        """
        {"GKGRECORDID":"41","DATE":"20240502101500","SourceCommonName":"Agency One, Agency Two","title":"Flash update",
        "DocumentIdentifier":"https://r.example/41","language":"English","text":"\(text)"}
        """,
    ])
    func knowsTheKeysOfOthers(_ json: String) throws {
        let expected = "41 | Agency One, Agency Two | 2024-05-02 | Flash update | https://r.example/41 | en"
        for layout in [json, json.replacingOccurrences(of: "\n", with: " "), "[\(json)]", "[\n\(json)\n]"] {
            let reading = try Reading(layout, name: "a.json")
            #expect(reading.article?.head == expected, "\(layout)")
            #expect(reading.article?.text == Self.text)
            #expect(reading.problems.isEmpty)
        }
    }

    @Test func readsAnAnswerOfManyArticles() throws {
        let json = "{\"status\":\"ok\",\"articles\":[{\"content\":\"One.\"},{\"title\":\"T\"},{\"content\":\"Two.\"}]}"
        let reading = try Reading(json, name: "a.json")
        #expect(reading.articles.map(\.text) == ["One.", "Two."])
        #expect(reading.articles.map(\.id) == ["a:1.1", "a:1.3"])
        #expect(reading.complaints.first?.hasPrefix("a.json, line 1: record 2: the article has no \"text\"") == true)
    }

    @Test func readsAListOverManyLines() throws {
        let list =
            "[\n {\"text\":\"One, with ] and } and \\\" in it.\"},\n 7,\n {\"text\":5},\n {\"text\":\"Two.\"}\n]\n"
        let reading = try Reading(list, name: "a.json")
        #expect(reading.articles.map(\.text) == ["One, with ] and } and \" in it.", "Two."])
        #expect(reading.complaints == ["a.json, line 4: \"text\" is not of the right type"])
    }

    @Test func readsObjectsOneAfterTheOther() throws {
        let reading = try Reading("{\n\"text\":\n\"One.\"\n}\n{\n\"text\": \"Two.\"\n}", name: "a.json")
        #expect(reading.articles.map(\.text) == ["One.", "Two."])
    }

    @Test func passesOverAnObjectThatIsTooLarge() throws {
        let long = String(repeating: "word ", count: 60)
        let reading = try Reading(
            "[{\"text\":\"One.\"},\n{\"text\":\"\(long)\"},{\"text\":\"Two.\"}]", name: "a.json", limit: 100)
        #expect(reading.articles.map(\.text) == ["One.", "Two."])
        #expect(
            reading.complaints == ["a.json, line 2: more than 100 bytes in one object: split it, or raise --max-size"])
    }

    @Test func saysThatAListIsCut() throws {
        let reading = try Reading("[{\"text\":\"One.\"},\n{\"text\":\"Tw", name: "a.json")
        #expect(reading.articles.map(\.text) == ["One."])
        #expect(reading.complaints == ["a.json, line 2: the file ends inside of this object"])
    }

    @Test(arguments: ["[]", "[ ]", "[{}]", "{\"data\":[]}", "[{\"a\":[[[[[[[[]]]]]]]]}]"])
    func saysThatThereIsNothing(_ json: String) throws {
        let reading = try Reading(json, name: "a.json")
        #expect(reading.articles.isEmpty && reading.problems.count == 1)
    }

    @Test func readsWhatIsMapped() throws {
        var keys = RecordKeys.embedded
        #expect(keys.map("text", to: "story.parts.1") && keys.map("title", to: "head.line"))
        #expect(!keys.map("author", to: "by") && !keys.map("text", to: ""))
        let folder = try TemporaryFolder()
        let json =
            "{\"story\":{\"parts\":[\"No.\",\"Yes.\"]},\"head\":{\"line\":\"T\"},\"title\":\"other\"}\n{\"text\":\"x\"}"
        let file = try folder.write(json, to: "a.jsonl")
        var reader = ArticleReader()
        reader.keys = keys
        var found: [String] = []
        reader.read(file.path) { item in
            switch item {
            case .article(let article, _): found.append("\(article.title ?? "-"): \(article.text)")
            case .problem(let problem): found.append("\(problem)".replacingOccurrences(of: folder.path + "/", with: ""))
            case .notice: break
            }
        }
        #expect(found == ["T: Yes.", "a.jsonl, line 2: the article has no \"story.parts.1\""])
    }
}
