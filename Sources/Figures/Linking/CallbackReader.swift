/// A word by which a number takes up what the figure before it counted.
enum Callback: Int, NamedCase {
    case none
    /// "the figure was 11,433", "a record of 5,809"
    case figure
    /// "compared with 1,400 in March", "up from 76"
    case comparison
    /// "12,747 recorded the year before", "266 on Friday"
    case time
    /// "a further 218", "another 40"
    case further
    /// "Of these, 40 were children", "Within that number, 43,000 left"
    case part
    /// "Egypt has taken in 160,000, Chad some 90,000"
    case gapped
    /// "A fisherman said hundreds", "the police had spoken of no more than 22"
    case spoken
}

/// Tells how a number that does not say what it counts is tied to the figure before it.
struct CallbackReader {
    let document: Document

    /// How far before the number the word may stand, in tokens.
    private static let reach = 6

    func callback(_ mention: Mention, in sentence: Range<Int>) -> Callback {
        if mention.phrase.isFurther { return .further }
        let number = mention.numeral.qualifierStart
        for at in (max(sentence.lowerBound, number - Self.reach)..<number).reversed() {
            if document.tokens[at].kind == .number { break }
            if document.isMark(at, ";") || document.isMark(at, ".") { break }
            let word = document.word(at)
            if word.isOne(of: ["compared", "against", "versus", "than"]) { return .comparison }
            if word == "from", at > sentence.lowerBound, isChange(at - 1) { return .comparison }
            if isFigure(at) {
                return document.word(at - 1) == "that" || document.word(at - 1) == "this" ? .part : .figure
            }
        }
        if isPart(before: number, sentence) { return .part }
        if isTimed(mention.phrase.end, sentence) { return .time }
        if isGapped(number - 1, sentence) { return .gapped }
        return isSpoken(before: number, sentence) ? .spoken : .none
    }

    /// A word that takes up those counted before begins the sentence, or the part of it behind the last mark.
    private func isPart(before number: Int, _ sentence: Range<Int>) -> Bool {
        for at in (max(sentence.lowerBound, number - Self.reach)..<number).reversed() {
            if document.tokens[at].kind == .number { return false }
            guard document.word(at).isOne(of: ["of", "among", "within", "amongst"]), at + 1 < number else { continue }
            let next = document.word(at + 1)
            if next.isOne(of: ["them", "these", "those", "whom", "which"]) { return true }
            return (next == "that" || next == "this") && document.classes(at + 2).contains(.number)
        }
        return false
    }

    /// A name behind a mark or "and" stands at once before the number: the verb is that of the figure before.
    private func isGapped(_ at: Int, _ sentence: Range<Int>) -> Bool {
        var first = at
        while first >= sentence.lowerBound, document.tokens[first].kind == .word, document.tokens[first].isCapital {
            first -= 1
        }
        guard first < at, first > sentence.lowerBound else { return false }
        return document.isMark(first, ",") || document.isMark(first, ";") || document.word(first) == "and"
    }

    /// The number is all that somebody said.
    private func isSpoken(before number: Int, _ sentence: Range<Int>) -> Bool {
        var at = number - 1
        if document.word(at).isOne(of: ["of", "at", "it", "that"]) { at -= 1 }
        if document.word(at) == "it" { at -= 1 }
        guard at > sentence.lowerBound else { return false }
        return document.matches(at: at).contains { $0.term.kind == .reporting && $0.end <= number }
            || document.word(at).isOne(of: ["spoke", "spoken", "thought", "put"])
    }

    private func isChange(_ at: Int) -> Bool { document.classes(at).contains(.change) }

    private func isFigure(_ at: Int) -> Bool {
        let word = document.word(at)
        return document.classes(at).contains(.number)
            || word.isOne(of: [
                "figures", "record", "estimate", "count", "toll", "totals", "numbers", "peak", "average",
            ])
    }

    /// A time follows at once, perhaps behind a participle: "on Friday", "the year before", "recorded in March".
    private func isTimed(_ at: Int, _ sentence: Range<Int>) -> Bool {
        var next = at
        if document.classes(next).contains(.counting) { next += 1 }
        if document.classes(next).contains(.preposition) { next += 1 }
        if document.classes(next).contains(.determiner) { next += 1 }
        guard next < sentence.upperBound else { return false }
        let classes = document.classes(next)
        if classes.month > 0 || classes.weekday > 0 { return document.tokens[next].isCapital }
        return document.match(.time, at: next) != nil
            || document.word(next).isOne(of: ["previous", "year", "month", "week", "day"])
                && document.classes(next + 1).contains(.ago)
    }
}
