/// A phrase of the lexicon found in a text: a half-open range of tokens.
struct Match {
    var first: Int
    var end: Int
    var term: Term
}

/// The phrases that begin at one token, the longest first; kept alive by the document.
struct MatchList: RandomAccessCollection {
    fileprivate let base: UnsafeMutablePointer<Match>?
    let count: Int

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    @inline(__always) subscript(_ position: Int) -> Match {
        precondition(position >= 0 && position < count)
        return base.unsafelyUnwrapped[position]
    }
}

/// Finds the phrases of a text, those of each token when they are first asked for: most sentences of most texts have
/// no number, and nobody asks for their phrases.
final class PhraseMemory {
    /// What is known of a token.
    private struct Entry {
        var matches: UnsafeMutablePointer<Match>?
        var count: Int32 = 0
        /// The kinds of the matches, a bit each.
        var kinds: UInt16 = PhraseMemory.unknown
    }

    /// Stands for kinds that were not asked for yet; no token begins phrases of all kinds.
    private static let unknown = UInt16.max

    private let tokens: TokenList
    private let lexicon: Lexicon
    private let words: FixedBuffer<WordEntry>
    private let isLowerCase: Bool
    private let entries: UnsafeMutablePointer<Entry>
    private let store: UnsafeMutablePointer<MatchStore>

    init(_ tokens: TokenList, _ lexicon: Lexicon, isLowerCase: Bool) {
        self.tokens = tokens
        self.lexicon = lexicon
        words = lexicon.words
        self.isLowerCase = isLowerCase
        entries = .allocate(capacity: tokens.count)
        entries.initialize(repeating: Entry(), count: tokens.count)
        store = .allocate(capacity: 1)
        store.initialize(to: MatchStore())
    }

    deinit {
        entries.deallocate()
        store.pointee.deallocate()
        store.deinitialize(count: 1)
        store.deallocate()
    }

    @inline(__always) func has(_ kind: TermKind, at token: Int) -> Bool {
        precondition(token >= 0 && token < tokens.count)
        var kinds = entries[token].kinds
        if kinds == PhraseMemory.unknown {
            // Most words begin no phrase of the kind, whatever follows.
            guard words[Int(tokens[token].word)].kinds & kind.bit != 0 else { return false }
            kinds = find(token).kinds
        }
        return kinds & kind.bit != 0
    }

    @inline(__always) func matches(at token: Int) -> MatchList {
        let entry = entry(token)
        return MatchList(base: entry.matches, count: Int(entry.count))
    }

    @inline(__always) private func entry(_ token: Int) -> Entry {
        precondition(token >= 0 && token < tokens.count)
        let entry = entries[token]
        return entry.kinds == PhraseMemory.unknown ? find(token) : entry
    }

    @inline(never) private func find(_ index: Int) -> Entry {
        let token = tokens[index]
        let word = lexicon.words[Int(token.word)]
        // Numbers and marks have no word, and the entry of no word begins no phrase.
        if word.term != 0 { walk(lexicon.terms, word.term, index) }
        if word.name != 0, token.isCapital || isLowerCase || token.kind == .code {
            walk(lexicon.names, word.name, index)
        }
        let (matches, count, kinds) = store.pointee.finish()
        let entry = Entry(matches: matches, count: Int32(count), kinds: kinds)
        entries[index] = entry
        return entry
    }

    /// Finds the phrases that begin at `start`, whose word leads to the state `first`.
    ///
    /// A phrase runs on over marks that are no words: `St. Louis`, `Gaza's`, `air-strike`.
    private func walk(_ trie: FrozenTrie, _ first: Int32, _ start: Int) {
        var state = first
        var at = start + 1
        while true {
            trie.forEachTerm(at: state) { store.pointee.append(Match(first: start, end: at, term: $0)) }
            guard trie.goesOn(state) else { return }
            while at < tokens.count, tokens[at].kind == .mark {
                guard isInside(at) else { return }
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
    private func isInside(_ at: Int) -> Bool {
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

/// Where the matches of a text lie: in blocks that never move, so that a list stays good while others are found.
private struct MatchStore {
    private var blocks: [UnsafeMutablePointer<Match>] = []
    private var capacity = 0
    /// How many matches the last block holds, and how many before those of the token at hand.
    private var count = 0
    private var start = 0

    mutating func append(_ match: Match) {
        if count == capacity { grow() }
        let block = blocks[blocks.count - 1]
        // The longest first, those as long by kind: a token has few.
        var at = count
        while at > start, MatchStore.precedes(match, block[at - 1]) {
            (block + at).initialize(to: block[at - 1])
            at -= 1
        }
        (block + at).initialize(to: match)
        count += 1
    }

    private static func precedes(_ a: Match, _ b: Match) -> Bool {
        a.end != b.end ? a.end > b.end : a.term.kind.rawValue < b.term.kind.rawValue
    }

    /// Blocks double, so that a long text has few of them.
    private mutating func grow() {
        let larger = Swift.max(64, capacity * 2)
        let block = UnsafeMutablePointer<Match>.allocate(capacity: larger)
        if count > start { block.initialize(from: blocks[blocks.count - 1] + start, count: count - start) }
        blocks.append(block)
        capacity = larger
        count -= start
        start = 0
    }

    /// The matches of the token, and the set of their kinds.
    mutating func finish() -> (matches: UnsafeMutablePointer<Match>?, count: Int, kinds: UInt16) {
        guard count > start else { return (nil, 0, 0) }
        defer { start = count }
        let first = blocks[blocks.count - 1] + start
        return (first, count - start, (0..<count - start).reduce(0) { $0 | first[$1].term.kind.bit })
    }

    func deallocate() {
        for block in blocks { block.deallocate() }
    }
}
