import Figures
import TestSupport
import Testing
import TimeSeries

@testable import Reports

@Suite struct WeeklyReportTests {
    private func week(_ text: String = "2023-W44") throws -> ReportPeriod {
        ReportPeriod(week: try #require(ISOWeek(text)))
    }

    /// A week of two papers, with a disagreement, a total that fell, a plan and a figure without a source.
    private func sample() throws -> Store {
        let store = try Store.inMemory()
        try store.take(
            "a", on: "2023-10-28", title: "The week before", .sample(7703, on: "2023-10-27", since: "2023-10-07"),
            .sample(100, "injured", by: .army, on: "2023-10-27"))
        try store.take(
            "b", on: "2023-11-03", title: "Toll | *rises*", url: "https://harbourwire.example/b",
            .sample(9061, on: "2023-11-02", since: "2023-10-07"),
            .sample(8000, qualifier: .atMost, by: .army, on: "2023-11-02"),
            .sample(3760, on: "2023-11-02", of: ["children"]))
        try store.take(
            "c", by: "Eastgate Daily", on: "2023-11-04", title: "Hospitals count again",
            .sample(9061, on: "2023-11-02", quote: "In all, 9,061 have died, the ministry said."),
            .sample(90, "injured", by: .army, on: "2023-11-03"),
            .sample(500, "trucks", place: .rafah, on: "2023-11-05", period: .stock, status: .planned, unit: "truck"),
            .sample(1_400_000, "displaced", qualifier: .about, by: nil, on: nil, period: .stock))
        try store.take("d", by: nil, on: "2023-11-05", title: "No figures here")
        return store
    }

    @Test func markdown() throws {
        let report = try WeeklyReport(store: sample(), period: week())
        try Golden.check(report.markdown(), "report.md")
    }

    @Test func markdownWithChartsOfOnePlace() throws {
        var filter = FigureFilter()
        filter.places = ["Rafah"]
        let report = try WeeklyReport(store: sample(), period: week(), filter: filter)
        try Golden.check(
            report.markdown(pictures: [.init(title: "Trucks, [Rafah]", path: "charts/trucks.png")]), "report-rafah.md")
    }

    @Test func markdownOfAnEmptyWeek() throws {
        let report = try WeeklyReport(store: Store.inMemory(), period: week())
        try Golden.check(report.markdown(), "report-empty.md")
    }

    @Test func isTheSameTwice() throws {
        let (one, other) = (
            try WeeklyReport(store: sample(), period: week()), try WeeklyReport(store: sample(), period: week())
        )
        #expect(try one.markdown() == other.markdown())
    }

    @Test func restsOnTheFiguresOfTheDays() throws {
        let report = try WeeklyReport(store: sample(), period: week())
        #expect(report.figures.allSatisfy { $0.figure.date.map { report.period.contains($0.last) } ?? true })
        #expect(report.figures.count == 7)
        #expect(report.articles.map(\.article.id) == ["b", "c", "d"])
    }

    /// Every note that is pointed to is there, and every note is pointed to.
    @Test func closesItsNotes() throws {
        let text = try WeeklyReport(store: sample(), period: week()).markdown()
        let notes = text.matches(of: #/^\[\^(\d+)\]: /#.anchorsMatchLineEndings()).map { $0.output.1 }
        let marks = Set(text.matches(of: #/\[\^(\d+)\](?!:)/#).map { $0.output.1 })
        #expect(notes.map(String.init) == (1...notes.count).map(String.init))
        #expect(marks == Set(notes))
    }

    @Test func drawsSeriesWithMoreThanOnePoint() throws {
        let pictures = try WeeklyReport(store: sample(), period: week()).pictures()
        #expect(pictures.map(\.name) == ["deaths-gaza", "injured-gaza"])
        #expect(try WeeklyReport(store: sample(), period: week("2024-W10")).pictures().isEmpty)
    }

    @Test func givesEachPictureItsName() throws {
        let store = try Store.inMemory()
        for (id, day) in [("a", "2023-11-01"), ("b", "2023-11-02")] {
            try store.take(
                id, .sample(5, "displaced", on: day), .sample(2, "displaced", on: day, unit: "household"))
        }
        let pictures = try WeeklyReport(store: store, period: week()).pictures()
        #expect(pictures.count == 2)
        #expect(Set(pictures.map(\.name)).count == 2)
    }

    @Test func namesABadTemplate() throws {
        let report = try WeeklyReport(store: Store.inMemory(), period: week())
        let tables = DataTables(replacing: ["templates/report.md.mustache": "{{#open}}"])
        let error = #expect(throws: ReportError.self) { try report.markdown(tables: tables) }
        #expect(error.map { "\($0)".hasPrefix("templates/report.md.mustache: not a Mustache template: ") } == true)
    }
}
