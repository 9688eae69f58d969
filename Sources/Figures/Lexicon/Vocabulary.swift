/// Folded words and their ids, found by a 64-bit hash of the folded bytes.
///
/// Folding lowers ASCII capitals, takes the accents off Latin letters and drops soft hyphens, so that `MÉDECINS`,
/// `médecins` and `medecins` are one word. Two words of the lexicon with one hash are told apart at load time by
/// never being given one id; a word of a text that is not in the lexicon meets a hash of it once in 10^14.
///
/// Nothing is added once others look: whoever fills it is alone with it.
final class Vocabulary: @unchecked Sendable {
    /// A hash with its id, and what a text's token takes from its word: one look at memory. A hash of 0 is an empty
    /// slot.
    struct Slot {
        var hash: UInt64 = 0
        var id: WordID = 0
        var kinds: UInt16 = 0
        var flags: TokenFlags = []
    }

    private var slots: GrowingBuffer<Slot>
    private(set) var count = 0

    /// - Parameter capacity: how many slots to begin with, a power of two.
    init(capacity: Int) { slots = GrowingBuffer(repeating: Slot(), count: capacity) }

    deinit { slots.deallocate() }

    /// The slots for those who only look at them, as long as this object lives.
    var fixed: FixedBuffer<Slot> { slots.fixed() }

    /// Sets what the tokens take from their words, which are given by their ids.
    func setEntries(_ words: GrowingBuffer<WordEntry>) {
        for at in 0..<slots.count where slots[at].hash != 0 {
            let word = words[Int(slots[at].id)]
            slots[at].flags = word.flags
            slots[at].kinds = word.kinds | Topic.bits(word.classes)
        }
    }

    /// The id of the word with this hash; 0 where there is none.
    func id(_ hash: UInt64) -> WordID { Vocabulary.id(hash, slots.count) { slots[$0] } }

    /// The id of the word with this hash in a table of so many slots, a power of two; 0 where there is none.
    @inline(__always) static func id(_ hash: UInt64, _ count: Int, _ slot: (Int) -> Slot) -> WordID {
        self.slot(hash, count, slot).id
    }

    /// The slot of the word with this hash in a table of so many slots, a power of two; an empty one where there is none.
    @inline(__always) static func slot(_ hash: UInt64, _ count: Int, _ slot: (Int) -> Slot) -> Slot {
        let mask = count &- 1
        var at = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
        while true {
            let found = slot(at)
            if found.hash == hash || found.hash == 0 { return found }
            at = (at &+ 1) & mask
        }
    }

    /// The id of the word, which is made where there is none. Ids run from 1.
    func add(_ hash: UInt64) -> WordID {
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
        while slots[at].hash != 0 {
            if slots[at].hash == hash { return slots[at].id }
            at = (at + 1) & mask
        }
        count += 1
        slots[at] = Slot(hash: hash, id: WordID(count))
        // Five of eight slots full: the look-ups stay short, and the table in the cache.
        if count * 8 > slots.count * 5 { grow() }
        return WordID(count)
    }

    private func grow() {
        let old = slots
        slots = GrowingBuffer(repeating: Slot(), count: old.count * 2)
        let mask = slots.count - 1
        for slot in old.elements where slot.hash != 0 {
            var at = Int(truncatingIfNeeded: slot.hash ^ (slot.hash >> 32)) & mask
            while slots[at].hash != 0 { at = (at + 1) & mask }
            slots[at] = slot
        }
        old.deallocate()
    }
}

/// The hash of a word, made of its folded bytes eight at a time.
///
/// Words of up to eight bytes never share a hash, since each step can be undone.
struct WordHash {
    private var hash: UInt64
    /// The bytes that do not fill a step yet, the first in the lowest place.
    private var rest: UInt64
    private var count: UInt64

    /// The hash of no bytes.
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    init() {
        hash = WordHash.seed
        rest = 0
        count = 0
    }

    /// The hash after eight bytes more, or the last up to seven, the first in the lowest place.
    @inline(__always) static func step(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
        let product = (hash ^ chunk) &* 0x9E37_79B9_7F4A_7C15
        return product ^ (product >> 29)
    }

    @inline(__always) mutating func add(_ byte: UInt8) { add(UInt64(byte), count: 1) }

    /// Adds the lowest `count` bytes of `chunk`, of which the others are 0.
    @inline(__always) mutating func add(_ chunk: UInt64, count more: UInt64) {
        rest |= chunk &<< (8 &* count)
        if count &+ more < 8 {
            count &+= more
            return
        }
        hash = WordHash.step(hash, rest)
        rest = count == 0 ? 0 : chunk &>> (8 &* (8 &- count))
        count = count &+ more &- 8
    }

    /// Never 0.
    @inline(__always) var value: UInt64 {
        let value = count == 0 ? hash : WordHash.step(hash, rest)
        return value == 0 ? 1 : value
    }

    /// The hash of a word that is folded already.
    static func of(_ word: some Sequence<UInt8>) -> UInt64 {
        var hash = WordHash()
        for byte in word { hash.add(byte) }
        return hash.value
    }

    /// The same for bytes in memory.
    static func of(_ bytes: Bytes) -> UInt64 { of(bytes, 0..<bytes.count) }

    /// The same for a range of bytes in memory, loaded eight at a time where those behind it allow.
    @inline(__always) static func of(_ bytes: Bytes, _ range: Range<Int>) -> UInt64 {
        guard let base = bytes.baseAddress else { return seed }
        var hash = seed
        var at = range.lowerBound
        while at + 8 <= range.upperBound {
            let chunk = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
            hash = step(hash, chunk.littleEndian)
            at += 8
        }
        let left = range.upperBound - at
        if left > 0, at + 8 <= bytes.count {
            let chunk = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self).littleEndian
            hash = step(hash, chunk & UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* left))
        } else if left > 0 {
            var rest: UInt64 = 0
            for offset in 0..<left { rest |= UInt64(base[at + offset]) &<< UInt64(8 * offset) }
            hash = step(hash, rest)
        }
        return hash == 0 ? 1 : hash
    }
}
