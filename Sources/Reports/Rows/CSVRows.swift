import Figures

/// Comma-separated values (RFC 4180), UTF-8, lines ended by LF.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe in front
/// (https://owasp.org/www-community/attacks/CSV_Injection); numbers stay numbers.
struct CSVRows: RowWriter {
    private let sink: TextSink

    init(columns: [Column], sink: @escaping TextSink) {
        self.sink = sink
        sink(columns.map { CSVRows.quoted($0.key) }.joined(separator: ",") + "\n")
    }

    mutating func row(_ cells: [Cell]) { sink(cells.map(CSVRows.text).joined(separator: ",") + "\n") }

    mutating func finish() {}

    static func text(_ cell: Cell) -> String {
        switch cell {
        case .text(let text), .link(let text): quoted(defused(text ?? ""))
        case .date(let date): date?.description ?? ""
        case .number(let number): number.map(NumberText.plain) ?? ""
        case .integer(let number): String(number)
        case .list(let words): quoted(defused(words.joined(separator: "; ")))
        }
    }

    private static func defused(_ text: String) -> String {
        guard let first = text.utf8.first, Array("=+-@\t\r\n".utf8).contains(first) else { return text }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { Array(",\"\n\r".utf8).contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
