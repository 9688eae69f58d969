/// Cuts tokens into sentences.
///
/// A sentence ends at a blank line, at a new line that does not run on in lower case, and at `.`, `!`, `?` (with the
/// quotes and brackets that close after it) before a space and what can begin a sentence, unless the point belongs
/// to an abbreviation. A run of more than `longest` tokens without such an end is cut.
struct SentenceSplitter {
    let tokens: TokenList
    let lexicon: Lexicon

    /// Tokens after which a sentence is cut, wherever it is: no writer makes one so long, and every figure of a table
    /// without a full stop would quote all of it.
    static let longest = 2000

    /// How many marks may close a sentence; in a longer run its last ones do.
    private static let longestClosing = 32

    func sentences() -> [Range<Int>] {
        var found: [Range<Int>] = []
        found.reserveCapacity(tokens.count / 16 + 1)
        var start = 0
        var at = 0
        while true {
            // Most tokens neither begin a line nor end a sentence.
            let limit = min(tokens.count, max(at, start + Self.longest))
            at = tokens.first(with: [.newline, .mayEnd], in: at..<limit)
            guard at < tokens.count else { break }
            if at > start, startsLine(at) || at - start >= Self.longest {
                found.append(start..<at)
                start = at
            }
            let end = endOfSentence(at)
            if end > at {
                found.append(start..<end)
                start = end
                at = end
            } else {
                at += 1
            }
        }
        if start < tokens.count { found.append(start..<tokens.count) }
        return found
    }

    private func startsLine(_ at: Int) -> Bool {
        let flags = tokens[at].flags
        if flags.contains(.paragraph) { return true }
        guard flags.contains(.newline) else { return false }
        if tokens[at].kind == .word, !tokens[at].isCapital { return endsSentence(at - 1) }
        return true
    }

    private func endsSentence(_ at: Int) -> Bool {
        let token = tokens[at]
        return token.isMark(".") || token.isMark("!") || token.isMark("?") || token.isMark(":")
            || token.isMark("\"")
    }

    /// The end of the sentence whose last mark is at `at`, its closing quotes taken in; `at` where none ends here.
    private func endOfSentence(_ at: Int) -> Int {
        let token = tokens[at]
        if token.kind == .word { return endsAtAbbreviation(at) ? at + 1 : at }
        guard token.isMark(".") || token.isMark("!") || token.isMark("?") || token.mark == Mark.ellipsis else {
            return at
        }
        var end = at + 1
        let limit = min(tokens.count, at + Self.longestClosing)
        while end < limit, !tokens[end].isSpaced, closes(tokens[end]) { end += 1 }
        guard end < tokens.count else { return end }
        let next = tokens[end]
        guard next.isSpaced || (end == at + 1 && next.isCapital && isGluedSentence(at)) else { return at }
        if token.isMark("."), end == at + 1, isAbbreviation(at - 1, before: end) { return at }
        return begins(next) ? end : at
    }

    /// `…in the city.The army`: a space was lost.
    private func isGluedSentence(_ at: Int) -> Bool {
        at > 0 && tokens[at - 1].kind == .word && !tokens[at - 1].isCapital
            && tokens[at - 1].end - tokens[at - 1].start > 3
    }

    private func closes(_ token: Token) -> Bool {
        token.isMark("\"") || token.isMark("'") || token.isMark(")") || token.isMark("]") || token.isMark(".")
            || token.isMark("!") || token.isMark("?")
    }

    private func begins(_ token: Token) -> Bool {
        switch token.kind {
        case .word: token.isCapital
        case .number, .code: true
        case .mark:
            !(token.isMark(",") || token.isMark(";") || token.isMark(")") || token.isMark(".")
                || token.isMark(":") || token.isMark("-") || token.mark == Mark.dash)
        }
    }

    private func isAbbreviation(_ at: Int, before next: Int) -> Bool {
        guard at >= 0, tokens[at].kind == .word else { return false }
        let length = tokens[at].end - tokens[at].start
        if length == 1, tokens[at].isCapital { return true }
        guard lexicon.classes(tokens[at].word).contains(.abbreviation) else { return false }
        // A sentence may end in "etc." or "Inc."; what follows then opens with a small word.
        return tokens[next].kind != .word || !opensSentence(next)
    }

    /// `U.S.` and `p.m.` hold their last point: the sentence ends there only before a word that opens one.
    private func endsAtAbbreviation(_ at: Int) -> Bool {
        let token = tokens[at]
        guard token.end - token.start >= 4, at + 1 < tokens.count, tokens[at + 1].isSpaced else { return false }
        return lexicon.classes(token.word).contains(.abbreviation) && opensSentence(at + 1) && token.word != 0
            && isDotted(token)
    }

    private func isDotted(_ token: Token) -> Bool {
        // Tokens hold points only as initials: four bytes of two letters and two points.
        token.end - token.start == 4 && lexicon.classes(token.word).contains(.abbreviation)
            && !lexicon.classes(token.word).contains(.clock)
            || lexicon.classes(token.word).contains(.clock)
    }

    private func opensSentence(_ at: Int) -> Bool {
        let token = tokens[at]
        guard token.isCapital else { return false }
        return !lexicon.classes(token.word).intersection([
            .determiner, .pronoun, .preposition, .subordinator, .conjunction,
        ]).isEmpty
    }
}
