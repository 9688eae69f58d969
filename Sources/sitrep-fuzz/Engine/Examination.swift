import Foundation

/// Tries one input: what must hold of what comes out, and of the time that it takes.
struct Examination {
    let target: any FuzzTarget

    /// - Parameter isTimed: whether the clock is looked at too; nil for one input in 512, told by its bytes.
    func examine(_ bytes: [UInt8], isTimed: Bool? = nil) throws {
        try target.check(bytes)
        if isTimed ?? (Examination.hash(bytes) % 512 == 0) { try checkTime(bytes) }
    }

    /// The input again and again, to the first size; where it looks bad, to twice as much, up to the last. What looks
    /// back over a bounded stretch of text looks back over all of it where there is less.
    private static let (firstLength, lastLength) = (32 << 10, 256 << 10)

    /// Twice as much input may cost three times as much: with time linear in the bytes it costs twice as much, with time
    /// that grows by their square four times.
    private func checkTime(_ bytes: [UInt8]) throws {
        guard (1...4096).contains(bytes.count) else { return }
        var length = Examination.firstLength
        while let bad = try growth(bytes, length) {
            length *= 2
            try require(length <= Examination.lastLength, "time grows faster than the input: \(bad)")
        }
    }

    /// Nil where time grows as the input does.
    private func growth(_ bytes: [UInt8], _ length: Int) throws -> String? {
        let once = Array(repeatElement(bytes, count: length / bytes.count).joined())
        let twice = once + once
        var (short, long) = (try seconds(once), try seconds(twice))
        // A clock is noisy: what looks bad is measured again, and the best of each counts.
        for _ in 0..<4 where long > 3 * short + 0.01 {
            (short, long) = (min(short, try seconds(once)), min(long, try seconds(twice)))
        }
        if long <= 3 * short + 0.01 { return nil }
        return "\(once.count) bytes took \(short) s, \(twice.count) bytes \(long) s"
    }

    /// Of this thread's processor time.
    private func seconds(_ bytes: [UInt8]) throws -> Double {
        let start = Examination.clock()
        try target.run(bytes)
        return Examination.clock() - start
    }

    private static func clock() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func hash(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
