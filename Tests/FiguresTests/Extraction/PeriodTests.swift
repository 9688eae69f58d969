import Testing

@Suite struct PeriodTests {
    @Test(arguments: [
        "«12|deaths; period event» people were killed on Monday.", "A bomb killed «12|deaths; period event» people.",
        "The storm injured «40|injured; period event» people on Friday.",
        "The 2010 quake killed «220,000|deaths; period event» people.",
        "In the past two days «45|deaths; period event» people were killed.",
        "«300|crossings; period event» people crossed the border over the past two days.",
    ])
    func tellsEvents(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "«9,000|deaths; period total» people have been killed since the war began.",
        "The total death toll stands at «3,100|deaths; period total» since October.",
        "«9,000|deaths; period total; start 2023-10-07» people have been killed since Oct. 7.",
        "More than «500|deaths; period total; start 2024-01-01» people have died since January 1.",
        "So far this year «300|deaths; period total» people have died.",
    ])
    func tellsRunningTotals(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "«600|displaced; period stock» people are living in the camp.",
        "«40|detained; period stock» hostages are still held.", "«12|missing; period stock» people are still missing.",
        "«80,000|in_need; period stock» people are in need of food.",
        "«1.4 million|displaced; period stock» people are displaced.",
    ])
    func tellsStates(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "A bomb killed «12|deaths; start none» people.", "«40|detained; start none» hostages are still held.",
    ])
    func startsOnlyTotals(_ marked: String) throws { try expectFigures(marked) }
}
