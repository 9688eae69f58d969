import Figures
import TestSupport
import Testing

@Suite struct ExplanationTests {
    private func explanations(_ text: String) -> [Explanation] {
        Extractor().explanations(of: Article(id: "a", date: day, text: text))
    }

    @Test func tellsWhyANumberWasTurnedAway() {
        let all = explanations("On March 9, 2023, a man aged 28 died; 24 others were killed.")
        #expect(all.map(\.number) == ["9", "2023", "28", "24"])
        #expect(all.map(\.gate) == ["date", "year", "age", nil])
    }

    @Test func weighsTheAnswersOfEachQuestion() throws {
        let found = try #require(explanations("Police said 24 people were killed in Aleppo.").first)
        #expect(found.decisions.map(\.question) == ["measure", "source", "place", "date", "period"])
        #expect(found.decisions.map { $0.answers[0].answer }.prefix(3) == ["deaths", "Police", "Aleppo"])
        for decision in found.decisions {
            for part in [decision.answers.dropFirst().filter(\.agrees), decision.answers.filter { !$0.agrees }] {
                #expect(part.map(\.belief) == part.map(\.belief).sorted(by: >))
            }
            #expect(decision.answers[0].agrees && decision.belief >= decision.answers[0].belief)
            #expect(decision.answers.allSatisfy { (0...1).contains($0.belief) })
        }
    }

    @Test func namesTheWordsAndTheirRule() throws {
        let text = "At least 24 people were killed in Aleppo on Monday, police said."
        let found = try #require(explanations(text).first)
        #expect(found.reading.form == "digits" && found.reading.qualifier == .atLeast)
        #expect(found.reading.low == 24 && found.reading.high == nil)
        #expect(found.reading.qualifiers.map(\.text) == ["At least"])
        #expect(found.reading.counted?.text == "people" && found.reading.noun == "person")
        let told = found.decisions.map { $0.answers[0] }
        #expect(told.map { $0.words?.text } == ["killed", "police said", "Aleppo", "Monday", nil])
        #expect(told.prefix(4).allSatisfy { $0.rule?.isEmpty == false })
    }

    /// Offsets lead back to the words, in a title as in a text.
    @Test func wordsStandWhereTheyAreSaid() {
        let article = Article(
            id: "a", date: day, title: "Flood kills 24 in Aleppo", text: "Überall: 24 people died, police said.")
        let all = Extractor().explanations(of: article)
        #expect(all.map(\.field) == [.title, .text])
        for one in all {
            let bytes = Array((one.field == .title ? article.title ?? "" : article.text).utf8)
            let words = one.decisions.flatMap(\.answers).compactMap(\.words) + [one.reading.counted].compactMap { $0 }
            #expect(!words.isEmpty)
            for word in words { #expect(String(decoding: bytes[word.start..<word.end], as: UTF8.self) == word.text) }
        }
    }

    @Test func namesAsManyReasonsAsAskedFor() {
        let article = Article(id: "a", date: day, text: "Police said 24 people were killed in Aleppo.")
        for decision in Extractor().explanations(of: article, reasons: 2).flatMap(\.decisions) {
            #expect(decision.answers.allSatisfy { $0.reasons.count <= 2 })
        }
    }

    /// What is explained is what is extracted.
    @Test(arguments: MeasureCases.fire + MeasureCases.silent) func agreesWithTheFigures(_ marked: String) throws {
        let text = try Expectation(marked).expected.text
        let chosen = explanations(text).filter { $0.decisions.count > 1 }.map(\.start)
        #expect(chosen == figures(in: text).map(\.start))
    }
}
