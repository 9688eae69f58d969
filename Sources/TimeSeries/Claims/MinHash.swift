/// What tells nearly equal texts: 64 numbers of which two texts have about as large a share in common as of their runs
/// of five words.
///
/// Each run falls by its hash into one of 64 bins, and the least hash of a bin is its entry; what is still empty is
/// filled by another round with other hashes. So most texts are gone over once, and short ones, too, give as good an
/// estimate as 64 functions would (Dahlgaard, Knudsen and Thorup, "Fast similarity sketching", 2017).
///
/// Two entries in a row make a band, of which eight are kept in an index: two texts that share half of their runs have
/// a band in common in 90 of 100 cases, two that share a tenth in 8, so that the index finds the candidates without
/// comparing all pairs.
///
/// Words are runs of letters and digits without regard to case; the marks between them do not count. The constants must
/// not change: signatures stand in people's stores.
struct MinHash: Equatable, Sendable {
    /// 64 of them.
    let entries: [UInt32]

    static let count = 64
    static let bandCount = 8
    static let rowsOfBand = 2
    static let wordsOfShingle = 5
    /// A shorter text has too few runs to tell it from others.
    static let leastWords = 24

    /// Nil for a text that is too short to be told from others.
    init?(_ text: String) {
        let words = MinHash.words(text)
        guard words.count >= MinHash.leastWords else { return nil }
        var runs = MinHash.runs(words)
        var bins = Bins()
        bins.add(runs, round: 0)
        if !bins.areFilled { runs = Array(Set(runs)) }
        var round: UInt64 = 1
        while !bins.areFilled {
            bins.add(runs, round: round)
            round += 1
        }
        entries = bins.entries
    }

    /// A byte an entry: what is stored.
    var signature: [UInt8] { entries.map { UInt8(truncatingIfNeeded: $0) } }

    /// One number for each band, with the band's place mixed in.
    var bands: [Int64] {
        (0..<MinHash.bandCount).map { band in
            let start = band * MinHash.rowsOfBand
            let pair = UInt64(entries[start]) << 32 | UInt64(entries[start + 1])
            return Int64(bitPattern: (pair ^ UInt64(band)).mixed)
        }
    }

    /// About how many of the runs of words the texts of two signatures share, 0 to 1; off by 0.06 on the average.
    static func resemblance(_ a: [UInt8], _ b: [UInt8]) -> Double {
        guard a.count == count, b.count == count else { return 0 }
        let equal = Double(zip(a, b).count { $0 == $1 }) / Double(count)
        // One in 256 of the entries that differ has the same byte.
        return max(0, (equal - 1.0 / 256) / (255.0 / 256))
    }

    /// The least hash of each bin.
    private struct Bins {
        var entries = [UInt32](repeating: .max, count: MinHash.count)
        /// The bins that this round or one before it filled, a bit each.
        private var filled: UInt64 = 0

        var areFilled: Bool { filled == .max }

        mutating func add(_ runs: [UInt64], round: UInt64) {
            let before = filled
            for run in runs {
                let hash = (run &+ round &* 0xD1B5_4A32_D192_ED03).mixed
                let bin = Int(truncatingIfNeeded: hash >> 58)
                if before & 1 << UInt64(bin) != 0 { continue }
                filled |= 1 << UInt64(bin)
                entries[bin] = min(entries[bin], UInt32(truncatingIfNeeded: hash))
            }
        }
    }

    /// A number for each run of five words, in order.
    private static func runs(_ words: [UInt64]) -> [UInt64] {
        var runs: [UInt64] = []
        runs.reserveCapacity(words.count)
        var hash: UInt64 = 0
        for (index, word) in words.enumerated() {
            hash = hash &* base &+ word
            if index >= wordsOfShingle { hash = hash &- words[index - wordsOfShingle] &* baseOfGone }
            if index >= wordsOfShingle - 1 { runs.append(hash) }
        }
        return runs
    }

    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// `base` to the power of the words of a run: what the oldest word has been multiplied by when it falls out.
    private static let baseOfGone = (0..<wordsOfShingle).reduce(1 as UInt64) { power, _ in power &* base }

    /// The hash of each word, in order.
    private static func words(_ text: String) -> [UInt64] {
        var words: [UInt64] = []
        var text = text
        words.reserveCapacity(text.utf8.count / 6 + 1)
        text.withUTF8 { bytes in
            var hash = start
            var index = 0
            while index < bytes.count {
                let folded = folding[Int(bytes[index])]
                // Curly quotes and dashes (U+2000 on, `E2 80 ..`) part words as the plain ones do.
                let isMark = folded == 0xE2 && index + 1 < bytes.count && bytes[index + 1] == 0x80
                if folded != 0, !isMark {
                    hash = (hash ^ UInt64(folded)) &* 0x100_0000_01B3
                } else if hash != start {
                    words.append(hash)
                    hash = start
                }
                index += isMark ? 3 : 1
            }
            if hash != start { words.append(hash) }
        }
        return words
    }

    /// Where FNV-1a starts.
    private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Letters in lower case, digits and what is beyond ASCII as they are, 0 for what parts words.
    private static let folding: [UInt8] = (0...UInt8.max).map { byte in
        switch byte {
        case 65...90: byte | 0x20
        case 48...57, 97...122, 128...255: byte
        default: 0
        }
    }
}

extension UInt64 {
    /// Every bit of the result depends on every bit of the number (the finalizer of SplitMix64,
    /// https://prng.di.unimi.it/splitmix64.c).
    fileprivate var mixed: UInt64 {
        var hash = self &+ 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
        return hash ^ hash >> 31
    }
}
