import Figures
public import TimeSeries

extension Chart {
    /// What several articles say of the same thing on the same day: a panel for each comparison, in their order, and in
    /// it a row for each article, the highest number first. A dot is the number, a bar its range, an arrow an open bound.
    ///
    /// - Parameters:
    ///   - title: by default what they speak of.
    ///   - mostRows: comparisons whose rows would be more are left out, but for the first; how many is said.
    ///   - number: how a row's end shows a claim: `~1,400`.
    public init(
        comparisons all: [Comparison], title: String? = nil, mostRows: Int = 40,
        number: (SeriesPoint, SeriesKey) -> String
    ) {
        var shown: [(Comparison, [ChartRow])] = []
        var count = 0
        for comparison in all {
            let rows = ChartRow.rows(comparison, number)
            guard shown.isEmpty || count + rows.count <= mostRows else { break }
            count += rows.count
            shown.append((comparison, rows))
        }
        let keys = shown.map(\.0.key)
        let days = unique(shown.map(\.0.date))
        let shared = SharedWords(keys, .source)
        let isOne = shown.count == 1
        let panels = shown.map { comparison, rows in
            let words = SharedWords([comparison.key], .source)
            let subject = words.addition(to: shared)
            let day = days.count == 1 ? nil : comparison.date.long
            return ChartPanel(
                title: isOne ? "" : [day, subject].compactMap { $0 }.joined(separator: ": "),
                unit: [comparison.apart, UnitWords.plural(comparison.key.unit)].compactMap { $0 }.joined(
                    separator: " · "),
                content: .rows(Array(rows.prefix(max(1, mostRows)))))
        }
        let printings = shown.flatMap { $0.0.claims.flatMap(\.point.printings) }
        let left = all.count - shown.count
        let subject = shared.subject(unique(keys.map(\.measure)))
        self.init(
            title: title ?? subject + Chart.time(days, keys),
            subtitle: Chart.counted(shown.map(\.0)), panels: panels,
            footer: Credit.lines(sources: shown.flatMap { $0.0.claims.compactMap(\.source) }, printings: printings)
                + (left > 0 ? ["\(left) more comparisons not shown"] : []))
    }

    /// ` up to 3 November 2023` for totals, ` on …` for all else.
    private static func time(_ days: [PartialDate], _ keys: [SeriesKey]) -> String {
        guard days.count == 1 else { return days.isEmpty ? "" : ", side by side" }
        return (keys.allSatisfy { $0.period == .total } ? " up to " : " on ") + days[0].long
    }

    private static func counted(_ comparisons: [Comparison]) -> String {
        let articles = Set(comparisons.flatMap { $0.claims.flatMap { $0.point.printings.map(\.articleID) } }).count
        let apart = comparisons.filter { $0.disagreement != nil }.count
        let text = "What \(articles) article\(articles == 1 ? " says" : "s say")"
        return apart == 0
            ? text + "; no two sources contradict each other"
            : text + ", where \(apart == 1 ? "two sources" : "sources") cannot both be right"
    }
}

extension ChartRow {
    /// A row for each article that prints a claim.
    fileprivate static func rows(_ comparison: Comparison, _ number: (SeriesPoint, SeriesKey) -> String) -> [ChartRow] {
        let claims = comparison.claims.sorted {
            ($1.point.value, $0.source ?? "\u{10FFFF}") < ($0.point.value, $1.source ?? "\u{10FFFF}")
        }
        return claims.flatMap { claim -> [ChartRow] in
            var seen: Set<Int64> = []
            return claim.point.printings.filter { seen.insert($0.articleID).inserted }.map { stored in
                var point = ChartPoint(claim.point)
                point.origin = "figure \(stored.id)"
                point.date = stored.figure.reported ?? point.date
                let printed = [
                    stored.figure.publisher ?? stored.figure.doc,
                    stored.figure.reported.map { "\($0.day) \($0.shortMonth)" },
                ]
                return ChartRow(
                    label: claim.source, detail: printed.compactMap { $0 }.joined(separator: ", "), point: point,
                    text: number(claim.point, comparison.key))
            }
        }
    }
}

extension Comparison {
    /// `1,200 apart (15%)`; nil where all can be right.
    fileprivate var apart: String? {
        guard let disagreement else { return nil }
        let share = disagreement.share
        let percent = share < 0.001 ? "under 0.1" : decimal(share * 100, places: share < 0.1 ? 1 : 0)
        return decimal(disagreement.apart, places: 2) + " apart" + (share.isFinite ? " (\(percent)%)" : "")
    }
}

extension PartialDate {
    /// `3 November 2023`, `November 2023`, `2023`.
    fileprivate var long: String {
        let words = last.long.split(separator: " ")
        return words.suffix(precision == .day ? 3 : precision == .month ? 2 : 1).joined(separator: " ")
    }
}
