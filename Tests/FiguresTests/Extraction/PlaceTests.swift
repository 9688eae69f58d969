import Figures
import Testing

@Suite struct PlaceTests {
    @Test(arguments: [
        "«12|deaths; place Aleppo; iso3 SYR» people were killed in Aleppo.",
        "A bomb in Kabul killed «9|deaths; place Kabul; iso3 AFG» people.",
        "In Gaza, «24|deaths; place Gaza; iso3 PSE» people were killed.",
        "«9,000|displaced; place Chad; iso3 TCD» people fled to Chad.",
        "Near the city of Goma, «300|displaced; place Goma; iso3 COD» families fled their homes.",
        "«Seven|deaths; place Khan Younis/Gaza Strip/southern Gaza Strip; iso3 PSE» people died in Khan Younis, in the southern Gaza Strip.",
        "«17|deaths; place Odesa» people were killed in Odesa and «5|deaths; place Lviv» in Lviv.",
        "KHARTOUM, Sudan - «31|deaths; place Sudan/KHARTOUM» people were killed on Tuesday.",
    ])
    func findsThePlaceOfTheSentence(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "Storm Alba hit Mozambique. It destroyed «800|damaged; place Mozambique» homes.",
        "The quake struck Nepal on Saturday. It killed «30|deaths; place Nepal» people.",
        "The quake struck Nepal on Saturday.\n\nIt killed «30|deaths; place Nepal» people.",
        "Beirut was calm on Sunday.\n\nIn Kharkiv, «3|injured; place Kharkiv» people were injured.",
    ])
    func carriesThePlaceOver(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "The Gaza Health Ministry said «40|deaths; place Rafah» people were killed in Rafah.",
        "The government in Kyiv said that shelling in Kharkiv killed «4|deaths; place Kharkiv» people.",
        "The Syrian army said «20|deaths; place Idlib» people were killed in Idlib.",
        "«250|deaths; place Turkey; iso3 TUR» Syrians were killed in Turkey.",
    ])
    func takesTheEventsPlaceNotTheSpeakersOrThePeoples(_ marked: String) throws { try expectFigures(marked) }

    /// A name that several countries have is that of the country that the text names.
    @Test(arguments: [
        "The quake killed «12|deaths; place Concepción; iso3 CHL» people in Concepción. All Chileans felt it.",
        "The flood killed «12|deaths; place Concepción; iso3 PRY» people in Concepción, in the north of Paraguay.",
    ])
    func tellsPlacesOfOneNameByTheirCountry(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "The bus fell into a gorge near Pokhara. Rescuers said «14|deaths; place Pokhara» people had died there.",
        "Ministers in Gaza count «90|deaths; place Gaza» dead, and Israeli officials say that «14|deaths; place Israel» died there.",
        "There were clashes in Homs. There have been «12|deaths; place Homs» deaths.",
    ])
    func goesBackByThere(_ marked: String) throws { try expectFigures(marked) }

    @Test(arguments: [
        "«Six|deaths; place none» people died in the storm.", "«12|deaths; place none; iso3 none» people were killed.",
    ])
    func leavesThePlaceUnknown(_ marked: String) throws { try expectFigures(marked) }

    /// Those who are taken in are where their host is, those who flee are where they come from or where they go.
    @Test(arguments: [
        "Lebanon hosts «900,000|displaced; place Lebanon» Syrian refugees.",
        "«4,000|displaced; place Aleppo» people have fled Aleppo.",
        "Some «60|crossings; place Lesbos» migrants from Sudan reached Lesbos.",
    ])
    func readsWhereTheVerbPutsThem(_ marked: String) throws { try expectFigures(marked) }

    /// A number told again is of the same event, and stands where the first stood.
    @Test func goesBackToTheEvent() throws {
        try expectFigures(
            """
            «Three|deaths; place Southport» girls were killed in Southport on Monday.

            Trains did not run in Leeds.

            A vigil was held for the «three|deaths; place Southport» girls who were killed.
            """)
    }

    /// A people's country has the name by which the text calls it.
    @Test(arguments: [
        "Rescuers from Turkey came. The quake killed «40|deaths; place Turkey» Turkish soldiers.",
        "The quake killed «40|deaths; place Türkiye» Turkish soldiers.",
    ])
    func namesACountryAsTheTextDoes(_ marked: String) throws { try expectFigures(marked) }

    /// Every place with an id is a row of the gazetteer, and its country that row's.
    @Test(arguments: ["Aleppo", "Kabul", "Gaza", "Chad", "Goma", "Idlib", "Rafah", "Lviv", "Nepal"])
    func tiesThePlaceToTheGazetteer(_ name: String) throws {
        let place = try #require(figures(in: "In \(name), 24 people were killed.").first?.place)
        let row = try #require(Lexicon.embedded.places.first { $0.id == place.id })
        #expect(place.name == name && place.iso3 == row.iso3)
    }
}
