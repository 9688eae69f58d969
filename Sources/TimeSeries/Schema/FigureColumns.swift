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

    static func values(
        _ figure: Figure, article: Int64, source: Int64?, place: Int64?, populationKey: String, claim: ClaimKey
    ) -> StatementArguments {
        [
            article, figure.field.rawValue, figure.start, figure.end, figure.number, figure.quote, figure.quoteStart,
            figure.measure, figure.term, figure.value, figure.low, figure.high, figure.qualifier.rawValue, figure.unit,
            figure.population.joined(separator: "|"), populationKey, place, figure.place?.name, source,
            figure.source?.text, figure.source?.speaker, figure.source?.relay, figure.date?.description,
            (figure.date?.last ?? figure.reported)?.description, figure.period.rawValue,
            figure.periodStart?.description, figure.reported?.description, figure.status.rawValue,
            figure.relation?.kind.rawValue, figure.relation?.start, figure.confidence, figure.rule, figure.extractor,
            claim.hash,
        ]
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
            extracted: try ExtractedValues.read(row["extracted"]))
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
