/// The tokens of a text, kept alive by its `Document`.
///
/// A plain stretch of memory: a token is looked at some hundred times, and an array would be retained for most of
/// them. An index out of bounds traps.
struct TokenList: RandomAccessCollection {
    private let base: UnsafeMutablePointer<Token>
    let count: Int
    /// How many of them have a capital.
    let capitals: Int

    init(base: UnsafeMutablePointer<Token>, count: Int, capitals: Int) {
        self.base = base
        self.count = count
        self.capitals = capitals
    }

    var startIndex: Int { 0 }
    var endIndex: Int { count }

    @inline(__always) subscript(_ position: Int) -> Token {
        precondition(position >= 0 && position < count)
        return base[position]
    }

    /// The first token of a half-open range that has one of the flags; the end of the range where none has. Most have not,
    /// and a step is a few instructions.
    @inline(__always) func first(with flags: TokenFlags, in range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        var at = range.lowerBound
        while at < range.upperBound, base[at].flags.isDisjoint(with: flags) { at &+= 1 }
        return at
    }

    /// Gives the memory back; the list must not be used any more.
    func deallocate() { PlainMemory.free(base) }
}

/// Tokens while they are found.
struct TokenBuffer {
    private var base: UnsafeMutablePointer<Token>
    private var capacity: Int
    private var count = 0
    private var capitals = 0

    init(capacity: Int) {
        base = PlainMemory.resized(nil, to: capacity)
        self.capacity = capacity
    }

    @inline(__always) mutating func append(_ token: Token) {
        if count == capacity { grow() }
        (base + count).initialize(to: token)
        count &+= 1
        capitals &+= token.isCapital ? 1 : 0
    }

    @inline(never) private mutating func grow() {
        capacity += capacity / 2
        base = PlainMemory.resized(base, to: capacity)
    }

    /// The tokens; whoever takes them gives the memory back.
    func list() -> TokenList { TokenList(base: base, count: count, capitals: capitals) }
}
