/// Elements that never change, in plain memory that its owner gives back.
///
/// For what every word of a text is looked up in: unlike an array it is not retained, and unlike a bare pointer an
/// index out of bounds traps.
struct FixedBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
    // Nothing writes to the memory after `init`.
    private let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ elements: [Element]) {
        count = elements.count
        base = .allocate(capacity: Swift.max(1, count))
        elements.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { base.initialize(from: start, count: source.count) }
        }
    }

    @inline(__always) subscript(_ position: Int) -> Element {
        precondition(position >= 0 && position < count)
        return base[position]
    }

    func deallocate() { base.deallocate() }
}
