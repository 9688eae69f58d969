import Figures
import TestSupport
import Testing

@testable import TimeSeries

@Suite struct DerivedSeriesTests {
    private func changes(_ figures: Figure...) throws -> [String] {
        let store = try Store(path: ":memory:")
        try store.take(figures.enumerated().map { Printing("a\($0.offset)", $0.element) })
        return try store.series().compactMap(\.dailyChanges).flatMap { series in
            series.points.map { point in
                let bounds = [point.low, point.high].map { $0.map { String(Int($0)) } ?? "open" }
                return "\(point.date) \(Int(point.value)) (\(bounds[0]) to \(bounds[1])) from \(point.printings.count)"
            }
        }
    }

    @Test func leavesGapsAsGaps() throws {
        let found = try changes(
            .sample(9000, on: "2023-11-02"), .sample(9061, on: "2023-11-03"), .sample(9227, on: "2023-11-05"),
            .sample(9220, on: "2023-11-06"), .sample(9500, on: "2023-11"))
        #expect(found == ["2023-11-03 61 (61 to 61) from 2", "2023-11-06 -7 (-7 to -7) from 2"])
    }

    @Test func takesTheBoundsOfBothDays() throws {
        let found = try changes(
            .sample(9000, qualifier: .atLeast, on: "2023-11-02"), .sample(9061, on: "2023-11-03"),
            .sample(9100, qualifier: .atMost, on: "2023-11-04"))
        #expect(found == ["2023-11-03 61 (open to 61) from 2", "2023-11-04 39 (open to 39) from 2"])
    }

    @Test func isOfTotalsAndSaysSo() throws {
        let store = try Store.holding(
            Printing("a", .sample(1, on: "2023-11-02"), .sample(2, on: "2023-11-03")),
            Printing("b", .sample(1, on: "2023-11-02", period: .stock), .sample(2, on: "2023-11-03", period: .stock)))
        let derived = try store.series().compactMap(\.dailyChanges)
        #expect(derived.map(\.key.derivation) == [.change] && derived[0].key.period == .event)
        #expect(derived[0].dailyChanges == nil)
    }
}
