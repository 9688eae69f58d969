import Figures
import TestSupport
import Testing
import TimeSeries

@testable import Reports

@Suite struct CitationTests {
    private func figures() throws -> [StoredFigure] {
        let store = try Store.inMemory()
        try store.take(
            "a", url: "https://harbourwire.example/a_1?x={y}",
            .sample(
                9061, qualifier: .atLeast, since: "2023-10-07",
                quote: "At least 9,061\n died, 50% of them {\\write18{x}} #1 & $2_3^~."),
            .sample(500, "trucks", by: nil, on: "2023-11", period: .event, status: .planned, unit: "truck"))
        try store.take("b", title: "Second of the day", .sample(16, of: ["children"]))
        try store.take("c", by: nil, .sample(1200, "displaced", place: nil, period: .stock, unit: "household"))
        return try store.figures()
    }

    @Test func asText() throws {
        try Golden.check(written { Citations.write(try figures(), to: $0) }, "citations.txt")
    }

    @Test func asBibTeX() throws {
        try Golden.check(written { BibTeX.write(try figures(), to: $0) }, "citations.bib")
    }

    /// Braces balance whatever a text holds, so that no field runs into the next.
    @Test(arguments: ["}", "{", "\\", "}}\n@misc{x,", "%", "\\}", "\"", "~^_#$&"])
    func nothingEndsAField(_ text: String) {
        let escaped = BibTeX.escaped(text).replacing("\\{", with: "").replacing("\\}", with: "")
        var depth = 0
        for letter in escaped {
            depth += letter == "{" ? 1 : letter == "}" ? -1 : 0
            #expect(depth >= 0)
        }
        #expect(depth == 0)
        #expect(!escaped.contains("\n"))
    }
}
