public import Charts
public import Figures
import Mustache
public import TimeSeries

/// The comparison of a week across articles: who says what, what changed, what disagrees, what nobody vouches for.
///
///     let report = try WeeklyReport(store: store, period: ReportPeriod(week: week))
///     print(try report.markdown(tables: DataTables()))
///
/// The same store gives the same bytes. Every number leads by its note to its words.
public struct WeeklyReport: Sendable {
    public let period: ReportPeriod
    /// The figures that the report rests on: those whose day lies in the period.
    public let figures: [StoredFigure]
    /// The articles that print them, and those published in the period without figures.
    public let articles: [StoredArticle]
    /// All series to the end of the period.
    let history: [Series]
    let comparisons: [Comparison]
    let place: String?

    /// - Parameter filter: what else the figures must pass; its days are those of the period.
    public init(store: Store, period: ReportPeriod, filter: FigureFilter = FigureFilter()) throws(StoreError) {
        self.period = period
        var filter = filter
        place = filter.places.isEmpty ? nil : filter.places.joined(separator: ", ")
        filter.since = nil
        filter.until = period.last
        history = try store.series(filter)
        filter.since = period.first
        figures = try store.figures(filter)
        comparisons = try store.comparisons(filter)
        let printing = Set(figures.map(\.articleID))
        let published = try store.articles(since: period.first, until: period.last, texts: false)
        articles = try store.articles(ids: printing.union(published.map(\.id)))
    }

    /// A picture that belongs to the report.
    public struct Picture: Sendable {
        /// The file's name without its ending: `deaths-gaza`.
        public let name: String
        public let chart: Chart
    }

    /// The running totals and states that most articles of the period speak of, drawn over all time.
    public func pictures(most: Int = 6) -> [Picture] {
        var groups: [SeriesKey: [Series]] = [:]
        for one in history where one.key.period != .event && one.key.status == .actual {
            groups[one.key.withoutSource.withoutStart, default: []].append(one)
        }
        let drawable = groups.filter { _, series in
            series.contains { $0.points.count > 1 } && series.contains { isOfPeriod($0) }
        }
        let ranked = drawable.sorted {
            let counts = (articleCount($0.value), articleCount($1.value))
            return counts.0 != counts.1 ? counts.0 > counts.1 : $0.key < $1.key
        }
        var names: [String: Int] = [:]
        return ranked.prefix(most).map { key, series in
            let count = (names[key.slug] ?? 0) + 1
            names[key.slug] = count
            let name = count == 1 ? key.slug : "\(key.slug)-\(count)"
            let sorted = series.sorted { ($1.articleCount, $0.key) < ($0.articleCount, $1.key) }
            return Picture(
                name: name,
                chart: Chart(
                    series: sorted, footer: ["Each point leads back to its article: see the notes of the report."],
                    mostLines: 12))
        }
    }

    private func isOfPeriod(_ series: Series) -> Bool { series.points.contains { period.contains($0.date.last) } }

    private func articleCount(_ series: [Series]) -> Int {
        Set(series.flatMap { $0.points.flatMap { $0.printings.map(\.articleID) } }).count
    }

    /// The report as Markdown.
    ///
    /// - Parameters:
    ///   - pictures: file names of the charts, as the report is to refer to them, with their titles.
    ///   - tables: where `templates/report.md.mustache` is looked for.
    /// - Throws: `ReportError` where the template cannot be read.
    public func markdown(
        pictures: [(title: String, path: String)] = [], tables: DataTables = DataTables()
    ) throws(ReportError) -> String {
        let name = "templates/report.md.mustache"
        do {
            let template = try MustacheTemplate(string: String(decoding: tables.bytes(name), as: UTF8.self))
            var page = ReportPage(self)
            return template.render(page.context(pictures))
        } catch {
            throw .badTemplate(name, "\(error)")
        }
    }
}

public enum ReportError: Error, Sendable, Hashable, CustomStringConvertible {
    case badTemplate(String, String)

    public var description: String {
        switch self {
        case .badTemplate(let name, let why): "\(name): not a Mustache template: \(why)"
        }
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
