import Figures
import GRDB

/// A `FigureFilter` as conditions on `FigureColumns.query`.
struct FilterSQL {
    private(set) var conditions: [String] = []
    private(set) var arguments = StatementArguments()

    /// - Throws: `StoreError.unknownPlace` and `.unknownSource` for names that nothing goes by.
    init(_ filter: FigureFilter, _ db: Database, _ lexicon: Lexicon) throws {
        oneOf("figure.measure", filter.measures)
        try add(places: filter.places, db, lexicon)
        try add(sources: filter.sources, db, lexicon)
        oneOf("article.publisher", filter.publishers)
        add("figure.day >= ?", filter.since?.description)
        add("figure.day <= ?", filter.until?.description)
        add(populations: filter.populations)
        oneOf("figure.status", filter.statuses.map(\.rawValue))
        oneOf("figure.period", filter.periods.map(\.rawValue))
        add("figure.confidence >= ?", filter.minimumConfidence)
    }

    var whereClause: String { conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ") }

    private mutating func add(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
        guard let value else { return }
        conditions.append(condition)
        arguments += [value]
    }

    private mutating func oneOf(_ column: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        let marks = values.map { _ in "?" }.joined(separator: ", ")
        conditions.append("\(column) COLLATE NOCASE IN (\(marks))")
        arguments += StatementArguments(values)
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

    /// The places that a name means, and all places in them.
    private mutating func add(places names: [String], _ db: Database, _ lexicon: Lexicon) throws {
        guard !names.isEmpty else { return }
        var roots: [Int64] = []
        for name in names {
            let keys = lexicon.places(named: name).map(\.id)
            let found = try Int64.fetchAll(
                db,
                sql: """
                    SELECT id FROM place WHERE name = ? COLLATE NOCASE OR key IN (\(FilterSQL.marks(keys)))
                    """, arguments: [name] + StatementArguments(keys))
            if found.isEmpty, keys.isEmpty { throw StoreError.unknownPlace(name) }
            roots += found
        }
        conditions.append(
            """
            figure.place IN (
              WITH RECURSIVE inside (id) AS (
                SELECT id FROM place WHERE id IN (\(FilterSQL.marks(roots)))
                UNION SELECT place.id FROM place JOIN inside ON place.parent = inside.id)
              SELECT id FROM inside)
            """)
        arguments += StatementArguments(roots)
    }

    /// The name that stands for figures without a source.
    static let unattributed = "unattributed"

    private mutating func add(sources names: [String], _ db: Database, _ lexicon: Lexicon) throws {
        guard !names.isEmpty else { return }
        var alternatives = names.contains(FilterSQL.unattributed) ? ["figure.source IS NULL"] : []
        var ids: [Int64] = []
        for name in names where name != FilterSQL.unattributed {
            let keys = lexicon.organisations(named: name).map(\.id)
            let found = try Int64.fetchAll(
                db,
                sql: """
                    SELECT id FROM source WHERE name = ? COLLATE NOCASE OR key IN (\(FilterSQL.marks(keys)))
                    UNION SELECT source FROM alias WHERE text = ? COLLATE NOCASE
                    """, arguments: [name] + StatementArguments(keys) + [name])
            if found.isEmpty, keys.isEmpty { throw StoreError.unknownSource(name) }
            ids += found
        }
        if names.contains(where: { $0 != FilterSQL.unattributed }) {
            alternatives.append("figure.source IN (\(FilterSQL.marks(ids)))")
            arguments += StatementArguments(ids)
        }
        conditions.append("(" + alternatives.joined(separator: " OR ") + ")")
    }

    private static func marks(_ values: [some Any]) -> String { values.map { _ in "?" }.joined(separator: ", ") }
}
