import Testing

@testable import Figures

@Suite struct PlaceTableTests {
    private let places = PlaceTable(
        Table(
            name: "places.tsv",
            bytes: Array(
                """
                id\tname\taliases\tkind\tiso3\tparent\tpopulation\tambiguous
                BBB-x\tPort Alder\tAlder\tcity\tBBB\tBBB\t1200\t1
                BBB\tBirchland\t\tcountry\tBBB\t\t90000\t
                sea\tthe Grey Sea\t\tsea\t\tnowhere\tmany\t0
                """.utf8)))

    @Test func makesAPlaceOfItsRow() {
        #expect(
            places[0]
                == Place(
                    id: "BBB-x", name: "Port Alder", kind: "city", iso3: "BBB", parent: "BBB", population: 1200,
                    isAmbiguous: true))
        #expect(places.map(\.name) == ["Port Alder", "Birchland", "the Grey Sea"])
    }

    @Test func knowsWhatTheEngineAsksWithoutNames() {
        #expect(places.indices.map { places.kind($0) } == ["city", "country", "sea"])
        #expect(places.indices.map { places.entry($0).parent } == [1, -1, -1])
        #expect(places.indices.map { places.entry($0).population } == [1200, 90000, 0])
        #expect(places.indices.map { places.entry($0).isAmbiguous } == [true, false, false])
        #expect(places.entry(0).country == places.entry(1).country)
        #expect(places.entry(2).country == 0)
    }

    @Test(arguments: [("BBB", 1), ("BBB-x", 0), ("sea", 2), ("BB", nil), ("", nil)] as [(String, Int?)])
    func findsRowsByTheirIDs(_ id: String, _ row: Int?) { #expect(places.index(ofID: id) == row) }
}
