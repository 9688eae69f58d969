/// The tokens of a text, kept alive by its `Document`.
///
/// A plain stretch of memory: a token is looked at some hundred times, and an array would be retained for most of
/// them. An index out of bounds traps.
struct TokenList: RandomAccessCollection {
    private let base: UnsafeMutablePointer<Token>
    let count: Int

    init(base: UnsafeMutablePointer<Token>, count: Int) {
        self.base = base
        self.count = count
    }

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    @inline(__always) subscript(_ position: Int) -> Token {
        precondition(position >= 0 && position < count)
        return base[position]
    }

    /// Gives the memory back; the list must not be used any more.
    func deallocate() { base.deallocate() }
}

/// Tokens while they are found.
struct TokenBuffer {
    private var base: UnsafeMutablePointer<Token>
    private var capacity: Int
    private var count = 0

    init(capacity: Int) {
        base = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    @inline(__always) mutating func append(_ token: Token) {
        if count == capacity { grow() }
        (base + count).initialize(to: token)
        count += 1
    }

    @inline(never) private mutating func grow() {
        let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }

    /// The tokens; whoever takes them gives the memory back.
    func list() -> TokenList { TokenList(base: base, count: count) }
}
