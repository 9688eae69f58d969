public import Charts
import Figures
public import TimeSeries

/// The comparison of a week across articles: who says what, what changed, what disagrees, what nobody vouches for.
///
///     let report = try WeeklyReport(store: store, period: ReportPeriod(week: week))
///     print(try report.markdown())
///
/// The same store gives the same bytes. Every number leads by its note to its words.
public struct WeeklyReport: Sendable {
    public let period: ReportPeriod
    /// The figures that the report rests on: those whose day lies in the period, without the rejected.
    public let figures: [StoredFigure]
    /// The articles that print them, and those published in the period without figures. Without their texts.
    public let articles: [StoredArticle]
    /// The series of the period and of `lookback` days before it: what is new, and what changed, is told by them.
    let history: [Series]
    /// The claims of the period.
    let current: [Series]
    let comparisons: [Comparison]
    let findings: [Finding]
    /// Figures of the period that people threw out.
    let rejected: [StoredFigure]
    /// What people said, by figure.
    let reviews: [Int64: [LoggedReview]]
    let place: String?
    let measures: [String]

    /// How many days before the period are looked at: eight weeks.
    public static let lookback = 56

    /// - Parameter filter: what else the figures must pass; its days are those of the period.
    /// - Throws: `StoreError`.
    public init(store: Store, period: ReportPeriod, filter: FigureFilter = FigureFilter()) throws(StoreError) {
        self.period = period
        var filter = filter
        place = filter.places.isEmpty ? nil : filter.places.joined(separator: ", ")
        measures = store.measureNames
        filter.since = period.first.adding(days: -WeeklyReport.lookback)
        filter.until = period.last
        let read = try store.figures(filter)
        figures = read.filter { figure in
            (figure.figure.date?.last ?? figure.figure.reported).map(period.contains) ?? false
        }
        history = Series.all(of: read)
        current = history.compactMap { $0.within(period.first, period.last) }
        comparisons = Comparison.all(of: current)
        findings = Finding.all(in: history, from: period.first, to: period.last)
        filter.since = period.first
        filter.reviews = [.rejected]
        rejected = try store.figures(filter)
        reviews = try WeeklyReport.reviews(of: figures + rejected, store)
        let published = try store.articles(since: period.first, until: period.last, texts: false)
        articles = try store.articles(ids: Set(figures.map(\.articleID)).union(published.map(\.id)))
    }

    /// The log is read only where somebody looked at one of the figures.
    private static func reviews(
        of figures: [StoredFigure], _ store: Store
    ) throws(StoreError) -> [Int64: [LoggedReview]] {
        guard figures.contains(where: { $0.review != nil }) else { return [:] }
        var reviews: [Int64: [LoggedReview]] = [:]
        for review in try store.reviews() {
            if let id = review.figure?.id { reviews[id, default: []].append(review) }
        }
        return reviews
    }

    // MARK: - Charts

    /// A picture that belongs to the report.
    public struct Picture: Sendable {
        /// The file's name without its ending: `deaths-gaza`.
        public let name: String
        public let chart: Chart
    }

    /// The running totals and states that most articles of the period speak of.
    public func pictures(most: Int = 6) -> [Picture] {
        var groups: [SeriesKey: [Series]] = [:]
        for one in history where one.key.period != .event && one.key.status == .actual {
            groups[one.key.withoutSource.withoutStart, default: []].append(one)
        }
        let drawable = groups.filter { _, series in
            series.contains { $0.points.count > 1 } && series.contains { $0.within(period.first, period.last) != nil }
        }
        let ranked = drawable.sorted {
            let counts = (articleCount($0.value), articleCount($1.value))
            return counts.0 != counts.1 ? counts.0 > counts.1 : $0.key < $1.key
        }
        var names: [String: Int] = [:]
        return ranked.prefix(most).map { key, series in
            let count = (names[key.slug] ?? 0) + 1
            names[key.slug] = count
            let sorted = series.sorted { ($1.articleCount, $0.key) < ($0.articleCount, $1.key) }
            return Picture(
                name: count == 1 ? key.slug : "\(key.slug)-\(count)",
                chart: Chart(
                    series: sorted, footer: ["Each point leads back to its article: see the notes of the report."],
                    mostLines: 12))
        }
    }

    private func articleCount(_ series: [Series]) -> Int {
        Set(series.flatMap { $0.points.flatMap { $0.printings.map(\.articleID) } }).count
    }
}

extension SeriesKey {
    /// A name for files: letters, digits and hyphens only.
    var slug: String {
        let unit = KeyText.isUsual(unit, for: measure) ? "" : unit
        let words = [measure] + population + [unit, place ?? "", period == .total ? "" : period.rawValue]
        let text = words.joined(separator: "-").lowercased().unicodeScalars.map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)) ? Character(scalar) : "-"
        }
        return String(text).split(separator: "-").joined(separator: "-")
    }
}
