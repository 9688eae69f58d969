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
            if isFigure(at) { return .figure }
        }
        return isTimed(mention.phrase.end, sentence) ? .time : .none
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
