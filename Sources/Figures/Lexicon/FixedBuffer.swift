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

    /// The element at a position that is known to be one, such as a number masked by a count that is a power of two.
    @inline(__always) func unchecked(_ position: Int) -> Element { base[position] }

    /// Takes memory over.
    fileprivate init(base: UnsafeMutablePointer<Element>, count: Int) {
        self.base = base
        self.count = count
    }

    @inline(__always) subscript(_ position: Int) -> Element {
        precondition(position >= 0 && position < count)
        return base[position]
    }

    func deallocate() { base.deallocate() }
}

/// Elements while the tables are read, in plain memory: their number is large, and an array would ask for each whether it
/// may be written to.
struct GrowingBuffer<Element: BitwiseCopyable> {
    private var base: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = max(8, capacity)
        base = .allocate(capacity: self.capacity)
    }

    init(repeating element: Element, count: Int) {
        self.init(capacity: count)
        base.initialize(repeating: element, count: count)
        self.count = count
    }

    @inline(__always) subscript(_ position: Int) -> Element {
        get {
            precondition(position >= 0 && position < count)
            return base[position]
        }
        nonmutating set {
            precondition(position >= 0 && position < count)
            base[position] = newValue
        }
    }

    @inline(__always) mutating func append(_ element: Element) {
        if count == capacity { grow() }
        (base + count).initialize(to: element)
        count &+= 1
    }

    @inline(never) private mutating func grow() {
        capacity *= 2
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
    }

    mutating func removeAll() { count = 0 }

    mutating func removeLast(_ number: Int) { count -= min(number, count) }

    var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

    /// The elements for those who only look at them, who give the memory back.
    func fixed() -> FixedBuffer<Element> { FixedBuffer(base: base, count: count) }

    func deallocate() { base.deallocate() }
}
