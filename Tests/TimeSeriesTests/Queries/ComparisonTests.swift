import Figures
import TestSupport
import Testing

@testable import TimeSeries

@Suite struct ComparisonTests {
    private func disagreement(_ one: Figure, _ other: Figure) throws -> Disagreement? {
        let found = try Store.holding(Printing("a", one), Printing("b", other)).comparisons()
        #expect(found.count == 1)
        return found.first?.disagreement
    }

    /// What the ministry says, what the army says of the same day, and how far apart they are.
    @Test(
        arguments: [
            ("100", "120", 20), ("100", "100", nil), ("100", "≥90", nil), ("100", "≥110", 10), ("100", "≤120", nil),
            ("100", "≤80", 20), ("≥100", "≥500", nil), ("≥500", "≤100", 400), ("≤100", "≤500", nil),
            // "About 1,400" allows 1,350 to 1,450.
            ("~1400", "1450", nil), ("~1400", "1350", nil), ("~1400", "1451", 1), ("~1400", "1349", 1),
            ("~1400", "~1500", nil), ("~1400", "~1600", 100), ("~12", "13", 0.5), ("~1000", "1400", nil),
            ("~1400", "≥1450", nil), ("~1400", "≥1500", 50),
        ] as [(String, String, Double?)])
    func goesByTheBounds(_ ministry: String, _ army: String, _ apart: Double?) throws {
        let found = try disagreement(.sample(ministry, by: .ministry), .sample(army, by: .army))
        #expect(found?.apart == apart)
        if let found { #expect(found.lower.point.value < found.upper.point.value) }
    }

    @Test func takesTheUnattributedForAParty() throws {
        #expect(try disagreement(.sample(100), .sample(120, by: nil))?.apart == 20)
    }

    @Test func allowsAPartyToCorrectItself() throws {
        #expect(try disagreement(.sample(100), .sample(120)) == nil)
    }

    @Test(
        arguments: [
            (Period.total, "2023-10-07", "2023-10-27", nil), (.total, "2023-10-07", "2023-10-07", 80),
            (.total, "2023-10-07", nil, 80), (.total, nil, nil, 80), (.event, nil, nil, nil), (.stock, nil, nil, 80),
        ] as [(Period, String?, String?, Double?)])
    func comparesWhatIsComparable(_ period: Period, _ start: String?, _ other: String?, _ apart: Double?) throws {
        let found = try disagreement(
            .sample(100, period: period, since: start), .sample(20, by: .army, period: period, since: other))
        #expect(found?.apart == apart)
    }

    @Test func namesTheWidest() throws {
        let store = try Store.holding(
            Printing("a", .sample(100), .sample(110)), Printing("b", .sample(150, by: .army)),
            Printing("c", .sample(120, by: .medics)))
        let found = try #require(try store.comparisons().first)
        #expect(found.claims.map { Int($0.point.value) } == [100, 110, 150, 120])
        #expect(found.sourceCount == 3)
        let widest = try #require(found.disagreement)
        #expect((widest.lower.source, widest.upper.source) == ("Gaza Ministry of Health", "Israel Defense Forces"))
        #expect(widest.apart == 50 && widest.share == 0.5)
    }

    @Test func putsTheUnattributedLast() throws {
        let store = try Store.holding(
            Printing("a", .sample(1, by: nil)), Printing("b", .sample(1, by: .medics)), Printing("c", .sample(1)))
        #expect(
            try store.comparisons().first?.claims.map(\.source) == ["Gaza Ministry of Health", "medics", nil])
    }

    @Test func wantsTwoArticlesOrParties() throws {
        #expect(try Store.holding(Printing("a", .sample(1), .sample(2))).comparisons().isEmpty)
        #expect(try Store.holding(Printing("a", .sample(1), .sample(1, by: .army))).comparisons().count == 1)
        #expect(try Store.holding(Printing("a", .sample(1)), Printing("b", .sample(1))).comparisons().count == 1)
        let days = try Store.holding(Printing("a", .sample(1)), Printing("b", .sample(1, by: .army, on: "2023-11-02")))
        #expect(try days.comparisons().isEmpty)
    }

    @Test func putsTheWidestDisagreementFirst() throws {
        let store = try Store.holding(
            Printing(
                "a", .sample(10), .sample(100, "injured"), .sample(5, "missing"), .sample(5, "aid", on: "2023-11-01")),
            Printing(
                "b", .sample(11, by: .army), .sample(200, "injured", by: .army), .sample(5, "missing", by: .army),
                .sample(5, "aid", by: .army, on: "2023-11-01")))
        #expect(try store.comparisons().map(\.key.measure) == ["injured", "deaths", "aid", "missing"])
    }

    @Test func sharesOfNothingAreInfinite() throws {
        #expect(try disagreement(.sample(0), .sample(5, by: .army))?.share == .infinity)
    }
}

extension Figure {
    /// `100`, `≥90`, `≤120`, `~1400`.
    fileprivate static func sample(_ text: String, by source: SourceReference) -> Figure {
        let signs: [Character: Qualifier] = ["≥": .atLeast, "≤": .atMost, "~": .about]
        let qualifier = text.first.flatMap { signs[$0] }
        let value = Double(text.dropFirst(qualifier == nil ? 0 : 1)) ?? .nan
        return .sample(value, qualifier: qualifier ?? .exact, by: source)
    }
}

@Suite struct BoundsTests {
    @Test(
        arguments: [
            (1400, .exact, 1400, 1400, 1400, 1400), (1400, .about, 1400, 1400, 1350, 1450),
            (1000, .about, 1000, 1000, 500, 1500), (1234, .about, 1234, 1234, 1233.5, 1234.5),
            (10, .about, 10, 10, 5, 15), (7, .about, 7, 7, 6.5, 7.5), (0, .about, 0, 0, -0.5, 0.5),
            (1.5, .about, 1.5, 1.5, 1, 2), (40, .range, 40, 50, 40, 50), (9000, .atLeast, 9000, nil, 9000, .infinity),
            (500, .atMost, nil, 500, -.infinity, 500), (200, .vague, nil, nil, -.infinity, .infinity),
        ] as [(Double, Qualifier, Double?, Double?, Double, Double)])
    func allow(
        _ value: Double, _ qualifier: Qualifier, _ low: Double?, _ high: Double?, _ first: Double, _ last: Double
    ) throws {
        let point = SeriesPoint(
            date: try #require(PartialDate("2023-11-03")), value: value, low: low, high: high, qualifier: qualifier,
            status: .actual, printings: [])
        #expect(point.bounds == first...last)
    }
}
