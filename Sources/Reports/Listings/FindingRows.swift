import Figures
public import TimeSeries

/// What does not fit together, as rows, one a side.
public enum FindingRows {
    private static let columns = [
        Column("finding", isNumber: true), Column("rule"), Column("day"), Column("measure"), Column("place"),
        Column("population"), Column("reason"), Column("side", isNumber: true), Column("source"),
        Column("value", isNumber: true), Column("low", isNumber: true), Column("high", isNumber: true), Column("unit"),
        Column("date"), Column("period"), Column("quote"), Column("publisher"), Column("reported"), Column("url"),
        Column("figures"),
    ]

    private static let briefColumns = [
        Column("id", "ID", isNumber: true), Column("source"), Column("value", isNumber: true), Column("date"),
        Column("publisher"), Column("quote", isElastic: true),
    ]

    public static func write(
        _ findings: [Finding], _ format: RowFormat, width: Int? = nil, to sink: @escaping TextSink
    ) {
        switch format {
        case .table, .markdown: writeBrief(findings, format, width, sink)
        case .json, .jsonl, .csv:
            var writer = format.writer(columns, to: sink)
            for (index, finding) in findings.enumerated() {
                for (side, claim) in finding.sides.enumerated() { writer.row(cells(index, finding, side, claim)) }
            }
            writer.finish()
        }
    }

    private static func cells(_ index: Int, _ finding: Finding, _ side: Int, _ claim: Finding.Side) -> [Cell] {
        let (key, point) = (claim.key, claim.point)
        let first = point.printings.first
        return [
            .integer(index + 1), .text(finding.rule.rawValue), .text(finding.day.description), .text(key.measure),
            .text(key.place), .list(key.population), .text(finding.reason), .integer(side + 1), .text(claim.source),
            .number(point.value), .number(point.low), .number(point.high), .text(key.unit),
            .text(point.date.description), .text(key.period.rawValue), .text(first?.figure.quote),
            .text(first?.figure.publisher), .text(first?.figure.reported?.description), .text(first?.articleURL),
            .list(point.printings.map { String($0.id) }),
        ]
    }

    private static func writeBrief(
        _ findings: [Finding], _ format: RowFormat, _ width: Int?, _ sink: @escaping TextSink
    ) {
        for (index, finding) in findings.enumerated() {
            let title = title(finding)
            sink(
                (index == 0 ? "" : "\n")
                    + (format == .markdown ? "### \(Markdown.escaped(title))\n\n" : CellText.line(title) + "\n"))
            var writer = format.writer(briefColumns, width: width, to: sink)
            for claim in finding.sides { writer.row(briefCells(claim)) }
            writer.finish()
        }
    }

    /// `fall · deaths · Gaza · Gaza Ministry of Health: the total fell from …`
    private static func title(_ finding: Finding) -> String {
        let about =
            [finding.rule.rawValue, KeyText.subject(finding.key)]
            + [finding.key.place, finding.key.source].compactMap { $0 }
        return about.joined(separator: " · ") + ": " + finding.reason
    }

    private static func briefCells(_ claim: Finding.Side) -> [Cell] {
        let first = claim.point.printings.first
        return [
            .text(first.map { String($0.id) }), .text(KeyText.source(claim.source)),
            .text(ValueText.text(claim.point, unit: claim.key.unit)), .text(claim.point.date.description),
            .list(claim.point.publishers), .text(first?.figure.quote),
        ]
    }
}
