import Testing

@testable import Figures

@Suite struct TokenizerTests {
    static let cuts: [(String, [String])] = [
        ("", []),
        (" \t\n", []),
        ("At least 24 people.", ["At", "least", "24", "people", "."]),
        ("9,000 and 2.3", ["9,000", "and", "2.3"]),
        ("1,00,000", ["1,00,000"]),
        ("24, 25", ["24", ",", "25"]),
        ("ends in 24.", ["ends", "in", "24", "."]),
        ("2.3m", ["2.3", "m"]),
        ("24th", ["24", "th"]),
        ("$5", ["$", "5"]),
        ("20-30", ["20", "-", "30"]),
        ("Gaza's", ["Gaza", "'", "s"]),
        ("Gaza’s", ["Gaza", "’", "s"]),
        ("the U.S. army", ["the", "U.S.", "army"]),
        ("air-strike", ["air", "-", "strike"]),
        ("MH17 fell", ["MH17", "fell"]),
        ("São Paulo", ["São", "Paulo"]),
        ("“Nine”", ["“", "Nine", "”"]),
        ("119\u{00A0}000", ["119", "000"]),
        ("1\u{202F}200", ["1", "200"]),
        ("dis\u{00AD}placed", ["dis\u{00AD}placed"]),
        ("a — b", ["a", "—", "b"]),
        ("£25 €30", ["£", "25", "€", "30"]),
        ("غزة 24", ["غزة", "24"]),
        ("日本 24", ["日本", "24"]),
        ("…", ["…"]),
    ]

    @Test(arguments: cuts) func cutsIntoTokens(_ text: String, into tokens: [String]) {
        withDocument(text) { document in
            #expect(document.tokens.indices.map { document.text($0..<$0 + 1) } == tokens)
        }
    }

    static let kinds: [(String, TokenKind)] = [
        ("Gaza", .word), ("U.S.", .word), ("é", .word), ("غزة", .word), ("24", .number), ("9,000", .number),
        ("MH17", .code), ("K5", .code), (",", .mark), ("—", .mark), ("€", .mark),
    ]

    @Test(arguments: kinds) func tellsTheKind(of text: String, _ kind: TokenKind) {
        withDocument(text) { #expect($0.tokens.map(\.kind) == [kind]) }
    }

    static let marks: [(String, UInt8)] = [
        ("“", UInt8(ascii: "\"")), ("”", UInt8(ascii: "\"")), ("«", UInt8(ascii: "\"")), ("’", UInt8(ascii: "'")),
        ("‑", UInt8(ascii: "-")), ("–", Mark.dash), ("—", Mark.dash), ("£", Mark.pound), ("€", Mark.euro),
        ("₹", Mark.rupee), ("•", Mark.bullet), ("…", Mark.ellipsis),
    ]

    @Test(arguments: marks) func foldsTheMark(_ text: String, to mark: UInt8) {
        withDocument(text) { #expect($0.tokens.map(\.mark) == [mark]) }
    }

    @Test func flagsSpacesLinesAndParagraphs() {
        withDocument("one two\nthree\n\nfour,five") { document in
            let flags = document.tokens.map { $0.flags.intersection([.spaced, .newline, .paragraph]) }
            #expect(flags[0].contains(.paragraph))
            #expect(flags[1] == .spaced)
            #expect(flags[2] == [.spaced, .newline])
            #expect(flags[3] == [.spaced, .newline, .paragraph])
            #expect(flags[4] == [] && flags[5] == [])
        }
    }

    @Test func flagsCapitals() {
        withDocument("gaza Gaza GAZA A") { document in
            let flags = document.tokens.map { $0.flags.intersection([.capital, .allCapitals]) }
            #expect(flags[0] == [])
            #expect(flags[1] == .capital)
            #expect(flags[2] == [.capital, .allCapitals])
            #expect(flags[3] == .capital)
        }
    }

    static let spellings: [(String, String)] = [
        ("killed", "KILLED"), ("displaced", "dis\u{00AD}placed"), ("killed", "kil\u{200B}led"), ("Aleppo", "aleppo"),
        ("cafe", "café"),
    ]

    /// Case, accents, soft hyphens and zero-width characters do not change which word it is.
    @Test(arguments: spellings) func givesTheSameWord(_ one: String, _ other: String) {
        func word(_ text: String) -> WordID? { withDocument(text) { $0.tokens.first?.word } }
        #expect(word(one) == word(other))
    }

    @Test func strayBytesOfNoBreakSpacesAreSpaces() {
        withDocument("119Â\u{00A0}000 people") { document in
            #expect(document.tokens.indices.map { document.text($0..<$0 + 1) } == ["119", "000", "people"])
        }
    }
}
