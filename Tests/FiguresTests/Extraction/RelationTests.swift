import Testing

/// `subset 40` says: part of the figure whose number is 40; `increment 61`: what was added to reach it.
@Suite struct RelationTests {
    @Test(arguments: [
        "The blast killed «40|deaths; subset none» people, including «16|deaths; subset 40» children.",
        "«40|deaths; subset none» people died, «16|deaths; subset 40» of them children.",
        "«24|deaths; subset none» people, among them «9|deaths; subset 24» women, were killed.",
        "«50|injured; subset none» people were wounded, «8|injured; subset 50» of them critically.",
        "«100|deaths; subset none» people were killed, including «30|deaths; subset 100» women.",
        "«100|deaths» people died, including «30|deaths; subset 100» women and «20|deaths; subset 100» children.",
    ])
    func tiesThePartToItsWhole(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "The death toll rose by «3|deaths; low 3; high 3; increment 61» to «61|deaths; low 61; high 61».",
        "Another «266|deaths; increment 4,651; period event» people were killed, taking the total to «4,651|deaths».",
        "The ministry said «241|deaths; increment 10,569; period event» people had been killed since Tuesday and that the toll was now «10,569|deaths».",
        "Another «12|deaths; increment 90» deaths brought the death toll to «90|deaths».",
        "The toll rose to «61|deaths» after «3|deaths; increment 61» more people died.",
    ])
    func tiesTheIncrementToItsTotal(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "«12|deaths; subset none» people were killed and «16|injured; subset none» injured.",
        "«12|deaths; subset none» people died in Odesa and «5|deaths; subset none» people died in Lviv.",
        "«40|deaths» people died on Monday. «16|deaths; subset none» people died on Tuesday.",
    ])
    func leavesOthersAlone(_ marked: String) throws { try expectFigures(marked) }
}
