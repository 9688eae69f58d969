import Figures
import Testing
import TimeSeries

@testable import Reports

@Suite struct HXLTests {
    /// The hashtags that those who exchange data look for.
    @Test(arguments: [
        ("deaths", "person", "killed", "#affected+killed"), ("injured", "person", "wounded", "#affected+injured"),
        ("displaced", "person", "fled", "#affected+displaced+ind"),
        ("displaced", "household", "fled", "#affected+displaced+hh"), ("in_need", "person", "in need", "#inneed"),
        ("assisted", "person", "reached", "#reached"), ("detained", "person", "kidnapped", "#affected+abducted"),
        ("detained", "person", "held hostage", "#affected+abducted"),
        ("detained", "person", "arrested", "#affected+detained"), ("missing", "person", "missing", "#affected+missing"),
        ("returned", "person", "returned", "#affected+returnees+ind"),
        ("crossings", "person", "crossed", "#indicator+crossings+num"),
        ("trucks", "truck", "trucks", "#item+trucks+num"), ("aid", "tonne", "aid", "#item+tonne+num"),
        ("damaged", "hospital", "damaged", "#impact+hospital+num"), ("in_need", "household", "in need", "#inneed+hh"),
        ("aid", "3rd-party ration", "aid", "#item+unit3rdpartyration+num"),
    ]) func tag(_ measure: String, _ unit: String, _ term: String, _ expected: String) {
        var figure = Figure.sample(1, measure, unit: unit)
        figure.term = term
        #expect(HXLCount(figure, .embedded).tag == expected)
    }

    @Test func everyMeasureHasATag() {
        #expect(Lexicon.embedded.measures.filter { !$0.hxl.hasPrefix("#") }.map(\.name) == [])
    }

    @Test func aFigureFillsOneColumn() throws {
        let store = try Store.inMemory()
        try store.take(
            "a", url: "https://harbourwire.example/a", .sample(9061), .sample(1200, "displaced", unit: "household"),
            .sample(34, "displaced", place: .rafah, by: nil, on: "2023-11", period: .stock))
        let text = try written { sink in HXLRows.write(try store.figures(), to: sink) }
        let rows = CSVReader.rows(text)
        let tags = rows[1]
        #expect(rows.allSatisfy { $0.count == tags.count })
        #expect(rows[0][1...4] == ["measure", "deaths", "displaced (household)", "displaced"])
        #expect(
            tags[1...4] == ["#indicator+name", "#affected+killed", "#affected+displaced+hh", "#affected+displaced+ind"])
        #expect(
            rows.dropFirst(2).map { Array($0[1...4]) } == [
                ["deaths", "9061", "", ""], ["displaced", "", "1200", ""], ["displaced", "", "", "34"],
            ])
        for tag in [
            "#date+occurred", "#date+start", "#date+reported", "#meta+source", "#meta+publisher", "#meta+url",
            "#meta+quote", "#country+code", "#adm1+name", "#loc+name",
        ] { #expect(tags.contains(tag)) }
        let region = try #require(tags.firstIndex(of: "#adm1+name"))
        #expect(rows[4][region] == "Gaza")
    }
}
