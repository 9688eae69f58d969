import Figures
import TestSupport
import Testing

@testable import TimeSeries

/// Each rule finds what it is for, and nothing in what is well.
@Suite struct CheckTests {
    private func found(_ rule: CheckRule, _ figures: [Figure], _ change: (inout [Printing]) -> Void = { _ in }) throws
        -> [String]
    {
        let store = try Store(path: ":memory:")
        var printings = figures.enumerated().map { index, figure in
            Printing("a\(index)", by: "P\(index)", on: figure.date?.last.adding(days: 1).description, figure)
        }
        change(&printings)
        try store.take(printings)
        return try store.findings(rules: [rule]).map { finding in
            "\(finding.reason) [\(finding.sides.map { $0.point.printings[0].figure.quote }.joined(separator: " | "))]"
        }
    }

    @Test func totalThatFalls() throws {
        let found = try found(.fall, [.sample(9061, on: "2023-11-02"), .sample(8900, on: "2023-11-03")])
        #expect(
            found == [
                "the total fell from 9,061 (2023-11-02) to 8,900 (2023-11-03) [a0: 9061 deaths. | a1: 8900 deaths.]"
            ])
    }

    @Test(
        arguments: [
            [.sample(9061, on: "2023-11-02"), .sample(9000, qualifier: .atLeast, on: "2023-11-03")],
            [.sample(9061, on: "2023-11-02"), .sample(8900, by: .army, on: "2023-11-03")],
            [.sample(9, on: "2023-11-02", period: .event), .sample(8, on: "2023-11-03", period: .event)],
            [.sample(9061, on: "2023-11-02", status: .projected), .sample(8, on: "2023-11-03", status: .projected)],
            [.sample(9061, on: "2023-11-02"), .sample(9061, on: "2023-11-03")],
        ] as [[Figure]])
    func nothingFell(_ figures: [Figure]) throws { #expect(try found(.fall, figures).isEmpty) }

    /// Ten a day, then a hundred.
    private func climb(last: Double) -> [Figure] {
        (1...6).map { .sample(Double(100 + 10 * $0), on: "2023-11-0\($0)") } + [.sample(last, on: "2023-11-07")]
    }

    @Test func totalThatJumps() throws {
        #expect(
            try found(.jump, climb(last: 260)) == [
                "the total rose by 100 in a day, 10 times its usual 10 a day; no event is reported for these days "
                    + "[a5: 160 deaths. | a6: 260 deaths.]"
            ])
        let some = climb(last: 260) + [.sample(30, by: .medics, on: "2023-11-07", period: .event)]
        #expect(
            try found(.jump, some).first?.contains("the events that one source reports for these days come to 30")
                == true)
    }

    @Test func jumpThatEventsExplain() throws {
        let hospital = Figure.sample(100, by: .medics, on: "2023-11-07", period: .event)
        #expect(try found(.jump, climb(last: 260) + [hospital]).isEmpty)
        #expect(try found(.jump, climb(last: 175)).isEmpty)
    }

    @Test func subsetLargerThanItsWhole() throws {
        let figures: [Figure] = [.sample(14, on: "2023-11-03", period: .event)]
        let found = try found(.subset, figures) { printings in
            var part = Figure.sample(16, on: "2023-11-03", period: .event, of: ["children"])
            part.relation = Relation(kind: .subsetOf, start: printings[0].figures[0].start)
            part.start = 40
            part.end = 42
            part.quote = "14 died, 16 of them children."
            printings[0].figures.append(part)
        }
        #expect(
            found == [
                "children are 16, more than the 14 that they are part of [14 died, 16 of them children. | a0: 14 deaths.]"
            ])
    }

    @Test func subsetOfTheSameDay() throws {
        let apart = try found(.subset, [.sample(9061), .sample(9100, of: ["children"])])
        #expect(apart.count == 1 && apart[0].hasPrefix("children are 9,100, more than the 9,061"))
        #expect(try found(.subset, [.sample(9061), .sample(3760, of: ["children"])]).isEmpty)
        #expect(try found(.subset, [.sample(9061), .sample(9100, by: .army, of: ["children"])]).isEmpty)
        #expect(try found(.subset, [.sample(9061), .sample(9100, on: "2023-11-04", of: ["children"])]).isEmpty)
    }

    @Test func sourcesApart() throws {
        let found = try found(.apart, [.sample(100), .sample(120, by: .army)])
        #expect(
            found == [
                "120 by Israel Defense Forces, 100 by Gaza Ministry of Health: 20 apart, 20% of the lower "
                    + "[a0: 100 deaths. | a1: 120 deaths.]"
            ])
        #expect(try self.found(.apart, [.sample(100), .sample(90, qualifier: .atLeast, by: .army)]).isEmpty)
    }

    @Test func revision() throws {
        let figures: [Figure] = [.sample(9061), .sample(9055)]
        let found = try found(.revision, figures) { printings in
            printings[1].article.date = CalendarDate("2023-11-08")
            printings[1].figures[0].reported = CalendarDate("2023-11-08")
        }
        #expect(
            found == [
                "for 2023-11-03 now 9,055, where 9,061 was given before [a0: 9061 deaths. | a1: 9055 deaths.]"
            ])
        #expect(try self.found(.revision, figures).first?.hasPrefix("for 2023-11-03 both 9,055 and 9,061 [") == true)
        #expect(try self.found(.revision, [.sample(9061), .sample(9055, by: .army)]).isEmpty)
        #expect(try self.found(.revision, [.sample(9061), .sample(9000, qualifier: .atLeast)]).isEmpty)
        #expect(try self.found(.revision, [.sample(9061, by: nil), .sample(9055, by: nil)]).isEmpty)
        #expect(try self.found(.revision, [.sample(9, period: .event), .sample(5, period: .event)]).isEmpty)
    }

    @Test func figureThatComesAgain() throws {
        let found = try found(
            .repeated,
            [.sample(471, on: "2023-10-17", period: .event), .sample(471, on: "2023-11-07", period: .event)])
        #expect(
            found == [
                "471 comes again for 2023-11-07, 21 days after it was given for 2023-10-17 "
                    + "[a0: 471 deaths. | a1: 471 deaths.]"
            ])
    }

    @Test(
        arguments: [
            [.sample(471, on: "2023-11-01", period: .event), .sample(471, on: "2023-11-07", period: .event)],
            [.sample(40, on: "2023-10-17", period: .event), .sample(40, on: "2023-11-07", period: .event)],
            [.sample(12, on: "2023-10-17", period: .event), .sample(12, on: "2023-11-07", period: .event)],
            [.sample(471, on: "2023-10-17"), .sample(471, on: "2023-11-07")],
        ] as [[Figure]])
    func nothingCameAgain(_ figures: [Figure]) throws { #expect(try found(.repeated, figures).isEmpty) }

    @Test func totalThatComesAgain() throws {
        let found = try found(
            .repeated, [.sample(471, on: "2023-10-17"), .sample(520, on: "2023-10-27"), .sample(471, on: "2023-11-07")])
        #expect(found.count == 1)
    }

    @Test func unitsThatDiffer() throws {
        let found = try found(
            .units,
            [
                .sample(300, "displaced", on: "2023-11-02", period: .stock, unit: "household"),
                .sample(1500, "displaced", by: .army, on: "2023-11-03", period: .stock),
            ])
        #expect(found.count == 1 && found[0].contains("in households (300, 2023-11-02) and in people (1,500"))
        #expect(
            try self.found(
                .units,
                [
                    .sample(300, "displaced", on: "2023-10-02", period: .stock, unit: "household"),
                    .sample(1500, "displaced", by: .army, on: "2023-11-03", period: .stock),
                ]
            ).isEmpty)
        #expect(try self.found(.units, [.sample(3, "aid", unit: "tonne"), .sample(4, "aid", unit: "litre")]).isEmpty)
    }

    /// The earlier side may lie before the days that are asked for; the later one must not.
    @Test func keepsToTheDays() throws {
        let store = try Store.holding(
            Printing("a", .sample(9061, on: "2023-11-02"), .sample(8900, on: "2023-11-03")))
        var filter = FigureFilter()
        filter.since = CalendarDate("2023-11-03")
        #expect(try store.findings(filter).count == 1)
        filter.since = CalendarDate("2023-11-04")
        #expect(try store.findings(filter).isEmpty)
        filter.since = nil
        filter.until = CalendarDate("2023-11-02")
        #expect(try store.findings(filter).isEmpty)
    }

    /// What is read for some days is all that can be laid beside them: nothing more is found in the whole store.
    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func readsAllThatTheDaysNeed(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let store = try Store(path: ":memory:")
        try store.take((0..<80).map { Self.random("a\($0)", &generator) })
        var filter = FigureFilter()
        filter.until = CalendarDate("2023-11-20")
        let whole = Checker.findings(try store.series(filter), since: CalendarDate("2023-11-14"), until: filter.until)
        filter.since = CalendarDate("2023-11-14")
        #expect(try store.findings(filter) == whole)
        #expect(whole.count > 3 && Set(whole.map(\.rule)).count > 2)
    }

    /// An article with two figures of this and that, the second perhaps a part of the first.
    private static func random(_ id: String, _ generator: inout SplitMix64) -> Printing {
        func figure() -> Figure {
            .sample(
                Double(Int.random(in: 21..<99, using: &generator)),
                ["deaths", "injured"].randomElement(using: &generator)!,
                place: [.gaza, .rafah, .israel, nil].randomElement(using: &generator)!,
                by: [.ministry, .army, nil].randomElement(using: &generator)!,
                on: "2023-11-\(Int.random(in: 10..<28, using: &generator))",
                period: [.total, .total, .event].randomElement(using: &generator)!,
                of: [[], [], ["children"]].randomElement(using: &generator)!,
                unit: ["person", "person", "household"].randomElement(using: &generator)!)
        }
        var printing = Printing(id, by: "P", figure(), figure())
        if Bool.random(using: &generator) {
            printing.figures[1].relation = Relation(kind: .subsetOf, start: printing.figures[0].start)
        }
        return printing
    }

    @Test func passesOverWhatWasRejected() throws {
        let store = try Store.holding(
            Printing("a", .sample(9061, on: "2023-11-02"), .sample(8900, on: "2023-11-03")))
        let note = ChangeNote(author: "ada", why: "misread", at: "2023-11-05T09:30:00Z")
        try store.review(try #require(try store.figures().last).id, .reject, note)
        #expect(try store.findings().isEmpty)
    }
}
