import Figures
import Testing

@Suite struct ExtractorTests {
    @Test func givesTheTitlesFiguresFirst() {
        let found = figures(in: "A blast killed 24 people.", title: "Blast kills 24 in Kabul")
        #expect(found.map(\.field) == [.title, .text])
        #expect(found.map(\.number) == ["24", "24"])
        #expect(found.map(\.start) == [12, 15])
    }

    @Test func fillsWhatIsKnownOfTheArticle() {
        let article = Article(id: "a-1", publisher: "The Daily", date: day, text: "A blast killed 24 people.")
        let figure = Extractor().figures(in: article)[0]
        #expect(figure.doc == "a-1" && figure.publisher == "The Daily" && figure.reported == day)
        #expect(figure.extractor == Extractor.version)
        #expect(figure.quote == article.text && figure.quoteStart == 0)
        #expect(!figure.rule.isEmpty && !figure.term.isEmpty)
    }

    @Test(arguments: ["", " ", "\n\n", "No number here.", "...", "\u{FEFF}", "24", "9,000"])
    func findsNothingInTextsWithoutClaims(_ text: String) { #expect(figures(in: text) == []) }

    @Test(arguments: [
        "At least «24|deaths; low 24; high none; qualifier at_least» people were killed.",
        "Up to «30|deaths; low none; high 30; qualifier at_most» people were killed.",
        "About «24|deaths; low 24; high 24; qualifier about» people were killed.",
        "Between «20 and 30|deaths; low 20; high 30; value 20; qualifier range» people were killed.",
        "The number of dead rose from «40|deaths; low 40; high 40» to «52|deaths; low 52; high 52».",
        "«Dozens|deaths; low 24; high none; qualifier vague» of people were killed.",
        "«1.5 million|displaced; low 1500000; high 1500000; qualifier exact» people were displaced.",
        "Bombs drove more than «half|displaced; low 1150000; high none» the territory's 2.3 million people from their homes.",
    ])
    func boundsTheValue(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "“At least «24|deaths» people were killed,” he said.",
        "Säo Tomé: «24|deaths» people were killed — «9|injured» people were injured.",
        "In 2023… «119\u{00A0}000|displaced» people were displaced.",
        "at least «24|deaths» people were killed in gaza.",
    ])
    func readsOddText(_ marked: String) throws { try expectFigures(marked) }

    @Test func replacesTables() {
        let none = Lexicon(DataTables(replacing: ["en/triggers.tsv": "measure\trole\tforms\n"]))
        let article = Article(id: "a", date: day, text: "A blast killed 24 people.")
        #expect(Extractor(lexicon: none).figures(in: article).allSatisfy { $0.term != "killed" })
    }
}
