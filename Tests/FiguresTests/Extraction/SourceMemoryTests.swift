import Testing

/// Short names of parties that were named before.
@Suite struct SourceMemoryTests {
    @Test(arguments: [
        """
        The Gaza Health Ministry said «20|deaths; source Gaza Ministry of Health» people were killed on Monday. \
        «Nine|deaths; source Gaza Ministry of Health» more died on Tuesday, the ministry said.
        """,
        """
        UNRWA said «4,000|displaced; source UNRWA» people had fled. Another «900|displaced; source UNRWA» people fled \
        on Friday, the agency said.
        """,
        """
        Yemen's interior ministry said «12|deaths; source Yemen's interior ministry» people were killed. The ministry \
        said «30|injured; source Yemen's interior ministry» people were injured.
        """,
    ])
    func meansThePartyNamedBefore(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "President Lena Brandt, during a visit to the camp, said «14|deaths; source Lena Brandt» people had died.",
        "Two weeks ago the estimate was «1.5 million|displaced; source none» displaced people.",
        "On Thursday the interior ministry said «14|deaths; source interior ministry» people had died.",
    ])
    func leavesOutWhatIsNoPartOfTheName(_ marked: String) throws { try expectFigures(marked) }
}
