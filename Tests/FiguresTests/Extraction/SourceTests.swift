import Figures
import Testing

@Suite struct SourceTests {
    @Test(arguments: [
        "Police said «12|deaths; source Police; kind authority» people were killed in the fire.",
        "«12|deaths; source police; kind authority» people were killed in the fire, police said.",
        "Officials say «60|detained; source Officials» people were arrested.",
        "Witnesses said «three|deaths; source Witnesses; kind person» women were shot dead.",
        "«Four|deaths; source military; kind military» soldiers were killed, the military said on Monday.",
        "The army said it had killed «50|deaths; source army; kind military» militants.",
        "The agency estimates that «5,000|displaced; source agency» people have fled.",
        "Save the Children said «300|in_need; source Save the Children; kind ngo» children were malnourished.",
    ])
    func findsWhoSaid(_ marked: String) throws { try expectFigures(marked) }

    /// Who denies vouches for nothing, and may be meant by the "it" that follows.
    @Test(arguments: [
        "The health ministry said «40|deaths; source health ministry» people were shot dead. The army rejected that account. It spoke of «nine|deaths; source army» dead.",
        "Sudan, WFP figures, December 2024: «600,000|in_need; source_id wfp» people go hungry.",
        "According to two port officials, «five|deaths; source two port officials» people were killed.",
    ])
    func findsWhoIsMeant(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "According to the Red Crescent, «40|injured; source Red Crescent; kind ngo» people were injured.",
        "«40|injured; source_id moh-gaza; said_by the Gaza Health Ministry» people were injured, according to the Gaza Health Ministry.",
        "«3,700|deaths; source_id moh-gaza; kind authority» children have been killed, says the Gaza health ministry.",
        "UNICEF said that «200|deaths; source UNICEF; source_id unicef; kind un» children had been killed.",
        "The United Nations says «90,000|displaced; source_id un; kind un» people have been displaced.",
        "The U.N. says «90,000|displaced; source_id un» people have been displaced.",
    ])
    func knowsTheOrganisation(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "\"We counted «30|deaths; source Omar Haddad; kind person» dead,\" said Omar Haddad, a doctor.",
        "“We counted «30|deaths; source Omar Haddad; speaker Omar Haddad» dead,” said Omar Haddad, a doctor.",
        "\"At least «30|deaths; source Lena Brandt/mayor» people died,\" Mayor Lena Brandt said.",
    ])
    func readsQuotations(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "The mayor told Reuters that «7|deaths; source mayor» people had died.",
        "Mayor Lena Brandt told Reuters that «7|deaths; source Lena Brandt; speaker Lena Brandt» people had died.",
        "Reuters quoted a medic as saying that «14|deaths; source medic; relay Reuters» people were killed.",
        "A medic was quoted by Reuters as saying that «14|deaths; source medic; relay Reuters» people were killed.",
        "Reuters quoted a medic as saying that the ministry had counted «14|deaths; source ministry» dead.",
        "State television reported that «18|deaths; source State television; kind media» people had died.",
    ])
    func takesTheTellerNotTheTold(_ marked: String) throws { try expectFigures(marked) }

    @Test func carriesOverSpeechThatGoesOn() throws {
        try expectFigures(
            """
            The ministry said «20|deaths; source ministry» people were killed. It said «35|injured; source ministry» \
            others were injured.
            """)
    }

    @Test(arguments: [
        "«Nine|deaths; source none» people died in the storm.",
        "Reportedly, «three|deaths; source none» people were killed.",
        "UNICEF has sent «40,000|aid; source none» tablets.",
        "An estimated «250,000|displaced; source none» people have fled.",
        "HRW said that it found mines in the region, where «3,700|deaths; source none» people have been killed.",
    ])
    func leavesTheArticlesOwnVoiceWithoutSource(_ marked: String) throws { try expectFigures(marked) }

    /// What looks like a verb of saying and is a noun, an infinitive or a participle, names nobody.
    @Test(arguments: [
        "Abuja sent soldiers to the state of Kano after at least «32|deaths; source none» people were killed.",
        "The official count for the year reached «10,801|displaced; source none» refugees.",
        "«2,000|deaths; source none» people have been killed since May, when the government sent troops to put down a revolt.",
        "Beirut's overall count now stands at «1,200|deaths; source none» dead.",
        "An estimated «two million|in_need; source none» children go hungry.",
        "Iranian authorities have forcibly returned «9,000|returned; source none» Afghans, alleging that they were spies.",
    ])
    func takesNoNounForAVerbOfSaying(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "Mayor Ada Bell told reporters that they believe that «five|deaths; source none/Ada Bell/mayor» people died.",
        "IOM reports:\n\n«222|crossings; source_id iom» arrivals in Greece",
    ])
    func takesWhoIntroducesAList(_ marked: String) throws { try expectFigures(marked) }

    @Test func neverTakesThePublisher() {
        let article = Article(id: "a", publisher: "The Daily", date: day, text: "Nine people died in the storm.")
        #expect(Extractor().figures(in: article).map(\.source) == [nil])
        #expect(Extractor().figures(in: article).map(\.publisher) == ["The Daily"])
    }
}
