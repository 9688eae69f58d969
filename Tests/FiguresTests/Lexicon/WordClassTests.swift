import Testing

@testable import Figures

struct WordClassTests {
    @Test(arguments: [
        ("be", WordClass.be), ("have", .have), ("modal", .modal), ("fear", .fear), ("negation", .negation),
        ("preposition", .preposition), ("locative", .locative), ("conjunction", .conjunction),
        ("subordinator", .subordinator), ("relative", .relative), ("pronoun", .pronoun),
        ("speakerPronoun", .speakerPronoun), ("determiner", .determiner), ("possessive", .possessive),
        ("more", .more), ("including", .including), ("age", .age), ("number", .number),
        ("abbreviation", .abbreviation), ("clock", .clock), ("percent", .percent), ("counting", .counting),
        ("crisis", .crisis), ("disease", .disease), ("change", .change), ("comparative", .comparative),
        ("rate", .rate), ("risk", .risk), ("plan", .plan), ("gateBefore", .gateBefore), ("gateAfter", .gateAfter),
        ("direction", .direction), ("adverb", .adverb), ("ago", .ago), ("baseWord", .baseWord),
    ])
    func constantsAreTheirNames(name: String, constant: WordClass) {
        #expect(WordClass(name: name) == constant)
    }

    @Test func monthsAndWeekdaysAreTheirNames() {
        for month in 1...12 { #expect(WordClass(name: "month\(month)").month == month) }
        for weekday in 1...7 { #expect(WordClass(name: "weekday\(weekday)").weekday == weekday) }
        #expect(WordClass.be.month == 0 && WordClass.be.weekday == 0)
    }
}
