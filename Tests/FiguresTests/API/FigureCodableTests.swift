import Figures
import Foundation
import Testing

@Suite struct FigureCodableTests {
    private func sample() throws -> [Figure] {
        let found = figures(in: "Police said 40 people died in Aleppo on Monday, including 16 children.")
        try #require(found.count == 2)
        return found
    }

    @Test func encodesAndDecodes() throws {
        for figure in try sample() {
            let data = try JSONEncoder().encode(figure)
            #expect(try JSONDecoder().decode(Figure.self, from: data) == figure)
        }
    }

    /// Foundation's encoder and the writer of the interchange say the same.
    @Test func encodesAsTheInterchange() throws {
        for figure in try sample() + figures(in: "Nine people died.", on: nil) {
            var bytes: [UInt8] = []
            figure.writeJSON(to: &bytes)
            let written = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? NSDictionary)
            let encoded = try #require(
                try JSONSerialization.jsonObject(with: JSONEncoder().encode(figure)) as? NSDictionary)
            #expect(written == encoded)
        }
    }

    @Test(arguments: ["doc", "start", "measure", "value", "qualifier", "population", "status", "extractor"])
    func refusesAFigureWithout(_ key: String) throws {
        var object = try object()
        object[key] = nil
        let data = try JSONSerialization.data(withJSONObject: object)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Figure.self, from: data) }
    }

    @Test(arguments: [("status", "maybe"), ("qualifier", "roughly"), ("date", "March"), ("reported", "2024-02-30")])
    func refusesAnUnknown(_ key: String, _ value: String) throws {
        var object = try object()
        object[key] = value
        let data = try JSONSerialization.data(withJSONObject: object)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Figure.self, from: data) }
    }

    private func object() throws -> [String: Any] {
        let data = try JSONEncoder().encode(try sample()[0])
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func readsAnArticleThatHasOnlyText() throws {
        let line = #"{"id":"a","text":"Nine people died."}"#
        let article = try JSONDecoder().decode(Article.self, from: Data(line.utf8))
        #expect(article == Article(id: "a", text: "Nine people died."))
    }

    @Test func readsAWholeArticle() throws {
        let article = Article(
            id: "a", publisher: "The Daily", date: day, title: "Storm", url: "https://example.org", lang: "en",
            text: "x")
        let data = try JSONEncoder().encode(article)
        #expect(try JSONDecoder().decode(Article.self, from: data) == article)
    }
}
