import Figures
import Reports
import TestSupport
import TimeSeries

extension SourceReference {
    static let ministry = SourceReference(
        name: "Gaza Ministry of Health", id: "moh-gaza", kind: .authority, text: "the Gaza Health Ministry")
    static let army = SourceReference(
        name: "Israel Defense Forces", id: "idf", kind: .military, text: "the Israeli military")
}

extension PlaceReference {
    static let gaza = PlaceReference(name: "Gaza", id: "pse-gaza", iso3: "PSE")
    static let rafah = PlaceReference(name: "Rafah", id: "pse-rafah", iso3: "PSE")
}

extension Figure {
    /// A figure with all that the tests do not speak of filled in.
    static func sample(
        _ value: Double, _ measure: String = "deaths", qualifier: Qualifier = .exact,
        place: PlaceReference? = .gaza, by source: SourceReference? = .ministry, on date: String? = "2023-11-03",
        period: Period = .total, since start: String? = nil, status: Status = .actual, of population: [String] = [],
        unit: String = "person", quote: String? = nil
    ) -> Figure {
        let number = NumberText.grouped(value)
        return Figure(
            doc: "a", field: .text, start: 0, end: number.utf8.count, number: number,
            quote: quote ?? "\(number) \(measure).", quoteStart: 0, measure: measure, term: measure, value: value,
            low: qualifier == .atMost ? nil : value, high: qualifier == .atLeast ? nil : value, qualifier: qualifier,
            unit: unit, population: population, place: place, source: source, date: date.flatMap { PartialDate($0) },
            period: period, periodStart: start.flatMap { CalendarDate($0) }, reported: CalendarDate("2023-11-04"),
            status: status, confidence: 0.9, rule: "sample", publisher: "Harbour Wire")
    }
}

extension Store {
    /// Puts an article with these figures into the store.
    func take(
        _ id: String, by publisher: String? = "Harbour Wire", on date: String = "2023-11-04", title: String? = nil,
        url: String? = nil, _ figures: Figure...
    ) throws {
        let day = CalendarDate(date)
        let article = Article(
            id: id, publisher: publisher, date: day, title: title ?? "Title of \(id)", url: url, text: "Text of \(id)")
        var own = figures
        for index in own.indices {
            own[index].doc = id
            own[index].publisher = publisher
            own[index].reported = day
            own[index].start += 10 * index
            own[index].end += 10 * index
        }
        let stamp = ExtractorStamp(version: "1", lexicon: "a")
        _ = try ingest([IncomingArticle(article, path: "\(id).txt")], by: stamp) { _ in [own] }
    }

    static func inMemory() throws -> Store { try Store(path: ":memory:") }
}

/// All that `body` writes.
func written(_ body: (@escaping TextSink) throws -> Void) rethrows -> String {
    let page = Page()
    try body { page.text += $0 }
    return page.text
}

private final class Page {
    var text = ""
}

/// The text of these rows in a format.
func text(_ columns: [Column], _ rows: [[Cell]], _ format: RowFormat, width: Int? = nil) -> String {
    written { sink in
        var writer = format.writer(columns, width: width, to: sink)
        for row in rows { writer.row(row) }
        writer.finish()
    }
}

extension String {
    /// Control characters, beside the end of a line.
    var controls: [Unicode.Scalar] {
        unicodeScalars.filter { $0 != "\n" && $0.properties.generalCategory == .control }
    }
}
