import Figures
import TestSupport
import Testing

/// Each measure in sentences that must give it, and in sentences that hold its words and no figure.
@Suite struct MeasureTests {
    @Test(arguments: MeasureCases.fire) func finds(_ marked: String) throws {
        try expectFigures(marked)
    }

    @Test(arguments: MeasureCases.silent) func findsNothing(_ text: String) throws {
        try expectFigures(text)
    }

    @Test(arguments: Lexicon.embedded.measures.map(\.name)) func coversTheMeasure(_ measure: String) throws {
        let marks = try MeasureCases.fire.map { try MarkedText($0) }.flatMap(\.marks)
        #expect(marks.filter { $0.name.hasPrefix(measure) }.count >= 3)
    }

    @Test(arguments: [
        "«40|deaths; unit person» people died.", "«1,200|displaced; unit household» families were displaced.",
        "«120|trucks; unit truck» aid trucks entered.", "They delivered «400|aid; unit tonne» tonnes of flour.",
        "They handed out «35,000|aid; unit meal» meals.", "Donors pledged «$5 million|funding; unit USD».",
        "Donors pledged «€5 million|funding; unit EUR».", "The storm destroyed «340|damaged; unit home» homes.",
        "«Four|damaged; unit school» schools were hit by shells.", "Militants fired «60|attacks; unit rocket» rockets.",
        "The agency fed «60,000|assisted; unit household» households.",
    ])
    func tellsTheUnit(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "The blast «killed» 24 people.", "Nine villagers «died» in the flood.", "The storm «destroyed» 340 homes.",
    ])
    func namesTheTermAsWritten(_ marked: String) throws {
        let text = try MarkedText(marked)
        #expect(figures(in: text.text).map(\.term) == [text.words(text.marks[0].range)])
    }
}
