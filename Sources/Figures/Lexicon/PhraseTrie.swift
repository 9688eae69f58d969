/// What a phrase of the lexicon is an entry of.
enum TermKind: UInt8 {
    case trigger, noun, reporting, qualifier, time, demonym, sourceNoun, title, place, organisation

    /// The bits of all kinds.
    static let all: UInt16 = 1 << 10 - 1

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
    /// From a state by a word to a state; a target of 0 is an empty slot. The steps from the root are in `roots`.
    private struct Edge {
        var state: Int32 = 0
        var word: WordID = 0
        var target: Int32 = 0
    }

    private var edges: GrowingBuffer<Edge>
    private var edgeCount = 0
    private var states: Int32 = 1
    /// Terms by state: the first of a chain.
    private var first: GrowingBuffer<Int32>
    private var terms: GrowingBuffer<Term>
    private var next: GrowingBuffer<Int32>
    /// The state after the first word of a phrase, by word: most words of a text begin none.
    private(set) var roots = GrowingBuffer<Int32>(capacity: 1 << 15)

    /// - Parameters:
    ///   - edges: how many slots for edges to begin with, a power of two. Few of them stay in the cache: most names are
    ///     one word and have none.
    ///   - states: how many states and terms there is room for to begin with.
    init(edges: Int, states: Int) {
        self.edges = GrowingBuffer(repeating: Edge(), count: edges)
        first = GrowingBuffer(capacity: states)
        terms = GrowingBuffer(capacity: states)
        next = GrowingBuffer(capacity: states)
        first.append(-1)
        first.append(-1)
    }

    /// The trie as it is looked up in. Nothing can be added after that.
    func frozen() -> FrozenTrie {
        var states = GrowingBuffer<FrozenTrie.State>(capacity: first.count + 1)
        var ordered = GrowingBuffer<Term>(capacity: terms.count)
        for state in 0..<first.count {
            let start = ordered.count
            forEachTerm(at: Int32(state)) { ordered.append($0) }
            states.append(FrozenTrie.State(firstTerm: Int32(start), termCount: UInt16(ordered.count - start)))
        }
        states.append(FrozenTrie.State(firstTerm: Int32(ordered.count), termCount: 0))
        let steps = gatherSteps(states)
        edges.deallocate()
        roots.deallocate()
        first.deallocate()
        terms.deallocate()
        next.deallocate()
        return FrozenTrie(steps: FixedBuffer(steps), states: states.fixed(), terms: ordered.fixed())
    }

    /// The steps of all states but the root, those of a state side by side in the order of their words.
    private func gatherSteps(_ states: GrowingBuffer<FrozenTrie.State>) -> [FrozenTrie.Step] {
        for edge in edges.elements where edge.target != 0 {
            states[Int(edge.state)].firstStep += 1
            states[Int(edge.state)].words |= FrozenTrie.bit(edge.word)
        }
        var sum: Int32 = 0
        for state in 0..<states.count {
            sum += states[state].firstStep
            // Where its steps end; each that is put in its place moves it to where they begin.
            states[state].firstStep = sum
        }
        var steps = Array(repeating: FrozenTrie.Step(word: 0, target: 0), count: Int(sum))
        for edge in edges.elements where edge.target != 0 {
            let state = Int(edge.state)
            states[state].firstStep -= 1
            steps[Int(states[state].firstStep)] = FrozenTrie.Step(word: edge.word, target: edge.target)
        }
        for state in 0..<states.count - 1 where states[state + 1].firstStep - states[state].firstStep > 1 {
            steps[Int(states[state].firstStep)..<Int(states[state + 1].firstStep)].sort { $0.word < $1.word }
        }
        return steps
    }

    /// The slot of an edge, or the empty one that it would take.
    private func slot(_ state: Int32, _ word: WordID) -> Int {
        var slot = PhraseTrie.slot(state, word, edges.count)
        while true {
            let edge = edges[slot]
            if edge.target == 0 || edge.state == state && edge.word == word { return slot }
            slot = (slot + 1) & (edges.count - 1)
        }
    }

    private func forEachTerm(at state: Int32, _ body: (Term) -> Void) {
        var link = first[Int(state)]
        while link >= 0 {
            body(terms[Int(link)])
            link = next[Int(link)]
        }
    }

    mutating func add(_ phrase: UnsafeBufferPointer<WordID>, _ term: Term) {
        guard let first = phrase.first else { return }
        var state = start(first)
        for word in phrase.dropFirst() {
            let slot = slot(state, word)
            let known = edges[slot].target
            state = known != 0 ? known : addEdge(state, word, slot)
        }
        var same = false
        forEachTerm(at: state) { same = same || $0 == term }
        guard !same else { return }
        terms.append(term)
        next.append(self.first[Int(state)])
        self.first[Int(state)] = Int32(terms.count - 1)
    }

    /// The state after the first word of a phrase.
    private mutating func start(_ word: WordID) -> Int32 {
        while roots.count <= Int(word) { roots.append(0) }
        if roots[Int(word)] == 0 { roots[Int(word)] = addState() }
        return roots[Int(word)]
    }

    private mutating func addState() -> Int32 {
        states += 1
        first.append(-1)
        return states
    }

    /// - Parameter slot: the empty one that the edge takes.
    private mutating func addEdge(_ state: Int32, _ word: WordID, _ slot: Int) -> Int32 {
        let target = addState()
        edges[slot] = Edge(state: state, word: word, target: target)
        edgeCount += 1
        if edgeCount * 8 > edges.count * 5 { grow() }
        return target
    }

    private static func slot(_ state: Int32, _ word: WordID, _ count: Int) -> Int {
        let key = UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
        return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
    }

    private mutating func grow() {
        let old = edges
        edges = GrowingBuffer(repeating: Edge(), count: old.count * 2)
        for edge in old.elements where edge.target != 0 { edges[slot(edge.state, edge.word)] = edge }
        old.deallocate()
    }
}

/// A trie of phrases that is only looked up in.
///
/// A state lies in 16 bytes and its steps side by side, so that a word that goes on no phrase, as nearly all do, costs one
/// look at memory.
struct FrozenTrie: Sendable {
    struct State {
        /// Where its terms begin.
        var firstTerm: Int32
        /// Where its steps begin; they end where those of the next state begin.
        var firstStep: Int32 = 0
        /// The words of its steps, a bit each by the lowest bits of their ids.
        var words: UInt32 = 0
        var termCount: UInt16
    }

    /// By a word to a state.
    struct Step {
        var word: WordID
        var target: Int32
    }

    fileprivate let steps: FixedBuffer<Step>
    fileprivate let states: FixedBuffer<State>
    fileprivate let terms: FixedBuffer<Term>

    @inline(__always) static func bit(_ word: WordID) -> UInt32 {
        1 << UInt32(truncatingIfNeeded: word & 31)
    }

    /// The state after `word`; 0 where no phrase goes on so. The states after a phrase's first word are in `WordEntry`.
    @inline(__always) func step(_ state: Int32, _ word: WordID) -> Int32 {
        let from = states[Int(state)]
        guard from.words & FrozenTrie.bit(word) != 0 else { return 0 }
        var low = Int(from.firstStep)
        var high = Int(states[Int(state) + 1].firstStep)
        while low < high {
            let middle = (low + high) >> 1
            let step = steps[middle]
            if step.word == word { return step.target }
            if step.word < word { low = middle + 1 } else { high = middle }
        }
        return 0
    }

    @inline(__always) func state(_ number: Int32) -> State { states[Int(number)] }

    /// Calls `body` with each term that ends at `state`.
    @inline(__always) func forEachTerm(at state: Int32, _ body: (Term) -> Void) {
        forEachTerm(of: states[Int(state)], body)
    }

    @inline(__always) func forEachTerm(of state: State, _ body: (Term) -> Void) {
        for at in Int(state.firstTerm)..<Int(state.firstTerm) + Int(state.termCount) { body(terms[at]) }
    }

    func deallocate() {
        steps.deallocate()
        states.deallocate()
        terms.deallocate()
    }
}
