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
struct PhraseTrie: Sendable {
    private var keys: [UInt64] = Array(repeating: 0, count: 1 << 13)
    private var targets: [Int32] = Array(repeating: 0, count: 1 << 13)
    private var edges = 0
    private var states: Int32 = 1
    /// Terms by state: the first of a chain.
    private var first: [Int32] = [-1, -1]
    private var terms: [Term] = []
    private var next: [Int32] = []
    /// Whether phrases go on from a state.
    private var isInner: [Bool] = [false, false]
    /// The state after the first word of a phrase, by word: most words of a text begin none.
    private(set) var roots: [Int32] = []

    /// The state after `word`; 0 where no phrase goes on so. State 1 is the beginning.
    @inline(__always) func step(_ state: Int32, _ word: WordID) -> Int32 {
        let key = UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
        let mask = keys.count &- 1
        return keys.withUnsafeBufferPointer { table in
            var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
            while table[slot] != 0 {
                if table[slot] == key { return targets[slot] }
                slot = (slot &+ 1) & mask
            }
            return 0
        }
    }

    static let root: Int32 = 1

    /// Calls `body` with each term that ends at `state`.
    @inline(__always) func forEachTerm(at state: Int32, _ body: (Term) -> Void) {
        var link = first[Int(state)]
        while link >= 0 {
            body(terms[Int(link)])
            link = next[Int(link)]
        }
    }

    func hasTerms(_ state: Int32) -> Bool { first[Int(state)] >= 0 }

    /// Whether a longer phrase begins as the one at `state`.
    @inline(__always) func goesOn(_ state: Int32) -> Bool { isInner[Int(state)] }

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
        if (edges + 1) * 2 > keys.count { grow() }
        edges += 1
        states += 1
        first.append(-1)
        isInner.append(false)
        isInner[Int(state)] = true
        if state == PhraseTrie.root {
            while roots.count <= Int(word) { roots.append(0) }
            roots[Int(word)] = states
        }
        insert(UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word)), states)
        return states
    }

    private mutating func insert(_ key: UInt64, _ target: Int32) {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while keys[slot] != 0 { slot = (slot + 1) & mask }
        keys[slot] = key
        targets[slot] = target
    }

    private mutating func grow() {
        let old = zip(keys, targets).filter { $0.0 != 0 }
        keys = Array(repeating: 0, count: keys.count * 2)
        targets = Array(repeating: 0, count: keys.count)
        for (key, target) in old { insert(key, target) }
    }
}
