import Figures
public import TimeSeries

/// Figures as rows: all that a citation needs, on every row.
///
/// For people (`table`, `markdown`) the most important columns; for programs all of them. In JSON a row is the
/// figure of the interchange with `id`, `title`, `url` and `path` behind it.
public struct FigureRows {
    private var writer: any RowWriter
    private let format: RowFormat

    public init(format: RowFormat, width: Int? = nil, to sink: @escaping TextSink) {
        self.format = format
        switch format {
        case .json, .jsonl: writer = JSONRows(columns: [], isArray: format == .json, sink: sink)
        case .csv: writer = CSVRows(columns: FigureRows.full, sink: sink)
        case .table, .markdown: writer = format.writer(FigureRows.brief, width: width, to: sink)
        }
    }

    public mutating func add(_ stored: StoredFigure) {
        switch format {
        case .json, .jsonl: addJSON(stored)
        case .csv: writer.row(FigureRows.fullCells(stored))
        case .table, .markdown: writer.row(FigureRows.briefCells(stored))
        }
    }

    public mutating func finish() { writer.finish() }

    private mutating func addJSON(_ stored: StoredFigure) {
        guard var rows = writer as? JSONRows else { return }
        var json = JSONWriter()
        json.begin()
        stored.figure.write(to: &json)
        json.key("id")
        json.integer(Int(stored.id))
        json.key("title")
        json.string(stored.articleTitle)
        json.key("url")
        json.string(stored.articleURL)
        json.key("path")
        json.string(stored.articlePath)
        json.end()
        rows.add(String(decoding: json.bytes, as: UTF8.self))
        writer = rows
    }

    // MARK: - For people

    private static let brief = [
        Column("id", "ID", isNumber: true), Column("date"), Column("measure"), Column("value", isNumber: true),
        Column("status"), Column("population"), Column("place"), Column("source", isElastic: true),
        Column("publisher"), Column("quote", isElastic: true),
    ]

    private static func briefCells(_ stored: StoredFigure) -> [Cell] {
        let figure = stored.figure
        return [
            .text(String(stored.id)), .text(figure.date?.description ?? figure.reported.map { "(\($0))" }),
            .text(figure.measure), .text(ValueText.text(figure)),
            .text(figure.status == .actual ? "" : figure.status.rawValue), .list(figure.population),
            .text(figure.place?.name), .text(figure.source?.name ?? "–"), .text(figure.publisher), .text(figure.quote),
        ]
    }

    // MARK: - For programs

    private static let full = [
        Column("id", isNumber: true), Column("measure"), Column("number"), Column("value", isNumber: true),
        Column("low", isNumber: true),
        Column("high", isNumber: true), Column("qualifier"), Column("unit"), Column("population"), Column("place"),
        Column("place_id"), Column("iso3"), Column("source"), Column("source_id"), Column("source_kind"),
        Column("source_text"), Column("speaker"), Column("relay"), Column("date"), Column("date_precision"),
        Column("period"), Column("period_start"), Column("status"), Column("relation"), Column("relation_start"),
        Column("quote"), Column("publisher"), Column("reported"), Column("title"), Column("url"), Column("doc"),
        Column("field"), Column("start"), Column("end"), Column("quote_start"), Column("confidence", isNumber: true),
        Column("rule"), Column("extractor"), Column("path"),
    ]

    private static func fullCells(_ stored: StoredFigure) -> [Cell] {
        let figure = stored.figure
        return [
            .number(Double(stored.id)), .text(figure.measure), .text(figure.number), .number(figure.value),
            .number(figure.low),
            .number(figure.high), .text(figure.qualifier.rawValue), .text(figure.unit), .list(figure.population),
            .text(figure.place?.name), .text(figure.place?.id), .text(figure.place?.iso3),
        ] + sourceCells(figure) + [
            .text(figure.date?.description), .text(figure.date?.precision.rawValue), .text(figure.period.rawValue),
            .text(figure.periodStart?.description), .text(figure.status.rawValue),
            .text(figure.relation?.kind.rawValue), .text(figure.relation.map { String($0.start) }),
            .text(figure.quote), .text(figure.publisher), .text(figure.reported?.description),
            .text(stored.articleTitle), .text(stored.articleURL), .text(figure.doc), .text(figure.field.rawValue),
            .number(Double(figure.start)), .number(Double(figure.end)), .number(Double(figure.quoteStart)),
            .number(figure.confidence), .text(figure.rule), .text(figure.extractor),
            .text(stored.articlePath),
        ]
    }

    private static func sourceCells(_ figure: Figure) -> [Cell] {
        [
            .text(figure.source?.name), .text(figure.source?.id), .text(figure.source?.kind.rawValue),
            .text(figure.source?.text), .text(figure.source?.speaker), .text(figure.source?.relay),
        ]
    }
}
