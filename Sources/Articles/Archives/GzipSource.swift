import CZlib

/// The unpacked bytes of gzip, of all its members, with their checksums looked at.
///
/// libarchive reads gzip too, but neither checks the sums nor goes on behind a damaged member. In a crawl each record
/// is a member: one that is damaged is told, and the next is found by its signature.
final class GzipSource: ByteSource {
    private var packed: ByteStream
    private let budget: UnpackBudget
    private var stream = z_stream()
    private var state = State.between
    private let windowBits: Int32

    private enum State { case between, inside, done }

    private static let pieceSize = 1 << 18
    static let signature: [UInt8] = [0x1F, 0x8B, 0x08]
    /// 15 bits of window, and 16 to read the header and trailer of gzip.
    private static let gzipBits: Int32 = 15 + 16

    /// - Parameter windowBits: as zlib has it; those of gzip where none are given.
    init(_ packed: ByteStream, _ budget: UnpackBudget, windowBits: Int32 = GzipSource.gzipBits) {
        self.packed = packed
        self.budget = budget
        self.windowBits = windowBits
    }

    deinit { inflateEnd(&stream) }

    func next() throws(DamagedInput) -> [UInt8] {
        while true {
            switch state {
            case .done: return []
            case .between: try begin()
            case .inside:
                let piece = try inflateSome()
                if !piece.isEmpty { return piece }
            }
        }
    }

    /// Starts the next member, if there is one. Zeros behind the last are padding, as of tapes.
    private func begin() throws(DamagedInput) {
        var head = packed.peek(3)
        while head.first == 0 {
            packed.skip(head.prefix { $0 == 0 }.count)
            head = packed.peek(3)
        }
        if head.isEmpty {
            state = .done
            if let reason = packed.error { throw DamagedInput(reason: reason) }
            return
        }
        guard windowBits != GzipSource.gzipBits || head.starts(with: GzipSource.signature) else {
            let start = packed.offset
            throw DamagedInput(reason: "byte \(start) begins no gzip member", canGoOn: findMember())
        }
        inflateEnd(&stream)
        stream = z_stream()
        guard inflate_start(&stream, windowBits) == Z_OK else {
            state = .done
            throw DamagedInput(reason: "out of memory")
        }
        state = .inside
    }

    private func inflateSome() throws(DamagedInput) -> [UInt8] {
        let input = packed.peek()
        guard !input.isEmpty else {
            state = .done
            throw DamagedInput(reason: packed.error ?? "the compressed data end too soon")
        }
        var status = Z_OK
        let piece = [UInt8](unsafeUninitializedCapacity: GzipSource.pieceSize) { output, count in
            input.withUnsafeBufferPointer { bytes in
                stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
                stream.avail_in = UInt32(clamping: bytes.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                status = inflate(&stream, Z_NO_FLUSH)
                packed.skip(bytes.count - Int(stream.avail_in))
            }
            count = output.count - Int(stream.avail_out)
        }
        try budget.unpack(piece.count)
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: state = windowBits == GzipSource.gzipBits ? .between : .done
        default:
            let reason = stream.msg.map { String(cString: $0) } ?? "damaged data"
            throw DamagedInput(
                reason: "byte \(packed.offset) of the compressed data: \(reason)", canGoOn: findMember())
        }
        return piece
    }

    /// Looks for the next member; false at the end.
    private func findMember() -> Bool {
        guard windowBits == GzipSource.gzipBits else {
            state = .done
            return false
        }
        state = .between
        packed.skip(1)
        while true {
            let window = packed.peek(1 << 16)
            if let start = GzipSource.member(in: window) {
                packed.skip(start - window.startIndex)
                return true
            }
            if window.count < GzipSource.headSize {
                packed.skip(window.count)
                state = .done
                return false
            }
            packed.skip(window.count - GzipSource.headSize + 1)
        }
    }

    private static let headSize = 10

    /// Where a header of gzip begins. Three bytes come by chance too, so the flags, the strength and the system that
    /// the header names must be ones that there are.
    private static func member(in bytes: ArraySlice<UInt8>) -> Int? {
        var at = bytes.startIndex
        while let start = bytes[at...].firstIndex(of: signature[0]), start + headSize <= bytes.endIndex {
            if bytes[start...].starts(with: signature), bytes[start + 3] & 0xE0 == 0,
                [0, 2, 4].contains(bytes[start + 8]),
                bytes[start + 9] <= 13 || bytes[start + 9] == 255
            {
                return start
            }
            at = start + 1
        }
        return nil
    }
}
