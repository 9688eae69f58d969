import Testing

@testable import Figures

@Suite struct SentenceSplitterTests {
    static let splits: [(String, [String])] = [
        ("", []),
        ("no end", ["no end"]),
        ("One fell. Two rose.", ["One fell.", "Two rose."]),
        ("Really? Yes! Good.", ["Really?", "Yes!", "Good."]),
        ("“It is over.” She left.", ["“It is over.”", "She left."]),
        ("He said (so). She left.", ["He said (so).", "She left."]),
        ("It grew 2.3 percent. Then it fell.", ["It grew 2.3 percent.", "Then it fell."]),
        ("It ended. 24 people died.", ["It ended.", "24 people died."]),
        ("First part\n\nsecond part", ["First part", "second part"]),
        ("A title\nA line of text.", ["A title", "A line of text."]),
        ("A broken\nline of text.", ["A broken\nline of text."]),
        ("It was in the city.The army came.", ["It was in the city.", "The army came."]),
    ]

    @Test(arguments: splits) func cutsIntoSentences(_ text: String, into sentences: [String]) {
        withDocument(text) { document in
            #expect(document.sentences.map { document.text($0) } == sentences)
        }
    }

    static let whole = [
        "Gen. Omar Haddad spoke to Dr. Lena Brandt.",
        "The U.S. Navy sent Lt. Col. James Bell.",
        "It struck on Oct. 7 and again on Nov. 3.",
        "J. Smith met K. Jones at St. Mary.",
        "They came at 5 p.m. on Monday.",
        "It cost $2.5 million, e.g. for food.",
        "So it goes ... and on.",
        "We wait, says U.N. Secretary-General Lena Brandt.",
    ]

    @Test(arguments: whole) func keepsAbbreviationsInside(_ text: String) {
        withDocument(text) { #expect($0.sentences.count == 1) }
    }

    @Test(arguments: splits.map(\.0) + whole) func holdsEveryTokenOnce(_ text: String) {
        withDocument(text) { document in
            #expect(document.sentences.flatMap { Array($0) } == Array(document.tokens.indices))
        }
    }

    /// A table without a full stop is no sentence that a figure could quote.
    @Test func cutsWhatNeverEnds() {
        let words = SentenceSplitter.longest * 2 + 100
        withDocument(String(repeating: "word ", count: words)) { document in
            #expect(document.sentences.map(\.count) == [SentenceSplitter.longest, SentenceSplitter.longest, 100])
            #expect(document.sentences.flatMap { Array($0) } == Array(document.tokens.indices))
        }
    }

    @Test func findsTheSentenceOfAToken() {
        withDocument("One fell. Two rose. Three stayed.") { document in
            for (index, range) in document.sentences.enumerated() {
                for token in range { #expect(document.sentence(of: token) == index) }
            }
        }
    }
}
