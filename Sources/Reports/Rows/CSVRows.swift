import Figures

/// Comma-separated values (RFC 4180), UTF-8, lines ended by LF.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe in front
/// (https://owasp.org/www-community/attacks/CSV_Injection); numbers stay numbers. Control characters, which CSV cannot
/// escape, are shown by their pictures: the output may go to a terminal. JSON has the very bytes.
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
        case .text(let text), .link(let text): quoted(defused(CellText.block(text ?? "")))
        case .date(let date): date?.description ?? ""
        case .number(let number): number.map(NumberText.plain) ?? ""
        case .integer(let number): String(number)
        case .list(let words): quoted(defused(CellText.block(words.joined(separator: "; "))))
        }
    }

    /// What a formula begins with; East Asian spreadsheets take the wide signs for the narrow ones.
    private static let starts = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)

    private static func defused(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, starts.contains(first) else { return text }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { Array(",\"\n\r".utf8).contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
