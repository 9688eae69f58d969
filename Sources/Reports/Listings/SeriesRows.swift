import Figures
public import TimeSeries

/// The claims of time series as rows, one a claim.
public enum SeriesRows {
    static let columns = [
        Column("measure"), Column("place"), Column("population"), Column("source", isElastic: true), Column("status"),
        Column("period"), Column("period_start", "Since"), Column("date"), Column("value", isNumber: true),
        Column("low", isNumber: true), Column("high", isNumber: true), Column("qualifier"), Column("unit"),
        Column("dated_by"), Column("articles", isNumber: true), Column("figures"), Column("derived"), Column("claim"),
        Column("review"),
    ]

    /// For people: the bounds in the value, and nothing that is the same in every row of a key said twice.
    static let briefColumns = [
        Column("date"), Column("value", isNumber: true), Column("change", isNumber: true),
        Column("articles", isNumber: true), Column("publishers", isElastic: true), Column("figures", "IDs"),
    ]

    public static func write(_ series: [Series], _ format: RowFormat, width: Int? = nil, to sink: @escaping TextSink) {
        switch format {
        case .table, .markdown: writeBrief(series, format, width, sink)
        case .json, .jsonl, .csv:
            var writer = format.writer(columns, to: sink)
            for one in series {
                for point in one.points { writer.row(cells(one.key, point)) }
            }
            writer.finish()
        }
    }

    private static func cells(_ key: SeriesKey, _ point: SeriesPoint) -> [Cell] {
        [
            .text(key.measure), .text(key.place), .list(key.population), .text(key.source),
            .text(key.status.rawValue), .text(key.period.rawValue), .text(key.periodStart?.description),
            .text(point.date.description), .number(point.value), .number(point.low), .number(point.high),
            .text(point.qualifier.rawValue), .text(key.unit),
            .text(point.isDatedByPublication ? "publication" : "text"), .integer(point.articleCount),
            .list(point.printings.map { String($0.id) }), .text(key.derivation?.rawValue),
            .text(key.derivation == nil ? point.printings.first?.claimID : nil), .list(ReviewText.states(point)),
        ]
    }

    private static func writeBrief(_ series: [Series], _ format: RowFormat, _ width: Int?, _ sink: @escaping TextSink) {
        for (index, one) in series.enumerated() {
            let title = KeyText.title(one.key) + starts(one)
            sink(
                (index == 0 ? "" : "\n")
                    + (format == .markdown ? "### \(Markdown.escaped(title))\n\n" : CellText.line(title) + "\n"))
            var writer = format.writer(briefColumns, width: width, to: sink)
            var previous: SeriesPoint?
            for point in one.points {
                writer.row(briefCells(one.key, point, after: previous))
                previous = point
            }
            writer.finish()
        }
    }

    /// How many claims state the start that the title names, where not all of them do.
    private static func starts(_ series: Series) -> String {
        guard series.key.periodStart != nil, series.statedStarts < series.points.count else { return "" }
        return " (\(series.statedStarts) of \(series.points.count) say since when)"
    }

    private static func briefCells(_ key: SeriesKey, _ point: SeriesPoint, after previous: SeriesPoint?) -> [Cell] {
        [
            .text(point.isDatedByPublication ? "(\(point.date))" : point.date.description),
            .text(value(key, point)), .text(change(key, point, previous)),
            .integer(point.articleCount), .list(point.publishers),
            .text(point.printings.map { String($0.id) }.joined(separator: " ")),
        ]
    }

    /// A change has its sign, and its bounds where there are any.
    private static func value(_ key: SeriesKey, _ point: SeriesPoint) -> String {
        guard key.derivation == .change else {
            return ValueText.text(point, unit: key.unit) + ReviewText.mark(point)
        }
        let value = NumberText.signed(point.value)
        guard point.low != point.high || point.low == nil else { return value }
        let (low, high) = (point.low.map(NumberText.signed), point.high.map(NumberText.signed))
        return value + " (\(low ?? "open") to \(high ?? "open"))"
    }

    /// What a running total or a state rose by; events are no steps of one thing.
    private static func change(_ key: SeriesKey, _ point: SeriesPoint, _ previous: SeriesPoint?) -> String {
        guard key.period != .event, let previous, previous.date != point.date else { return "" }
        return NumberText.signed(point.value - previous.value)
    }
}
