/// Tells the numbers that are how old somebody is.
struct AgeGate {
    let document: Document

    /// `aged 28`, `28-year-old`, `ages 28 and 25`, `, 28,` after a name, `under 18`.
    func isAge(_ numeral: Numeral) -> Bool {
        guard numeral.value <= 120, numeral.currency == nil else { return false }
        let first = numeral.tokens.lowerBound
        let next = numeral.tokens.upperBound
        var before = numeral.qualifierStart - 1
        if document.word(before) == "between" || document.word(before) == "of" { before -= 1 }
        if document.classes(before).contains(.age) { return true }
        if document.word(before) == "and" || document.word(before) == "to" || document.isMark(before, ","),
            before >= 2, document.tokens[before - 1].kind == .number,
            document.classes(before - 2).contains(.age)
                || (document.isMark(before - 2, ",") && document.classes(before - 4).contains(.age)),
            document.endsPhrase(next)
        {
            return true
        }
        if isYearOld(next) || isOfOnePerson(numeral) || isInAgeList(numeral) { return true }
        if document.word(before) == "than", document.word(before - 1).isOne(of: ["younger", "older"]) { return true }
        // "males 17 and 33 years of age", "both 37"
        if document.word(next).isOne(of: ["and", "or", "to"]), next + 1 < document.tokens.count,
            document.tokens[next + 1].kind == .number, isYearOld(next + 2)
        {
            return true
        }
        if document.word(first - 1) == "both", numeral.form == .digits, document.endsPhrase(next) { return true }
        if document.word(first - 1) == "under" || document.word(first - 1) == "over"
            || document.word(first - 1) == "below",
            numeral.value <= 21 || document.word(first - 1) == "over", document.match(.noun, at: next) == nil,
            first >= 2,
            document.match(.noun, at: first - 2).map({ document.lexicon.nouns[Int($0.term.index)].kind == .person })
                ?? false
        {
            return true
        }
        if isSetApart(numeral), first >= 2, namesOnePerson(first - 2) { return true }
        if document.isMark(first - 1, ","), document.isMark(first - 2, "."), numeral.form == .digits,
            document.word(first - 3).isOne(of: ["jr", "sr"])
        {
            return true
        }
        // "Abu Nidal, 44," and "Umm Yasir, 44."
        return document.isMark(first - 1, ",") && first >= 2 && document.tokens[first - 2].isCapital
            && document.tokens[first - 2].kind == .word && numeral.value > 1 && numeral.form == .digits
            && (document.isMark(next, ",") || document.isMark(next, ".") || document.isMark(next, ")")
                || document.word(next) == "and")
            && document.match(.place, at: first - 2) == nil && document.classes(first - 2).month == 0
    }

    /// `, 44,` and at an end `, 44.`
    private func isSetApart(_ numeral: Numeral) -> Bool {
        let next = numeral.tokens.upperBound
        return document.isMark(numeral.tokens.lowerBound - 1, ",") && numeral.form == .digits && numeral.value >= 10
            && (next >= document.tokens.count || [",", ".", ";", ")"].contains { document.isMark(next, $0) })
    }

    /// "a girl of 8", "his son of eleven", "a mother of six": an age, or how many children somebody has.
    private func isOfOnePerson(_ numeral: Numeral) -> Bool {
        let of = numeral.qualifierStart - 1
        guard document.word(of) == "of", let noun = document.match(.noun, at: of - 1),
            noun.term.form == 0 && document.lexicon.nouns[Int(noun.term.index)].kind == .person || areYoung(of - 1),
            !document.word(of - 1).isOne(of: ["crew", "couple", "staff", "people", "personnel"])
        else { return false }
        let next = numeral.tokens.upperBound
        return document.endsPhrase(next)
            || document.matches(at: next).contains {
                $0.term.kind == .trigger && document.lexicon.triggers[Int($0.term.index)].role.isVerb
            }
    }

    /// "girls", "pupils": those whose age is told, and not how many they have.
    private func areYoung(_ at: Int) -> Bool {
        guard let noun = document.match(.noun, at: at), noun.term.form > 0 else { return false }
        return document.lexicon.nouns[Int(noun.term.index)].population == "children"
    }

    /// How far a list of ages is followed to each side of a number, in tokens: a table may be nothing but numbers.
    private static let reach = 40

    /// "two men, 20 and 23,", "children of 8, 12 and 13": the ages of those who were just named.
    private func isInAgeList(_ numeral: Numeral) -> Bool {
        guard numeral.form == .digits, numeral.value >= 1 else { return false }
        var first = numeral.tokens.lowerBound
        var last = numeral.tokens.upperBound
        let floor = max(2, first - Self.reach)
        let limit = last + Self.reach
        while first >= floor, isListed(first - 1), isBareNumber(first - 2) { first -= 2 }
        while last < limit, isListed(last), isBareNumber(last + 1) { last += 2 }
        guard last - first > 1, first >= 2, document.endsPhrase(last) else { return false }
        if document.word(first - 1) == "of" { return areYoung(first - 2) }
        guard document.isMark(first - 1, ","),
            document.tokens[min(last, document.tokens.count - 1)].kind == .mark
        else { return false }
        return document.match(.noun, at: first - 2).map {
            document.lexicon.nouns[Int($0.term.index)].kind == .person
        } ?? false
    }

    private func isListed(_ at: Int) -> Bool { document.isMark(at, ",") || document.word(at) == "and" }

    /// Two digits at most.
    private func isBareNumber(_ at: Int) -> Bool {
        at >= 0 && at < document.tokens.count && document.tokens[at].kind == .number
            && document.tokens[at].end - document.tokens[at].start <= 2
    }

    /// "the truck driver", "a mother": somebody whose age may follow.
    private func namesOnePerson(_ at: Int) -> Bool {
        if let match = document.match(.noun, at: at), match.term.form == 0 {
            let kind = document.lexicon.nouns[Int(match.term.index)].kind
            return kind == .person || kind == .agent
        }
        return document.match(.sourceNoun, at: at)?.term.form == 0 || document.match(.title, at: at) != nil
    }

    private func isYearOld(_ next: Int) -> Bool {
        var at = next
        if document.isMark(at, "-") { at += 1 }
        guard
            document.word(at).hasPrefix("year") || document.word(at).hasPrefix("month")
                || document.word(at).hasPrefix("week")
        else { return false }
        if document.isMark(at + 1, "-") { at += 1 }
        return document.word(at + 1).hasPrefix("old") || document.word(at + 1) == "of" && document.word(at + 2) == "age"
    }
}
