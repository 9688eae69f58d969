import Figures
import GRDB

/// A `FigureFilter` as conditions on the tables `figure` and `article`.
struct FilterSQL {
    private(set) var conditions: [String] = []
    private(set) var arguments = StatementArguments()

    /// - Throws: `StoreError.unknownPlace` and `.unknownSource` for names that nothing goes by.
    init(_ filter: FigureFilter, _ db: Database, _ lexicon: Lexicon) throws {
        oneOf("figure.measure", filter.measures.map { $0.lowercased() })
        try add(places: filter.places, db, lexicon)
        try add(sources: filter.sources, db, lexicon)
        oneOf("article.publisher COLLATE NOCASE", filter.publishers)
        add("figure.article IN (SELECT rowid FROM article_text WHERE article_text MATCH ?)", filter.text?.match)
        if !filter.ids.isEmpty {
            conditions.append("figure.id IN (\(filter.ids.map(String.init).joined(separator: ", ")))")
        }
        add("figure.day >= ?", filter.since?.description)
        add("figure.day <= ?", filter.until?.description)
        add(populations: filter.populations)
        oneOf("figure.status", filter.statuses.map(\.rawValue))
        oneOf("figure.period", filter.periods.map(\.rawValue))
        add("figure.confidence >= ?", filter.minimumConfidence)
        add(reviews: filter.reviews)
    }

    var condition: String { conditions.isEmpty ? "true" : conditions.joined(separator: " AND ") }

    private mutating func add(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
        guard let value else { return }
        conditions.append(condition)
        arguments += [value]
    }

    /// Leaves only figures of what some figure of these days counts, and where: what may be laid beside those. Where an
    /// article tells parts of a whole, what counts for one of them counts for all that it tells.
    ///
    /// - Parameters:
    ///   - first: inclusive.
    ///   - last: inclusive; nil means no end.
    mutating func add(besideFiguresFrom first: CalendarDate, to last: CalendarDate?) {
        conditions.append(FilterSQL.besideFigures)
        arguments += [first.description, last?.description ?? "9999-12-31"]
    }

    /// Places are told apart by the names that they go by, as series are.
    private static let besideFigures = """
        figure.id IN (
          WITH days AS MATERIALIZED (SELECT measure, place, article FROM figure WHERE day >= ? AND day <= ?),
          counted AS (
            SELECT measure, place FROM days
            UNION SELECT told.measure, told.place FROM figure AS told
              WHERE told.article IN (
                SELECT article FROM days WHERE EXISTS (
                  SELECT 1 FROM figure AS part WHERE part.article = days.article AND part.relation = 'subset_of'))),
          shown AS MATERIALIZED (
            SELECT named.id AS id, coalesce(place.given_name, place.name) AS name
            FROM place AS named JOIN place ON place.id = coalesce(named.canonical, named.id)),
          wanted AS MATERIALIZED (
            SELECT counted.measure AS measure, other.id AS place FROM counted
              JOIN shown ON shown.id = counted.place JOIN shown AS other ON other.name = shown.name
            UNION SELECT measure, NULL FROM counted WHERE place IS NULL)
          SELECT beside.id FROM wanted CROSS JOIN figure AS beside
            ON beside.measure = wanted.measure AND beside.place IS wanted.place)
        """

    private mutating func oneOf(_ column: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        let marks = values.map { _ in "?" }.joined(separator: ", ")
        conditions.append("\(column) IN (\(marks))")
        arguments += StatementArguments(values)
    }

    private mutating func add(reviews: [FigureFilter.Review]) {
        let states = reviews.filter { $0 != .none }.map { "'\($0.rawValue)'" }
        var alternatives = reviews.contains(.none) ? ["figure.review IS NULL"] : []
        if !states.isEmpty { alternatives.append("figure.review IN (\(states.joined(separator: ", ")))") }
        conditions.append(
            reviews.isEmpty ? "figure.review IS NOT 'rejected'" : "(" + alternatives.joined(separator: " OR ") + ")")
    }

    private mutating func add(populations: [String]) {
        guard !populations.isEmpty else { return }
        let one = "instr('|' || lower(figure.population) || '|', '|' || lower(?) || '|') > 0"
        let alternatives = populations.map { $0 == Self.everybody ? "figure.population_key = ''" : one }
        conditions.append("(" + alternatives.joined(separator: " OR ") + ")")
        arguments += StatementArguments(populations.filter { $0 != Self.everybody })
    }

    /// The name that stands for figures of people as a whole; the people of the place itself count as such.
    static let everybody = "none"

    /// The places that a name means, those merged with them, and all places in them.
    private mutating func add(places names: [String], _ db: Database, _ lexicon: Lexicon) throws {
        guard !names.isEmpty else { return }
        let roots = try names.flatMap { try Names.places($0, db, lexicon) }
        conditions.append(
            """
            figure.place IN (
              WITH RECURSIVE inside (id) AS (
                SELECT id FROM place WHERE id IN (\(FilterSQL.marks(roots)))
                UNION SELECT place.id FROM inside JOIN place
                  ON place.parent = inside.id AND place.given_parent IS NULL OR place.given_parent = inside.id
                    OR place.canonical = inside.id)
              SELECT id FROM inside)
            """)
        arguments += StatementArguments(roots)
    }

    /// The name that stands for figures without a source.
    static let unattributed = "unattributed"

    private mutating func add(sources names: [String], _ db: Database, _ lexicon: Lexicon) throws {
        guard !names.isEmpty else { return }
        var alternatives = names.contains(FilterSQL.unattributed) ? ["figure.source IS NULL"] : []
        let named = names.filter { $0 != FilterSQL.unattributed }
        if !named.isEmpty {
            let roots = try named.flatMap { try Names.sources($0, db, lexicon) }
            let marks = FilterSQL.marks(roots)
            alternatives.append(
                "figure.source IN (SELECT id FROM source WHERE id IN (\(marks)) OR canonical IN (\(marks)))")
            arguments += StatementArguments(roots) + StatementArguments(roots)
        }
        conditions.append("(" + alternatives.joined(separator: " OR ") + ")")
    }

    static func marks(_ values: [some Any]) -> String { values.map { _ in "?" }.joined(separator: ", ") }
}
