/// What figures can be exported as.
public enum ExportFormat: String, Sendable, CaseIterable {
    /// RFC 4180, with a header.
    case csv
    /// CSV with the hashtags of the Humanitarian Exchange Language.
    case hxl
    /// The figure of the interchange with what the store knows of it, an object a line.
    case jsonl
    /// A workbook for spreadsheets.
    case xlsx
    /// A folder: a Frictionless data package.
    case datapackage
    /// Text, a paragraph a figure.
    case citations
    /// An entry an article.
    case bibtex

    /// The format for the end of a file's name: `csv`, `jsonl`, `xlsx`, `bib` or `txt`; nil for any other.
    public init?(path: String) {
        switch path.split(separator: "/").last?.split(separator: ".").last?.lowercased() {
        case "csv": self = .csv
        case "jsonl", "ndjson": self = .jsonl
        case "xlsx": self = .xlsx
        case "txt": self = .citations
        case "bib": self = .bibtex
        default: return nil
        }
    }
}
