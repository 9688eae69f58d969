import Figures
import Reports
import Testing
import TimeSeries

@Suite struct ValueTextTests {
    @Test(
        arguments: [
            (9061, 9061, 9061, .exact, "person", "9,061"), (9000, 9000, nil, .atLeast, "person", "9,000+"),
            (500, nil, 500, .atMost, "person", "≤ 500"), (1400, 1400, 1400, .about, "person", "~1,400"),
            (40, 40, 50, .range, "person", "40–50"), (40, 40, 40, .range, "person", "40"),
            (200, 200, nil, .vague, "person", "200+"), (200, nil, 200, .vague, "person", "≤ 200"),
            (200, nil, nil, .vague, "person", "200"), (2.5, 2.5, 2.5, .exact, "tonne", "2.5"),
            (1_000_000, 1_000_000, 1_000_000, .about, "USD", "~1,000,000 USD"), (5, 5, 5, .exact, "", "5"),
            // More than the value says: the bound is what counts.
            (300, 301, nil, .atLeast, "person", "301+"), (300, nil, 299, .atMost, "person", "≤ 299"),
        ] as [(Double, Double?, Double?, Qualifier, String, String)])
    func table(
        _ value: Double, _ low: Double?, _ high: Double?, _ qualifier: Qualifier, _ unit: String, _ text: String
    ) throws {
        var figure = Figure.sample(value, qualifier: qualifier, unit: unit)
        figure.low = low
        figure.high = high
        #expect(ValueText.text(figure) == text)
        let point = SeriesPoint(
            date: try #require(figure.date), value: value, low: low, high: high, qualifier: qualifier, status: .actual,
            printings: [])
        #expect(ValueText.text(point, unit: unit) == text)
    }
}
