/// The short names that a text gives in brackets: "the National Emergency Management Agency (NEMA)".
struct Abbreviations {
    private let document: Document
    /// The token of each short name, and the tokens of the name that it stands for, in order.
    private let known: [(short: Int, name: Range<Int>)]

    /// How many short names are remembered.
    private static let reach = 100

    init(document: Document) {
        self.document = document
        known = document.tokens.indices.compactMap { at in
            guard document.isMark(at, "("), document.isMark(at + 2, ")"), Self.isShort(document, at + 1),
                let name = Self.name(of: at + 1, before: at, document)
            else { return nil }
            return (at + 1, name)
        }
    }

    private static func isShort(_ document: Document, _ at: Int) -> Bool {
        let token = document.tokens[at]
        return token.kind == .word && token.flags.contains(.allCapitals) && token.end - token.start <= 8
    }

    /// The words before the bracket that begin with the letters of the short name, small words passed over.
    private static func name(of short: Int, before bracket: Int, _ document: Document) -> Range<Int>? {
        var letters = Array(document.word(short).bytes.filter(\.isASCIIUpper))
        var at = bracket
        while let letter = letters.last, at > 0, bracket - at < 12 {
            at -= 1
            guard document.tokens[at].kind == .word, let first = document.word(at).bytes.first else { return nil }
            if first == letter {
                letters.removeLast()
            } else if first.isASCIIUpper {
                return nil
            }
        }
        return letters.isEmpty ? at..<bracket : nil
    }

    /// Where the party before a bracket ends: `end`, or the bracket's beginning where one closes right before it.
    func withoutBracket(_ end: Int, _ range: Range<Int>) -> Int {
        guard document.isMark(end - 1, ")") else { return end }
        for back in 2...5 where end - back > range.lowerBound {
            if document.isMark(end - back, "(") { return end - back }
        }
        return end
    }

    /// The name that the words stand for, given in brackets before them; nil where they are no short name.
    func name(for tokens: Range<Int>) -> Range<Int>? {
        guard !known.isEmpty else { return nil }
        var only: Int?
        for token in tokens where !document.classes(token).contains(.determiner) {
            guard only == nil else { return nil }
            only = token
        }
        guard let only, document.tokens[only].flags.contains(.allCapitals) else { return nil }
        let short = document.word(only).bytes
        let before = known[..<known.firstIndex(behind: { $0.short >= only })]
        return before.suffix(Self.reach).last { document.word($0.short).bytes.elementsEqual(short) }?.name
    }
}
