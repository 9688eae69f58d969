import Foundation

/// Bytes read in pieces, so that a large file is never held whole.
struct ByteStream {
    /// Gives the next piece, of any size; an empty one or nil at the end.
    private let next: () throws -> [UInt8]?
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// Why reading stopped before the end; nil where it did not.
    private(set) var error: String?

    private static let pieceSize = 1 << 20

    init(handle: FileHandle) {
        self.init { try handle.read(upToCount: ByteStream.pieceSize).map { Array($0) } }
    }

    /// Bytes that are all there.
    init(bytes: [UInt8]) {
        self.init { nil }
        buffer = bytes
    }

    /// - Parameter next: gives the next piece, of any size; an empty one or nil at the end. What it throws stops the
    ///   stream, with `error` set to its words.
    init(pieces next: @escaping () throws -> [UInt8]?) { self.next = next }

    /// The first piece, which stays to be read.
    mutating func peek() -> ArraySlice<UInt8> {
        if buffer.isEmpty { fill() }
        return buffer[position...]
    }

    private mutating func fill() {
        guard !isAtEnd else { return }
        if position > 0 {
            buffer.removeFirst(position)
            position = 0
        }
        do {
            let piece = try next() ?? []
            isAtEnd = piece.isEmpty
            buffer.append(contentsOf: piece)
        } catch {
            self.error = (error as? StreamError)?.description ?? error.localizedDescription
            isAtEnd = true
        }
    }

    /// All that is left; nil where it is more than `limit` bytes.
    mutating func rest(limit: Int) -> [UInt8]? {
        while !isAtEnd {
            if buffer.count - position > limit { return nil }
            fill()
        }
        return buffer.count - position > limit ? nil : Array(buffer[position...])
    }

    /// What is at hand, at least a byte before the end; it counts as read.
    mutating func piece() -> [UInt8] {
        if position == buffer.count { fill() }
        defer { position = buffer.count }
        return position == 0 ? buffer : Array(buffer[position...])
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

/// Why a stream of bytes broke off, in words that a person can act on: "the gzip data ends too early".
struct StreamError: Error, CustomStringConvertible {
    let description: String
}
