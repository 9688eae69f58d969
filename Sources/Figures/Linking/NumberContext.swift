/// What stands around a number and in its phrase, as the features of all of its candidates tell it.
struct NumberContext {
    /// The class of the head noun; past the classes for a people, for an unknown noun and for none.
    let head: Int
    /// What stands before the number, and behind its phrase.
    let before: Context
    let after: Context
    /// The kind of the last word in the phrase that tells a measure.
    let inside: InsideKind
    let qualifier: Int

    init(_ mention: Mention, _ document: Document, _ sentence: Range<Int>) {
        head = NumberContext.head(mention.phrase)
        before = NumberContext.before(mention, document, sentence)
        after = NumberContext.after(mention, document, sentence)
        inside = NumberContext.inside(mention.phrase, document)
        qualifier = NumberContext.number(of: mention.numeral.qualifier)
    }

    private static func number(of qualifier: Qualifier) -> Int {
        switch qualifier {
        case .exact: 0
        case .about: 1
        case .range: 2
        case .vague: 3
        case .atLeast: 4
        case .atMost: 5
        }
    }

    private static func inside(_ phrase: NounPhrase, _ document: Document) -> InsideKind {
        guard let match = phrase.triggers.last else { return .none }
        if document.lexicon.triggers[Int(match.term.index)].role == .adjective { return .adjective }
        if let head = phrase.headToken, head >= match.end { return .modifier }
        guard let noun = document.match(.noun, at: match.first), noun.end >= match.end else { return .event }
        return document.lexicon.nouns[Int(noun.term.index)].kind.isPeople ? .person : .event
    }

    private static func head(_ phrase: NounPhrase) -> Int {
        if phrase.head != .none {
            return phrase.noun == nil ? NounClass.allCases.count + 2 : Int(phrase.head.rawValue)
        }
        return phrase.isUnknown ? NounClass.allCases.count + 1 : NounClass.allCases.count
    }

    private static func before(_ mention: Mention, _ document: Document, _ sentence: Range<Int>) -> Context {
        var at = mention.numeral.qualifierStart - 1
        while at >= sentence.lowerBound, document.classes(at).contains(.determiner) || document.isMark(at, "\"") {
            at -= 1
        }
        return at < sentence.lowerBound ? .start : context(at, document, before: true)
    }

    private static func after(_ mention: Mention, _ document: Document, _ sentence: Range<Int>) -> Context {
        let at = mention.phrase.end
        return at >= sentence.upperBound ? .end : context(at, document, before: false)
    }

    private static func context(_ at: Int, _ document: Document, before: Bool) -> Context {
        let token = document.tokens[at]
        if token.kind == .number { return .number }
        if token.kind == .mark {
            switch token.mark {
            case UInt8(ascii: ","): return .comma
            case UInt8(ascii: ":"): return .colon
            case UInt8(ascii: "("), UInt8(ascii: ")"): return .bracket
            case UInt8(ascii: "."): return before ? .mark : .end
            default: return .mark
            }
        }
        let word = document.word(at)
        if before, word == "to", document.word(at - 1) == "according" { return .reporting }
        if let preposition = preposition(word) { return preposition }
        let classes = document.classes(at)
        let isTrigger = document.matches(at: at).contains { $0.term.kind == .trigger }
        if isTrigger { return .trigger }
        if isSpeech(at, document, before: before) { return .reporting }
        if classes.contains(.including) { return .including }
        if classes.contains(.relative) { return .relative }
        if classes.contains(.subordinator) { return .subordinator }
        if classes.contains(.conjunction) { return .and }
        if classes.contains(.be) { return .be }
        if classes.contains(.have) { return .have }
        if classes.contains(.modal) { return .modal }
        if before, classes.contains(.counting) { return .counting }
        if word.hasSuffix("ed") || word.hasSuffix("ing") { return .verb }
        return token.isCapital ? .name : .word
    }

    /// "two officials *said*", "*told* three reporters": the number counts those who speak or hear.
    private static func isSpeech(_ at: Int, _ document: Document, before: Bool) -> Bool {
        if before { return document.classes(at).contains(.listener) }
        return document.match(.reporting, at: at).map { document.lexicon.reporting[Int($0.term.index)].role == .say }
            ?? false
    }

    private static func preposition(_ word: FoldedWord) -> Context? {
        if word == "of" { return .of }
        if word == "to" { return .to }
        if word == "by" { return .by }
        if word == "from" { return .from }
        if word == "at" { return .at }
        if word == "in" { return .in }
        if word == "with" { return .with }
        if word == "for" { return .for }
        if word == "on" { return .on }
        if word == "than" { return .than }
        return nil
    }
}
