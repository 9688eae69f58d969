import Foundation

/// Bytes read in pieces, so that a large file is never held whole.
struct ByteStream {
    private let source: any ByteSource
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// How many bytes were dropped from the front of the buffer.
    private var dropped = 0
    private var damage: DamagedInput?

    /// Why reading stopped before the end; nil where it did not.
    var error: String? { damage?.reason }

    /// How many bytes were read out of it.
    var offset: Int { dropped + position }

    init(_ source: any ByteSource) { self.source = source }

    init(handle: FileHandle) { self.init(FileSource(handle)) }

    init(bytes: [UInt8]) { self.init(MemorySource(bytes)) }

    /// The first piece, which stays to be read.
    mutating func peek() -> ArraySlice<UInt8> { peek(1) }

    /// At least `count` bytes, which stay to be read; fewer only before the end.
    mutating func peek(_ count: Int) -> ArraySlice<UInt8> {
        while buffer.count - position < count, !isAtEnd { fill() }
        return buffer[position...]
    }

    private mutating func fill() {
        guard !isAtEnd else { return }
        do {
            let piece = try source.next()
            isAtEnd = piece.isEmpty
            dropped += position
            if position == buffer.count {
                buffer = piece
            } else {
                buffer.removeFirst(position)
                buffer.append(contentsOf: piece)
            }
            position = 0
        } catch {
            damage = error
            isAtEnd = true
        }
    }

    /// Goes on behind a damage, where the source can: what the source gave before it is still to be read.
    ///
    /// - Returns: false where it cannot; then the stream has ended.
    mutating func goOn() -> Bool {
        guard let damage, damage.canGoOn else { return false }
        self.damage = nil
        isAtEnd = false
        return true
    }

    /// Nothing more is read.
    mutating func end() {
        position = buffer.count
        damage = nil
        isAtEnd = true
    }

    /// All that is left; nil where it is more than `limit` bytes.
    mutating func rest(limit: Int) -> [UInt8]? {
        while !isAtEnd {
            if buffer.count - position > limit { return nil }
            fill()
        }
        defer { position = buffer.count }
        if buffer.count - position > limit { return nil }
        return position == 0 ? buffer : Array(buffer[position...])
    }

    /// Passes over `count` bytes, or as many as there are.
    ///
    /// - Returns: how many there were.
    @discardableResult mutating func skip(_ count: Int) -> Int {
        var left = count
        while left > 0 {
            if position == buffer.count { fill() }
            let step = min(left, buffer.count - position)
            position += step
            left -= step
            if isAtEnd, position == buffer.count { break }
        }
        return count - left
    }

    /// What is at hand, at least a byte before the end; it counts as read.
    mutating func piece() -> [UInt8] {
        if position == buffer.count { fill() }
        defer { position = buffer.count }
        return position == 0 ? buffer : Array(buffer[position...])
    }

    /// The length of the whole, where reading can begin anywhere.
    var length: Int? { source.length }

    /// Goes on reading at this offset. Only for a stream with a length.
    mutating func seek(to offset: Int) {
        source.seek(to: offset)
        buffer = []
        position = 0
        dropped = offset
        isAtEnd = false
        damage = nil
    }

    enum Line {
        case whole(ArraySlice<UInt8>)
        /// More than the limit; its bytes were passed over.
        case tooLong
    }

    /// The next line without its newline; nil at the end.
    ///
    /// - Complexity: each byte is looked at once, whatever the length of the lines.
    mutating func line(limit: Int) -> Line? {
        var seen = position
        var isTooLong = false
        while true {
            if let newline = newline(from: seen) {
                defer { position = newline + 1 }
                return isTooLong || newline - position > limit ? .tooLong : .whole(buffer[position..<newline])
            }
            if buffer.count - position > limit {
                isTooLong = true
                position = buffer.count
            }
            let scanned = buffer.count - position
            if isAtEnd { return last(isTooLong) }
            fill()
            seen = position + scanned
        }
    }

    private func newline(from start: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + start, 10, bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private mutating func last(_ isTooLong: Bool) -> Line? {
        defer { position = buffer.count }
        if isTooLong { return .tooLong }
        return position < buffer.count ? .whole(buffer[position...]) : nil
    }
}
