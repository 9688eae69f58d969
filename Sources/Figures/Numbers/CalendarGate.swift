/// Tells the numbers that are days, years and times of day.
struct CalendarGate {
    let document: Document

    private func isMonth(_ at: Int) -> Bool {
        guard at >= 0, at < document.tokens.count, document.classes(at).month > 0 else { return false }
        // "may" and "march" are months only with a capital, unless nothing is capitalised.
        let isWord = document.classes(at).contains(.modal) || document.classes(at).month == 3
        return document.tokens[at].isCapital || !isWord || document.isLowerCase
    }

    /// A day of a month, be it of a range or written in digits.
    func isDate(_ numeral: Numeral) -> Bool {
        let first = numeral.tokens.lowerBound
        let next = numeral.tokens.upperBound
        guard numeral.form == .digits, numeral.currency == nil else { return false }
        let value = numeral.value
        var before = first - 1
        if document.isMark(before, ".") { before -= 1 }
        if document.word(before) == "the" && document.word(before - 1) == "of" { return false }
        if isMonth(before), value <= 31 { return true }
        if value <= 31, isMonth(next) || (document.word(next) == "of" && isMonth(next + 1)) { return true }
        // 12/05/2023 and 2023-05-12
        if document.isMark(next, "/") || document.isMark(first - 1, "/"), value <= 2100 { return true }
        // "Oct. 7-9", "3 and 4 May"
        if value <= 31,
            document.isMark(next, "-") || document.word(next).isOne(of: ["and", "to", "or"])
                || document.isMark(next, ","),
            next + 1 < document.tokens.count, document.tokens[next + 1].kind == .number, isMonth(next + 2)
        {
            return true
        }
        if value <= 31, document.word(first - 1) == "and" || document.isMark(first - 1, ","),
            first >= 3, document.tokens[first - 2].kind == .number,
            isMonth(first - 3) || (document.isMark(first - 3, ".") && isMonth(first - 4))
        {
            return document.match(.noun, at: next) == nil
        }
        return false
    }

    func isYear(_ numeral: Numeral) -> Bool {
        let first = document.tokens[numeral.tokens.lowerBound]
        guard numeral.form == .digits, first.end - first.start == 4, numeral.value >= 1900, numeral.value <= 2100,
            numeral.value == numeral.value.rounded()
        else {
            return isYearRange(numeral)
        }
        guard numeral.tokens.count == 1 else { return isYearRange(numeral) }
        let before = numeral.tokens.lowerBound - 1
        if isMonth(before) || document.numeral(before).kind == .ordinalSuffix { return true }
        if document.isMark(before, ",") && document.tokens[max(0, before - 1)].kind == .number { return true }
        let next = numeral.tokens.upperBound
        // "the 2016 campaign": an article says nothing of exactness.
        let isBare = document.word(before) == "the" || numeral.qualifierStart == numeral.tokens.lowerBound
        if document.word(before) == "the", document.match(.noun, at: next) == nil,
            document.match(.demonym, at: next) == nil
        {
            return true
        }
        let counted = isBare ? countedNoun(next) : .person
        if document.word(next) == "s" { return true }
        if counted != nil { return document.word(before).isOne(of: ["in", "since", "of", "until", "during", "from"]) }
        return true
    }

    /// "from 2009 to 2016"; not "2000 to 2050 families".
    private func isYearRange(_ numeral: Numeral) -> Bool {
        numeral.qualifier == .range && (numeral.low ?? 0) >= 1900 && (numeral.high ?? 9999) <= 2100
            && !hasComma(numeral) && countedNoun(numeral.tokens.upperBound) == nil
    }

    private func hasComma(_ numeral: Numeral) -> Bool {
        document.text(numeral.tokens).utf8.contains(UInt8(ascii: ","))
    }

    /// The kind of the noun that a number counts, a word or two before it passed over; nil where it counts nothing.
    private func countedNoun(_ at: Int) -> NounClass? {
        for offset in 0..<3 {
            if let match = document.match(.noun, at: at + offset) {
                let kind = document.lexicon.nouns[Int(match.term.index)].kind
                return kind.isPeople || kind == .building || kind == .truck || kind == .aid ? kind : nil
            }
            if let match = document.match(.demonym, at: at + offset), match.term.form > 0 || offset > 0 {
                return .person
            }
            guard at + offset < document.tokens.count, document.tokens[at + offset].kind == .word,
                document.classes(at + offset).isDisjoint(with: [.preposition, .conjunction, .be, .have, .relative])
            else { return nil }
        }
        return nil
    }
    /// `5:30`, `5 p.m.`, "at ten".
    func isClock(_ numeral: Numeral) -> Bool {
        let next = numeral.tokens.upperBound
        let before = numeral.tokens.lowerBound - 1
        let following = document.tokens.indices.contains(next + 1) && document.tokens[next + 1].kind == .number
        if document.isMark(next, ":"), following, !document.tokens[next].isSpaced, !document.tokens[next + 1].isSpaced {
            return true
        }
        if document.isMark(before, ":"), !document.tokens[before + 1].isSpaced, before >= 1,
            document.tokens[before - 1].kind == .number
        {
            return true
        }
        if isBareHour(numeral) { return true }
        return numeral.value <= 2400 && (document.classes(next).contains(.clock) || document.word(next) == "o")
    }

    /// "died at ten", "pronounced dead at 5 at the scene"; not "stood at 5", "put the toll at 12".
    private func isBareHour(_ numeral: Numeral) -> Bool {
        let at = numeral.qualifierStart - 1
        guard numeral.value <= 12, numeral.form == .digits || numeral.form == .words, document.word(at) == "at",
            at + 1 == numeral.tokens.lowerBound, document.endsPhrase(numeral.tokens.upperBound)
        else { return false }
        return document.word(at - 1).isOne(of: [
            "dead", "died", "began", "started", "ended", "struck", "arrived", "left", "opened", "closed", "came",
            "happened", "hit", "woke", "exploded", "erupted", "fell", "departed", "landed", "broke", "around",
            "shortly",
        ])
    }
}
