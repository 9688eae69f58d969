import TestSupport
import Testing

@Suite struct MarkedTextTests {
    @Test func takesTheMarksOut() throws {
        let marked = try MarkedText("At least «24|deaths» people, «nine» of them «children|who»")
        #expect(marked.text == "At least 24 people, nine of them children")
        #expect(marked.range("deaths") == 9..<11)
        #expect(marked.marks.map { marked.words($0.range) } == ["24", "nine", "children"])
        #expect(marked.marks.map(\.name) == ["deaths", "", "who"])
    }

    @Test func countsBytes() throws {
        let marked = try MarkedText("“«é|a»” «日本|b»")
        #expect(marked.range("a") == 3..<5 && marked.range("b") == 9..<15)
    }

    @Test func nests() throws {
        let marked = try MarkedText("«more than «24|inner» people|outer»")
        #expect(marked.marks.map(\.name) == ["outer", "inner"])
        #expect(marked.ranges("outer") == [0..<19] && marked.range("inner") == 10..<12)
    }

    @Test(arguments: [
        "", "plain", "«a|b»", "«a|x»«b|y»", "«more than «24|inner» people|outer»", "««a|in»|out»", "a | b", "é«日|x»",
    ])
    func writesItselfAsItWasRead(_ text: String) throws { #expect(try MarkedText(text).marked == text) }

    @Test(arguments: ["«open", "closed»", "«a|b»»", "««a|b»"]) func refusesOddMarks(_ text: String) {
        #expect(throws: MarkedText.Failure.self) { try MarkedText(text) }
    }

    @Test func findsNoMarkOfAnotherName() throws { #expect(try MarkedText("«a|b»").range("c") == nil) }
}
