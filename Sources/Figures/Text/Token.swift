/// What a token is made of.
enum TokenKind: UInt8 {
    /// Letters: `Gaza`, `U.S.`
    case word
    /// Digits with their separators: `9,000`, `2.3`
    case number
    /// Letters that run into digits: `MH17`, `K5`
    case code
    /// One mark.
    case mark
}

struct TokenFlags: OptionSet {
    let rawValue: UInt8
    /// White space stands before the token.
    static let spaced = TokenFlags(rawValue: 1)
    /// A new line begins with the token.
    static let newline = TokenFlags(rawValue: 2)
    /// The first letter is a capital.
    static let capital = TokenFlags(rawValue: 4)
    /// All letters are capitals, and there are two or more.
    static let allCapitals = TokenFlags(rawValue: 8)
    /// A blank line or more lies before the token: a new paragraph.
    static let paragraph = TokenFlags(rawValue: 16)
    /// A number can begin with the token.
    static let number = TokenFlags(rawValue: 32)
    /// An expression of time can begin with the token, other than those of the table.
    static let time = TokenFlags(rawValue: 64)
    /// A sentence may end with the token: a point or its like, or an abbreviation that holds one.
    static let mayEnd = TokenFlags(rawValue: 128)
}

/// A word, number or mark of a text: a half-open range of UTF-8 offsets, folded to an id of the vocabulary.
struct Token {
    let start: Int32
    let end: Int32
    /// The id of the folded word in the vocabulary; 0 for a word that the lexicon does not have.
    let word: WordID
    /// The kinds of the phrases that begin with the word, a bit each, and what it says of the topic.
    let kinds: UInt16
    let flags: TokenFlags
    /// The kind; of a mark what it is instead, which is never so small a number.
    private let form: UInt8

    @inline(__always) init(
        start: Int, end: Int, word: WordID = 0, kinds: UInt16 = 0, kind: TokenKind, flags: TokenFlags
    ) {
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
        self.word = word
        self.kinds = kinds
        self.flags = flags
        form = kind.rawValue
    }

    @inline(__always) init(start: Int, end: Int, mark: UInt8, flags: TokenFlags) {
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
        word = 0
        kinds = 0
        self.flags = flags
        form = mark
    }

    @inline(__always) var kind: TokenKind { TokenKind(rawValue: min(form, TokenKind.mark.rawValue)) ?? .mark }
    /// Of a mark, what it is, told in ASCII (`"` for every double quote, `-` for hyphens, `~` for dashes); else 0.
    @inline(__always) var mark: UInt8 { form < TokenKind.mark.rawValue ? 0 : form }

    @inline(__always) var isCapital: Bool { flags.contains(.capital) }
    @inline(__always) var isSpaced: Bool { flags.contains(.spaced) }
    @inline(__always) func isMark(_ character: Unicode.Scalar) -> Bool { form == UInt8(ascii: character) }
}

typealias WordID = Int32

/// The marks that are not ASCII, told by an ASCII letter that no mark uses.
enum Mark {
    static let dash = UInt8(ascii: "~")
    static let pound = UInt8(ascii: "L")
    static let euro = UInt8(ascii: "E")
    static let yen = UInt8(ascii: "Y")
    static let rupee = UInt8(ascii: "R")
    static let bullet = UInt8(ascii: "*")
    static let ellipsis = UInt8(ascii: "l")
    static let other = UInt8(ascii: "?") &+ 128

    /// Whether a sentence may end with a mark: `.` `!` `?` and the ellipsis.
    @inline(__always) static func mayEnd(_ mark: UInt8) -> Bool {
        mark == UInt8(ascii: ".") || mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") || mark == ellipsis
    }
}
