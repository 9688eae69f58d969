import Testing

@testable import Figures

@Suite struct FoldingTests {
    static let letters: [(String, Character?)] = [
        ("é", "e"), ("É", "e"), ("ñ", "n"), ("ç", "c"), ("ø", "o"), ("ž", "z"), ("ł", "l"), ("ğ", "g"), ("ş", "s"),
        ("×", nil), ("÷", nil), ("ж", nil),
    ]

    @Test(arguments: letters) func takesTheAccentOff(_ letter: String, _ base: Character?) {
        let bytes = Array(letter.utf8)
        #expect(Folding.letter(bytes[0], bytes[1]) == base?.asciiValue)
    }

    private func withWord<Result>(_ text: String, _ body: (FoldedWord) -> Result) -> Result {
        var text = text
        return text.withUTF8 { body(FoldedWord(bytes: $0)) }
    }

    @Test func comparesWithoutCase() {
        withWord("Since") { word in
            #expect(word == "since")
            #expect(word != "sinc" && word != "sinces")
            #expect(word.hasPrefix("sin") && word.hasSuffix("nce") && !word.hasPrefix("sinces"))
            #expect(word.isOne(of: ["until", "since"]) && !word.isOne(of: ["until"]))
            #expect(word.string == "since")
        }
    }

    @Test func marksAreNotLettersOfAnotherCase() {
        // "@" and "`" differ in the bit that folds letters.
        withWord("@") { #expect($0 != "`") }
        withWord("[") { #expect($0 != "{") }
    }

    @Test func wordsPastTheEndsAreEmpty() {
        withDocument("word") { document in
            #expect(document.word(-1) == "" && document.word(1) == "")
            #expect(document.text(0..<2) == "" && document.text(0..<0) == "")
            #expect(document.classes(7) == [] && !document.isMark(7, "."))
        }
    }
}
