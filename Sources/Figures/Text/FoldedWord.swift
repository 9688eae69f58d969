/// The bytes of a word, compared without regard to ASCII case and without being copied.
struct FoldedWord {
    let bytes: Bytes

    @inline(__always) static func == (word: FoldedWord, other: StaticString) -> Bool {
        word.bytes.count == other.utf8CodeUnitCount && word.begins(other)
    }

    @inline(__always) static func != (word: FoldedWord, other: StaticString) -> Bool { !(word == other) }

    /// Whether the word begins with `prefix`, which is in lower case ASCII.
    func hasPrefix(_ prefix: StaticString) -> Bool {
        let count = prefix.utf8CodeUnitCount
        return bytes.count >= count && begins(prefix)
    }

    /// The same where the word is known to be as long: two words of one length mostly differ in their first letter.
    @inline(__always) private func begins(_ prefix: StaticString) -> Bool {
        guard let start = bytes.baseAddress else { return prefix.utf8CodeUnitCount == 0 }
        for index in 0..<prefix.utf8CodeUnitCount {
            let byte = start[index]
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

    func isOne(of words: [StaticString]) -> Bool {
        let count = bytes.count
        for word in words where word.utf8CodeUnitCount == count && begins(word) { return true }
        return false
    }

    /// Whether two words are the same but for their case.
    func isSame(as other: FoldedWord) -> Bool {
        guard let hash, let otherHash = other.hash else { return string == other.string }
        return bytes.count == other.bytes.count && hash == otherHash
    }

    /// The hash of the word in lower case; nil where it holds more than ASCII.
    var hash: UInt64? {
        var hash = WordHash()
        for byte in bytes {
            guard byte < 128 else { return nil }
            hash.add(byte.isASCIIUpper ? byte | 32 : byte)
        }
        return hash.value
    }

    /// The word in lower case.
    var string: String { bytes.string(0, bytes.count).lowercased() }
}
