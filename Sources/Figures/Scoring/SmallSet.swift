/// A set of cases of an enumeration, in the order of their raw values; held in one word.
///
///     var found: SmallSet<Separator> = []
///     found.insert(.comma)
struct SmallSet<Member: RawRepresentable<Int>>: Sequence, ExpressibleByArrayLiteral {
    private var bits: UInt64 = 0

    init() {}

    init(arrayLiteral members: Member...) {
        for member in members { insert(member) }
    }

    var isEmpty: Bool { bits == 0 }

    /// - Precondition: the raw value is 0 to 63.
    mutating func insert(_ member: Member) {
        precondition(member.rawValue >= 0 && member.rawValue < 64)
        bits |= 1 << UInt64(member.rawValue)
    }

    @inline(__always) mutating func formUnion(_ other: Self) { bits |= other.bits }

    func makeIterator() -> Iterator { Iterator(rest: bits) }

    struct Iterator: IteratorProtocol {
        fileprivate var rest: UInt64

        mutating func next() -> Member? {
            guard rest != 0 else { return nil }
            defer { rest &= rest - 1 }
            return Member(rawValue: rest.trailingZeroBitCount)
        }
    }
}
