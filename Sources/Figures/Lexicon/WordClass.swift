/// The small closed classes of `Data/en/words.tsv`, one bit each.
struct WordClass: OptionSet {
    let rawValue: UInt64

    static let names = [
        "be", "have", "modal", "fear", "negation", "preposition", "locative", "conjunction", "subordinator", "relative",
        "pronoun", "speakerPronoun", "determiner", "possessive", "more", "including", "month1", "month2", "month3",
        "month4", "month5", "month6", "month7", "month8", "month9", "month10", "month11", "month12", "weekday1",
        "weekday2", "weekday3", "weekday4", "weekday5", "weekday6", "weekday7", "age", "number", "abbreviation",
        "clock", "percent", "euphemism", "comparative", "rate", "risk", "plan", "listener", "gateBefore", "gateAfter",
        "direction", "adverb", "ago", "strong", "baseWord", "counting", "change", "crisis", "disease",
        "commonVerb", "business",
        "capacity", "holding", "naming", "leisure",
    ]

    /// The class called `name` in the table; empty where there is none.
    init(name: String) {
        rawValue = WordClass.names.firstIndex(of: name).map { 1 << UInt64($0) } ?? 0
    }

    init(rawValue: UInt64) { self.rawValue = rawValue }

    // The bits are places in `names`, written out so that a class is a constant and no look-up: a test holds the two
    // together.

    static let be = WordClass(rawValue: 1 << 0)
    static let have = WordClass(rawValue: 1 << 1)
    static let modal = WordClass(rawValue: 1 << 2)
    static let fear = WordClass(rawValue: 1 << 3)
    static let negation = WordClass(rawValue: 1 << 4)
    static let preposition = WordClass(rawValue: 1 << 5)
    static let locative = WordClass(rawValue: 1 << 6)
    static let conjunction = WordClass(rawValue: 1 << 7)
    static let subordinator = WordClass(rawValue: 1 << 8)
    static let relative = WordClass(rawValue: 1 << 9)
    static let pronoun = WordClass(rawValue: 1 << 10)
    static let speakerPronoun = WordClass(rawValue: 1 << 11)
    static let determiner = WordClass(rawValue: 1 << 12)
    static let possessive = WordClass(rawValue: 1 << 13)
    static let more = WordClass(rawValue: 1 << 14)
    static let including = WordClass(rawValue: 1 << 15)
    static let months = WordClass(rawValue: 0xFFF << 16)
    static let weekdays = WordClass(rawValue: 0x7F << 28)
    static let age = WordClass(rawValue: 1 << 35)
    static let number = WordClass(rawValue: 1 << 36)
    static let abbreviation = WordClass(rawValue: 1 << 37)
    static let clock = WordClass(rawValue: 1 << 38)
    static let percent = WordClass(rawValue: 1 << 39)
    static let counting = WordClass(rawValue: 1 << 53)
    static let crisis = WordClass(rawValue: 1 << 55)
    static let disease = WordClass(rawValue: 1 << 56)
    static let commonVerb = WordClass(rawValue: 1 << 57)
    static let listener = WordClass(rawValue: 1 << 45)
    static let business = WordClass(rawValue: 1 << 58)
    static let capacity = WordClass(rawValue: 1 << 59)
    static let holding = WordClass(rawValue: 1 << 60)
    static let naming = WordClass(rawValue: 1 << 61)
    static let leisure = WordClass(rawValue: 1 << 62)
    static let change = WordClass(rawValue: 1 << 54)
    static let euphemism = WordClass(rawValue: 1 << 40)
    static let comparative = WordClass(rawValue: 1 << 41)
    static let rate = WordClass(rawValue: 1 << 42)
    static let risk = WordClass(rawValue: 1 << 43)
    static let plan = WordClass(rawValue: 1 << 44)
    static let gateBefore = WordClass(rawValue: 1 << 46)
    static let gateAfter = WordClass(rawValue: 1 << 47)
    static let direction = WordClass(rawValue: 1 << 48)
    static let adverb = WordClass(rawValue: 1 << 49)
    static let ago = WordClass(rawValue: 1 << 50)
    static let baseWord = WordClass(rawValue: 1 << 52)

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
