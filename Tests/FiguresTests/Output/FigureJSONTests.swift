import Figures
import Foundation
import TestSupport
import Testing

@Suite struct FigureJSONTests {
    private func json(_ figure: Figure) -> String {
        var bytes: [UInt8] = []
        figure.writeJSON(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func object(_ figure: Figure) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(json(figure).utf8)) as? [String: Any])
    }

    static let text = """
        More than 9,000 Palestinians have been killed in Gaza since Oct. 7, according to the Gaza Health Ministry. \
        The strike killed 40 people, including 16 children. Nine people died.
        """

    private static let bare = Figure(
        doc: "a", field: .text, start: 0, end: 2, number: "24", quote: "24 died", quoteStart: 0, measure: "deaths",
        term: "died", value: 24, low: nil, high: nil, qualifier: .exact, unit: "person")

    static let keys = [
        "doc", "field", "start", "end", "number", "quote", "quote_start", "measure", "term", "value", "low", "high",
        "qualifier", "unit", "population", "place", "source", "date", "date_precision", "period", "period_start",
        "reported", "status", "relation", "confidence", "rule", "publisher", "extractor",
    ]

    @Test func hasEveryKeyAlways() throws {
        for figure in figures(in: Self.text) + figures(in: Self.text, on: nil) + [Self.bare] {
            #expect(try Set(object(figure).keys) == Set(Self.keys))
        }
    }

    /// Other programs read the keys in this order: it must not change.
    @Test func keepsTheOrderOfTheKeys() {
        let line = json(Self.bare)
        let places = Self.keys.compactMap { line.range(of: "\"\($0)\":")?.lowerBound }
        #expect(places.count == Self.keys.count && places == places.sorted())
    }

    @Test func keepsTheKeysOfItsParts() throws {
        let found = figures(in: Self.text)
        #expect(try Set(#require(object(found[0])["place"] as? [String: Any]).keys) == ["name", "id", "iso3"])
        #expect(
            try Set(#require(object(found[0])["source"] as? [String: Any]).keys)
                == ["name", "id", "kind", "text", "speaker", "relay"])
        #expect(try Set(#require(object(found[2])["relation"] as? [String: Any]).keys) == ["kind", "start"])
    }

    @Test func writesNullForTheUnknown() throws {
        let object = try object(Self.bare)
        for key in [
            "low", "high", "place", "source", "date", "date_precision", "period_start", "reported", "relation",
            "publisher",
        ] {
            #expect(object[key] is NSNull, "\(key)")
        }
    }

    @Test func writesTheLineOfTheInterchange() throws {
        let lines = figures(in: Self.text).map { json($0) + "\n" }
        // Confidence comes of weights that are trained: it is no part of the form.
        let stable = lines.joined().replacing(#/"confidence":[0-9.]+/#, with: "\"confidence\":1")
        try Golden.check(stable, "figures.jsonl")
    }

    @Test(arguments: [
        (24.0, "24"), (0, "0"), (2.5, "2.5"), (1_150_000, "1150000"), (2e12, "2000000000000"), (0.1, "0.1"),
    ])
    func writesWholeNumbersWithoutAPoint(_ value: Double, _ written: String) {
        var figure = Self.bare
        figure.value = value
        #expect(json(figure).contains("\"value\":\(written),"))
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity]) func writesNoNumberThatJSONLacks(_ value: Double) throws {
        var figure = Self.bare
        figure.high = value
        #expect(try object(figure)["high"] is NSNull)
    }

    @Test(arguments: [
        "plain", "a \"quoted\" word", "back\\slash", "line\nfeed", "car\rriage", "tab\there", "\u{0}\u{1}\u{1F}\u{7F}",
        "é ü ß", "غزة", "日本", "👨‍👩‍👧", "\u{2028}\u{2029}", "/slash/", "", "\u{FEFF}", "e\u{301}", "</script>",
    ])
    func escapesSoThatTheTextComesBack(_ text: String) throws {
        var figure = Self.bare
        figure.quote = text
        figure.publisher = text
        figure.population = [text, text]
        figure.place = PlaceReference(name: text)
        figure.source = SourceReference(name: text, text: text, speaker: text, relay: text)
        let line = json(figure)
        let isOneLine = !line.utf8.contains { $0 < 32 }
        #expect(isOneLine)
        #expect(try JSONDecoder().decode(Figure.self, from: Data(line.utf8)) == figure)
    }

    @Test func appendsToWhatIsThere() {
        var bytes = Array("x".utf8)
        Self.bare.writeJSON(to: &bytes)
        Self.bare.writeJSON(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "x" + json(Self.bare) + json(Self.bare))
    }

    @Test(arguments: MeasureCases.fire) func comesBackAsItWent(_ marked: String) throws {
        for figure in figures(in: try MarkedText(marked).text) {
            #expect(try JSONDecoder().decode(Figure.self, from: Data(json(figure).utf8)) == figure)
        }
    }

    @Test func theOffsetsGiveTheNumberAndTheQuote() {
        let text = "Dürre — “Não há água”: 24 people died… £5 million was given; 119\u{00A0}000 people were displaced."
        let bytes = Array(text.utf8)
        let found = figures(in: text)
        #expect(!found.isEmpty)
        for figure in found {
            #expect(Array(bytes[figure.start..<figure.end]) == Array(figure.number.utf8))
            #expect(bytes[figure.quoteStart...].starts(with: figure.quote.utf8))
        }
    }
}
