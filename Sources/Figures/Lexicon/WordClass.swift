/// The small closed classes of `Data/en/words.tsv`, one bit each.
struct WordClass: OptionSet {
    let rawValue: UInt64

    static let names = [
        "be", "have", "modal", "fear", "negation", "preposition", "locative", "conjunction", "subordinator", "relative",
        "pronoun", "speakerPronoun", "determiner", "possessive", "more", "including", "month1", "month2", "month3",
        "month4", "month5", "month6", "month7", "month8", "month9", "month10", "month11", "month12", "weekday1",
        "weekday2", "weekday3", "weekday4", "weekday5", "weekday6", "weekday7", "age", "number", "abbreviation",
        "clock", "percent", "euphemism", "comparative", "rate", "risk", "plan", "quoteverb", "gateBefore", "gateAfter",
        "direction", "adverb", "ago", "strong", "baseWord", "counting", "change", "crisis", "disease",
    ]

    /// The class called `name` in the table; empty where there is none.
    init(name: String) {
        rawValue = WordClass.names.firstIndex(of: name).map { 1 << UInt64($0) } ?? 0
    }

    init(rawValue: UInt64) { self.rawValue = rawValue }

    static let be = WordClass(name: "be")
    static let have = WordClass(name: "have")
    static let modal = WordClass(name: "modal")
    static let fear = WordClass(name: "fear")
    static let negation = WordClass(name: "negation")
    static let preposition = WordClass(name: "preposition")
    static let locative = WordClass(name: "locative")
    static let conjunction = WordClass(name: "conjunction")
    static let subordinator = WordClass(name: "subordinator")
    static let relative = WordClass(name: "relative")
    static let pronoun = WordClass(name: "pronoun")
    static let speakerPronoun = WordClass(name: "speakerPronoun")
    static let determiner = WordClass(name: "determiner")
    static let possessive = WordClass(name: "possessive")
    static let more = WordClass(name: "more")
    static let including = WordClass(name: "including")
    static let months = WordClass(rawValue: 0xFFF << (WordClass(name: "month1").shift))
    static let weekdays = WordClass(rawValue: 0x7F << (WordClass(name: "weekday1").shift))
    static let age = WordClass(name: "age")
    static let number = WordClass(name: "number")
    static let abbreviation = WordClass(name: "abbreviation")
    static let clock = WordClass(name: "clock")
    static let percent = WordClass(name: "percent")
    static let counting = WordClass(name: "counting")
    static let crisis = WordClass(name: "crisis")
    static let disease = WordClass(name: "disease")
    static let change = WordClass(name: "change")
    static let comparative = WordClass(name: "comparative")
    static let rate = WordClass(name: "rate")
    static let risk = WordClass(name: "risk")
    static let plan = WordClass(name: "plan")
    static let gateBefore = WordClass(name: "gateBefore")
    static let gateAfter = WordClass(name: "gateAfter")
    static let direction = WordClass(name: "direction")
    static let adverb = WordClass(name: "adverb")
    static let ago = WordClass(name: "ago")
    static let baseWord = WordClass(name: "baseWord")

    private var shift: UInt64 { UInt64(rawValue.trailingZeroBitCount) }

    /// 1 to 12 for a word that names a month; 0 for all others.
    var month: Int {
        let bits = (rawValue & WordClass.months.rawValue) >> UInt64(WordClass.months.rawValue.trailingZeroBitCount)
        return bits == 0 ? 0 : bits.trailingZeroBitCount + 1
    }

    /// 1 (Monday) to 7 for a word that names a weekday; 0 for all others.
    var weekday: Int {
        let bits = (rawValue & WordClass.weekdays.rawValue) >> UInt64(WordClass.weekdays.rawValue.trailingZeroBitCount)
        return bits == 0 ? 0 : bits.trailingZeroBitCount + 1
    }
}
