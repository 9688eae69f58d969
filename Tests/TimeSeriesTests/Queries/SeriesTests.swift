import Figures
import TestSupport
import Testing

@testable import TimeSeries

@Suite struct SeriesTests {
    private func summaries(_ printings: Printing...) throws -> [String] {
        let store = try Store(path: ":memory:")
        try store.take(printings)
        return try store.series().map(\.summary)
    }

    @Test func countsAClaimOnce() throws {
        let store = try Store.holding(
            Printing("b", by: "Eastgate Daily", on: "2023-11-05", .sample(9061), .sample(9061)),
            Printing("a", by: "Harbour Wire", on: "2023-11-04", .sample(9061)),
            Printing("c", by: nil, on: "2023-11-06", .sample(9061)))
        let series = try store.series()
        #expect(series.map(\.summary) == ["deaths · Gaza · Gaza Ministry of Health · total: 2023-11-03 9061×4"])
        let point = try #require(series.first?.points.first)
        #expect(point.articleCount == 3 && series[0].articleCount == 3)
        #expect(point.publishers == ["Harbour Wire", "Eastgate Daily", "c"])
        #expect(point.printings.map(\.figure.doc) == ["a", "b", "b", "c"])
    }

    /// For a list of numbers: the same series, whose printings are empty of words.
    @Test func readsNumbersWithoutWords() throws {
        let store = try Store.holding(
            Printing("a", by: "Harbour Wire", on: "2023-11-04", .sample(9061), .sample(7, "injured", place: .rafah)),
            Printing("b", by: "Eastgate Daily", on: "2023-11-05", .sample(9061), .sample(8900, on: "2023-11-02")))
        let (whole, brief) = (try store.series(), try store.series(words: false))
        #expect(brief.map(\.summary) == whole.map(\.summary) && brief.map(\.key) == whole.map(\.key))
        let (point, other) = (try #require(brief.first?.points.last), try #require(whole.first?.points.last))
        #expect(point.printings.map(\.id) == other.printings.map(\.id) && point.publishers == other.publishers)
        #expect(point.articleCount == other.articleCount && point.printings[0].claimID == other.printings[0].claimID)
        #expect(point.printings[0].figure.quote.isEmpty && !other.printings[0].figure.quote.isEmpty)
    }

    /// What differs in value, bounds, wording of exactness or day is another claim of the same series.
    @Test func keepsDifferentClaimsApart() throws {
        let found = try summaries(
            Printing(
                "a", .sample(9061), .sample(9061, qualifier: .atLeast), .sample(9000, qualifier: .about),
                .sample(9061, on: "2023-11-02"),
                .sample(9061, on: "2023-11")))
        #expect(
            found == [
                "deaths · Gaza · Gaza Ministry of Health · total: 2023-11-02 9061, 2023-11-03 9000, 2023-11-03 9061, "
                    + "2023-11-03 9061, 2023-11 9061"
            ])
    }

    @Test(
        arguments: [
            ("measure", .sample(1, "injured")), ("place", .sample(1, place: .rafah)),
            ("no place", .sample(1, place: nil)),
            ("source", .sample(1, by: .army)), ("no source", .sample(1, by: nil)),
            ("period", .sample(1, period: .event)),
            ("state", .sample(1, period: .stock)), ("status", .sample(1, status: .projected)),
            ("denied", .sample(1, status: .denied)), ("unit", .sample(1, unit: "household")),
            ("population", .sample(1, of: ["children"])), ("others", .sample(1, of: ["israeli"])),
        ] as [(String, Figure)])
    func neverJoins(_ what: String, _ other: Figure) throws {
        let series = try Store.holding(Printing("a", .sample(1)), Printing("b", other)).series()
        #expect(series.count == 2, "\(what)")
        #expect(try Store.holding(Printing("a", .sample(1)), Printing("b", other)).comparisons().count <= 1)
    }

    /// The people of a place are those who are counted there anyhow.
    @Test func joinsThePeopleOfThePlace() throws {
        let found = try summaries(
            Printing("a", .sample(1, of: ["palestinian"])), Printing("b", .sample(1)),
            Printing("c", .sample(2, of: ["palestinian", "children"])), Printing("d", .sample(2, of: ["children"])),
            Printing("e", .sample(3, place: .israel, of: ["palestinian"])))
        #expect(
            found == [
                "deaths · Gaza · Gaza Ministry of Health · total: 2023-11-03 1×2",
                "deaths of children · Gaza · Gaza Ministry of Health · total: 2023-11-03 2×2",
                "deaths of palestinian · Israel · Gaza Ministry of Health · total: 2023-11-03 3",
            ])
    }

    @Test func sortsThePopulation() throws {
        let found = try summaries(
            Printing("a", .sample(1, of: ["women", "children"])), Printing("b", .sample(1, of: ["children", "women"])))
        #expect(found == ["deaths of children+women · Gaza · Gaza Ministry of Health · total: 2023-11-03 1×2"])
    }

    @Test func takesTheOnlyStartOfACount() throws {
        let store = try Store.holding(
            Printing("a", .sample(9061, since: "2023-10-07")), Printing("b", .sample(9061)),
            Printing("c", .sample(9227, on: "2023-11-04")))
        let series = try store.series()
        #expect(
            series.map(\.summary) == [
                "deaths · Gaza · Gaza Ministry of Health · total since 2023-10-07: 2023-11-03 9061×2, 2023-11-04 9227"
            ])
        #expect(series[0].statedStarts == 1)
    }

    @Test func leavesTheStartOpenWhereThereAreTwo() throws {
        let found = try summaries(
            Printing("a", .sample(9061, since: "2023-10-07")), Printing("b", .sample(50, since: "2023-10-27")),
            Printing("c", .sample(9227)))
        #expect(
            found == [
                "deaths · Gaza · Gaza Ministry of Health · total: 2023-11-03 9227",
                "deaths · Gaza · Gaza Ministry of Health · total since 2023-10-07: 2023-11-03 9061",
                "deaths · Gaza · Gaza Ministry of Health · total since 2023-10-27: 2023-11-03 50",
            ])
    }

    /// A start is taken from figures of the same party, place and thing only, and by totals only.
    @Test func takesNoStartFromOthers() throws {
        let found = try summaries(
            Printing("a", .sample(1, since: "2023-10-07")), Printing("b", .sample(2, by: .army)),
            Printing("c", .sample(3, place: .rafah)), Printing("d", .sample(4, period: .stock)),
            Printing("e", .sample(5, status: .projected)))
        #expect(found.filter { $0.contains("since") }.count == 1)
    }

    @Test func datesByPublicationWhereTheTextDoesNot() throws {
        let store = try Store.holding(
            Printing("a", on: "2023-11-03", .sample(1, on: nil)), Printing("b", on: "2023-11-04", .sample(1)),
            Printing("c", on: nil, .sample(2, on: nil)))
        let points = try #require(try store.series().first).points
        #expect(points.map(\.isDatedByPublication).sorted { !$0 && $1 } == [false, true])
        #expect(points.allSatisfy { $0.date == PartialDate("2023-11-03") })
    }

    @Test func sortsTheSeries() throws {
        let found = try Store.holding(
            Printing(
                "a", .sample(1, "trucks"), .sample(2, place: nil), .sample(3, place: .rafah), .sample(4, by: nil),
                .sample(5, by: .army), .sample(6))
        ).series()
        #expect(found.map { Int($0.points[0].value) } == [6, 5, 4, 3, 2, 1])
    }

    /// The same articles in another order give the same series.
    @Test func doesNotDependOnTheOrderOfReading() throws {
        var generator = SplitMix64(seed: 11)
        let printings = (0..<30).map { index in
            Printing(
                "a\(index)", by: "P\(index % 4)", on: "2023-11-0\(1 + index % 9)",
                .sample(Double(Int.random(in: 1...3, using: &generator)), place: index % 2 == 0 ? .gaza : .rafah),
                .sample(7, since: index % 7 == 0 ? "2023-10-07" : nil))
        }
        let store = try Store(path: ":memory:")
        try store.take(printings)
        let other = try Store(path: ":memory:")
        for printing in printings.shuffled(using: &generator) { try other.take([printing]) }
        #expect(try other.series().map(\.summary) == (try store.series().map(\.summary)))
    }
}
