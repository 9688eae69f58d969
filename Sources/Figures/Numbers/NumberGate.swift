/// Why a number is no figure.
enum GateReason: String, CaseIterable {
    case date, year, clock, age, ordinal, code, percent, compound
    case listMark = "list mark"
    case coordinate, score, rate, capacity
    case phone = "phone number"
    case pronoun = "\"one\" as a pronoun"
    case population = "population of a place"
    case decimal, zero
}

/// Tells the numbers that count nothing: dates, times, ages, ordinals, codes, shares without a base.
struct NumberGate {
    let document: Document

    /// The reason why the number is no figure; nil where it may be one.
    func reason(_ numeral: Numeral) -> GateReason? {
        if isGlued(numeral) { return .code }
        if isPronoun(numeral) { return .pronoun }
        if numeral.value == 0, numeral.form != .share { return .zero }
        if numeral.form == .share { return nil }
        let next = numeral.tokens.upperBound
        if isOrdinal(next) { return .ordinal }
        let calendar = CalendarGate(document: document)
        if calendar.isDate(numeral) { return .date }
        if calendar.isClock(numeral) { return .clock }
        if isPercent(numeral) { return .percent }
        if isVote(numeral) { return .score }
        if AgeGate(document: document).isAge(numeral) { return .age }
        if numeral.currency != nil { return nil }
        if calendar.isYear(numeral) { return .year }
        if isRate(numeral) { return .rate }
        if isCapacity(numeral) { return .capacity }
        if isPhone(numeral) { return .phone }
        if isCompound(next) { return .compound }
        if isCode(numeral) { return .code }
        if isListMark(numeral) { return .listMark }
        if isFractionWithoutBase(numeral) { return .percent }
        return nil
    }

    private func byte(_ at: Int) -> UInt8 { at >= 0 && at < document.bytes.count ? document.bytes[at] : 32 }

    /// Part of an address, a handle or a decimal that was cut: `/2023`, `id=5`, `v2.3.1`.
    private func isGlued(_ numeral: Numeral) -> Bool {
        let first = document.tokens[numeral.tokens.lowerBound]
        guard first.kind == .number else { return false }
        let before = byte(Int(first.start) - 1)
        let after = byte(Int(document.tokens[numeral.tokens.upperBound - 1].end))
        if Self.isGlue(before) || after == UInt8(ascii: "_") || after == UInt8(ascii: "=") { return true }
        if after == UInt8(ascii: "/"), byte(Int(document.tokens[numeral.tokens.upperBound - 1].end) + 1).isASCIIDigit {
            return true
        }
        // `767-300`: the upper end of a range would have been taken with its lower end.
        if before == UInt8(ascii: "-"), isTiedToNumber(numeral.tokens.lowerBound) { return true }
        if before == UInt8(ascii: ".") || before == UInt8(ascii: "-"), isTiedToWord(numeral.tokens.lowerBound) {
            return true
        }
        return false
    }

    /// `/` `_` `=` `@` `#` `&` `?` `\`
    private static func isGlue(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2F, 0x5F, 0x3D, 0x40, 0x23, 0x26, 0x3F, 0x5C: true
        default: false
        }
    }

    private func isTiedToNumber(_ at: Int) -> Bool {
        at >= 2 && document.isMark(at - 1, "-") && !document.tokens[at - 1].isSpaced && !document.tokens[at].isSpaced
            && document.tokens[at - 2].kind == .number
    }

    /// `C-130`, `Covid-19`: a hyphen ties the number to a word before it.
    private func isTiedToWord(_ at: Int) -> Bool {
        guard at >= 2, document.isMark(at - 1, "-"), !document.tokens[at - 1].isSpaced, !document.tokens[at].isSpaced
        else {
            return false
        }
        return document.tokens[at - 2].kind == .word || document.tokens[at - 2].kind == .code
    }

    /// `14.3 deaths per 1,000`, `one in every three`: neither number counts anybody.
    private func isRate(_ numeral: Numeral) -> Bool {
        let before = document.word(numeral.qualifierStart - 1)
        if before == "per" || before == "every" || isOneOfSo(numeral) || isForEach(numeral) { return true }
        for at in numeral.next..<min(numeral.next + 4, document.tokens.count) {
            guard document.tokens[at].kind == .word else { return false }
            if document.word(at) == "per" || document.word(at) == "every" && document.word(at - 1) == "for" {
                return at + 1 < document.tokens.count && document.tokens[at + 1].kind == .number
            }
        }
        return false
    }

    /// `bundles, each weighing about 450 kilograms`, `with two companions each`: what one of several has.
    private func isForEach(_ numeral: Numeral) -> Bool {
        let before = numeral.qualifierStart - 1
        if document.word(before - 1) == "each", document.word(before).hasSuffix("ing") { return true }
        let next = numeral.tokens.upperBound
        for at in next..<min(next + 3, document.tokens.count) where document.tokens[at].kind == .word {
            if document.tokens[at - 1].kind == .mark { return false }
            if document.word(at).isOne(of: ["each", "apiece"]) { return !startsPhrase(at + 1) }
        }
        return false
    }

    /// "40 each day", "40 killed, each of them a child": "each" belongs to what follows.
    private func startsPhrase(_ at: Int) -> Bool {
        guard at < document.tokens.count, document.tokens[at].kind == .word else { return false }
        return document.word(at) == "of" || document.match(.noun, at: at) != nil
    }

    /// "room for 600", "a capacity of 2,000", "built for 5,000", "can hold 3,500", "designed to house 500": what there
    /// is room for is nobody yet.
    private func isCapacity(_ numeral: Numeral) -> Bool {
        let before = numeral.qualifierStart - 1
        let word = document.word(before)
        if word == "for" || word == "of" {
            return document.classes(before - 1).contains(.capacity)
                && (word == "for" || document.word(before - 1) == "capacity")
        }
        guard document.classes(before).contains(.holding) else { return false }
        let verb = document.word(before - 1)
        return verb.isOne(of: ["can", "could"]) || verb == "to" && document.classes(before - 2).contains(.capacity)
    }

    /// `two in three refugees`, `nine in ten of them`: a share that names no base.
    private func isOneOfSo(_ numeral: Numeral) -> Bool {
        guard numeral.tokens.count == 1, numeral.value <= 100, numeral.currency == nil else { return false }
        let next = numeral.tokens.upperBound
        let before = numeral.tokens.lowerBound - 1
        if document.word(next) == "in", let whole = small(next + 1), whole > numeral.value, isRound(whole) {
            return true
        }
        guard document.word(before) == "in", let part = small(before - 1) else { return false }
        return part < numeral.value && isRound(numeral.value)
    }

    private func isRound(_ value: Double) -> Bool { value <= 12 || value == 20 || value == 100 }

    /// The value of a token that is a number up to 100 by itself; nil for any other.
    private func small(_ at: Int) -> Double? {
        guard at >= 0, at < document.tokens.count else { return nil }
        let word = document.numeral(at)
        if word.kind == .unit || word.kind == .ten { return word.value }
        let token = document.tokens[at]
        guard token.kind == .number, token.end - token.start <= 3 else { return nil }
        let value = DigitGroups.value(of: document.bytes[Int(token.start)..<Int(token.end)])
        return value.flatMap { $0 <= 100 ? $0 : nil }
    }

    /// `020 7946 0018`, `555-0134`, `(815) 967-6976`: no count begins with a nought, none stands so in brackets.
    private func isPhone(_ numeral: Numeral) -> Bool {
        if isAreaCode(numeral.tokens.lowerBound) || isAreaCode(numeral.tokens.lowerBound - 2) { return true }
        let first = numeral.tokens.lowerBound
        let next = numeral.tokens.upperBound
        let around = max(0, first - 2)..<min(next + 2, document.tokens.count)
        return around.contains { at in
            let token = document.tokens[at]
            return (at <= first || at >= next) && token.kind == .number && token.end - token.start > 2
                && document.bytes[Int(token.start)] == UInt8(ascii: "0")
                && document.bytes[Int(token.start) + 1].isASCIIDigit
        }
    }

    /// "no one", "which one", "one by one", "the one that": nobody is counted.
    private func isPronoun(_ numeral: Numeral) -> Bool {
        guard numeral.form == .one else { return false }
        let before = document.word(numeral.tokens.lowerBound - 1)
        let after = document.word(numeral.tokens.upperBound)
        if before.isOne(of: ["no", "which", "each", "every", "any", "this", "that", "last", "by", "another", "than"]) {
            return before != "than" || after == "of"
        }
        return after.isOne(of: ["by", "another", "that", "who", "which", "day", "such", "thing", "way", "or"])
            || before == "the" && document.match(.noun, at: numeral.tokens.upperBound) == nil
    }

    /// "the enclave's 2.3 million people", "a country of 28 million people": how many live there.
    func isPopulation(_ numeral: Numeral, _ phrase: NounPhrase) -> Bool {
        let at = numeral.qualifierStart - 1
        if document.word(at) == "of", document.word(at - 1) == "population", !isAffected(phrase.end) { return true }
        guard numeral.value >= 10_000, numeral.form != .share, numeral.form != .vague, phrase.triggers.isEmpty,
            phrase.population.isEmpty, phrase.head == .person || phrase.head == .none && !phrase.isUnknown
        else { return false }
        if document.word(at) == "s", document.isMark(at - 1, "'") || document.isMark(at - 2, "'") {
            return phrase.head == .person
        }
        if document.classes(at).contains(.possessive) { return phrase.head == .person }
        guard document.word(at) == "of" else { return false }
        if let noun = document.match(.noun, at: at - 1),
            document.lexicon.nouns[Int(noun.term.index)].kind == .settlement
        {
            return true
        }
        return document.word(at - 1).isOne(of: [
            "country", "nation", "population", "island", "enclave", "territory", "state", "province", "region", "strip",
            "metropolis", "capital",
        ])
    }

    /// "a population of 4 million *were affected*": what befell them is told.
    private func isAffected(_ at: Int) -> Bool {
        document.classes(at).contains(.be)
            && document.matches(at: min(at + 1, document.tokens.count - 1)).contains {
                $0.term.kind == .trigger && $0.term.form == 3
            }
    }

    /// `(815)967`
    private func isAreaCode(_ at: Int) -> Bool {
        at >= 1 && at + 2 < document.tokens.count && document.isMark(at - 1, "(") && document.isMark(at + 1, ")")
            && document.tokens[at].kind == .number && document.tokens[at].end - document.tokens[at].start == 3
            && document.tokens[at + 2].kind == .number
            && document.tokens[at + 2].end - document.tokens[at + 2].start == 3
    }

    private func isOrdinal(_ next: Int) -> Bool {
        guard next < document.tokens.count else { return false }
        return !document.tokens[next].isSpaced && document.numeral(next).kind == .ordinalSuffix
    }

    /// "voted 114 to 17", "lost 30-27": both sides of a vote or a game.
    private func isVote(_ numeral: Numeral) -> Bool {
        let first = numeral.tokens.lowerBound
        let next = numeral.tokens.upperBound
        guard numeral.form == .digits, numeral.currency == nil, next - first == 1 else { return false }
        if isBetweenSides(next), isNumber(next + 1), isBallot(first - 1) { return true }
        return isBetweenSides(first - 1) && isNumber(first - 2) && isBallot(first - 3)
    }

    private func isBetweenSides(_ at: Int) -> Bool { document.word(at) == "to" || document.isMark(at, "-") }

    private func isNumber(_ at: Int) -> Bool {
        at >= 0 && at < document.tokens.count && document.tokens[at].kind == .number
    }

    private func isBallot(_ at: Int) -> Bool {
        let word = document.word(at)
        return word.isOne(of: ["voted", "votes", "vote", "won", "lost", "beat", "score", "leading", "trailing"])
            || word == "by" && document.word(at - 1).isOne(of: ["voted", "passed", "won", "lost", "approved"])
    }

    private func isPercent(_ numeral: Numeral) -> Bool {
        let next = numeral.tokens.upperBound
        return document.isMark(next, "%") || document.classes(next).contains(.percent)
            || (document.word(next) == "per" && document.word(next + 1) == "cent")
    }

    /// `22,000-strong`, `10-member`, `3-day`: a hyphen ties the number to the next word.
    private func isCompound(_ next: Int) -> Bool {
        guard next + 1 < document.tokens.count else { return false }
        if !document.tokens[next].isSpaced, document.tokens[next].kind == .word,
            document.tokens[next - 1].kind == .number
        {
            return document.match(.noun, at: next).map {
                document.lexicon.nouns[Int($0.term.index)].kind.isNeverCounted
            } ?? true
        }
        guard document.isMark(next, "-"), !document.tokens[next].isSpaced, !document.tokens[next + 1].isSpaced,
            document.tokens[next + 1].kind == .word
        else { return false }
        return true
    }

    /// `Resolution 2728`, `Flight 370`, `No. 45`.
    private func isCode(_ numeral: Numeral) -> Bool {
        guard numeral.form == .digits || numeral.form == .words || numeral.form == .one else { return false }
        var before = numeral.tokens.lowerBound - 1
        if numeral.qualifierStart != numeral.tokens.lowerBound { return false }
        if isPartOfName(numeral) { return true }
        if document.isMark(before, ".") { before -= 1 }
        guard document.classes(before).contains(.gateBefore) else { return false }
        let word = document.word(before)
        if word.isOne(of: ["magnitude", "category", "flight", "resolution"]) { return true }
        if word == "no" || word == "nos" { return document.isMark(before + 1, ".") }
        guard numeral.value < 10_000 else { return false }
        return document.tokens[before].isCapital && before > 0 && !document.tokens[before].flags.contains(.newline)
            || document.match(.noun, at: numeral.tokens.upperBound) == nil
    }

    /// `KTBS News 3 reported`, `near Tower 22.`: a name that no table knows goes on with the number, and nothing that
    /// could be counted follows.
    private func isPartOfName(_ numeral: Numeral) -> Bool {
        let before = numeral.tokens.lowerBound - 1
        let next = numeral.tokens.upperBound
        guard numeral.form == .digits, numeral.value < 10_000, before >= 1, !document.isLowerCase,
            document.tokens[before].kind == .word, document.tokens[before].isCapital,
            !document.tokens[before].flags.contains(.allCapitals),
            document.tokens[before - 1].kind == .word, document.matches(at: before).isEmpty,
            document.classes(before).isEmpty || document.classes(before).contains(.gateBefore), !endsPlace(before)
        else { return false }
        return document.endsPhrase(next) || document.match(.reporting, at: next) != nil
    }

    /// "Sierra Leone 879": a table of places, told in a sentence.
    private func endsPlace(_ last: Int) -> Bool {
        (max(0, last - 3)..<last).contains { document.match(.place, at: $0)?.end == last + 1 }
    }

    private func isListMark(_ numeral: Numeral) -> Bool {
        let first = numeral.tokens.lowerBound
        let next = numeral.tokens.upperBound
        return numeral.form == .digits && numeral.value < 100 && document.tokens[first].flags.contains(.newline)
            && (document.isMark(next, ".") || document.isMark(next, ")")) && next + 1 < document.tokens.count
            && !document.tokens[next].isSpaced && document.tokens[next + 1].kind == .word
    }

    /// `one third of the budget`: the share names no base.
    private func isFractionWithoutBase(_ numeral: Numeral) -> Bool {
        let next =
            document.isMark(numeral.tokens.upperBound, "-") ? numeral.tokens.upperBound + 1 : numeral.tokens.upperBound
        let word = document.numeral(next)
        return word.kind == .fraction && word.value < 0.5 && numeral.value < 10 && numeral.form != .digits
    }
}

extension Document {
    /// Whether no noun that a number could count begins at a token: a mark, a small word, the end of the text.
    func endsPhrase(_ at: Int) -> Bool {
        guard at < tokens.count else { return true }
        return tokens[at].kind == .mark
            || !classes(at).isDisjoint(with: [.conjunction, .be, .preposition, .have, .relative])
    }
}
