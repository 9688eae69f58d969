/// The bytes of a word, compared without regard to ASCII case and without being copied.
struct FoldedWord {
    let bytes: Bytes

    static func == (word: FoldedWord, other: StaticString) -> Bool {
        word.bytes.count == other.utf8CodeUnitCount && word.hasPrefix(other)
    }

    static func != (word: FoldedWord, other: StaticString) -> Bool { !(word == other) }

    /// Whether the word begins with `prefix`, which is in lower case ASCII.
    func hasPrefix(_ prefix: StaticString) -> Bool {
        let count = prefix.utf8CodeUnitCount
        guard bytes.count >= count else { return false }
        for index in 0..<count {
            let byte = bytes[index]
            let folded = byte.isASCIIUpper ? byte | 32 : byte
            if folded != prefix.utf8Start[index] { return false }
        }
        return true
    }

    func hasSuffix(_ suffix: StaticString) -> Bool {
        let count = suffix.utf8CodeUnitCount
        guard bytes.count >= count else { return false }
        return FoldedWord(bytes: Bytes(rebasing: bytes[(bytes.count - count)...])) == suffix
    }

    func isOne(of words: [StaticString]) -> Bool { words.contains { self == $0 } }

    /// The word in lower case.
    var string: String { bytes.string(0, bytes.count).lowercased() }
}
