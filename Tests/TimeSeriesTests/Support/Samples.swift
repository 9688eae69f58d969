import Figures
import TestSupport

@testable import TimeSeries

/// The parties and places of the tests.
extension SourceReference {
    static let ministry = SourceReference(
        name: "Gaza Ministry of Health", id: "moh-gaza", kind: .authority, text: "the Gaza Health Ministry")
    static let army = SourceReference(
        name: "Israel Defense Forces", id: "idf", kind: .military, text: "the Israeli military")
    static let medics = SourceReference(name: "medics", kind: .person, text: "medics")
}

extension PlaceReference {
    static let gaza = PlaceReference(name: "Gaza", id: "pse-gaza", iso3: "PSE")
    static let rafah = PlaceReference(name: "Rafah", id: "pse-rafah", iso3: "PSE")
    static let israel = PlaceReference(name: "Israel", id: "isr", iso3: "ISR")
}

extension Figure {
    /// A figure with all that the tests do not speak of filled in; its offsets come with its article.
    ///
    /// The bounds follow from the value and the qualifier, as the extractor has them.
    static func sample(
        _ value: Double, _ measure: String = "deaths", qualifier: Qualifier = .exact, place: PlaceReference? = .gaza,
        by source: SourceReference? = .ministry, on date: String? = "2023-11-03", period: Period = .total,
        since start: String? = nil, status: Status = .actual,
        of population: [String] = [], unit: String = "person", confidence: Double = 0.9
    ) -> Figure {
        Figure(
            doc: "", field: .text, start: 0, end: 1, number: String(Int(value)), quote: "", quoteStart: 0,
            measure: measure, term: measure, value: value, low: qualifier == .atMost ? nil : value,
            high: qualifier == .atLeast ? nil : value, qualifier: qualifier, unit: unit, population: population,
            place: place, source: source, date: date.flatMap { PartialDate($0) }, period: period,
            periodStart: start.flatMap { CalendarDate($0) }, status: status, confidence: confidence, rule: "sample")
    }
}

/// An article with its figures, on its way into a store. Its text is its numbers, a line each.
struct Printing {
    var article: Article
    var path: String?
    var figures: [Figure]

    init(
        _ id: String, by publisher: String? = "Harbour Wire", on date: String? = "2023-11-04", path: String? = nil,
        _ figures: Figure...
    ) {
        let day = date.flatMap { CalendarDate($0) }
        let text = figures.map { "\(id): \($0.number) \($0.measure).\n" }.joined()
        article = Article(id: id, publisher: publisher, date: day, title: "Title of \(id)", text: text + "\(id)")
        self.path = path
        self.figures = figures
        var at = 0
        for index in figures.indices {
            let line = "\(id): \(figures[index].number) \(figures[index].measure)."
            self.figures[index].doc = id
            self.figures[index].publisher = publisher
            self.figures[index].reported = day
            self.figures[index].quote = line
            self.figures[index].quoteStart = at
            self.figures[index].start = at + id.utf8.count + 2
            self.figures[index].end = self.figures[index].start + figures[index].number.utf8.count
            at += line.utf8.count + 1
        }
    }
}

extension ExtractorStamp {
    static let first = ExtractorStamp(version: "1", lexicon: "a")
    /// Of the version that the figures of the tests name.
    static let current = ExtractorStamp(lexicon: "a")
}

extension Store {
    /// A store in memory with these articles.
    static func holding(_ printings: Printing...) throws -> Store {
        let store = try Store(path: ":memory:")
        try store.take(printings)
        return store
    }

    @discardableResult func take(
        _ printings: [Printing], by stamp: ExtractorStamp = .first
    ) throws(StoreError) -> [IngestOutcome] {
        let known = Dictionary(printings.map { ($0.article, $0.figures) }) { first, _ in first }
        return try ingest(printings.map { IncomingArticle($0.article, path: $0.path) }, by: stamp) { articles in
            articles.map { known[$0] ?? [] }
        }
    }

    func prepare(_ printings: [Printing]) throws(StoreError) -> [PreparedArticle] {
        let known = Dictionary(printings.map { ($0.article, $0.figures) }) { first, _ in first }
        return try prepare(printings.map { IncomingArticle($0.article, path: $0.path) }, by: .first) { articles in
            articles.map { known[$0] ?? [] }
        }
    }

    /// All figures, the rejected too.
    func allFigures() throws -> [StoredFigure] {
        var filter = FigureFilter()
        filter.reviews = FigureFilter.Review.allCases
        return try figures(filter)
    }

    /// The values of the figures that pass, in order.
    func values(_ change: (inout FigureFilter) -> Void) throws -> [Int] {
        var filter = FigureFilter()
        change(&filter)
        return try figures(filter).map { Int($0.figure.value) }
    }
}

extension Series {
    /// `deaths · Gaza · Gaza Ministry of Health · total since 2023-10-07: 2023-11-02 9000, 2023-11-03 9061×2`.
    var summary: String {
        let people = key.population.isEmpty ? "" : " of " + key.population.joined(separator: "+")
        let unit = key.unit == "person" ? "" : " (\(key.unit))"
        let status = key.status == .actual ? "" : " " + key.status.rawValue
        let start = key.periodStart.map { " since \($0)" } ?? ""
        let subject = key.measure + people + unit + status
        let claims = points.map { point in
            let count = point.printings.count
            return "\(point.date) \(Int(point.value))" + (count > 1 ? "×\(count)" : "")
        }
        return [subject, key.place ?? "-", key.source ?? "-", key.period.rawValue + start].joined(separator: " · ")
            + ": " + claims.joined(separator: ", ")
    }
}
