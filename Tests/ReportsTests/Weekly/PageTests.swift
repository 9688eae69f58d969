import Figures
import TestSupport
import Testing
import TimeSeries

@testable import Reports

/// The report as a page of HTML.
@Suite struct PageTests {
    private let week = ISOWeek("2023-W44")
    private let note = ChangeNote(author: "Ada", why: "misprint", at: "2023-11-06T09:30:00Z")

    private func report(_ store: Store, _ filter: FigureFilter = FigureFilter()) throws -> WeeklyReport {
        try WeeklyReport(store: store, period: ReportPeriod(week: try #require(week)), filter: filter)
    }

    private func hostile() throws -> Store {
        let store = try Store.inMemory()
        let evil = "<script>alert(1)</script>\"'&<img src=https://evil.example/x>"
        var source = SourceReference.ministry
        source.name = evil
        source.text = evil
        try store.take(
            "a", by: evil, on: "2023-11-03", title: evil, url: "javascript:alert(1)",
            .sample(9061, place: PlaceReference(name: evil), by: source, quote: "9,061 \(evil)"),
            .sample(9, "trucks", by: nil, period: .event, status: .planned, of: [evil], unit: evil))
        return store
    }

    @Test func escapesAllText() throws {
        var report = try report(hostile()).html()
        // What the page itself brings.
        for name in ["templates/report.js", "templates/report.css"] {
            report = report.replacing(String(decoding: DataTables().bytes(name), as: UTF8.self), with: "")
        }
        #expect(report.matches(of: #/<script/#).count == 1)
        // The policy tells the page's own script by its sum, in quotes.
        report.replace(#/script-src '[^']*'/#, with: "")
        #expect(!report.contains("<img") && !report.contains("javascript:") && report.contains("&lt;script&gt;"))
        #expect(!report.contains("=\"https://evil") && !report.contains("='"))
    }

    /// Nothing is fetched: links lead away only where a person follows them.
    @Test func asksForNothing() throws {
        let store = try Store.inMemory()
        try store.take("a", on: "2023-11-03", url: "https://harbourwire.example/a", .sample(9061))
        let page = try report(store).html()
        #expect(page.contains("default-src 'none'"))
        #expect(page.contains("<a href=\"https://harbourwire.example/a\""))
        #expect(
            !page.contains("src=") && !page.contains("<link") && !page.contains("@import") && !page.contains("url("))
    }

    /// Every note that is pointed to is there, and every note is pointed to.
    @Test func closesItsNotes() throws {
        let store = try Store.inMemory()
        try store.take("a", on: "2023-11-03", .sample(9061), .sample(8000, by: .army), .sample(40, "trucks", by: nil))
        try store.take("b", by: "Eastgate Daily", on: "2023-11-03", .sample(9061), .sample(9070, of: ["children"]))
        let page = try report(store).html()
        let notes = page.matches(of: #/<li id="n(\d+)">/#).map { String($0.output.1) }
        let marks = Set(page.matches(of: #/href="#n(\d+)">/#).map { String($0.output.1) })
        #expect(notes == (1...notes.count).map(String.init) && marks == Set(notes))
        #expect(page.contains("Also in: Harbour Wire"))
    }

    @Test func marksTheNumberInItsQuote() throws {
        let store = try Store.inMemory()
        try store.take("a", on: "2023-11-03", .sample(9061, quote: "9,061 died, it said."))
        #expect(
            try report(store).html().contains(
                "<q><mark>9,061</mark> died, it said.</q> According to the Gaza Health Ministry"))
    }

    @Test func tellsWhatWasReviewed() throws {
        let store = try Store.inMemory()
        try store.take("a", on: "2023-11-03", .sample(9061), .sample(77, "injured"))
        let ids = try store.figures().map(\.id)
        try store.review(ids[0], .set([.value: "9062"]), note)
        try store.review(ids[1], .reject, note)
        let page = try report(store).html()
        #expect(page.contains("9,062 ✎"))
        #expect(page.contains("Corrected: value was “9061”, is “9062”, by Ada on 6 November 2023: misprint."))
        #expect(page.contains("rejected by Ada: misprint") && page.contains("77 ✗"))
        #expect(try report(store).figures.map(\.figure.value) == [9062])
    }

    @Test func laysNeedsBesideWhatCame() throws {
        let store = try Store.inMemory()
        try store.take(
            "a", on: "2023-11-03", .sample(47, "trucks", on: "2023-11-02", period: .event, unit: "truck"),
            .sample(500, "trucks", by: .army, on: "2023-11-03", period: .event, status: .planned, unit: "truck"))
        let text = try report(store).markdown()
        #expect(
            text.contains(
                "| Trucks | Gaza | Gaza Ministry of Health, Thu 2 Nov: 47[^1] | Israel Defense Forces, Fri 3 Nov: 500[^2] |"
            ))
    }

    @Test func countsSourcesAndArticles() throws {
        let store = try Store.inMemory()
        for (id, publisher) in [("a", "Harbour Wire"), ("b", "Eastgate Daily"), ("c", "Meridian Post")] {
            try store.take(id, by: publisher, on: "2023-11-03", .sample(9061))
        }
        try store.take("d", by: "Cedar Coast", on: "2023-11-03", .sample(9070, by: .army))
        let text = try report(store).markdown()
        #expect(text.contains("### Deaths, Gaza (2 sources, 4 articles)"))
        #expect(text.contains("4 figures from 2 sources that make 2 claims"))
    }

    /// Beyond ten days a column is a week, with the last number of it.
    @Test func putsLongPeriodsIntoWeeks() throws {
        let store = try Store.inMemory()
        for day in 10...25 {
            try store.take("a\(day)", on: "2023-11-\(day)", .sample(Double(100 + day), on: "2023-11-\(day)"))
        }
        let first = try #require(CalendarDate("2023-11-01"))
        let period = try #require(ReportPeriod(first: first, last: first.adding(days: 29)))
        let text = try WeeklyReport(store: store, period: period).markdown()
        #expect(text.contains("| Source | Counted | Week of Mon 6 Nov | Week of Mon 13 Nov | Week of Mon 20 Nov |"))
        #expect(text.contains("| Gaza Ministry of Health | running total | 112[^"))
    }

    @Test func saysWhatChangedAndWhatIsNew() throws {
        let store = try Store.inMemory()
        try store.take("a", on: "2023-10-28", .sample(7703, on: "2023-10-27"), .sample(50, "injured", on: "2023-10-27"))
        try store.take(
            "b", on: "2023-11-03", .sample(9061, on: "2023-11-02"),
            .sample(50, "injured", qualifier: .exact, on: "2023-11-02"),
            .sample(20, "missing", qualifier: .atLeast, by: .army, on: "2023-11-02"))
        let text = try report(store).markdown()
        #expect(text.contains("+1,358 since Fri 27 Oct") && text.contains("unchanged since Fri 27 Oct"))
        #expect(text.contains("| Thu 2 Nov | Missing | Gaza | Israel Defense Forces | running total | 20+[^"))
    }
}

@Suite struct InlineSVGTests {
    private let picture = """
        <?xml version="1.0"?>
        <svg
         width="1200" height="675"
         viewBox="0 0 1200 675">
        <defs>
        <circle id='gpPt5' stroke='currentColor' r='1'/>
        <use xlink:href='#gpPt5' id='gpPt6' fill='currentColor' stroke='none'/>
        </defs>
        <g id="plot" clip-path="url(#box)"><use xlink:href='#gpPt6' transform='scale(5)' color='rgb(0, 114, 178)'/></g>
        </svg>
        """

    @Test func drawsSignsWhereTheyAreUsed() {
        let text = InlineSVG.text(picture, number: 2)
        #expect(text.hasPrefix("<svg viewBox=\"0 0 1200 675\" role=\"img\">"))
        #expect(text.contains("<g id=\"c2-plot\" clip-path=\"url(#c2-box)\">"))
        #expect(
            text.contains(
                "<g transform='scale(5)' color='rgb(0, 114, 178)'><g fill='rgb(0, 114, 178)' stroke='none'>"
                    + "<circle stroke='rgb(0, 114, 178)' r='1'/></g></g>"))
    }

    @Test func isEmptyForWhatIsNoPicture() { #expect(InlineSVG.text("no picture", number: 1) == "") }
}
