import TestSupport
import Testing

@testable import Figures

/// The name of each mark is the gate that the number fails, or `open`.
@Suite struct NumberGateTests {
    private func check(_ marked: String, at location: SourceLocation = #_sourceLocation) throws {
        let found = markNumerals(try MarkedText(marked).text) { numeral, document in
            NumberGate(document: document).reason(numeral)?.rawValue ?? "open"
        }
        #expect(found == marked, sourceLocation: location)
    }

    @Test(arguments: [
        "They came on March «9|date».", "They came on «9|date» March.", "They came on Oct. «7|date».",
        "They came on the «7|ordinal»th of October.", "They came on «7|date» and «8|date» May.",
        "They met on «12|code»/«05|code»/«2023|code».",
    ])
    func turnsDatesAway(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "It was in «2023|year».", "Since «1998|year» nothing happened.",
        "It ran from «2014|year» on.", "He ruled in «1999|year» and «2001|year».",
        "It ran from «2009 to 2016|year» without a pause.",
    ])
    func turnsYearsAway(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "It began at «5|clock» p.m.", "It began at «10|clock»:«30|clock».", "It began at «0600|clock» GMT.",
        "It began at «7|clock» o'clock.",
        "She was pronounced dead at «5|clock» at the scene.", "He died at «ten|clock».",
    ])
    func turnsTimesAway(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "A man aged «28|age» died.", "The «28|age»-year-old died.", "Omar Haddad, «44|age», died.",
        "A girl, ages «8|age» or so, died.", "The baby was «9|age» months old.",
        "A «44|age» year old woman died.",
        "The blaze killed «two|open» men, «20|age» and «23|age», overnight.", "A girl of «8|age» died.",
        "His son of «eleven|age» was hurt.", "A mother of «six|age» was hurt.", "They shot a baker, «39|age».",
        "Nobody was younger than «18|age».", "It is a school for girls of «9|age» and «10|age».",
        "«Three|open» children of «8|age», «12|age» and «13|age» were among the dead.",
        "It shelled «two|open» girls of «three|age».",
    ])
    func turnsAgesAway(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "The rate rose by «12|percent» percent.", "It fell «4.5|percent»%.", "It fell «4|percent» per cent.",
        "«One|percent» third of the budget is gone.", "«Two|compound»-thirds were empty.",
    ])
    func turnsSharesWithoutABaseAway(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "Flight «370|code» was lost.", "Resolution «2728|code» passed.", "He lives in Room «12|code».",
        "See https://example.org/«2023|code»/«40|code».", "A C-«130|code» landed.", "They fought Covid-«19|code».",
        "It is No. «45|code» on the list.",
        "The fire was seen live, KLTV News «3|code» reported.", "«Two|open» died near Tower «22|code».",
    ])
    func turnsCodesAway(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "It was their «3|ordinal»rd trip.", "The «21|ordinal»st century.", "A «10|compound»-member panel met.",
        "The «22,000|compound»-strong force left.", "A «3|compound»-day pause held.",
        "«1|list mark». First things",
    ])
    func turnsOrdinalsAndCompoundsAway(_ marked: String) throws { try check(marked) }

    @Test(arguments: ["«Zero|zero» deaths today.", "It counted «0|zero» injuries."])
    func turnsZeroAway(_ marked: String) throws { try check(marked) }

    @Test(arguments: ["The house voted «114|score» to «17|score».", "They lost «30|score»-«27|code»."])
    func turnsVotesAndScoresAway(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "They dropped «66|open» bundles, each weighing «450|rate» kilograms.",
        "«50|open» patients left with «two|rate» companions each.",
        "They fed «50|open» children each day.",
    ])
    func turnsWhatEachHasAway(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "They found «24|open» people.", "They found «2,023|open» people.", "The «1,950|open» people left.",
        "«Nine|open» of them died.", "In May, «12|open» people died.",
        "They gave «$5 million|open».", "They found «2000 to 2050|open» families.",
        "It stood at «5|open».", "A crew of «11|open» drowned.", "The killer of «24|open» people was caught.",
        "He killed men, «20|open» women and «23|open» children.",
        "Liberia has «2,210|open» dead, Sierra Leone «879|open», Guinea «768|open».",
        "Children of «20|open» families fled.",
        "They march: «30|open» came.", "Some «2000|open» people died.",
    ])
    func letsCountsThrough(_ marked: String) throws { try check(marked) }

    /// Whatever a gate is called, no figure comes of these.
    @Test(arguments: [
        "The 2010 quake was worse.", "It ran from 2014-15 on.", "Call +41 22 555 01 34 for help.",
        "The crossing is 12 kilometres from the town.", "A 500-pound bomb fell.", "He won 3-2 in the final.",
        "The quake had a magnitude of 7.8.", "The rate is 12 per 1,000.", "They held 25 days of talks.",
        "The bill passed by 51 votes to 49.", "It costs 40 cents.", "The M16 and the AK-47 are rifles.",
        "The plant lies at 31.5 degrees north.", "It was their third trip.", "The 82nd airborne arrived.",
        "Parliament has 450 seats.", "He was sentenced to 12 years.", "Rain fell for 40 hours.",
    ])
    func makesNoFigure(_ text: String) { #expect(figures(in: text).map(\.number) == []) }
}

/// What counts nobody although it stands before a word that is counted.
@Suite struct NumberGateSentenceTests {
    @Test(arguments: [
        "No one was killed in the strike.", "Police did not say which one was injured.",
        "The wounded came in one by one.", "During the 2016 campaign refugees were welcome.",
        "The enclave's 2.3 million people depend on aid.", "A country of 28 million people was hit by the quake.",
        "There were 14.3 deaths per 1,000 people.", "Call the police at (815)967-6976 about the shooting.",
        "The magnitude 5.9 quake was felt in the capital.", "The downpour lasted two and a half hours.",
        "Two in three refugees go hungry.", "Lebanon hosts 183 refugees for every 1,000 inhabitants.",
        "The victims are males 17 and 33 years of age.", "The camp was built for 5,000 people.",
        "The island has a population of 6,000.", "The school has room for 600 refugees.",
        "The Boeing 767-300 landed safely.", "The truck driver, 44, was unhurt.",
    ])
    func findsNothing(_ text: String) throws { try expectFigures(text) }
}
