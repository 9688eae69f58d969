import Testing

@Suite struct StatusTests {
    @Test(arguments: [
        "«12|deaths; status actual» people were killed.",
        "The agency has received «$5 million|funding; status actual».",
        "«26 million|in_need; status actual» people are at risk of famine.",
        "«12|missing; status actual» people are feared trapped under rubble.",
        "In May, «12|deaths; status actual» people were killed.",
    ])
    func tellsFacts(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "The relief agency will deliver «400|aid; status planned» tonnes of flour to the refugees next week.",
        "Donors pledged «$12 million|funding; status planned».",
        "The appeal asks for «$46 million|funding; status planned».",
        "The UN plans to feed «60,000|assisted; status planned» people.",
        "The agency needs «500|trucks; status planned» trucks a day.",
        "«30,000|displaced; status planned» residents were ordered to evacuate.",
        "«400|aid; status planned» tonnes of wheat are needed in the refugee camps.",
    ])
    func tellsPlans(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "The storm could kill «50|deaths; status projected» people.",
        "The disease may kill «2,000|deaths; status projected» people.",
        "«50,000|displaced; status projected» people are expected to flee.",
        "«100|deaths; status projected» people are feared dead.",
    ])
    func tellsForecasts(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "The army denied that «20|deaths; status denied» soldiers had been killed.",
        "The ministry rejected the report that «40|deaths; status denied» people had died.",
    ])
    func tellsDenials(_ marked: String) throws { try expectFigures(marked) }
}
