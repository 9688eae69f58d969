import GRDB

extension Store {
    /// The figures that pass the filter, by day, measure, publication and place in the text.
    public func figures(_ filter: FigureFilter = FigureFilter()) throws(StoreError) -> [StoredFigure] {
        var figures: [StoredFigure] = []
        try forEachFigure(filter) { figures.append($0) }
        return figures
    }

    /// Hands the figures that pass the filter to `body` one by one, in the order of `figures(_:)`.
    ///
    /// All of them are of one state of the store, whoever writes to it meanwhile.
    ///
    /// - Throws: `StoreError`.
    public func forEachFigure(
        _ filter: FigureFilter = FigureFilter(), _ body: (StoredFigure) -> Void
    ) throws(StoreError) {
        try forEachFigure(filter, counts: true, body)
    }

    /// - Parameters:
    ///   - counts: whether `articleCount` is worked out, else it is 1: series count the articles of their claims
    ///     themselves.
    ///   - words: whether the words of figures are read.
    func forEachFigure(
        _ filter: FigureFilter, counts: Bool, words: Bool = true, _ body: (StoredFigure) -> Void
    ) throws(StoreError) {
        try read { db in
            let filter = try FilterSQL(filter, db, lexicon)
            try FigureReader(db, counts: counts, words: words).forEach(
                where: filter.condition, arguments: filter.arguments, isOrdered: true
            ) { body(try $0.storedFigure()) }
        }
    }

    /// How many figures there are of each measure, by name; without the rejected.
    public func figureCounts() throws(StoreError) -> [String: Int] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT measure, count(*) AS n FROM figure WHERE review IS NOT 'rejected' GROUP BY measure
                    """)
            // Names that differ in bytes that are no text look alike.
            return Dictionary(try rows.map { (try $0["measure"], try $0["n"]) }) { $0 + $1 }
        }
    }
}
