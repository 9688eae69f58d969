import Figures
import GRDB
import TestSupport
import Testing

@testable import TimeSeries

/// What a person sees who opens the file with another program.
@Suite struct ViewTests {
    private func rows(_ sql: String, of printings: Printing...) throws -> [String] {
        let store = try Store(path: ":memory:")
        try store.take(printings)
        return try store.read { db in
            try GRDB.Row.fetchAll(db, sql: sql).map { row in
                row.map { $0.1.isNull ? "-" : String.fromDatabaseValue($0.1) ?? "\($0.1)" }.joined(separator: " | ")
            }
        }
    }

    @Test func figuresWithTheirWords() throws {
        let found = try rows(
            "SELECT measure, value, place, iso3, source, quote, publisher, title, reported, date FROM figures",
            of: Printing("a", .sample(9061), .sample(3, "injured", place: nil, by: nil, on: nil)))
        #expect(
            found == [
                "deaths | 9061.0 | Gaza | PSE | Gaza Ministry of Health | a: 9061 deaths. | Harbour Wire | Title of a | "
                    + "2023-11-04 | 2023-11-03",
                "injured | 3.0 | - | - | - | a: 3 injured. | Harbour Wire | Title of a | 2023-11-04 | -",
            ])
    }

    @Test func seriesWithTheirPrintings() throws {
        let found = try rows(
            "SELECT measure, population, place, source, period, day, value, printings, articles FROM series",
            of: Printing("a", .sample(9061), .sample(9061), .sample(5, of: ["palestinian", "children"])),
            Printing("b", .sample(9061)), Printing("c", on: nil, .sample(7, on: nil)))
        #expect(
            found == [
                "deaths |  | Gaza | Gaza Ministry of Health | total | 2023-11-03 | 9061.0 | 3 | 2",
                "deaths | children | Gaza | Gaza Ministry of Health | total | 2023-11-03 | 5.0 | 1 | 1",
            ])
    }

    private let disagreements = "SELECT low_source, low_value, high_source, high_value, apart FROM disagreements"

    @Test func disagreementsOfParties() throws {
        let found = try rows(
            disagreements,
            of: Printing("a", .sample(100), .sample(7, "injured"), .sample(1, "missing", period: .event)),
            Printing("b", .sample(120, by: .army), .sample(5, "injured", qualifier: .atLeast, by: .army)),
            Printing("c", .sample(9, "missing", by: .army, period: .event)))
        #expect(found == ["Gaza Ministry of Health | 100.0 | Israel Defense Forces | 120.0 | 20.0"])
    }

    /// The view and the program speak of the same disagreements.
    @Test(
        arguments: [
            (.sample(1400, qualifier: .about), .sample(1420, by: .army)),
            (.sample(100, since: "2023-10-07"), .sample(120, by: .army, since: "2023-10-27")),
        ] as [(Figure, Figure)])
    func disagreementsAreThoseOfTheProgram(_ one: Figure, _ other: Figure) throws {
        #expect(
            try Store.holding(Printing("a", one), Printing("b", other)).comparisons().allSatisfy {
                $0.disagreement == nil
            })
        #expect(try rows(disagreements, of: Printing("a", one), Printing("b", other)).isEmpty)
    }
}
