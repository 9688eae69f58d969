import Figures
import TestSupport
import Testing

@testable import TimeSeries

/// One store, one figure for each value; every test names the values that pass.
@Suite struct FilterTests {
    private let store: Store

    init() throws {
        store = try Store.holding(
            Printing(
                "a", by: "Harbour Wire", on: "2023-11-04",
                .sample(1, on: "2023-10-30"), .sample(2, place: .rafah, on: "2023-11-05", of: ["children"]),
                .sample(3, "injured", by: .army, on: "2023-11-06", confidence: 0.5),
                .sample(4, place: .israel, by: nil, on: nil, of: ["children", "civilian"])),
            Printing(
                "b", by: "Eastgate Daily", on: "2023-11-20",
                .sample(5, place: nil, by: .medics, on: "2023-11", period: .event, of: ["women"]),
                .sample(6, "trucks", place: PlaceReference(name: "Nitzana"), on: nil, status: .planned)))
    }

    @Test func takesAllWithoutAFilter() throws { #expect(try store.values { _ in } == [1, 4, 2, 3, 6, 5]) }

    @Test(arguments: [
        (["deaths"], [1, 4, 2, 5]), (["injured", "trucks"], [3, 6]), (["DEATHS"], [1, 4, 2, 5]), (["aid"], []),
    ])
    func measures(_ names: [String], _ values: [Int]) throws {
        #expect(try store.values { $0.measures = names } == values)
    }

    @Test(arguments: [
        (["Rafah"], [2]), (["Gaza"], [1, 2, 3]), (["gaza strip"], [1, 2, 3]), (["pse-gaza"], [1, 2, 3]),
        (["Palestine"], [1, 2, 3]), (["Israel"], [4]), (["Israel", "Rafah"], [4, 2]), (["Nitzana"], [6]),
        (["nitzana"], [6]), (["Lebanon"], []), (["Lebanon", "Israel"], [4]),
    ])
    func places(_ names: [String], _ values: [Int]) throws {
        #expect(try store.values { $0.places = names } == values)
    }

    @Test(arguments: [
        (["Gaza Ministry of Health"], [1, 2, 6]), (["moh-gaza"], [1, 2, 6]), (["the Gaza Health Ministry"], [1, 2, 6]),
        (["Gaza's Health Ministry"], [1, 2, 6]), (["gaza ministry of health"], [1, 2, 6]), (["IDF"], [3]),
        (["medics"], [5]), (["Medics"], [5]), (["unattributed"], [4]), (["unattributed", "IDF"], [4, 3]),
        (["IDF", "medics"], [3, 5]), (["UNRWA"], []),
    ])
    func sources(_ names: [String], _ values: [Int]) throws {
        #expect(try store.values { $0.sources = names } == values)
    }

    @Test(arguments: [
        (["Harbour Wire"], [1, 4, 2, 3]), (["eastgate daily"], [6, 5]),
        (["Harbour Wire", "Eastgate Daily"], [1, 4, 2, 3, 6, 5]),
        (["Nobody"], []),
    ])
    func publishers(_ names: [String], _ values: [Int]) throws {
        #expect(try store.values { $0.publishers = names } == values)
    }

    /// Both ends inclusive; a figure without a day goes by its publication, a month by its last day.
    @Test(
        arguments: [
            ("2023-10-30", "2023-10-30", [1]), ("2023-10-31", "2023-11-04", [4]), ("2023-11-05", "2023-11-06", [2, 3]),
            ("2023-11-07", nil, [6, 5]), (nil, "2023-11-04", [1, 4]), ("2023-11-30", "2023-11-30", [5]),
            ("2023-12-01", nil, []),
        ] as [(String?, String?, [Int])])
    func days(_ since: String?, _ until: String?, _ values: [Int]) throws {
        let found = try store.values {
            $0.since = since.flatMap { CalendarDate($0) }
            $0.until = until.flatMap { CalendarDate($0) }
        }
        #expect(found == values)
    }

    @Test(arguments: [
        ("2023-W43", []), ("2023-W44", [1, 4, 2]), ("2023-W45", [3]), ("2023-W47", [6]), ("2023-W48", [5]),
    ])
    func weeks(_ text: String, _ values: [Int]) throws {
        let week = try #require(ISOWeek(text))
        let found = try store.values {
            $0.since = week.monday
            $0.until = week.sunday
        }
        #expect(found == values)
    }

    @Test(arguments: [
        ("children", [4, 2]), ("civilian", [4]), ("women", [5]), ("child", []), ("men", []),
        ("%", []), ("chil_ren", []), ("c%n", []),
    ])
    func populations(_ name: String, _ values: [Int]) throws {
        #expect(try store.values { $0.populations = [name] } == values)
    }

    @Test func eitherOfTwoPopulations() throws {
        #expect(try store.values { $0.populations = ["civilian", "women"] } == [4, 5])
    }

    @Test func confidence() throws {
        #expect(try store.values { $0.minimumConfidence = 0.5 }.count == 6)
        #expect(try store.values { $0.minimumConfidence = 0.51 } == [1, 4, 2, 6, 5])
        #expect(try store.values { $0.minimumConfidence = 0.9 }.count == 5)
        #expect(try store.values { $0.minimumConfidence = 0.91 } == [])
    }

    @Test(
        arguments: [
            ([.planned], [6]), ([.actual], [1, 4, 2, 3, 5]), ([.actual, .planned], [1, 4, 2, 3, 6, 5]), ([.denied], []),
        ] as [([Status], [Int])])
    func statuses(_ statuses: [Status], _ values: [Int]) throws {
        #expect(try store.values { $0.statuses = statuses } == values)
    }

    @Test(
        arguments: [([.event], [5]), ([.total], [1, 4, 2, 3, 6]), ([.event, .stock], [5]), ([.stock], [])]
            as [([Period], [Int])])
    func periods(_ periods: [Period], _ values: [Int]) throws {
        #expect(try store.values { $0.periods = periods } == values)
    }

    @Test func holdsAllConditionsTogether() throws {
        let found = try store.values {
            $0.measures = ["deaths"]
            $0.places = ["Gaza", "Israel"]
            $0.sources = ["moh-gaza", "unattributed"]
            $0.publishers = ["Harbour Wire"]
            $0.since = CalendarDate("2023-11-01")
            $0.populations = ["children"]
            $0.periods = [.total]
            $0.statuses = [.actual]
            $0.minimumConfidence = 0.9
        }
        #expect(found == [4, 2])
    }

    @Test(arguments: ["Atlantis", "", "'; DROP TABLE figure; --"]) func refusesUnknownPlaces(_ name: String) throws {
        #expect(throws: StoreError.unknownPlace(name)) { try store.values { $0.places = ["Gaza", name] } }
        #expect(throws: StoreError.unknownPlace(name)) { try store.series(FigureFilter.places([name])) }
    }

    @Test(arguments: ["Captain Nemo", "", "' OR 1=1"]) func refusesUnknownSources(_ name: String) {
        #expect(throws: StoreError.unknownSource(name)) { try store.values { $0.sources = ["IDF", name] } }
    }
}

extension FigureFilter {
    fileprivate static func places(_ names: [String]) -> FigureFilter {
        var filter = FigureFilter()
        filter.places = names
        return filter
    }
}
