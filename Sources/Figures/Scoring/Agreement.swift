/// When a name or a date counts as the one that the gold wants; the rules of the gold's scorer.
enum Agreement {
    /// Lower case, without accents, every run of other characters one blank.
    static func fold(_ text: String) -> String {
        var folded: [UInt8] = [32]
        let bytes = Array(text.utf8)
        var at = 0
        while at < bytes.count {
            var byte = bytes[at]
            if byte >= 0xC3, byte <= 0xC5, at + 1 < bytes.count, let letter = Folding.letter(byte, bytes[at + 1]) {
                byte = letter
                at += 1
            } else if byte == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 {
                // A space that does not break is a space.
                byte = 32
                at += 1
            } else if byte >= 128 {
                at += 1
                continue
            }
            if byte.isASCIIUpper { byte |= 32 }
            if byte.isASCIILetter || byte.isASCIIDigit {
                folded.append(byte)
            } else if folded.last != 32 {
                folded.append(32)
            }
            at += 1
        }
        if folded.last != 32 { folded.append(32) }
        return String(decoding: folded, as: UTF8.self)
    }

    /// Both empty, or one of the gold's names holds the words of one of the others, or the other way round.
    static func names(_ gold: [String], _ found: [String]) -> Bool {
        let wanted = gold.map(fold).filter { $0 != " " }
        let given = found.map(fold).filter { $0 != " " }
        guard !wanted.isEmpty, !given.isEmpty else { return wanted.isEmpty && given.isEmpty }
        return wanted.contains { a in given.contains { b in contains(b, a) || contains(a, b) } }
    }

    private static func contains(_ text: String, _ part: String) -> Bool {
        let haystack = Array(text.utf8)
        let needle = Array(part.utf8)
        guard needle.count <= haystack.count else { return false }
        return (0...(haystack.count - needle.count)).contains { haystack[$0..<$0 + needle.count].elementsEqual(needle) }
    }

    /// Within a day of one of the gold's days, or inside one of its months or years.
    static func dates(_ gold: [String], _ found: PartialDate?) -> Bool {
        guard !gold.isEmpty, let found else { return gold.isEmpty && found == nil }
        let text = found.description
        return gold.contains { wanted in
            guard let day = CalendarDate(wanted) else { return text.hasPrefix(wanted) }
            guard found.precision == .day else { return false }
            return abs(day.dayNumber - found.last.dayNumber) <= 1
        }
    }
}
