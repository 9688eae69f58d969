/// What a phrase of the lexicon is an entry of.
enum TermKind: UInt8 {
    case trigger, noun, reporting, qualifier, time, demonym, sourceNoun, title, place, organisation

    /// The kind as a member of a set of kinds.
    @inline(__always) var bit: UInt16 { 1 << UInt16(rawValue) }
}

/// A phrase's entry: a row of one of the lexicon's tables, and which of its forms.
struct Term: Equatable {
    var kind: TermKind
    /// The form's index in its row: of a verb, 0 base, 1 third person, 2 past, 3 participle, 4 gerund; of a noun,
    /// 0 singular, 1 plural.
    var form: UInt8
    var index: Int32
}

/// Phrases as paths of word ids; every phrase that begins at a token is found in one walk.
///
/// Hyphens are steps of no length: `air-strike` and `air strike` are one path.
struct PhraseTrie {
    private var edges: [FrozenTrie.Edge]
    private var edgeCount = 0
    private var states: Int32 = 1
    /// Terms by state: the first of a chain.
    private var first: [Int32] = [-1, -1]
    private var terms: [Term] = []
    private var next: [Int32] = []
    /// Whether phrases go on from a state.
    private var goesOn: [Bool] = [false, false]
    /// The state after the first word of a phrase, by word: most words of a text begin none.
    private(set) var roots: [Int32] = []

    static let root: Int32 = 1

    /// - Parameter capacity: how many slots for edges to begin with, a power of two.
    init(capacity: Int) {
        edges = Array(repeating: FrozenTrie.Edge(), count: capacity)
        first.reserveCapacity(capacity / 2)
        goesOn.reserveCapacity(capacity / 2)
        terms.reserveCapacity(capacity / 2)
        next.reserveCapacity(capacity / 2)
    }

    /// The trie as it is looked up in.
    func frozen() -> FrozenTrie {
        var states: [FrozenTrie.State] = []
        var ordered: [Term] = []
        states.reserveCapacity(first.count)
        ordered.reserveCapacity(terms.count)
        for state in first.indices {
            let start = ordered.count
            forEachTerm(at: Int32(state)) { ordered.append($0) }
            states.append(
                FrozenTrie.State(
                    first: Int32(start), count: UInt16(ordered.count - start), goesOn: goesOn[state]))
        }
        return FrozenTrie(edges: FixedBuffer(edges), states: FixedBuffer(states), terms: FixedBuffer(ordered))
    }

    private func step(_ state: Int32, _ word: WordID) -> Int32 {
        edges.withUnsafeBufferPointer { FrozenTrie.target(of: FrozenTrie.key(state, word), $0.count) { edges[$0] } }
    }

    private func forEachTerm(at state: Int32, _ body: (Term) -> Void) {
        var link = first[Int(state)]
        while link >= 0 {
            body(terms[Int(link)])
            link = next[Int(link)]
        }
    }

    mutating func add(_ phrase: [WordID], _ term: Term) {
        guard !phrase.isEmpty else { return }
        var state = PhraseTrie.root
        for word in phrase {
            let known = step(state, word)
            state = known != 0 ? known : addEdge(state, word)
        }
        var same = false
        forEachTerm(at: state) { same = same || $0 == term }
        guard !same else { return }
        terms.append(term)
        next.append(first[Int(state)])
        first[Int(state)] = Int32(terms.count - 1)
    }

    private mutating func addEdge(_ state: Int32, _ word: WordID) -> Int32 {
        if (edgeCount + 1) * 2 > edges.count { grow() }
        edgeCount += 1
        states += 1
        first.append(-1)
        goesOn.append(false)
        goesOn[Int(state)] = true
        if state == PhraseTrie.root {
            while roots.count <= Int(word) { roots.append(0) }
            roots[Int(word)] = states
        }
        insert(FrozenTrie.Edge(key: FrozenTrie.key(state, word), target: states))
        return states
    }

    private mutating func insert(_ edge: FrozenTrie.Edge) {
        var slot = FrozenTrie.slot(edge.key, edges.count)
        while edges[slot].key != 0 { slot = (slot + 1) & (edges.count - 1) }
        edges[slot] = edge
    }

    private mutating func grow() {
        let old = edges
        edges = Array(repeating: FrozenTrie.Edge(), count: old.count * 2)
        for edge in old where edge.key != 0 { insert(edge) }
    }
}

/// A trie of phrases that is only looked up in.
struct FrozenTrie: Sendable {
    /// From a state by a word to a state, found by its key; a key of 0 is an empty slot.
    struct Edge {
        var key: UInt64 = 0
        var target: Int32 = 0
    }

    struct State {
        /// Where its terms begin.
        var first: Int32
        var count: UInt16
        /// Longer phrases begin as the one that ends here.
        var goesOn: Bool
    }

    fileprivate let edges: FixedBuffer<Edge>
    fileprivate let states: FixedBuffer<State>
    fileprivate let terms: FixedBuffer<Term>

    @inline(__always) static func key(_ state: Int32, _ word: WordID) -> UInt64 {
        UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
    }

    @inline(__always) fileprivate static func slot(_ key: UInt64, _ count: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
    }

    @inline(__always) fileprivate static func target(of key: UInt64, _ count: Int, _ edge: (Int) -> Edge) -> Int32 {
        var at = slot(key, count)
        while true {
            let found = edge(at)
            if found.key == key { return found.target }
            if found.key == 0 { return 0 }
            at = (at &+ 1) & (count &- 1)
        }
    }

    /// The state after `word`; 0 where no phrase goes on so. State 1 is the beginning.
    @inline(__always) func step(_ state: Int32, _ word: WordID) -> Int32 {
        FrozenTrie.target(of: FrozenTrie.key(state, word), edges.count) { edges[$0] }
    }

    /// Calls `body` with each term that ends at `state`.
    @inline(__always) func forEachTerm(at state: Int32, _ body: (Term) -> Void) {
        let entry = states[Int(state)]
        for at in Int(entry.first)..<Int(entry.first) + Int(entry.count) { body(terms[at]) }
    }

    /// Whether a longer phrase begins as the one at `state`.
    @inline(__always) func goesOn(_ state: Int32) -> Bool { states[Int(state)].goesOn }

    func deallocate() {
        edges.deallocate()
        states.deallocate()
        terms.deallocate()
    }
}
