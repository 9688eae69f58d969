/// A phrase that places a figure in time: a row of `Data/en/times.tsv`.
struct TimeEntry {
    enum Kind: String, CaseIterable {
        /// `value` days before the article's day.
        case back
        case week, month, year, weekend
        /// `value` days before the day last spoken of.
        case earlier
        /// `value` days after the day last spoken of.
        case later
        /// Up to the article's day.
        case span
        /// A running total begins.
        case since
        case now
    }
    let kind: Kind
    let value: Int

    init?(_ row: Row) {
        guard let kind = Kind(rawValue: row["kind"]), let value = Int(row["value"]) else { return nil }
        self.kind = kind
        self.value = value
    }
}

/// A stretch of a text that tells a time.
struct TimeExpression {
    enum Role: Int, NamedCase {
        /// When it happened.
        case point
        /// From when a running total counts.
        case since
        /// A stretch that ends with the article's day: "in the past two days".
        case span
        /// The day of which a count is true: "as of Monday".
        case asOf
        /// The end of a plan or forecast: "by the end of July".
        case until
        /// Before or after which something happened.
        case bound
    }
    enum Form: Int, NamedCase { case explicit, monthOnly, year, weekday, relative, earlier, ago, span }
    var tokens: Range<Int>
    var date: PartialDate
    var role: Role
    var form: Form
}
