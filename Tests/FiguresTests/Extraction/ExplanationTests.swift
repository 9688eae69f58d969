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
            #expect(decision.answers.map(\.belief) == decision.answers.map(\.belief).sorted(by: >))
            #expect(decision.answers.allSatisfy { (0...1).contains($0.belief) })
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
