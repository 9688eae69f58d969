/// What the organisations are called, word by word.
final class NameWords: Sendable {
    private let organisations: [Organisation]
    /// The hashes of each one's words of ASCII letters, in lower case, as nearly all are.
    private let hashes: [[UInt64]]
    /// The organisations by the id of their place.
    private let homes: [String: [Int]]

    init(_ organisations: [Organisation]) {
        self.organisations = organisations
        hashes = organisations.map { NameWords.hashes($0) }
        homes = Dictionary(grouping: organisations.indices) { organisations[$0].place }
    }

    private static func hashes(_ organisation: Organisation) -> [UInt64] {
        var hashes: [UInt64] = []
        for name in [organisation.name] + organisation.aliases {
            // A letter past ASCII belongs to its word, and what is no letter does not: only the library tells them apart.
            if name.utf8.contains(where: { $0 >= 128 }) {
                for word in words(name) where word.utf8.allSatisfy({ $0 < 128 }) {
                    hashes.append(WordHash.of(word.utf8))
                }
                continue
            }
            for word in name.utf8.split(whereSeparator: { !$0.isASCIILetter }) {
                var hash = WordHash()
                for byte in word { hash.add(byte | 32) }
                hashes.append(hash.value)
            }
        }
        return hashes
    }

    private static func words(_ name: String) -> [Substring] { name.lowercased().split { !$0.isLetter } }

    /// Whether a word is one of those of an organisation's names.
    func contain(_ word: FoldedWord, of index: Int) -> Bool {
        if let hash = word.hash { return hashes[index].contains(hash) }
        let text = word.string
        let organisation = organisations[index]
        return ([organisation.name] + organisation.aliases).contains { name in
            NameWords.words(name).contains { $0 == text }
        }
    }

    /// The organisations of a place whose names hold all of the words, or parts of words.
    func organisations(ofPlace id: String, named words: [String]) -> [Int] {
        (homes[id] ?? []).filter { index in
            let organisation = organisations[index]
            let names = ([organisation.name] + organisation.aliases).joined(separator: " ").lowercased()
            return words.allSatisfy { names.contains($0) }
        }
    }
}
