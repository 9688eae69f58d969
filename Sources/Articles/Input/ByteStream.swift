import Foundation

/// A file read in pieces, so that a large one is never held whole.
struct ByteStream {
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// Why reading stopped before the end; nil where it did not.
    private(set) var error: String?

    private static let pieceSize = 1 << 20

    init(handle: FileHandle) { self.handle = handle }

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
            let piece = try handle.read(upToCount: ByteStream.pieceSize) ?? Data()
            isAtEnd = piece.isEmpty
            buffer.append(contentsOf: piece)
        } catch {
            self.error = error.localizedDescription
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
            if let newline = buffer[seen...].firstIndex(of: 10) {
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

    private mutating func last(_ isTooLong: Bool) -> Line? {
        defer { position = buffer.count }
        if isTooLong { return .tooLong }
        return position < buffer.count ? .whole(buffer[position...]) : nil
    }
}
