public import Figures

/// How rows come out.
public enum RowFormat: String, Sendable, CaseIterable {
    /// Columns for reading in a terminal.
    case table
    /// One array of objects.
    case json
    /// One object a line.
    case jsonl
    /// RFC 4180, with a header.
    case csv
    /// A table of GitHub-flavoured Markdown.
    case markdown
}

/// One value of a row.
public enum Cell: Sendable, Hashable {
    case text(String?)
    /// A day, month or year.
    case date(PartialDate?)
    /// The address of a page.
    case link(String?)
    case number(Double?)
    case integer(Int)
    /// Several words: a list in JSON, joined by `; ` elsewhere.
    case list([String])
}

/// What a row's values are.
public struct Column: Sendable, Hashable {
    /// The key in JSON, the header in CSV.
    public let key: String
    /// The header for people.
    public let heading: String
    public let isNumber: Bool
    /// Gives way where the terminal is too narrow.
    public let isElastic: Bool

    public init(_ key: String, _ heading: String? = nil, isNumber: Bool = false, isElastic: Bool = false) {
        self.key = key
        self.heading = heading ?? key.prefix(1).uppercased() + key.dropFirst().replacing("_", with: " ")
        self.isNumber = isNumber
        self.isElastic = isElastic
    }
}

/// Takes rows one by one; a format is one type that conforms.
public protocol RowWriter {
    /// Writes a row with a cell for each column.
    mutating func row(_ cells: [Cell])
    /// Writes what comes behind the last row. Called once.
    mutating func finish()
}

/// Where text goes.
public typealias TextSink = (String) -> Void

extension RowFormat {
    /// A writer of this format.
    ///
    /// - Parameters:
    ///   - width: how many characters wide a table may be; nil for any width. Other formats pass it over.
    ///   - sink: called with whole lines.
    public func writer(_ columns: [Column], width: Int? = nil, to sink: @escaping TextSink) -> any RowWriter {
        switch self {
        case .table: TableWriter(columns: columns, width: width, sink: sink)
        case .json: JSONRows(columns: columns, isArray: true, sink: sink)
        case .jsonl: JSONRows(columns: columns, isArray: false, sink: sink)
        case .csv: CSVRows(columns: columns, sink: sink)
        case .markdown: MarkdownRows(columns: columns, sink: sink)
        }
    }
}
