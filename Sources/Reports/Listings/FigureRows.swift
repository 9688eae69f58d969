public import Figures
public import TimeSeries

/// Figures as rows: all that a citation needs, on every row.
///
/// For people (`table`, `markdown`) the most important columns; for programs all of them. In JSON a row is the
/// figure of the interchange with what the store knows behind it: `id`, `title`, `url`, `path`, the
/// claim that it prints, how many articles print that, and what people say of it.
public struct FigureRows {
    private var writer: any RowWriter
    private let format: RowFormat
    private let lexicon: Lexicon

    /// - Parameter lexicon: tells which region holds a place.
    public init(
        format: RowFormat, width: Int? = nil, lexicon: Lexicon = .embedded, to sink: @escaping TextSink
    ) {
        self.format = format
        self.lexicon = lexicon
        switch format {
        case .json, .jsonl: writer = JSONRows(columns: [], isArray: format == .json, sink: sink)
        case .csv: writer = CSVRows(columns: FigureColumn.all.map(\.column), sink: sink)
        case .table, .markdown: writer = format.writer(FigureRows.brief, width: width, to: sink)
        }
    }

    public mutating func add(_ stored: StoredFigure) {
        switch format {
        case .json, .jsonl: addJSON(stored)
        case .csv: writer.row(FigureColumn.all.map { $0.cell(stored, lexicon) })
        case .table, .markdown: writer.row(FigureRows.briefCells(stored))
        }
    }

    public mutating func finish() { writer.finish() }

    private mutating func addJSON(_ stored: StoredFigure) {
        guard var rows = writer as? JSONRows else { return }
        var json = JSONWriter()
        json.begin()
        stored.figure.write(to: &json)
        for column in FigureColumn.all where column.isOfStore {
            json.key(column.key)
            JSONRows.write(column.cell(stored, lexicon), &json)
        }
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
            .text(figure.measure), .text(ValueText.text(figure) + ReviewText.mark(stored.review)),
            .text(figure.status == .actual ? "" : figure.status.rawValue), .list(figure.population),
            .text(figure.place?.name), .text(figure.source?.name ?? "–"), .text(figure.publisher), .text(figure.quote),
        ]
    }
}
