/// What an article must say, as people type it.
///
///     try TextQuery("cholera Aden")               // both words
///     try TextQuery("\"food aid\" OR flour")        // a phrase, or a word
///     try TextQuery("(strike OR raid*) NOT Rafah")  // raid, raids, raided …
///
///     query  = both ("OR" both)*
///     both   = but ("AND"? but)*
///     but    = one ("NOT" one)*
///     one    = "(" query ")" | word | word "*" | '"' words '"'
///
/// Case and accents do not count. The marks inside a word part it: `COVID-19` is the phrase of `COVID` and `19`.
public struct TextQuery: Sendable, Hashable {
    /// In the language of FTS5.
    let match: String

    /// - Throws: `TextQueryError` where it is no such query.
    public init(_ text: String) throws(TextQueryError) {
        var parser = Parser(tokens: Parser.tokens(text))
        match = try parser.query()
        if let token = parser.next { throw .unexpected(token.name) }
    }

    private enum Token: Equatable {
        case open, close, and, or, not
        /// A word or phrase as a string of FTS5.
        case words(String)
        /// A quote that is not closed.
        case unclosed

        var name: String {
            switch self {
            case .open: "("
            case .close: ")"
            case .and: "AND"
            case .or: "OR"
            case .not: "NOT"
            case .words(let text): text
            case .unclosed: "\""
            }
        }
    }

    private struct Parser {
        var tokens: ArraySlice<Token>

        var next: Token? { tokens.first }

        mutating func query() throws(TextQueryError) -> String {
            var text = try both()
            while take(.or) { text = "(\(text) OR \(try both()))" }
            return text
        }

        private mutating func both() throws(TextQueryError) -> String {
            var text = try but()
            while take(.and) || isOperand { text = "(\(text) AND \(try but()))" }
            return text
        }

        private mutating func but() throws(TextQueryError) -> String {
            var text = try one()
            while take(.not) { text = "(\(text) NOT \(try one()))" }
            return text
        }

        private mutating func one() throws(TextQueryError) -> String {
            guard let token = tokens.popFirst() else { throw .noWords }
            switch token {
            case .words(let text): return text
            case .open:
                let text = try query()
                guard take(.close) else { throw .notClosed(")") }
                return text
            case .unclosed: throw .notClosed("\"")
            case .close, .and, .or, .not: throw .unexpected(token.name)
            }
        }

        private var isOperand: Bool {
            switch next {
            case .open, .words, .unclosed: true
            default: false
            }
        }

        private mutating func take(_ token: Token) -> Bool {
            guard next == token else { return false }
            tokens.removeFirst()
            return true
        }

        static func tokens(_ text: String) -> ArraySlice<Token> {
            var tokens: [Token] = []
            // FTS5 reads to the first zero.
            var rest = Substring(String(text.map { $0 == "\0" ? " " : $0 }))
            while let first = rest.first {
                switch first {
                case "(", ")":
                    tokens.append(first == "(" ? .open : .close)
                    rest.removeFirst()
                case "\"":
                    rest.removeFirst()
                    let phrase = rest.prefix { $0 != "\"" }
                    rest = rest[phrase.endIndex...]
                    tokens += rest.isEmpty ? [.unclosed] : words(phrase)
                    rest = rest.dropFirst()
                case _ where first.isWhitespace: rest.removeFirst()
                default:
                    let word = rest.prefix { !$0.isWhitespace && $0 != "(" && $0 != ")" && $0 != "\"" }
                    rest = rest[word.endIndex...]
                    tokens += operators[String(word)].map { [$0] } ?? words(word)
                }
            }
            return tokens[...]
        }

        private static let operators: [String: Token] = ["AND": .and, "OR": .or, "NOT": .not]

        /// The words as a phrase of FTS5, with its `*` behind the quotes; none where there are only marks.
        private static func words(_ text: Substring) -> [Token] {
            guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return [] }
            let isBeginning = text.hasSuffix("*")
            return [.words("\"" + (isBeginning ? text.dropLast() : text) + "\"" + (isBeginning ? " *" : ""))]
        }
    }
}

/// Why a text is no query.
public enum TextQueryError: Error, Sendable, Hashable, CustomStringConvertible {
    case noWords
    case notClosed(String)
    case unexpected(String)

    public var description: String {
        switch self {
        case .noWords: "a search wants words, with '\"food aid\"' for a phrase and OR, NOT between them"
        case .notClosed(let sign): "'\(sign)' is missing at the end of the search"
        case .unexpected(let word): "'\(word)' stands where the search wants a word: put it in quotes if it is one"
        }
    }
}
