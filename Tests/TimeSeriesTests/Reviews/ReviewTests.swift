import Figures
import GRDB
import TestSupport
import Testing

@testable import TimeSeries

@Suite struct ReviewTests {
    private let printing = Printing("a", .sample(9061), .sample(3760, of: ["children"]))
    private let note = ChangeNote(author: "ada", why: "a test", at: "2023-11-05T09:30:00Z")

    private func id(_ value: Double, _ store: Store) throws -> Int64 {
        try #require(try store.figures().first { $0.figure.value == value }).id
    }

    @Test func acceptsAndRejects() throws {
        let store = try Store.holding(printing)
        try store.review(id(9061, store), .accept, note)
        #expect(try store.figures().map(\.review) == [.accepted, nil])
        try store.review(id(9061, store), .reject, note)
        #expect(try store.values { _ in } == [3760])
        #expect(try store.values { $0.reviews = [.rejected] } == [9061])
        #expect(try store.values { $0.reviews = [.rejected, .none] } == [9061, 3760])
        #expect(try store.series().flatMap { $0.points.map(\.value) } == [3760])
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM figures") } == 1)
        #expect(try store.articles().map(\.figureCount) == [1])
    }

    @Test func setsValuesBesideTheExtracted() throws {
        let store = try Store.holding(printing)
        let figures = try store.review(
            id(9061, store), .set([.value: "9,602", .source: "IDF", .place: "Rafah", .date: "2023-11-02"]), note)
        let stored = try #require(figures.first)
        #expect(stored.review == .corrected)
        #expect(stored.figure.value == 9602 && stored.figure.low == 9602 && stored.figure.high == 9602)
        #expect(stored.figure.source?.id == "idf" && stored.figure.source?.text == "the Gaza Health Ministry")
        #expect(stored.figure.place?.name == "Rafah" && stored.figure.date == PartialDate("2023-11-02"))
        #expect(
            stored.extracted == [
                "value": "9061", "low": "9061", "high": "9061", "source": "moh-gaza", "place": "pse-gaza",
                "date": "2023-11-03",
            ])
        #expect(try store.values { $0.places = ["Rafah"] } == [9602])
        #expect(try store.values { $0.until = CalendarDate("2023-11-02") } == [9602])
        #expect(try store.series().first { $0.key.source == "Israel Defense Forces" }?.points.count == 1)
        #expect(try store.integrityProblems().isEmpty)
    }

    @Test func bringsBackWhatWasRead() throws {
        let store = try Store.holding(printing)
        let before = try store.figures().map(\.figure)
        let id = try id(9061, store)
        try store.review(id, .set([.value: "9602", .source: ""]), note)
        try store.review(id, .set([.value: "9061", .source: "moh-gaza"]), note)
        #expect(try store.figures().map(\.figure) == before)
        #expect(try store.figures().map(\.review) == [.accepted, nil])
        #expect(try store.figures()[0].extracted.isEmpty)
    }

    @Test(
        arguments: [
            ([.value: "50", .qualifier: "at_least"], 50, nil), ([.qualifier: "at_most"], nil, 9061),
            ([.value: "50", .low: "40", .high: "60", .qualifier: "range"], 40, 60), ([.qualifier: "about"], 9061, 9061),
        ] as [([ReviewKey: String], Double?, Double?)])
    func takesTheBoundsAlong(_ values: [ReviewKey: String], _ low: Double?, _ high: Double?) throws {
        let store = try Store.holding(printing)
        let figure = try #require(try store.review(id(9061, store), .set(values), note).first).figure
        #expect(figure.low == low && figure.high == high)
    }

    @Test(
        arguments: [
            [.value: "many"], [.value: ""], [.measure: "joy"], [.low: "9999"], [.qualifier: "roughly"],
            [.date: "Friday"],
            [.period: "week"], [.status: ""], [.place: "Nowhere at all"], [.periodStart: "2023"], [.population: "a|b"],
        ] as [[ReviewKey: String]])
    func refuses(_ values: [ReviewKey: String]) throws {
        let store = try Store.holding(printing)
        let before = try store.figures()
        #expect(throws: StoreError.self) { try store.review(id(9061, store), .set(values), note) }
        #expect(try store.figures() == before)
        #expect(try store.reviews().isEmpty)
    }

    @Test func refusesAFigureThatIsNotThere() throws {
        let store = try Store.holding(printing)
        #expect(throws: StoreError.unknownFigure(99)) { try store.review(99, .accept, note) }
    }

    /// A newer extractor reads the article anew: what people said holds.
    @Test func outlivesANewReading() throws {
        let store = try Store.holding(printing)
        try store.review(id(9061, store), .set([.value: "9602"]), note)
        try store.review(id(3760, store), .reject, note)
        var better = printing
        better.figures[0].confidence = 0.99
        better.figures[0].source = .army
        let stamp = ExtractorStamp(version: "2", lexicon: "a")
        #expect(try store.take([better], by: stamp) == [.reread(figures: 2)])
        let figures = try store.figures()
        #expect(figures.map(\.figure.value) == [9602] && figures[0].figure.source?.id == "idf")
        #expect(figures[0].extracted["value"] == "9061" && figures[0].figure.confidence == 0.99)
        #expect(try store.reviews().allSatisfy { $0.figure != nil })
    }

    /// Where the extractor comes to read what a person had set, nothing is corrected any more.
    @Test func agreesWithABetterReading() throws {
        let store = try Store.holding(Printing("a", .sample(9061)))
        try store.review(id(9061, store), .set([.measure: "injured"]), note)
        var better = Printing("a", .sample(9061))
        better.figures[0].measure = "injured"
        try store.take([better], by: ExtractorStamp(version: "2", lexicon: "a"))
        #expect(try store.figures().map(\.review) == [.accepted])
        #expect(try store.figures().map(\.figure.measure) == ["injured"])
    }

    @Test func tellsOfFiguresThatAreNoLongerRead() throws {
        let store = try Store.holding(printing)
        try store.review(id(3760, store), .accept, note)
        var worse = printing
        worse.figures.removeLast()
        try store.take([worse], by: ExtractorStamp(version: "2", lexicon: "a"))
        #expect(try store.reviews().map { $0.figure == nil } == [true])
    }

    @Test func logsWhatWasAndWhatBecame() throws {
        let store = try Store.holding(printing)
        let id = try id(9061, store)
        try store.review(id, .set([.value: "9602"]), note)
        try store.review(id, .set([.measure: "injured"]), note)
        let log = try store.reviews()
        #expect(
            log.map { "\($0.key?.rawValue ?? "") \($0.was ?? "") \($0.becomes ?? "")" } == [
                "high 9061 9602", "low 9061 9602", "value 9061 9602", "measure deaths injured",
            ])
        #expect(log.allSatisfy { $0.note == note && $0.measure == "deaths" && $0.figure?.id == id })
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(figure) FROM reviews") } == 4)
    }

    @Test func rejectsAllPrintings() throws {
        let store = try Store.holding(printing, Printing("b", by: "Eastgate Daily", .sample(9061)))
        try store.review(id(9061, store), .reject, note, allPrintings: true)
        #expect(try store.values { _ in } == [3760])
    }

    /// A correction makes another claim of a figure.
    @Test func leavesTheClaim() throws {
        let store = try Store.holding(printing, Printing("b", by: "Eastgate Daily", .sample(9061)))
        #expect(try store.figures().filter { $0.figure.value == 9061 }.map(\.articleCount) == [2, 2])
        try store.review(id(9061, store), .set([.value: "9602"]), note)
        #expect(try store.figures().map(\.articleCount) == [1, 1, 1])
    }
}
