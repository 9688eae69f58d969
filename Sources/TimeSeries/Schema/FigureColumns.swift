import Figures
import GRDB

/// A figure as a row of the table `figure`; `FigureReader` is the way back.
enum FigureColumns {
    private static let names = [
        "article", "field", "start", "\"end\"", "number", "quote", "quote_start", "measure", "term", "value", "low",
        "high", "qualifier", "unit", "population", "population_key", "place", "place_name", "source", "source_text",
        "speaker", "relay", "date", "day", "period", "period_start", "reported", "status", "relation",
        "relation_start", "confidence", "rule", "extractor", "claim",
    ]

    static let list = names.joined(separator: ", ")
    static let marks = names.map { _ in "?" }.joined(separator: ", ")

    /// Binds a figure to an insertion of `list`.
    static func bind(
        _ figure: Figure, article: Int64, source: Int64?, place: Int64?, populationKey: String, claim: ClaimKey,
        to row: RowStatement
    ) {
        row.bind(article)
        row.bind(figure.field.rawValue)
        row.bind(figure.start)
        row.bind(figure.end)
        row.bind(figure.number)
        row.bind(figure.quote)
        row.bind(figure.quoteStart)
        row.bind(figure.measure)
        row.bind(figure.term)
        row.bind(figure.value)
        row.bind(figure.low)
        row.bind(figure.high)
        row.bind(figure.qualifier.rawValue)
        row.bind(figure.unit)
        row.bind(figure.population.joined(separator: "|"))
        row.bind(populationKey)
        row.bind(place)
        row.bind(figure.place?.name)
        row.bind(source)
        row.bind(figure.source?.text)
        row.bind(figure.source?.speaker)
        row.bind(figure.source?.relay)
        bind(figure.date, to: row)
        row.bind(figure.date?.last ?? figure.reported)
        row.bind(figure.period.rawValue)
        row.bind(figure.periodStart)
        row.bind(figure.reported)
        row.bind(figure.status.rawValue)
        row.bind(figure.relation?.kind.rawValue)
        row.bind(figure.relation?.start)
        row.bind(figure.confidence)
        row.bind(figure.rule)
        row.bind(figure.extractor)
        row.bind(claim.hash)
    }

    private static func bind(_ date: PartialDate?, to row: RowStatement) {
        guard let date, date.precision == .day else { return row.bind(date?.description) }
        row.bind(date.last)
    }

    /// The words of a list: `children|women`.
    static func list(_ text: String) -> [String] {
        text.isEmpty ? [] : text.split(separator: "|").map(String.init)
    }

    /// The id of the tables that a row's key is; nil for a party or place that the tables do not have.
    static func key(_ text: String) -> String? { text.hasPrefix("text:") ? nil : text }
}
