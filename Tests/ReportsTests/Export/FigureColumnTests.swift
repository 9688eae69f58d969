import Figures
import Foundation
import Testing

@testable import Reports

@Suite struct FigureColumnTests {
    private let keys = FigureColumn.all.map(\.key)

    @Test func noTwoAreCalledAlike() { #expect(Set(keys).count == keys.count) }

    /// A key that is added to the interchange is missed here until the table has it.
    @Test func nothingOfTheInterchangeIsLeftOut() throws {
        var bytes: [UInt8] = []
        Figure.sample(1).writeJSON(to: &bytes)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let nested = [
            "place": ["place", "place_id", "iso3"],
            "source": ["source", "source_id", "source_kind", "source_text", "speaker", "relay"],
            "relation": ["relation", "relation_start"],
        ]
        let wanted = object.keys.flatMap { nested[$0] ?? [$0] }
        #expect(wanted.filter { !keys.contains($0) } == [])
        #expect(Set(FigureColumn.all.filter { !$0.isOfStore }.map(\.key)).subtracting(wanted) == ["region"])
    }

    /// All that a citation needs.
    @Test(arguments: [
        "measure", "value", "low", "high", "qualifier", "unit", "population", "place", "place_id", "source",
        "source_kind", "date", "date_precision", "period", "status", "quote", "publisher", "title", "reported", "url",
    ]) func has(_ key: String) { #expect(keys.contains(key)) }

    @Test(
        arguments: [
            (PlaceReference.rafah, "Gaza"), (.gaza, "Gaza"),
            (PlaceReference(name: "Israel", id: "isr", iso3: "ISR"), nil),
            (PlaceReference(name: "the mill"), nil),
        ] as [(PlaceReference, String?)])
    func region(_ place: PlaceReference, _ expected: String?) {
        #expect(FigureColumn.region(place, .embedded) == expected)
    }
}
