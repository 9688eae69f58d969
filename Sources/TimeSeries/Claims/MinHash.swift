import Figures

/// What tells nearly equal texts: the least hash, by each of 60 functions, of the text's runs of five words.
///
/// The share of equal entries in two signatures estimates the share of runs that both texts have (Broder, "On the
/// resemblance and containment of documents", 1997). Three entries in a row make a band; two texts that share half of
/// their runs have a band in common in 93 of 100 cases, two that share a tenth in 2, so that an index over the bands
/// finds the candidates without comparing all pairs.
///
/// Words are runs of letters and digits without regard to case; the marks between them do not count. The constants must
/// not change: signatures stand in people's stores.
struct MinHash: Equatable {
    /// 60 entries.
    let entries: [UInt32]

    static let count = 60
    static let rowsOfBand = 3
    static let wordsOfShingle = 5
    /// A shorter text has too few runs to tell it from others.
    static let leastWords = 24

    /// Nil for a text that is too short to be told from others.
    init?(_ text: String) {
        let words = MinHash.words(text)
        guard words.count >= MinHash.leastWords else { return nil }
        var least = [UInt32](repeating: .max, count: MinHash.count)
        for end in (MinHash.wordsOfShingle - 1)..<words.count {
            var hash: UInt64 = 0
            for word in words[(end - MinHash.wordsOfShingle + 1)...end] { hash = (hash ^ word).mixed }
            for index in least.indices {
                let value = UInt32(truncatingIfNeeded: (hash &* MinHash.factors[index] &+ MinHash.terms[index]) >> 32)
                if value < least[index] { least[index] = value }
            }
        }
        entries = least
    }

    /// Reads what `bytes` wrote; nil for anything else.
    init?(bytes: [UInt8]) {
        guard bytes.count == MinHash.count * 4 else { return nil }
        entries = (0..<MinHash.count).map { index in
            bytes[(index * 4)..<(index * 4 + 4)].reduce(0) { $0 << 8 | UInt32($1) }
        }
    }

    /// Four bytes an entry, the highest first.
    var bytes: [UInt8] {
        entries.flatMap { entry in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: entry >> $0) } }
    }

    /// One number for each band, with the band's place mixed in.
    var bands: [Int64] {
        stride(from: 0, to: MinHash.count, by: MinHash.rowsOfBand).map { start in
            let hash = entries[start..<(start + MinHash.rowsOfBand)].reduce(UInt64(start)) { ($0 ^ UInt64($1)).mixed }
            return Int64(bitPattern: hash)
        }
    }

    /// About how many of the runs of words both texts have, 0 to 1; off by 0.06 on the average.
    func resemblance(to other: MinHash) -> Double {
        Double(zip(entries, other.entries).count { $0 == $1 }) / Double(MinHash.count)
    }

    /// The hash of each word, in order.
    private static func words(_ text: String) -> [UInt64] {
        var words: [UInt64] = []
        var hash: UInt64 = 0
        var text = text
        text.withUTF8 { bytes in
            for (index, byte) in bytes.enumerated() {
                let folded = (65...90).contains(byte) ? byte | 0x20 : byte
                if isWord(folded, at: index, of: bytes) {
                    hash = (hash ^ (UInt64(folded) + 1)).mixed
                } else if hash != 0 {
                    words.append(hash)
                    hash = 0
                }
            }
        }
        if hash != 0 { words.append(hash) }
        return words
    }

    /// Letters, digits and what is beyond ASCII, but for the punctuation from U+2000 on (`E2 80 ..`): curly quotes and
    /// dashes part words as the plain ones do.
    private static func isWord(_ byte: UInt8, at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if byte < 0x80 { return (97...122).contains(byte) || (48...57).contains(byte) }
        let lead = (max(0, index - 2)...index).first { bytes[$0] == 0xE2 }
        return lead.map { $0 + 1 < bytes.count && bytes[$0 + 1] == 0x80 } != true
    }

    private static let factors: [UInt64] = (0..<UInt64(count)).map { ($0 &* 2 &+ 1).mixed | 1 }
    private static let terms: [UInt64] = (0..<UInt64(count)).map { ($0 &* 2 &+ 2).mixed }
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
