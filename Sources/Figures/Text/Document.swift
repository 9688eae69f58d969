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
///
/// It is one object, since it is handed to everyone who reads a text: they share it by one reference.
final class Document {
    let bytes: Bytes
    let lexicon: Lexicon
    let tokens: [Token]
    /// Half-open ranges of tokens, in order, together all tokens.
    let sentences: [Range<Int>]
    /// All phrases, by first token, the longest first.
    let matches: [Match]
    /// For each token the index in `matches` of the first phrase that begins at it or later; one more at the end.
    private let matchStart: [Int32]
    /// For each token the kinds of the phrases that begin at it, a bit each.
    private let kinds: [UInt16]
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
        (matches, matchStart, kinds) = Document.findMatches(tokens, lexicon, isLowerCase)
    }

    /// The phrases that begin at a token, the longest first.
    func matches(at token: Int) -> ArraySlice<Match> {
        matches[Int(matchStart[token])..<Int(matchStart[token + 1])]
    }

    /// The longest phrase of a kind that begins at a token; nil where there is none.
    func match(_ kind: TermKind, at token: Int) -> Match? {
        guard token >= 0, token < tokens.count, has(kind, at: token) else { return nil }
        var index = Int(matchStart[token])
        while matches[index].term.kind != kind { index += 1 }
        return matches[index]
    }

    /// Whether a phrase of a kind begins at a token of the text.
    @inline(__always) func has(_ kind: TermKind, at token: Int) -> Bool { kinds[token] & kind.bit != 0 }

    /// Whether a number can begin at a token of the text; where not, none does.
    @inline(__always) func mayBeginNumber(_ token: Int) -> Bool {
        tokens[token].kind == .number || lexicon.words[Int(tokens[token].word)].beginsNumber
    }

    /// Whether an expression of time can begin at a token of the text; where not, none does.
    @inline(__always) func mayBeginTime(_ token: Int) -> Bool {
        tokens[token].kind == .number || lexicon.words[Int(tokens[token].word)].beginsTime || has(.time, at: token)
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
    ) -> ([Match], [Int32], [UInt16]) {
        var matches: [Match] = []
        matches.reserveCapacity(tokens.count / 2)
        var starts: [Int32] = []
        starts.reserveCapacity(tokens.count + 1)
        var kinds: [UInt16] = []
        kinds.reserveCapacity(tokens.count)
        for index in tokens.indices {
            let before = matches.count
            starts.append(Int32(truncatingIfNeeded: before))
            let token = tokens[index]
            let entry = lexicon.words[Int(token.word)]
            // Numbers and marks have no word, and the entry of no word begins no phrase.
            if entry.term != 0 { walk(lexicon.terms, entry.term, tokens, index, &matches) }
            if entry.name != 0, token.isCapital || isLowerCase || token.kind == .code {
                walk(lexicon.names, entry.name, tokens, index, &matches)
            }
            if matches.count - before > 1 { order(&matches, from: before) }
            kinds.append(matches[before...].reduce(0) { $0 | $1.term.kind.bit })
        }
        starts.append(Int32(matches.count))
        return (matches, starts, kinds)
    }

    /// Sorts the few phrases that begin at one token: the longest first, those as long by kind.
    private static func order(_ matches: inout [Match], from start: Int) {
        for next in start + 1..<matches.count {
            let match = matches[next]
            var at = next
            while at > start, precedes(match, matches[at - 1]) {
                matches[at] = matches[at - 1]
                at -= 1
            }
            matches[at] = match
        }
    }

    private static func precedes(_ a: Match, _ b: Match) -> Bool {
        a.end != b.end ? a.end > b.end : a.term.kind.rawValue < b.term.kind.rawValue
    }

    /// Adds the phrases that begin at `start`, whose word leads to the state `first`.
    ///
    /// A phrase runs on over marks that are no words: `St. Louis`, `Gaza's`, `air-strike`.
    private static func walk(
        _ trie: PhraseTrie, _ first: Int32, _ tokens: [Token], _ start: Int, _ matches: inout [Match]
    ) {
        var state = first
        var at = start + 1
        while true {
            trie.forEachTerm(at: state) { matches.append(Match(first: start, end: at, term: $0)) }
            guard trie.goesOn(state) else { return }
            while at < tokens.count, tokens[at].kind == .mark {
                guard isInside(tokens, at) else { return }
                at += 1
            }
            guard at < tokens.count, !tokens[at].flags.contains(.paragraph) else { return }
            state = trie.step(state, tokens[at].word)
            guard state != 0 else { return }
            at += 1
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
