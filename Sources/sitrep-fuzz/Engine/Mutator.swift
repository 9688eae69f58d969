import TestSupport

/// Makes inputs of good ones, by a seed: the same seed gives the same inputs.
struct Mutator {
    private let corpus: [[UInt8]]
    private let words: [[UInt8]]
    private var generator: SplitMix64

    private static let limit = 1 << 16

    init(corpus: [[UInt8]], words: [String], seed: UInt64) {
        self.corpus = corpus.isEmpty ? [[]] : corpus
        self.words = words.map { Array($0.utf8) }
        generator = SplitMix64(seed: seed)
    }

    mutating func next() -> [UInt8] {
        var bytes = corpus[below(corpus.count)]
        for _ in 0...below(6) { change(&bytes) }
        return Array(bytes.prefix(Mutator.limit))
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let at = below(bytes.count + 1)
        switch below(10) {
        case 0 where at < bytes.count: bytes[at] ^= 1 << UInt8(below(8))
        case 1 where at < bytes.count: bytes[at] = UInt8(below(256))
        case 2, 3: if !words.isEmpty { bytes.insert(contentsOf: words[below(words.count)], at: at) }
        case 4: write(over: &bytes, at)
        case 5: bytes.removeSubrange(range(bytes, at))
        case 6: bytes.insert(contentsOf: bytes[range(bytes, at)], at: below(bytes.count + 1))
        case 7: splice(&bytes, at)
        case 8: changeNumber(&bytes, at)
        case 9: repeatRange(&bytes, at)
        default: bytes.insert(UInt8(below(256)), at: at)
        }
    }

    /// A word in place of as many bytes: offsets behind it stay what they are.
    private mutating func write(over bytes: inout [UInt8], _ at: Int) {
        guard !words.isEmpty else { return }
        let word = words[below(words.count)].prefix(bytes.count - at)
        bytes.replaceSubrange(at..<at + word.count, with: word)
    }

    /// The beginning of one input, the end of another.
    private mutating func splice(_ bytes: inout [UInt8], _ at: Int) {
        let other = corpus[below(corpus.count)]
        bytes = Array(bytes[..<at]) + other[below(other.count + 1)...]
    }

    /// The first number behind a place becomes one that is hard to hold.
    private mutating func changeNumber(_ bytes: inout [UInt8], _ at: Int) {
        guard let start = bytes[at...].firstIndex(where: { (48...57).contains($0) }) else { return }
        let end = bytes[start...].firstIndex { !(48...57).contains($0) } ?? bytes.count
        let hard = ["0", "-1", "2147483648", "9223372036854775808", "18446744073709551616", "1e999", "00000000000000"]
        bytes.replaceSubrange(start..<end, with: Array(hard[below(hard.count)].utf8))
    }

    private mutating func repeatRange(_ bytes: inout [UInt8], _ at: Int) {
        let piece = Array(bytes[range(bytes, at)].prefix(64))
        bytes.insert(contentsOf: repeatElement(piece, count: 1 << below(9)).joined(), at: at)
    }

    private mutating func range(_ bytes: [UInt8], _ at: Int) -> Range<Int> {
        at..<min(at + 1 + below(1 << below(8)), bytes.count)
    }

    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(bound, 1), using: &generator) }
}
