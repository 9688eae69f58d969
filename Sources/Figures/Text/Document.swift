/// What a text is about: a race and a war both count people who cross a border.
enum Topic: Int, CaseIterable {
    case other, crisis, disease

    /// In a long text a word or two may stand by chance.
    init(_ tokens: [Token], _ lexicon: Lexicon) {
        let needed = tokens.count < 80 ? 1 : tokens.count < 300 ? 3 : 6
        var crisis = 0
        var disease = 0
        for token in tokens where token.word != 0 {
            let classes = lexicon.classes(token.word)
            if classes.contains(.crisis) { crisis += 1 }
            if classes.contains(.disease) { disease += 1 }
        }
        self = disease >= needed && disease * 2 >= crisis ? .disease : crisis >= needed ? .crisis : .other
    }
}

/// A phrase of the lexicon found in a text: a half-open range of tokens.
struct Match {
    var first: Int
    var end: Int
    var term: Term
}

/// A text cut into tokens and sentences, with the phrases of the lexicon found in it.
struct Document {
    let bytes: Bytes
    let lexicon: Lexicon
    let tokens: [Token]
    /// Half-open ranges of tokens, in order, together all tokens.
    let sentences: [Range<Int>]
    /// All phrases, by first token, the longest first.
    let matches: [Match]
    /// For each token the index in `matches` of the first phrase that begins at it or later; one more at the end.
    private let matchStart: [Int32]
    /// The words of the text are hardly ever capitalised: names are taken in lower case too.
    let isLowerCase: Bool
    /// What the text is about, as far as single words tell.
    let topic: Topic

    init(_ bytes: Bytes, lexicon: Lexicon) {
        self.bytes = bytes
        self.lexicon = lexicon
        tokens = Tokenizer.tokens(of: bytes, vocabulary: lexicon.vocabulary)
        let capitals = tokens.reduce(0) { $0 + ($1.isCapital ? 1 : 0) }
        isLowerCase = tokens.count >= 30 && capitals * 50 < tokens.count
        topic = Topic(tokens, lexicon)
        sentences = SentenceSplitter(tokens: tokens, lexicon: lexicon).sentences()
        (matches, matchStart) = Document.findMatches(tokens, lexicon, isLowerCase)
    }

    /// The phrases that begin at a token, the longest first.
    func matches(at token: Int) -> ArraySlice<Match> {
        matches[Int(matchStart[token])..<Int(matchStart[token + 1])]
    }

    /// The longest phrase of a kind that begins at a token; nil where there is none.
    func match(_ kind: TermKind, at token: Int) -> Match? {
        guard token >= 0, token < tokens.count else { return nil }
        return matches(at: token).first { $0.term.kind == kind }
    }

    /// The classes of the word at a token; empty past the ends and for unknown words.
    func classes(_ token: Int) -> WordClass {
        guard token >= 0, token < tokens.count else { return [] }
        return lexicon.classes(tokens[token].word)
    }

    func isMark(_ token: Int, _ character: Unicode.Scalar) -> Bool {
        token >= 0 && token < tokens.count && tokens[token].isMark(character)
    }

    func numeral(_ token: Int) -> NumeralWord {
        guard token >= 0, token < tokens.count else { return NumeralWord() }
        return lexicon.numeral(tokens[token].word)
    }

    /// The text of a half-open range of tokens, verbatim.
    func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= tokens.count else { return "" }
        return bytes.string(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
    }

    /// The index of the sentence that holds a token.
    func sentence(of token: Int) -> Int {
        var low = 0
        var high = sentences.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The word of a token, for comparison with fixed words; empty past the ends.
    func word(_ token: Int) -> FoldedWord {
        guard token >= 0, token < tokens.count else { return FoldedWord(bytes: Bytes(rebasing: bytes[0..<0])) }
        return FoldedWord(bytes: Bytes(rebasing: bytes[Int(tokens[token].start)..<Int(tokens[token].end)]))
    }

    private static func findMatches(
        _ tokens: [Token], _ lexicon: Lexicon, _ isLowerCase: Bool
    ) -> ([Match], [Int32]) {
        var matches: [Match] = []
        var starts: [Int32] = []
        starts.reserveCapacity(tokens.count + 1)
        for index in tokens.indices {
            starts.append(Int32(matches.count))
            guard tokens[index].kind == .word || tokens[index].kind == .code, tokens[index].word != 0 else { continue }
            let before = matches.count
            walk(lexicon.terms, tokens, index, &matches)
            if tokens[index].isCapital || isLowerCase || tokens[index].kind == .code {
                walk(lexicon.names, tokens, index, &matches)
            }
            if matches.count - before > 1 {
                matches[before...].sort { ($0.end, $1.term.kind.rawValue) > ($1.end, $0.term.kind.rawValue) }
            }
        }
        starts.append(Int32(matches.count))
        return (matches, starts)
    }

    /// The longest run of steps a phrase may take over marks that are no words: `St. Louis`, `Gaza's`, `air-strike`.
    private static func walk(_ trie: PhraseTrie, _ tokens: [Token], _ start: Int, _ matches: inout [Match]) {
        var state = PhraseTrie.root
        var at = start
        while at < tokens.count {
            let token = tokens[at]
            if token.kind == .mark {
                guard at > start, isInside(tokens, at) else { return }
                at += 1
                continue
            }
            if at > start, token.flags.contains(.paragraph) { return }
            state = trie.step(state, token.word)
            guard state != 0 else { return }
            at += 1
            trie.forEachTerm(at: state) { matches.append(Match(first: start, end: at, term: $0)) }
        }
    }

    /// Whether the mark at `at` may stand inside a phrase: a hyphen or apostrophe without spaces, the point of a
    /// short abbreviation, an ampersand.
    private static func isInside(_ tokens: [Token], _ at: Int) -> Bool {
        guard at + 1 < tokens.count, at > 0 else { return false }
        let glued = !tokens[at].isSpaced && !tokens[at + 1].isSpaced
        switch tokens[at].mark {
        case UInt8(ascii: "-"), UInt8(ascii: "'"): return glued
        case UInt8(ascii: "."):
            return !tokens[at].isSpaced && tokens[at - 1].end - tokens[at - 1].start <= 4
                && tokens[at - 1].isCapital && tokens[at + 1].isCapital
        case UInt8(ascii: "&"): return true
        default: return false
        }
    }
}
