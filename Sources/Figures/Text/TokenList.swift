#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

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

    /// Gives the memory back; the list must not be used any more.
    func deallocate() { free(base) }
}

/// Tokens while they are found.
struct TokenBuffer {
    private var base: UnsafeMutablePointer<Token>
    private var capacity: Int
    private var count = 0
    private var capitals = 0

    init(capacity: Int) {
        base = TokenBuffer.memory(nil, capacity)
        self.capacity = capacity
    }

    /// Memory for so many tokens, those of `old` moved into it. A long text's is not copied but mapped anew.
    private static func memory(_ old: UnsafeMutablePointer<Token>?, _ capacity: Int) -> UnsafeMutablePointer<Token> {
        guard let memory = realloc(old, capacity * MemoryLayout<Token>.stride) else {
            fatalError("no memory for the tokens of the text")
        }
        return memory.bindMemory(to: Token.self, capacity: capacity)
    }

    @inline(__always) mutating func append(_ token: Token) {
        if count == capacity { grow() }
        (base + count).initialize(to: token)
        count &+= 1
        capitals &+= token.isCapital ? 1 : 0
    }

    @inline(never) private mutating func grow() {
        capacity += capacity / 2
        base = TokenBuffer.memory(base, capacity)
    }

    /// The tokens; whoever takes them gives the memory back.
    func list() -> TokenList { TokenList(base: base, count: count, capitals: capitals) }
}
