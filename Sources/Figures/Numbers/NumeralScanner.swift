/// Finds the numbers of a sentence, with their ranges, shares, currencies and qualifiers.
struct NumeralScanner {
    let document: Document
    private let parser: NumberParser

    init(document: Document) {
        self.document = document
        parser = NumberParser(document: document)
    }

    /// The numbers of a half-open range of tokens, in order, none overlapping.
    func numerals(in range: Range<Int>) -> [Numeral] {
        var found: [Numeral] = []
        findNumerals(in: range, &found)
        return found
    }

    /// Puts the numbers of a half-open range of tokens in place of those in `found`.
    func findNumerals(in range: Range<Int>, _ found: inout [Numeral]) {
        found.removeAll(keepingCapacity: true)
        var at = range.lowerBound
        while true {
            at = document.tokens.first(with: .number, in: min(at, range.upperBound)..<range.upperBound)
            guard at < range.upperBound else { return }
            if let end = isoDate(at, limit: range.upperBound) {
                at = end
                continue
            }
            let floor = found.last?.next ?? range.lowerBound
            guard let numeral = numeral(at: at, floor: floor, limit: range.upperBound) else {
                at += 1
                continue
            }
            found.append(numeral)
            at = max(numeral.next, at + 1)
        }
    }

    /// The token after `2024-02-29`; nil where no such date begins at `at`.
    private func isoDate(_ at: Int, limit: Int) -> Int? {
        guard at + 4 < limit, document.isMark(at + 1, "-"), document.isMark(at + 3, "-") else { return nil }
        let lengths = [0, 2, 4].map { document.tokens[at + $0].end - document.tokens[at + $0].start }
        let areNumbers = [0, 2, 4].allSatisfy { document.tokens[at + $0].kind == .number }
        let isTight = (1...4).allSatisfy { !document.tokens[at + $0].isSpaced }
        return areNumbers && isTight && lengths == [4, 2, 2] ? at + 5 : nil
    }

    private func numeral(at start: Int, floor: Int, limit: Int) -> Numeral? {
        guard mayBegin(start) else { return nil }
        let first = parser.number(at: start)
        if let share = share(start, first, limit: limit) { return qualified(share, floor: floor, limit: limit) }
        guard let first, first.end <= limit else { return nil }
        var numeral = Numeral(
            tokens: start..<first.end, qualifierStart: start, next: first.end, form: first.form, value: first.low,
            low: first.low, high: first.high, qualifier: first.form == .vague ? .vague : .exact)
        extendToRange(&numeral, first, limit: limit)
        takeCurrency(&numeral, floor: floor)
        return qualified(numeral, floor: floor, limit: limit)
    }

    /// Whether a number or a share can begin at a token: a glance at it and at the word behind it, since "a" and "first"
    /// are frequent.
    private func mayBegin(_ start: Int) -> Bool {
        let token = document.tokens[start]
        if token.kind == .number { return true }
        guard token.kind == .word, token.word != 0 else { return false }
        switch document.lexicon.numeral(token.word).kind {
        case .unit, .ten, .vague, .several, .dozen, .fraction: return true
        case .scale, .abbreviation, .couple, .ordinal, .ordinalSuffix: return false
        // "a", "an"
        case .none: return document.numeral(start + 1).kind != .none
        }
    }

    // MARK: Ranges

    /// Takes in the upper end of `20-30`, `20 to 30`, `between 20 and 30`, `two or three`.
    private func extendToRange(_ numeral: inout Numeral, _ first: NumberValue, limit: Int) {
        let joint = numeral.next
        guard joint + 1 < limit, let isTight = rangeJoint(joint, start: numeral.tokens.lowerBound),
            !isYearAlone(numeral)
        else { return }
        var upperStart = joint + 1
        if sign(at: upperStart) != nil { upperStart += 1 }
        guard upperStart < limit, let second = parser.number(at: upperStart), second.end <= limit,
            let high = second.high, second.form != .one
        else { return }
        var low = first.low
        // "10 to 12 million": the scale holds for both, where the first number has none of its own.
        if first.scale == 1, second.scale > 1, low < 1000, low * second.scale < high { low *= second.scale }
        guard low < high, !isTight || plausible(low, high) else { return }
        numeral.tokens = numeral.tokens.lowerBound..<second.end
        numeral.next = second.end
        numeral.value = low
        numeral.low = low
        numeral.high = high
        numeral.qualifier = .range
        numeral.form = first.form == .vague ? .vague : second.form
        if document.word(numeral.tokens.lowerBound - 1) == "between"
            || document.word(numeral.tokens.lowerBound - 1) == "from"
        {
            numeral.qualifierStart = numeral.tokens.lowerBound - 1
        }
    }

    /// Whether the token joins the ends of a range, and if so whether it is a hyphen without words.
    private func rangeJoint(_ joint: Int, start: Int) -> Bool? {
        let token = document.tokens[joint]
        if token.kind == .mark, token.mark == UInt8(ascii: "-") || token.mark == Mark.dash {
            return token.isSpaced ? nil : true
        }
        let word = document.word(joint)
        if word == "to", isChange(before: start) { return nil }
        if word == "to" || word == "or" { return false }
        return word == "and" && document.word(start - 1) == "between" ? false : nil
    }

    /// "rose by 3 to 61", "from 40 to 52": a step and where it led are two numbers; "from dozens to 61" is a range.
    private func isChange(before start: Int) -> Bool {
        let word = document.word(start - 1)
        if word == "by" { return true }
        guard word == "from", document.tokens[start].kind == .number else { return false }
        return (1...4).contains { document.classes(start - 1 - $0).contains(.change) }
    }

    /// "since October 2023 to 62,819": a year is no end of a range.
    private func isYearAlone(_ numeral: Numeral) -> Bool {
        let first = document.tokens[numeral.tokens.lowerBound]
        guard numeral.tokens.count == 1, first.kind == .number, first.end - first.start == 4,
            numeral.value >= 1900, numeral.value <= 2100
        else { return false }
        let before = numeral.tokens.lowerBound - 1
        return document.classes(before).month > 0 || document.word(before).isOne(of: ["since", "in"])
    }

    /// `2014-15` and `3-2` are no ranges of a count; `150-200` is.
    private func plausible(_ low: Double, _ high: Double) -> Bool {
        !(low >= 1900 && low <= 2100 && (high < 100 || (high >= 1900 && high <= 2100)))
    }

    // MARK: Shares

    /// `half of the territory's 2.3 million`, `90 percent of Gaza's 2.3 million`, `two-thirds of the 900`.
    ///
    /// - Parameter first: the number that begins at `start`.
    private func share(_ start: Int, _ first: NumberValue?, limit: Int) -> Numeral? {
        guard let (ratio, end) = ratio(start, first) else { return nil }
        var at = end
        // The base stands within a few words of the same noun phrase.
        while at < limit, at < end + 7 {
            if document.tokens[at].kind == .number || document.numeral(at).kind != .none,
                let base = parser.number(at: at), base.end <= limit, base.low >= 20
            {
                guard !document.classes(base.end).contains(.percent), !document.isMark(base.end, "%"),
                    !isYear(at, base)
                else { return nil }
                let value = (ratio * base.low).rounded()
                return Numeral(
                    tokens: start..<end, qualifierStart: start, next: base.end, form: .share, value: value, low: value,
                    high: value, qualifier: .exact)
            }
            let classes = document.classes(at)
            let isInside =
                document.word(at) == "of" || !classes.intersection([.determiner, .possessive]).isEmpty
                || document.tokens[at].isCapital || document.isMark(at, "'") || document.word(at) == "s"
                || document.match(.demonym, at: at) != nil
                || document.classes(at).contains(.baseWord)
            guard isInside else { return nil }
            at += 1
        }
        return nil
    }

    /// "half of 2019" is a time.
    private func isYear(_ at: Int, _ base: NumberValue) -> Bool {
        let token = document.tokens[at]
        return base.end == at + 1 && token.end - token.start == 4 && (1900...2100).contains(base.low)
            && document.match(.noun, at: base.end) == nil
    }

    /// A fraction or percentage and the token after it: `half`, `two-thirds`, `a quarter`, `90 percent`.
    private func ratio(_ start: Int, _ first: NumberValue?) -> (Double, Int)? {
        if document.tokens[start].kind == .number { return percentage(first) }
        let word = document.numeral(start)
        if word.kind == .fraction, word.value == 0.5 {
            return (0.5, start + 1)
        }
        if document.word(start) == "a" || document.word(start) == "one", document.numeral(start + 1).kind == .fraction {
            return (document.numeral(start + 1).value, start + 2)
        }
        if word.kind == .unit {
            let at = document.isMark(start + 1, "-") ? start + 2 : start + 1
            if document.numeral(at).kind == .fraction, document.numeral(at).value < 0.5 {
                return (word.value * document.numeral(at).value, at + 1)
            }
        }
        return percentage(first)
    }

    private func percentage(_ first: NumberValue?) -> (Double, Int)? {
        guard let number = first, number.low <= 100, number.scale == 1, number.form != .vague else { return nil }
        if document.isMark(number.end, "%") || document.classes(number.end).contains(.percent) {
            return (number.low / 100, number.end + 1)
        }
        if document.word(number.end) == "per", document.word(number.end + 1) == "cent" {
            return (number.low / 100, number.end + 2)
        }
        return nil
    }

    // MARK: Currency

    private func takeCurrency(_ numeral: inout Numeral, floor: Int) {
        var at = numeral.tokens.lowerBound - 1
        // `$US1.83 million`
        if at - 1 >= floor, document.isMark(at - 1, "$"), document.tokens[at].kind == .word,
            !document.tokens[at].isSpaced, !document.tokens[at + 1].isSpaced,
            let code = document.lexicon.dollars[document.tokens[at].word]
        {
            numeral.currency = code
            numeral.tokens = at - 1..<numeral.tokens.upperBound
            numeral.qualifierStart = min(at - 1, numeral.qualifierStart)
            return
        }
        guard at >= floor, let code = sign(at: at) else { return }
        numeral.currency = code
        if code == .dollar, at - 1 >= floor, document.tokens[at - 1].kind == .word, !document.tokens[at].isSpaced {
            if let other = document.lexicon.dollars[document.tokens[at - 1].word] {
                numeral.currency = other
                at -= 1
            }
        } else if code == .dollar, at - 1 >= floor, document.isMark(at - 1, "$") {
            at -= 1
        }
        numeral.tokens = at..<numeral.tokens.upperBound
        numeral.qualifierStart = min(at, numeral.qualifierStart)
    }

    private func sign(at token: Int) -> CurrencyCode? {
        guard token >= 0, token < document.tokens.count else { return nil }
        let word = document.tokens[token]
        if word.kind == .word {
            // A letter alone ("n", at the end of a text too) is a sign only before its number: "R500".
            let isAlone = token + 1 == document.tokens.count || document.tokens[token + 1].isSpaced
            return word.end - word.start == 1 && isAlone ? nil : document.lexicon.currencies[word.word]
        }
        guard word.kind == .mark else { return nil }
        switch word.mark {
        case UInt8(ascii: "$"): return .dollar
        case Mark.pound: return .pound
        case Mark.euro: return .euro
        case Mark.yen: return .yen
        case Mark.rupee: return .rupee
        default: return nil
        }
    }

    // MARK: Qualifiers

    private func qualified(_ numeral: Numeral, floor: Int, limit: Int) -> Numeral {
        var result = numeral
        let before = takeBefore(&result, floor: floor)
        let after = takeAfter(&result, limit: limit)
        apply(before, after, to: &result)
        return result
    }

    /// The qualifiers that touch the number from the left, the nearest first.
    private func takeBefore(_ numeral: inout Numeral, floor: Int) -> [QualifierEntry] {
        var found: [QualifierEntry] = []
        var end = numeral.qualifierStart
        for _ in 0..<3 {
            if document.word(end - 1) == "the" || document.word(end - 1) == "a",
                !found.isEmpty || numeral.form == .share
            {
                end -= 1
            }
            guard let (match, entry) = qualifierEnding(at: end, floor: floor), !isDirection(match) else { break }
            found.append(entry)
            end = match.first
            numeral.qualifierStart = match.first
        }
        return found
    }

    /// "raised its estimate *up to* 5,740", "death toll up to 65": where the number went, and no bound.
    private func isDirection(_ match: Match) -> Bool {
        guard document.word(match.first) == "up", document.word(match.first + 1) == "to" else { return false }
        let before = match.first - 1
        if document.classes(before).contains(.change) || document.classes(before).contains(.number) { return true }
        return document.word(before).isOne(of: ["estimate", "toll", "count", "number"])
    }

    private func qualifierEnding(at end: Int, floor: Int) -> (Match, QualifierEntry)? {
        for start in max(floor, end - 5)..<max(floor, end) where document.has(.qualifier, at: start) {
            for match in document.matches(at: start) where match.term.kind == .qualifier && match.end == end {
                let entry = document.lexicon.qualifiers[Int(match.term.index)]
                if entry.side != .after { return (match, entry) }
            }
        }
        // "~500" and ">500" are marks, no words.
        if end - 1 >= floor, document.isMark(end - 1, ">") {
            return (
                Match(first: end - 1, end: end, term: Term(kind: .qualifier, form: 0, index: 0)),
                QualifierEntry(qualifier: .atLeast, side: .before)
            )
        }
        return nil
    }

    private func takeAfter(_ numeral: inout Numeral, limit: Int) -> QualifierEntry? {
        let at = numeral.next
        guard at < limit else { return nil }
        if document.isMark(at, "+"), !document.tokens[at].isSpaced {
            numeral.next = at + 1
            return QualifierEntry(qualifier: .atLeast, side: .after)
        }
        let start =
            document.isMark(at, "-") || (document.isMark(at, ",") && document.word(at + 1) == "at") ? at + 1 : at
        for match in document.matches(at: min(start, document.tokens.count - 1))
        where match.term.kind == .qualifier && match.end <= limit {
            let entry = document.lexicon.qualifiers[Int(match.term.index)]
            // "on July 8, at least 2,086": the words belong to the number that they stand before.
            guard entry.side == .after, !beginsNumber(match.end, limit: limit) else { continue }
            numeral.next = match.end
            return entry
        }
        return nil
    }

    private func beginsNumber(_ at: Int, limit: Int) -> Bool {
        at < limit && (document.tokens[at].kind == .number || document.numeral(at).kind != .none)
    }

    /// The number with the bound that follows what it counts: "5,000 buildings *or more*".
    func boundedBehind(_ numeral: Numeral, phrase: NounPhrase, limit: Int) -> Numeral {
        guard numeral.qualifier == .exact, !phrase.tokens.isEmpty, phrase.end < limit else { return numeral }
        for match in document.matches(at: phrase.end) where match.term.kind == .qualifier && match.end <= limit {
            let entry = document.lexicon.qualifiers[Int(match.term.index)]
            guard entry.side == .after, entry.qualifier != .about, !beginsNumber(match.end, limit: limit) else {
                continue
            }
            var result = numeral
            apply([], entry, to: &result)
            return result
        }
        return numeral
    }

    private func apply(_ before: [QualifierEntry], _ after: QualifierEntry?, to numeral: inout Numeral) {
        guard !before.isEmpty || after != nil else { return }
        let all = before + (after.map { [$0] } ?? [])
        guard let first = strongest(all) else { return }
        switch first {
        case .atLeast:
            if numeral.qualifier == .vague || numeral.qualifier == .range {
                numeral.high = nil
                numeral.qualifier = numeral.qualifier == .range ? .atLeast : numeral.qualifier
            } else {
                numeral.high = nil
                numeral.qualifier = .atLeast
            }
        case .atMost:
            numeral.high = numeral.high ?? numeral.low
            numeral.low = nil
            numeral.qualifier = .atMost
        case .about where numeral.qualifier == .exact: numeral.qualifier = .about
        default: break
        }
    }

    /// Bounds outweigh approximation: "at least some 300" is at least 300.
    private func strongest(_ entries: [QualifierEntry]) -> Qualifier? {
        let all = entries.map(\.qualifier)
        return all.contains(.atLeast)
            ? .atLeast : all.contains(.atMost) ? .atMost : all.contains(.about) ? .about : all.first
    }
}
