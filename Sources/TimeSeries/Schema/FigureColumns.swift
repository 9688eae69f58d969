import Figures
import GRDB

/// A figure as a row of the table `figure`, both ways.
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

    /// Every figure with its article, and the source and place that its own go by; conditions and order come behind it.
    ///
    /// - Parameter columns: more columns, of the tables `figure`, `article`, `place` and `source`.
    static func query(columns: String = "NULL") -> String {
        """
        SELECT figure.*, article.doc, article.title, article.url, article.path, article.publisher,
          coalesce(place.given_name, place.name) AS placeName, place.key AS placeKey, place.iso3,
          place.given_name IS NOT NULL OR named.canonical IS NOT NULL
            OR figure.extracted ->> '$.place' IS NOT NULL AS isRenamed,
          coalesce(source.given_name, source.name) AS sourceName, source.key AS sourceKey,
          coalesce(source.given_kind, source.kind) AS sourceKind, \(columns)
        FROM figure
          JOIN article ON article.id = figure.article
          LEFT JOIN place AS named ON named.id = figure.place
          LEFT JOIN place ON place.id = coalesce(named.canonical, named.id)
          LEFT JOIN source AS quoted ON quoted.id = figure.source
          LEFT JOIN source ON source.id = coalesce(quoted.canonical, quoted.id)
        """
    }

    /// How many articles print the claim of a figure, the rejected figures left out; a column of `query`.
    static let articleCount = """
        (SELECT count(DISTINCT other.article) FROM figure AS other
          WHERE other.claim = figure.claim AND other.review IS NOT 'rejected') AS articleCount
        """

    /// The fingerprint of the tables that the figure was read with; a column of `query`.
    static let lexicon = "(SELECT lexicon FROM run WHERE run.id = article.run) AS lexicon"

    /// By the day that is spoken of, then by publication, then as the text has them.
    static let order = """
        ORDER BY figure.day, figure.measure, article.date, article.publisher, article.doc, article.sha256,
          figure.field DESC, figure.start, figure."end"
        """

    /// Reads a row of `query`.
    static func storedFigure(_ row: Row) throws -> StoredFigure {
        StoredFigure(
            id: row["id"], articleID: row["article"], figure: try figure(row), articleTitle: row["title"],
            articleURL: row["url"], articlePath: row["path"], populationKey: list(row["population_key"]),
            placeName: row["placeName"], claim: row["claim"], isCopy: row["is_copy"],
            articleCount: row["articleCount"] ?? 1, review: try state(row),
            extracted: try ExtractedValues.read(row["extracted"]), lexicon: row["lexicon"])
    }

    private static func state(_ row: Row) throws -> ReviewState? {
        (row["review"] as String?) == nil ? nil : try word(row, "review")
    }

    private static func figure(_ row: Row) throws -> Figure {
        Figure(
            doc: row["doc"], field: try word(row, "field"), start: row["start"], end: row["end"],
            number: row["number"], quote: row["quote"], quoteStart: row["quote_start"], measure: row["measure"],
            term: row["term"], value: row["value"], low: row["low"], high: row["high"],
            qualifier: try word(row, "qualifier"), unit: row["unit"], population: list(row["population"]),
            place: place(row), source: source(row), date: (row["date"] as String?).flatMap { PartialDate($0) },
            period: try word(row, "period"), periodStart: day(row["period_start"]), reported: day(row["reported"]),
            status: try word(row, "status"), relation: relation(row), confidence: row["confidence"],
            rule: row["rule"], publisher: row["publisher"], extractor: row["extractor"])
    }

    /// A word of a fixed list. The schema checks it, so another word means a damaged file.
    private static func word<Word: RawRepresentable<String>>(_ row: Row, _ column: String) throws -> Word {
        guard let word = Word(rawValue: row[column]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "figure.\(column) holds an unknown word")
        }
        return word
    }

    static func list(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }

    static func day(_ text: String?) -> CalendarDate? { text.flatMap { CalendarDate($0) } }

    /// The id of the tables that a row's key is; nil for a party or place that the tables do not have.
    static func key(_ text: String) -> String? { text.hasPrefix("text:") ? nil : text }

    private static func place(_ row: Row) -> PlaceReference? {
        guard let name = row[row["isRenamed"] == true ? "placeName" : "place_name"] as String? else { return nil }
        return PlaceReference(name: name, id: key(row["placeKey"]), iso3: row["iso3"])
    }

    private static func source(_ row: Row) -> SourceReference? {
        guard let name = row["sourceName"] as String? else { return nil }
        return SourceReference(
            name: name, id: key(row["sourceKey"]), kind: SourceKind(rawValue: row["sourceKind"]) ?? .other,
            text: row["source_text"] ?? name, speaker: row["speaker"], relay: row["relay"])
    }

    private static func relation(_ row: Row) -> Relation? {
        guard let kind = (row["relation"] as String?).flatMap(Relation.Kind.init(rawValue:)) else { return nil }
        return Relation(kind: kind, start: row["relation_start"])
    }
}
