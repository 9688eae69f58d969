/// A table of GitHub-flavoured Markdown.
struct MarkdownRows: RowWriter {
    private let sink: TextSink

    init(columns: [Column], sink: @escaping TextSink) {
        self.sink = sink
        sink("| " + columns.map { Markdown.escaped($0.heading) }.joined(separator: " | ") + " |\n")
        sink("|" + columns.map { $0.isNumber ? "---:|" : "---|" }.joined() + "\n")
    }

    mutating func row(_ cells: [Cell]) {
        sink("| " + cells.map { Markdown.escaped(CellText.plain($0)) }.joined(separator: " | ") + " |\n")
    }

    mutating func finish() {}
}
