import Testing

@Suite struct PopulationTests {
    /// What a part is called is not said of the whole.
    @Test(arguments: [
        "The ministry gave the number of children killed as «3,542|deaths; population children», out of «8,525|deaths; population none» deaths.",
        "Another «266|deaths; population none» people were killed, «117|deaths; population children» of them children, taking the toll to «4,651|deaths; population none».",
    ])
    func keepsThePartsKindToThePart(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "The strike killed «11|deaths; population children» children.",
        "«Six|deaths; population civilians» civilians died in the crossfire.",
        "«Seventeen|deaths; population combatants» militants were killed.",
        "«9|deaths; population combatants» soldiers died.",
        "«Four|deaths; population combatants» police officers were killed.",
        "«Two|deaths; population journalists» journalists were killed.",
        "«Three|deaths; population aid workers» aid workers were killed.",
        "UNICEF said that «67|deaths; population aid workers» of its staff had been killed.",
        "«Five|deaths; population health workers» nurses were killed.",
        "«31|deaths; population women» women died in the fire.",
        "«27|detained; population children» children were abducted.",
        "«40|deaths» people died, «16|deaths; population children» of them children.",
        "Children make up «3,900|deaths; population children» of the dead in Gaza.",
        "The number of children killed rose to «3,542|deaths; population children».",
        "«Five|deaths; population civilians» civilians were killed and «nine|injured; population civilians» injured.",
        "«Two|deaths; population american» US citizens were killed in the blast.",
        "The raid killed «hundreds|deaths; population children+men+women» of men, women and children.",
    ])
    func namesTheGroup(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "«9,000|deaths; population palestinian» Palestinians have been killed.",
        "«Eight|deaths; population american» Americans died in the crash.",
        "«3,700|deaths; population children+palestinian» Palestinian children have been killed.",
        "«7|deaths; population combatants+syrian» Syrian soldiers were killed.",
        "«250|deaths; population syrian» Syrians were killed in Turkey.",
    ])
    func namesThePeople(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "«140|deaths; population none» people were killed.", "«Nine|deaths; population none» villagers died.",
        "«26|deaths; population none» people, most of them women, were killed.",
        "«Five|deaths; population none» attackers were shot dead.", "«12|deaths; population none» died.",
    ])
    func namesNobodyInParticular(_ marked: String) throws { try expectFigures(marked) }

    @Test func tellsEachPartOfALine() throws {
        try expectFigures(
            """
            The blast killed «40|deaths; population none» people, including «9|deaths; population children» children \
            and «3|deaths; population combatants» soldiers.
            """)
    }
}
