import Figures
import GRDB

/// Reads figures with their articles, and with the sources and places that theirs go by.
///
/// Sources and places are few, so that each is asked for once and not joined to every row.
final class FigureReader {
    private let db: Database
    private let counts: Bool
    private let words: Bool
    private let places: NameCache<PlaceName>
    private let sources: NameCache<SourceName>
    /// The fingerprints of the tables that the runs read with.
    private let lexicons: NameCache<String?>

    /// - Parameters:
    ///   - counts: whether `articleCount` is to be worked out; else it is 1.
    ///   - words: whether the words of figures and what leads back to them are read; else they are empty. They are most
    ///     of a row, and who only wants numbers reads four times as many without them.
    init(_ db: Database, counts: Bool = false, words: Bool = true) throws {
        self.db = db
        self.counts = counts
        self.words = words
        places = try NameCache(PlaceName.query, db, PlaceName.init)
        sources = try NameCache(SourceName.query, db, SourceName.init)
        lexicons = try NameCache("SELECT lexicon FROM run WHERE id = ?", db) { try $0.optionalText(0) }
    }

    /// Hands the figures that pass a condition on `figure` and `article` to `body`.
    ///
    /// - Parameter isOrdered: by the day that is spoken of, then by publication, then as the text has them.
    func forEach(
        where condition: String, arguments: StatementArguments = [], isOrdered: Bool = false,
        _ body: (Row) throws -> Void
    ) throws {
        let query = try RowStatement(
            """
            SELECT \(Column.list(words: words)), \(counts ? FigureReader.articleCount : "1")
            FROM figure JOIN article ON article.id = figure.article
            WHERE \(condition) \(isOrdered ? FigureReader.order : "")
            """, db, arguments: arguments)
        try query.eachRow { try body(Row(columns: $0, reader: self)) }
    }

    /// How many articles print the claim of a figure, the rejected figures left out.
    private static let articleCount = """
        (SELECT count(DISTINCT other.article) FROM figure AS other
          WHERE other.claim = figure.claim AND other.review IS NOT 'rejected')
        """

    private static let order = """
        ORDER BY figure.day, figure.measure, article.date, article.publisher, article.doc, article.sha256,
          figure.field DESC, figure.start, figure."end"
        """

    /// The columns that are read, in their order; the count of articles comes behind them.
    private enum Column: Int32, CaseIterable {
        case id, article, field, start, end, number, quote, quoteStart, measure, term, value, low, high, qualifier, unit
        case population, populationKey, place, placeName, source, sourceText, speaker, relay, date, period, periodStart
        case reported, status, relation, relationStart, confidence, rule, extractor, claim, isCopy, review, extracted
        case doc, title, url, path, publisher, sha256, run, articleCount

        static func list(words: Bool) -> String {
            allCases.dropLast().map { words ? $0.name : $0.nameWithoutWords }.joined(separator: ", ")
        }

        /// The column, or a value that stands for it where the words are not read. What lies behind the text of an
        /// article is the dearest: all of the text is passed over for it.
        private var nameWithoutWords: String {
            switch self {
            case .number, .quote, .term, .population, .rule, .extractor, .sha256: "''"
            case .end, .quoteStart, .confidence: "0"
            case .sourceText, .speaker, .relay, .title, .url, .path, .run: "NULL"
            default: name
            }
        }

        private var name: String {
            switch self {
            case .end: "figure.\"end\""
            case .quoteStart: "figure.quote_start"
            case .populationKey: "figure.population_key"
            case .placeName: "figure.place_name"
            case .sourceText: "figure.source_text"
            case .periodStart: "figure.period_start"
            case .relationStart: "figure.relation_start"
            case .isCopy: "figure.is_copy"
            case .doc, .title, .url, .path, .publisher, .sha256, .run: "article.\(self)"
            default: "figure.\(self)"
            }
        }
    }

    /// One figure, good until the next is read.
    struct Row {
        fileprivate let columns: RowStatement
        fileprivate let reader: FigureReader

        /// Of the row that the figure's place goes by.
        var placeKey: String? { get throws { try place?.key } }
        var sourceKey: String? { get throws { try source?.key } }
        var figureID: Int64 { get throws { try columns.integer(Column.id.rawValue) } }
        var articleID: Int64 { get throws { try columns.integer(Column.article.rawValue) } }
        var sha256: String { get throws { try text(.sha256) } }

        private var place: PlaceName? { get throws { try reader.places[id(.place)] } }
        private var source: SourceName? { get throws { try reader.sources[id(.source)] } }

        func storedFigure() throws -> StoredFigure {
            let extracted = try ExtractedValues.read(optional(.extracted))
            let place = try place
            let figure = try figure(place, extracted)
            try check(figure)
            return try StoredFigure(
                id: columns.integer(Column.id.rawValue), articleID: columns.integer(Column.article.rawValue),
                figure: figure, articleTitle: optional(.title), articleURL: optional(.url),
                articlePath: optional(.path), populationKey: FigureColumns.list(text(.populationKey)),
                placeName: place?.name, claim: columns.integer(Column.claim.rawValue),
                isCopy: columns.integer(Column.isCopy.rawValue) != 0, articleCount: integer(.articleCount),
                review: columns.isNull(Column.review.rawValue) ? nil : word(.review), extracted: extracted,
                lexicon: reader.lexicons[id(.run)] ?? nil)
        }

        /// What all that shows a figure relies on, and what the schema says: marks and bounds are in their order.
        private func check(_ figure: Figure) throws {
            let isInOrder = figure.quoteStart >= 0 && figure.quoteStart <= figure.start && figure.start < figure.end
            guard isInOrder || !reader.words else { throw columns.unfit(Column.start.rawValue) }
            if let low = figure.low, let high = figure.high, low > high { throw columns.unfit(Column.low.rawValue) }
            guard (0...1).contains(figure.confidence) else { throw columns.unfit(Column.confidence.rawValue) }
        }

        private func figure(_ place: PlaceName?, _ extracted: [String: String]) throws -> Figure {
            try Figure(
                doc: text(.doc), field: word(.field), start: integer(.start), end: integer(.end),
                number: text(.number), quote: text(.quote), quoteStart: integer(.quoteStart), measure: text(.measure),
                term: text(.term), value: columns.real(Column.value.rawValue), low: real(.low), high: real(.high),
                qualifier: word(.qualifier), unit: text(.unit), population: FigureColumns.list(text(.population)),
                place: reference(place, isSet: extracted["place"] != nil), source: reference(source),
                date: columns.partialDate(Column.date.rawValue), period: word(.period),
                periodStart: columns.date(Column.periodStart.rawValue),
                reported: columns.date(Column.reported.rawValue),
                status: word(.status), relation: relation(), confidence: columns.real(Column.confidence.rawValue),
                rule: text(.rule), publisher: optional(.publisher), extractor: text(.extractor))
        }

        /// The place by the words of the text, but for one that goes by another name or that a person set.
        private func reference(_ place: PlaceName?, isSet: Bool) throws -> PlaceReference? {
            let isRenamed = isSet || place?.isRenamed == true
            guard let name = isRenamed ? place?.name : try optional(.placeName) else { return nil }
            return PlaceReference(name: name, id: place?.id, iso3: place?.iso3)
        }

        private func reference(_ source: SourceName?) throws -> SourceReference? {
            guard let source else { return nil }
            return try SourceReference(
                name: source.name, id: source.id, kind: source.kind, text: optional(.sourceText) ?? source.name,
                speaker: optional(.speaker), relay: optional(.relay))
        }

        private func relation() throws -> Relation? {
            if columns.isNull(Column.relation.rawValue) { return nil }
            return Relation(kind: try word(.relation), start: try integer(.relationStart))
        }

        private func id(_ column: Column) throws -> Int64? {
            columns.isNull(column.rawValue) ? nil : try columns.integer(column.rawValue)
        }

        private func integer(_ column: Column) throws -> Int { Int(try columns.integer(column.rawValue)) }
        private func real(_ column: Column) throws -> Double? {
            columns.isNull(column.rawValue) ? nil : try columns.real(column.rawValue)
        }
        private func text(_ column: Column) throws -> String { try columns.text(column.rawValue) }
        private func optional(_ column: Column) throws -> String? { try columns.optionalText(column.rawValue) }
        private func word<Word: RawRepresentable<String>>(_ column: Column) throws -> Word {
            try columns.word(column.rawValue)
        }
    }
}

/// The place that a row of `place` goes by.
private struct PlaceName {
    let name: String
    let key: String
    let id: String?
    let iso3: String?
    /// It goes by another name than the one that the tables have for it.
    let isRenamed: Bool

    static let query = """
        SELECT coalesce(place.given_name, place.name), place.key, place.iso3,
          place.given_name IS NOT NULL OR named.canonical IS NOT NULL
        FROM place AS named JOIN place ON place.id = coalesce(named.canonical, named.id) WHERE named.id = ?
        """

    init(_ row: RowStatement) throws {
        name = try row.text(0)
        key = try row.text(1)
        id = FigureColumns.key(key)
        iso3 = try row.optionalText(2)
        isRenamed = try row.integer(3) != 0
    }
}

/// The source that a row of `source` goes by.
private struct SourceName {
    let name: String
    let key: String
    let id: String?
    let kind: SourceKind

    static let query = """
        SELECT coalesce(source.given_name, source.name), source.key, coalesce(source.given_kind, source.kind)
        FROM source AS quoted JOIN source ON source.id = coalesce(quoted.canonical, quoted.id) WHERE quoted.id = ?
        """

    init(_ row: RowStatement) throws {
        name = try row.text(0)
        key = try row.text(1)
        id = FigureColumns.key(key)
        kind = try row.word(2)
    }
}

/// The names of rows, each asked for once.
private final class NameCache<Name> {
    private let query: RowStatement
    private let read: (RowStatement) throws -> Name
    private var known: [Int64: Name] = [:]

    init(_ sql: String, _ db: Database, _ read: @escaping (RowStatement) throws -> Name) throws {
        query = try RowStatement(sql, db)
        self.read = read
    }

    subscript(id: Int64?) -> Name? {
        get throws {
            guard let id else { return nil }
            if let name = known[id] { return name }
            query.bind(id)
            let name = try query.rows(read).first
            known[id] = name
            return name
        }
    }
}
