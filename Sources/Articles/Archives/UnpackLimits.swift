import Synchronization

/// How far packed input is unpacked, so that a small file that unpacks to a whole disk (a bomb) ends soon.
public struct UnpackLimits: Sendable, Hashable {
    /// How many times its own bytes a file may unpack to. The first 16 MB are free: a short file of blanks is no bomb.
    public var ratio: Int
    /// The bytes that one file may unpack to, those of archives in it too.
    public var bytes: Int
    /// How deep archives and compressed files may lie in each other; `news.tar.gz` is two deep.
    public var depth: Int

    /// Text shrinks to a tenth, seldom to a fiftieth. A file of a web crawl holds 5 GB.
    public static let standard = UnpackLimits(ratio: 200, bytes: 64 << 30, depth: 4)

    public init(ratio: Int, bytes: Int, depth: Int) {
        self.ratio = ratio
        self.bytes = bytes
        self.depth = depth
    }
}

/// What one file has unpacked to so far, shared by all that is nested in it.
final class UnpackBudget: Sendable {
    let limits: UnpackLimits
    private let packed = Atomic(0)
    private let unpacked = Atomic(0)

    private static let free = 16 << 20

    init(_ limits: UnpackLimits) { self.limits = limits }

    /// Bytes of the file itself that were read.
    func read(_ count: Int) { packed.wrappingAdd(count, ordering: .relaxed) }

    /// Bytes that came out of a decompressor or an archive, at any depth.
    ///
    /// - Throws: `DamagedInput` where it is too much.
    func unpack(_ count: Int) throws(DamagedInput) {
        let total = unpacked.wrappingAdd(count, ordering: .relaxed).newValue
        if total > limits.bytes {
            throw DamagedInput(reason: "it unpacks to more than \(limits.bytes >> 20) MB: raise --max-unpacked")
        }
        let (allowed, isHuge) = packed.load(ordering: .relaxed).multipliedReportingOverflow(by: limits.ratio)
        if total > UnpackBudget.free, !isHuge, total > allowed {
            throw DamagedInput(
                reason: "it unpacks to more than \(limits.ratio) times its bytes: if that is right, raise --max-ratio")
        }
    }
}
