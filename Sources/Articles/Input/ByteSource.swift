import Foundation

/// Where bytes come from, piece by piece: a file, a decompressor, a block of memory.
protocol ByteSource: AnyObject {
    /// The next piece; empty at the end.
    ///
    /// - Throws: `DamagedInput`. A source that can go on behind the damage does so when it is asked again.
    func next() throws(DamagedInput) -> [UInt8]

    /// The length where the source can be read from any place, as a file can and a pipe cannot.
    var length: Int? { get }

    /// Goes on reading at this offset. Only for a source with a length.
    func seek(to offset: Int)
}

extension ByteSource {
    var length: Int? { nil }

    func seek(to offset: Int) {}
}

/// Why bytes could not be read, in words that follow "cannot be read: ".
struct DamagedInput: Error {
    let reason: String
    /// Whether asking again gives what lies behind the damage.
    var canGoOn = false
}

/// A file or a pipe. Closed with its owner, not with this.
final class FileSource: ByteSource {
    private let descriptor: Int32
    private let meter: (Int) -> Void
    let length: Int?

    private static let pieceSize = 1 << 20

    /// - Parameter meter: is told how many bytes each piece has.
    init(_ handle: FileHandle, meter: @escaping (Int) -> Void = { _ in }) {
        descriptor = handle.fileDescriptor
        self.meter = meter
        var status = stat()
        let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        length = isFile ? Int(status.st_size) : nil
    }

    func next() throws(DamagedInput) -> [UInt8] {
        var failure: Int32 = 0
        let piece = [UInt8](unsafeUninitializedCapacity: FileSource.pieceSize) { buffer, count in
            var got: Int
            repeat {
                got = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            } while got < 0 && errno == EINTR
            if got < 0 { failure = errno }
            count = max(got, 0)
        }
        guard failure == 0 else { throw DamagedInput(reason: String(cString: strerror(failure))) }
        meter(piece.count)
        return piece
    }

    func seek(to offset: Int) { lseek(descriptor, off_t(offset), SEEK_SET) }
}

/// Bytes that are all there.
final class MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var length: Int? { bytes.count }

    func seek(to offset: Int) { position = min(max(offset, 0), bytes.count) }

    func next() -> [UInt8] {
        defer { position = bytes.count }
        return position == 0 ? bytes : Array(bytes[position...])
    }
}
