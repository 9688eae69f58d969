/// What a text is about: a race and a war both count people who cross a border.
enum Topic: Int, NamedCase {
    case other, crisis, disease, leisure, business

    /// What a word says of the topic, beside the kinds of the phrases that begin with it.
    private static let leisureBit: UInt16 = 1 << 12
    private static let businessBit: UInt16 = 1 << 13
    private static let crisisBit: UInt16 = 1 << 14
    private static let diseaseBit: UInt16 = 1 << 15

    static func bits(_ classes: WordClass) -> UInt16 {
        (classes.contains(.crisis) ? crisisBit : 0) | (classes.contains(.disease) ? diseaseBit : 0)
            | (classes.contains(.leisure) ? leisureBit : 0) | (classes.contains(.business) ? businessBit : 0)
    }

    /// In a long text a word or two may stand by chance.
    init(_ tokens: TokenList) {
        let needed = tokens.count < 80 ? 1 : tokens.count < 300 ? 3 : 6
        var crisis = 0
        var disease = 0
        var leisure = 0
        var business = 0
        let any = Self.crisisBit | Self.diseaseBit | Self.leisureBit | Self.businessBit
        for token in tokens where token.kinds & any != 0 {
            crisis += token.kinds & Self.crisisBit != 0 ? 1 : 0
            disease += token.kinds & Self.diseaseBit != 0 ? 1 : 0
            leisure += token.kinds & Self.leisureBit != 0 ? 1 : 0
            business += token.kinds & Self.businessBit != 0 ? 1 : 0
        }
        // A race, a novel and a balance sheet borrow words of the crisis.
        if leisure >= needed, leisure * 2 >= crisis {
            self = .leisure
            return
        }
        if business > needed, business >= crisis {
            self = .business
            return
        }
        self = disease >= needed && disease * 2 >= crisis ? .disease : crisis >= needed ? .crisis : .other
    }
}

/// A text cut into tokens and sentences, with the phrases of the lexicon found in it.
///
/// It is one object, since it is handed to everyone who reads a text: they share it by one reference.
final class Document {
    let bytes: Bytes
    let lexicon: Lexicon
    let tokens: TokenList
    /// Half-open ranges of tokens, in order, together all tokens.
    let sentences: [Range<Int>]
    private let phrases: PhraseMemory
    /// The words of the text are hardly ever capitalised: names are taken in lower case too.
    let isLowerCase: Bool
    /// What the text is about, as far as single words tell.
    private(set) lazy var topic = Topic(tokens)
    /// The countries that the text names, for names that several countries have.
    private(set) lazy var countries = Homonyms.countries(of: self)

    /// The number of the paragraph of each sentence; a paragraph begins with a sentence.
    private(set) lazy var paragraphs: [Int32] = {
        var number: Int32 = 0
        return sentences.map { range in
            if tokens[range.lowerBound].flags.contains(.paragraph) { number += 1 }
            return number
        }
    }()

    init(_ bytes: Bytes, lexicon: Lexicon) {
        self.bytes = bytes
        self.lexicon = lexicon
        let tokens = Tokenizer.tokens(of: bytes, lexicon: lexicon)
        self.tokens = tokens
        isLowerCase = tokens.count >= 30 && tokens.capitals * 50 < tokens.count
        sentences = SentenceSplitter(tokens: tokens, lexicon: lexicon).sentences()
        phrases = PhraseMemory(tokens, lexicon, isLowerCase: isLowerCase)
    }

    deinit { tokens.deallocate() }

    /// The phrases that begin at a token, the longest first.
    func matches(at token: Int) -> MatchList { phrases.matches(at: token) }

    /// The longest phrase of a kind that begins at a token; nil where there is none.
    @inline(__always) func match(_ kind: TermKind, at token: Int) -> Match? {
        guard token >= 0, token < tokens.count, phrases.has(kind, at: token) else { return nil }
        return phrases.matches(at: token).first { $0.term.kind == kind }
    }

    /// Whether a phrase of a kind begins at a token of the text.
    @inline(__always) func has(_ kind: TermKind, at token: Int) -> Bool { phrases.has(kind, at: token) }

    /// Whether a phrase of one of the kinds, a bit each, may begin at a token of the text, as far as its word tells.
    @inline(__always) func mayHave(_ kinds: UInt16, at token: Int) -> Bool { tokens[token].kinds & kinds != 0 }

    /// Whether the word of a token of the text is one of those that the engine looks for.
    @inline(__always) func isUsed(_ use: WordUse, at token: Int) -> Bool {
        lexicon.words[Int(tokens[token].word)].uses.contains(use)
    }

    /// Whether an expression of time can begin at a token of the text; where not, none does.
    @inline(__always) func mayBeginTime(_ token: Int) -> Bool {
        tokens[token].flags.contains(.time) || has(.time, at: token)
    }

    /// The classes of the word at a token; empty past the ends and for unknown words.
    @inline(__always) func classes(_ token: Int) -> WordClass {
        guard token >= 0, token < tokens.count else { return [] }
        return lexicon.classes(tokens[token].word)
    }

    @inline(__always) func isMark(_ token: Int, _ character: Unicode.Scalar) -> Bool {
        token >= 0 && token < tokens.count && tokens[token].isMark(character)
    }

    @inline(__always) func numeral(_ token: Int) -> NumeralWord {
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
    @inline(__always) func word(_ token: Int) -> FoldedWord {
        guard token >= 0, token < tokens.count else { return FoldedWord(bytes: Bytes(start: nil, count: 0)) }
        let (start, end) = (Int(tokens[token].start), Int(tokens[token].end))
        return FoldedWord(bytes: Bytes(start: bytes.baseAddress.map { $0 + start }, count: end - start))
    }
}
