public import Figures

/// What is known of the words of pages: `Data/html/`.
public struct PageRules: Sendable {
    let hints: HintTable
    let phrases: PhraseTable
    /// For title, publisher, date, url and lang, the names of the meta elements that tell it, best first.
    let meta: [String: [String]]
    let dates: DateText

    public static let embedded = PageRules(DataTables())

    public init(_ tables: DataTables) {
        hints = HintTable(tables.rows("html/hints.tsv"))
        phrases = PhraseTable(tables.rows("html/phrases.tsv"))
        meta = Dictionary(
            tables.rows("html/meta.tsv").map { row in
                (row["kind"] ?? "", (row["names"] ?? "").split(separator: "|").map(String.init))
            }, uniquingKeysWith: +)
        dates = DateText(tables)
    }
}

/// What the name of a part tells of it.
struct Hints: OptionSet {
    let rawValue: UInt8

    /// The text of the article and nothing else.
    static let body = Hints(rawValue: 1)
    static let content = Hints(rawValue: 2)
    /// No part of the text.
    static let drop = Hints(rawValue: 4)
    static let comments = Hints(rawValue: 8)
    /// One entry of a live report.
    static let entry = Hints(rawValue: 16)
    /// No part of the text even inside of a line.
    static let inline = Hints(rawValue: 32)

    private static let names: [String: Hints] = [
        "body": .body, "content": .content, "drop": .drop, "comments": .comments, "entry": .entry,
        "inline": .inline,
    ]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(name: String) { self = Hints.names[name] ?? [] }
}

/// Hints by the words of names.
struct HintTable: Sendable {
    private struct Pattern: Sendable {
        let words: [String]
        /// The last word stands for any word that begins so.
        let isOpen: Bool
        let hints: UInt8
    }

    /// Patterns by their first word; those of one open word by its first three bytes.
    private var closed: [String: [Pattern]] = [:]
    private var open: [Pattern] = []

    init(_ rows: [[String: String]]) {
        for row in rows {
            let hints = Hints(name: row["kind"] ?? "").rawValue
            for alternative in (row["words"] ?? "").split(separator: "|") {
                add(alternative.split(separator: " ").map(String.init), hints)
            }
        }
    }

    private mutating func add(_ words: [String], _ hints: UInt8) {
        guard let first = words.first, let last = words.last else { return }
        let isOpen = last.hasSuffix("*")
        let pattern = Pattern(
            words: isOpen ? words.dropLast() + [String(last.dropLast())] : words, isOpen: isOpen, hints: hints)
        if isOpen, words.count == 1 { open.append(pattern) } else { closed[first, default: []].append(pattern) }
    }

    /// The hints of an attribute's value, "article-body js-main": those of all its names together.
    func hints(_ value: String) -> Hints {
        var found = Hints()
        for name in value.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
            found.formUnion(hints(ofWords: HintTable.words(name)))
        }
        return found
    }

    private func hints(ofWords words: [String]) -> Hints {
        // "has-sidebar" and "no-comments" speak of the page, not of the part.
        if let first = words.first, HintTable.ofPage.contains(first) { return [] }
        var found: UInt8 = 0
        for at in words.indices {
            for pattern in closed[words[at]] ?? [] where HintTable.matches(pattern, words[at...]) {
                found |= pattern.hints
            }
            for pattern in open where words[at].hasPrefix(pattern.words[0]) { found |= pattern.hints }
        }
        return Hints(rawValue: found)
    }

    private static let ofPage: Set<String> = [
        "has", "with", "no", "without", "not", "is", "show", "js", "u", "mt", "mb",
    ]

    private static func matches(_ pattern: Pattern, _ words: ArraySlice<String>) -> Bool {
        guard words.count >= pattern.words.count else { return false }
        for (index, (want, word)) in zip(pattern.words, words).enumerated() {
            if pattern.isOpen, index == pattern.words.count - 1 { return word.hasPrefix(want) }
            if want != word { return false }
        }
        return true
    }

    /// "articleBody-main2" as article, body, main.
    static func words(_ name: Substring) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var wasLower = false
        for byte in name.utf8 {
            let isUpper = (65...90).contains(byte)
            let isLetter = isUpper || (97...122).contains(byte) || byte >= 128
            if !isLetter || (isUpper && wasLower) {
                if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
                word = []
            }
            if isLetter { word.append(isUpper ? byte + 32 : byte) }
            wasLower = isLetter && !isUpper
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }
}

/// Lines of pages that are no part of an article.
struct PhraseTable: Sendable {
    private var whole: Set<String> = []
    private var ends: Set<String> = []
    private var begins: [String] = []
    private var dated: [String] = []

    init(_ rows: [[String: String]]) {
        for row in rows {
            let phrases = (row["phrases"] ?? "").split(separator: "|").map(String.init)
            switch row["kind"] {
            case "whole": whole.formUnion(phrases)
            case "end": ends.formUnion(phrases)
            case "begin": begins += phrases
            case "dated": dated += phrases
            default: break
            }
        }
    }

    /// Longer lines are prose, whatever they begin with.
    private static let longestLine = 200

    func isBoilerplate(_ line: String) -> Bool {
        guard line.utf8.count <= PhraseTable.longestLine else { return false }
        let lower = line.lowercased()
        return whole.contains(PhraseTable.bare(lower)) || begins.contains { lower.hasPrefix($0) }
    }

    /// Whether a date in the line is the day of publication.
    func tellsDate(_ line: String) -> Bool {
        guard line.utf8.count <= PhraseTable.longestLine else { return false }
        let lower = line.lowercased()
        return dated.contains { lower.hasPrefix($0) }
    }

    /// Whether what follows the line is no part of the article.
    func ends(_ line: String) -> Bool {
        line.utf8.count <= 60 && ends.contains(PhraseTable.bare(line.lowercased()))
    }

    private static func bare(_ line: String) -> String {
        var line = line[...]
        while let last = line.last, last == ":" || last == "." || last == "…" || last == " " || last == "»" {
            line.removeLast()
        }
        return String(line)
    }
}
