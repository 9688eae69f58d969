import Figures
import Testing

@testable import TimeSeries

@Suite struct TextQueryTests {
    /// Three articles with one figure each.
    private func store() throws -> Store {
        var printings = [Printing("a", .sample(1)), Printing("b", .sample(2)), Printing("c", .sample(3))]
        printings[0].article.text =
            "Trucks with food aid and flour reached Aden. COVID-19 cases rose in the Gaza Strip."
        printings[1].article.text = "Raids in Rafah: aid for food stores burned. José Núñez said so."
        printings[1].article.title = "A raid"
        printings[2].article.text = "Cholera and COVID spread; 19 tents burned near Rafah's gate."
        let store = try Store(path: ":memory:")
        try store.take(printings)
        return store
    }

    @Test(arguments: [
        ("food", [1, 2]), ("food aid", [1, 2]), ("\"food aid\"", [1]), ("FLOUR OR cholera", [1, 3]),
        ("raid*", [2]), ("raid", [2]), ("burned NOT cholera", [2]), ("COVID-19", [1]), ("covid 19", [1, 3]),
        ("jose nunez", [2]), ("Rafah's", [3]), ("(food OR tents) AND rafah", [2, 3]), ("food -- aid", [1, 2]),
        ("tents OR food rafah", [2, 3]), ("nowhere", []), ("title:food", []), ("\"food\"\"aid\"", [1, 2]),
    ])
    func finds(_ words: String, _ values: [Int]) throws {
        let query = try TextQuery(words)
        #expect(try store().values { $0.text = query } == values)
    }

    @Test(arguments: [
        ("", TextQueryError.noWords), ("--", .noWords), ("\"food", .notClosed("\"")), ("(food", .notClosed(")")),
        ("food)", .unexpected(")")), ("OR food", .unexpected("OR")), ("food AND", .noWords),
        ("NOT food", .unexpected("NOT")),
        ("()", .unexpected(")")),
    ])
    func tellsWhatIsWrong(_ words: String, _ error: TextQueryError) {
        #expect(throws: error) { try TextQuery(words) }
    }

    /// Whatever is typed: the index never complains of a query that was taken.
    @Test(arguments: ["a*b", "'", "a'b", "{a}", "^a", "a:b", "NEAR(a b)", "a + b", "*", "ا", "a\u{0}b", "\\", "café*"])
    func isReadByTheIndex(_ words: String) throws {
        guard let query = try? TextQuery(words) else { return }
        #expect(throws: Never.self) { try store().values { $0.text = query } }
    }
}
