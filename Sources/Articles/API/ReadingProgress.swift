import Synchronization

/// How far the reading of one input is, seen from outside, and where it begins.
///
/// A file of records (a crawl, JSON Lines) that was read half-way is gone on with behind the records that are done.
public final class ReadingProgress: Sendable {
    private let skipped: Int
    private let bytesRead = Atomic(0)
    private let recordsBegun = Atomic(0)

    /// - Parameter skipped: how many records are done already.
    public init(skipping skipped: Int = 0) { self.skipped = skipped }

    /// Bytes of the file itself, as they lie on the disk.
    public var bytes: Int { bytesRead.load(ordering: .relaxed) }

    /// How many records were handed on whole, those of before too. The current one is not.
    public var records: Int { max(recordsBegun.load(ordering: .relaxed) - 1, skipped) }

    func read(_ count: Int) { bytesRead.wrappingAdd(count, ordering: .relaxed) }

    /// To be called before each record; false where it is done already.
    func begin() -> Bool { recordsBegun.wrappingAdd(1, ordering: .relaxed).newValue > skipped }
}
