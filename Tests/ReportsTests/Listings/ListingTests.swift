import Figures
import Foundation
import TestSupport
import Testing
import TimeSeries

@testable import Reports

/// The listings in each format against their golden files.
@Suite struct ListingTests {
    private let store: Store

    init() throws {
        store = try Store.inMemory()
        try store.take(
            "a", on: "2023-11-03", url: "https://harbourwire.example/a",
            .sample(9061, since: "2023-10-07", quote: "The toll is 9,061, \"at least\" | so they say."),
            .sample(3760, of: ["children"]), .sample(20, "trucks", by: nil, on: nil, period: .event, unit: "truck"),
            .sample(1400, qualifier: .about, by: .army))
        try store.take(
            "b", by: "Eastgate Daily", on: "2023-11-04", .sample(9061), .sample(9227, on: "2023-11-04"),
            .sample(500, "trucks", place: .rafah, on: "2023-11", period: .stock, status: .planned, unit: "truck"))
    }

    @Test(arguments: RowFormat.allCases) func figures(_ format: RowFormat) throws {
        let figures = try store.figures()
        let text = written { sink in
            var rows = FigureRows(format: format, to: sink)
            for figure in figures { rows.add(figure) }
            rows.finish()
        }
        try Golden.check(text, "figures.\(format.ending)")
    }

    @Test(arguments: RowFormat.allCases) func series(_ format: RowFormat) throws {
        let series = try store.series()
        try Golden.check(written { SeriesRows.write(series, format, to: $0) }, "series.\(format.ending)")
    }

    @Test(arguments: RowFormat.allCases) func comparisons(_ format: RowFormat) throws {
        let found = try store.comparisons()
        try Golden.check(written { ComparisonRows.write(found, format, to: $0) }, "comparisons.\(format.ending)")
    }

    @Test(arguments: RowFormat.allCases) func sourcesAndPlaces(_ format: RowFormat) throws {
        let (sources, places) = (try store.sources(), try store.places())
        let text = written { sink in
            StoreRows.write(sources, unattributed: 1, format, to: sink)
            StoreRows.write(places, format, to: sink)
        }
        try Golden.check(text, "store.\(format.ending)")
    }

    /// What a program reads of a figure is the figure.
    @Test func figuresComeBackFromJSON() throws {
        let figures = try store.figures()
        let text = written { sink in
            var rows = FigureRows(format: .jsonl, to: sink)
            for figure in figures { rows.add(figure) }
            rows.finish()
        }
        let decoder = JSONDecoder()
        let found = try text.utf8.split(separator: 10).map { try decoder.decode(Figure.self, from: Data($0)) }
        #expect(found == figures.map(\.figure))
    }

    @Test func everyRowOfCSVHasTheQuote() throws {
        let figures = try store.figures()
        let text = written { sink in
            var rows = FigureRows(format: .csv, to: sink)
            for figure in figures { rows.add(figure) }
            rows.finish()
        }
        let rows = CSVReader.rows(text)
        let quote = try #require(rows[0].firstIndex(of: "quote"))
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        #expect(rows.dropFirst().map { $0[quote] } == figures.map(\.figure.quote))
    }

    @Test(arguments: [false, true]) func measures(_ hasStore: Bool) throws {
        let measures = Lexicon.embedded.measures.filter { ["deaths", "trucks"].contains($0.name) }
        let counts = try store.figureCounts()
        let text = written { StoreRows.write(measures, counts: hasStore ? counts : nil, .csv, to: $0) }
        #expect(
            text.hasPrefix(
                hasStore ? "measure,figures,unit,hxl,counts\ndeaths,5," : "measure,unit,hxl,counts\ndeaths,person,"))
    }
}

extension RowFormat {
    fileprivate var ending: String {
        switch self {
        case .table: "txt"
        case .markdown: "md"
        default: rawValue
        }
    }
}

/// A terminal obeys control characters: none may come out of an article.
@Suite struct ControlCharacterTests {
    private let evil = "\u{1B}[2Jmedics\u{7}\u{9B}31m"

    private func store() throws -> Store {
        let store = try Store.inMemory()
        let source = SourceReference(name: evil, kind: .person, text: evil)
        let place = PlaceReference(name: "the \(evil) mill")
        try store.take(
            "a\(evil)", by: "P\(evil)", title: evil,
            .sample(24, place: place, by: source, of: ["x\(evil)"], quote: "24 \(evil)"))
        try store.take("b", .sample(24, place: place, by: source, of: ["x\(evil)"]))
        return store
    }

    @Test(arguments: [RowFormat.table, .markdown]) func figures(_ format: RowFormat) throws {
        let figures = try store().figures()
        let text = written { sink in
            var rows = FigureRows(format: format, to: sink)
            for figure in figures { rows.add(figure) }
            rows.finish()
        }
        #expect(text.contains("medics"))
        #expect(text.controls.isEmpty)
    }

    @Test func sourcesAndPlaces() throws {
        let (sources, places) = (try store().sources(), try store().places())
        #expect(written { StoreRows.write(sources, unattributed: 0, .table, to: $0) }.controls.isEmpty)
        #expect(written { StoreRows.write(places, .table, to: $0) }.controls.isEmpty)
    }

    @Test(arguments: [RowFormat.table, .markdown]) func titles(_ format: RowFormat) throws {
        let (series, comparisons) = (try store().series(), try store().comparisons())
        #expect(written { SeriesRows.write(series, format, to: $0) }.controls.isEmpty)
        #expect(written { ComparisonRows.write(comparisons, format, to: $0) }.controls.isEmpty)
    }

    @Test func explanations() {
        let article = Article(id: "a", title: evil, text: "At least 24 people were killed. \(evil)\n\nMore.")
        let extractor = Extractor()
        let text = ExplanationText(all: true).text(
            article, extractor.figures(in: article), extractor.explanations(of: article))
        #expect(text.contains("«24»["))
        #expect(text.controls.isEmpty)
    }

    @Test func report() throws {
        let week = try #require(ISOWeek("2023-W44"))
        let report = try WeeklyReport(store: store(), period: ReportPeriod(week: week))
        #expect(try report.markdown().controls.isEmpty)
    }
}
