/// A phrase of the lexicon found in a text: a half-open range of tokens.
///
/// Positions take 32 bits, as those of bytes do in tokens: a text has nearly as many phrases as words.
struct Match {
    private let start: Int32
    private let stop: Int32
    let term: Term

    @inline(__always) init(first: Int, end: Int, term: Term) {
        start = Int32(truncatingIfNeeded: first)
        stop = Int32(truncatingIfNeeded: end)
        self.term = term
    }

    @inline(__always) var first: Int { Int(start) }
    @inline(__always) var end: Int { Int(stop) }
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
    private let tokens: TokenList
    private let lexicon: Lexicon
    private let isLowerCase: Bool
    /// The place in `found` of what each token begins; 0 where that was not asked for yet.
    private let places: UnsafeMutablePointer<UInt32>
    private let found: UnsafeMutablePointer<MatchStore>

    init(_ tokens: TokenList, _ lexicon: Lexicon, isLowerCase: Bool) {
        self.tokens = tokens
        self.lexicon = lexicon
        self.isLowerCase = isLowerCase
        places = .allocate(capacity: tokens.count)
        places.initialize(repeating: 0, count: tokens.count)
        found = .allocate(capacity: 1)
        found.initialize(to: MatchStore())
    }

    deinit {
        places.deallocate()
        found.pointee.deallocate()
        found.deinitialize(count: 1)
        found.deallocate()
    }

    @inline(__always) func has(_ kind: TermKind, at token: Int) -> Bool {
        // Most words begin no phrase of the kind, whatever follows.
        guard tokens[token].kinds & kind.bit != 0 else { return false }
        let place = place(token)
        return found.pointee.kinds(place) & kind.bit != 0
    }

    @inline(__always) func matches(at token: Int) -> MatchList {
        guard tokens[token].kinds & TermKind.all != 0 else { return MatchList(base: nil, count: 0) }
        let place = place(token)
        return found.pointee.list(place)
    }

    @inline(__always) private func place(_ token: Int) -> UInt32 {
        let place = places[token]
        return place == 0 ? find(token) : place
    }

    @inline(never) private func find(_ index: Int) -> UInt32 {
        let token = tokens[index]
        let word = lexicon.words[Int(token.word)]
        // Numbers and marks have no word, and the entry of no word begins no phrase.
        if word.term != 0 { walk(lexicon.terms, word.term, index) }
        if word.name != 0, token.isCapital || isLowerCase || token.kind == .code {
            walk(lexicon.names, word.name, index)
        }
        let place = found.pointee.finish()
        places[index] = place
        return place
    }

    /// Finds the phrases that begin at `start`, whose word leads to the state `first`.
    ///
    /// A phrase runs on over marks that are no words: `St. Louis`, `Gaza's`, `air-strike`.
    private func walk(_ trie: FrozenTrie, _ first: Int32, _ start: Int) {
        var number = first
        var at = start + 1
        while true {
            let state = trie.state(number)
            if state.termCount > 0 {
                trie.forEachTerm(of: state) { found.pointee.append(Match(first: start, end: at, term: $0)) }
            }
            guard state.words != 0, at < tokens.count else { return }
            var token = tokens[at]
            while token.kind == .mark {
                guard isInside(at) else { return }
                at += 1
                guard at < tokens.count else { return }
                token = tokens[at]
            }
            // Most words go on no phrase of the state.
            guard state.words & FrozenTrie.bit(token.word) != 0, !token.flags.contains(.paragraph) else { return }
            number = trie.step(number, token.word)
            guard number != 0 else { return }
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
    private struct Entry {
        var matches: UnsafeMutablePointer<Match>
        var count: Int32
        /// The kinds of the matches, a bit each.
        var kinds: UInt16
    }

    /// Stands for tokens that begin no phrase.
    private static let nothing: UInt32 = 1

    private var entries: UnsafeMutablePointer<Entry> = PlainMemory.resized(nil, to: 64)
    private var entryCapacity = 64
    // The first stands for what was not asked for, the second for nothing.
    private var entryCount = 2
    private var blocks: [UnsafeMutablePointer<Match>] = []
    private var block: UnsafeMutablePointer<Match>?
    private var capacity = 0
    /// How many matches the last block holds, and how many before those of the token at hand.
    private var count = 0
    private var start = 0

    @inline(__always) func kinds(_ place: UInt32) -> UInt16 {
        place <= MatchStore.nothing ? 0 : entries[Int(place)].kinds
    }

    @inline(__always) func list(_ place: UInt32) -> MatchList {
        if place <= MatchStore.nothing { return MatchList(base: nil, count: 0) }
        let entry = entries[Int(place)]
        return MatchList(base: entry.matches, count: Int(entry.count))
    }

    mutating func append(_ match: Match) {
        if count == capacity { grow() }
        guard let block else { return }
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

    /// A block has no more matches than this: of a long text's last one little is left empty.
    private static let largestBlock = 1 << 15

    /// Blocks double, so that a short text has few of them.
    private mutating func grow() {
        let larger = Swift.max(64, Swift.min(capacity * 2, MatchStore.largestBlock), 2 * (count - start))
        let next = UnsafeMutablePointer<Match>.allocate(capacity: larger)
        if count > start, let block { next.initialize(from: block + start, count: count - start) }
        blocks.append(next)
        block = next
        capacity = larger
        count -= start
        start = 0
    }

    /// The place of the matches of the token.
    mutating func finish() -> UInt32 {
        guard count > start, let block else { return MatchStore.nothing }
        if entryCount == entryCapacity { growEntries() }
        var kinds: UInt16 = 0
        for at in start..<count { kinds |= block[at].term.kind.bit }
        let entry = Entry(matches: block + start, count: Int32(count - start), kinds: kinds)
        (entries + entryCount).initialize(to: entry)
        start = count
        entryCount += 1
        return UInt32(entryCount - 1)
    }

    private mutating func growEntries() {
        entryCapacity += entryCapacity / 2
        entries = PlainMemory.resized(entries, to: entryCapacity)
    }

    func deallocate() {
        PlainMemory.free(entries)
        for block in blocks { block.deallocate() }
    }
}
