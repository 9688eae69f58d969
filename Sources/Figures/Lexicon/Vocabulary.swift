/// Folded words and their ids, found by a 64-bit hash of the folded bytes.
///
/// Folding lowers ASCII capitals, takes the accents off Latin letters and drops soft hyphens, so that `MÉDECINS`,
/// `médecins` and `medecins` are one word. Two words of the lexicon with one hash are told apart at load time by
/// never being given one id; a word of a text that is not in the lexicon meets a hash of it once in 10^14.
struct Vocabulary: Sendable {
    private var hashes: [UInt64] = Array(repeating: 0, count: 1 << 12)
    private var ids: [WordID] = Array(repeating: 0, count: 1 << 12)
    private(set) var count = 0
    /// Words that stand before an amount of money, even without a blank: `Sh500`.
    var currencies: Set<WordID> = []

    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    @inline(__always) static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// The id of the word with this hash; 0 where there is none.
    @inline(__always) func id(_ hash: UInt64) -> WordID {
        let mask = hashes.count &- 1
        return hashes.withUnsafeBufferPointer { table in
            var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
            while table[slot] != 0 {
                if table[slot] == hash { return ids[slot] }
                slot = (slot &+ 1) & mask
            }
            return 0
        }
    }

    /// The id of the word, which is made where there is none. Ids run from 1.
    mutating func add(_ hash: UInt64) -> WordID {
        let known = id(hash)
        if known != 0 { return known }
        if (count + 1) * 2 > hashes.count { grow() }
        count += 1
        insert(hash, WordID(count))
        return WordID(count)
    }

    private mutating func insert(_ hash: UInt64, _ id: WordID) {
        let mask = hashes.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
        while hashes[slot] != 0 { slot = (slot + 1) & mask }
        hashes[slot] = hash
        ids[slot] = id
    }

    private mutating func grow() {
        let old = zip(hashes, ids).filter { $0.0 != 0 }
        hashes = Array(repeating: 0, count: hashes.count * 2)
        ids = Array(repeating: 0, count: hashes.count)
        for (hash, id) in old { insert(hash, id) }
    }
}
