import Figures
import Testing

/// Constructions that a newsroom writes every day, each of which was once misread.
@Suite struct ConstructionTests {
    /// Bounds that stand before the next number, or behind what is counted.
    @Test(arguments: [
        "Since fighting erupted on July 8, at least «2,086|deaths; low 2086; high none» people have been killed.",
        "«1.4 million|displaced; low 1400000; high none» people or more have been driven from their homes.",
        "Death toll up to «65|deaths; low 65; high 65» in boat disaster.",
        "The toll since October 2023 rose to «62,819|deaths; low 62819; high 62819» dead.",
        "The floods left «2.2 lakh|displaced; low 220000; high 220000» people homeless.",
    ])
    func readsBounds(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "Damage was put at «$US1.83 million|funding; unit USD» by the disaster council.",
        "The refugee agency needed «Sh500 million|funding; unit KES» for the relief.",
    ])
    func readsMoneyOfManyCountries(_ marked: String) throws { try expectFigures(marked) }

    /// Where a phrase ends.
    @Test(arguments: [
        "The army killed «40|deaths» people last week in Aleppo.",
        "Floods displaced «12,000|displaced; unit household» families last month.",
        "«3,000|in_need; unit household» families need tents.",
    ])
    func endsThePhrase(_ marked: String) throws { try expectFigures(marked) }

    /// A subject behind a relative clause, shared by two verbs, or with its short name in brackets.
    @Test(arguments: [
        "Emergency Aid, which runs a hospital in the city, said «nine|injured; source Emergency Aid» people were wounded.",
        "The Blue Lake Authority (BLA) said «12|deaths; source Blue Lake Authority» people died.",
        "The army issued a statement saying «50|deaths; source army» militants were killed.",
        "A survivor, Adrian Lund, told Reuters that «20|deaths; source survivor/Adrian Lund» people had died.",
    ])
    func findsTheSubject(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "In Gaza, «8,000|deaths; place Gaza» people died. The West Bank toll has reached «125|deaths; place_id pse-west-bank», officials said.",
        "Heavy rain fell on Beira. The floods in the city killed «12|deaths; place Beira» people.",
        "President Vladimir Petrov visited Kazan. The fire in Kazan killed «12|deaths; place Kazan» people.",
    ])
    func findsThePlace(_ marked: String) throws { try expectFigures(marked) }

    /// A symbol opens a line of a bulletin, and is no word.
    @Test(arguments: [
        "Past 24 hours:\n• Killed: «12|deaths»\n• Number of injuries: «14|injured; period event» injuries\n⭕ Victims remain under the rubble.",
        "🔴 «12|deaths» people were killed ⚠️ in the fire.",
    ])
    func readsBulletinLines(_ marked: String) throws { try expectFigures(marked) }

    /// What the text is about tells what a bare number counts; a heading tells the unit.
    @Test(arguments: [
        "The boat reached Lesbos with «40|crossings» migrants on board. Another boat with «13|crossings» people – «11|crossings» men and «two|crossings» boys – landed at noon.",
        "In tonnes: «35,000|aid; unit tonne» collected, «30,100|aid; unit tonne» delivered.",
        "Cholera: «14|cases» cases notified in Pemba.",
    ])
    func takesUpTheTheme(_ marked: String) throws { try expectFigures(marked) }

    /// Words of a measure that tell none.
    @Test(arguments: [
        "The guards shot at 20 people.", "He suffered two heart attacks.", "The players took part in 14 games.",
        "The critic was dead, killed by the novel. It displaced two thrillers from the top ten, and has 19 chapters.",
    ])
    func passesIdiomsOver(_ text: String) throws { try expectFigures(text) }

    /// A number that takes up what was counted before.
    @Test(arguments: [
        "«25,000|crossings» migrants crossed the border this year. In 2023, the figure was «11,433|crossings»."
    ])
    func takesUpTheFigureBefore(_ marked: String) throws { try expectFigures(marked) }
}
