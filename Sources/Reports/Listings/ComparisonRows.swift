import Figures
public import TimeSeries

/// What several parties say of one thing, as rows, one a claim.
public enum ComparisonRows {
    static let columns = [
        Column("measure"), Column("place"), Column("population"), Column("unit"), Column("period"), Column("status"),
        Column("date"), Column("source"), Column("value", isNumber: true), Column("low", isNumber: true),
        Column("high", isNumber: true), Column("qualifier"), Column("articles", isNumber: true),
        Column("publishers"), Column("apart", isNumber: true), Column("figures"),
    ]

    static let briefColumns = [
        Column("source"), Column("value", isNumber: true), Column("articles", isNumber: true),
        Column("publishers", isElastic: true), Column("quote", isElastic: true),
    ]

    public static func write(
        _ comparisons: [Comparison], _ format: RowFormat, width: Int? = nil, to sink: @escaping TextSink
    ) {
        switch format {
        case .table, .markdown: writeBrief(comparisons, format, width, sink)
        case .json, .jsonl, .csv:
            var writer = format.writer(columns, to: sink)
            for one in comparisons {
                for claim in one.claims { writer.row(cells(one, claim)) }
            }
            writer.finish()
        }
    }

    private static func cells(_ comparison: Comparison, _ claim: Comparison.Claim) -> [Cell] {
        let key = comparison.key
        let point = claim.point
        return [
            .text(key.measure), .text(key.place), .list(key.population), .text(key.unit), .text(key.period.rawValue),
            .text(key.status.rawValue), .text(comparison.date.description), .text(claim.source),
            .number(point.value), .number(point.low), .number(point.high), .text(point.qualifier.rawValue),
            .integer(point.articleCount), .list(point.publishers), .number(comparison.disagreement?.apart),
            .list(point.printings.map { String($0.id) }),
        ]
    }

    private static func writeBrief(
        _ comparisons: [Comparison], _ format: RowFormat, _ width: Int?, _ sink: @escaping TextSink
    ) {
        for (index, one) in comparisons.enumerated() {
            let title = title(one)
            sink(
                (index == 0 ? "" : "\n")
                    + (format == .markdown ? "### \(Markdown.escaped(title))\n\n" : CellText.line(title) + "\n"))
            var writer = format.writer(briefColumns, width: width, to: sink)
            for claim in one.claims { writer.row(briefCells(claim, one.key)) }
            writer.finish()
        }
    }

    /// `2023-11-03 · deaths · Gaza · total · 2 sources, 3 articles: 1,200 apart (15%)`
    static func title(_ comparison: Comparison) -> String {
        let key = comparison.key
        let subject =
            ([comparison.date.description, KeyText.subject(key)] + [key.place].compactMap { $0 }
            + [key.period.rawValue, Count.text(comparison)]).joined(separator: " · ")
        return subject + (comparison.disagreement.map { ": " + DisagreementText.apart($0) } ?? "")
    }

    private static func briefCells(_ claim: Comparison.Claim, _ key: SeriesKey) -> [Cell] {
        [
            .text(KeyText.source(claim.source)), .text(ValueText.text(claim.point, unit: key.unit)),
            .integer(claim.point.articleCount), .list(claim.point.publishers),
            .text(claim.point.printings.first?.figure.quote),
        ]
    }
}

/// How far apart two claims are, in words.
enum DisagreementText {
    /// `1,200 apart (15%)`
    static func apart(_ disagreement: Disagreement) -> String {
        let share = NumberText.percent(disagreement.share)
        return NumberText.grouped(disagreement.apart) + " apart" + (share.isEmpty ? "" : " (\(share))")
    }
}
