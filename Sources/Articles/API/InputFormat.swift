/// What an input can hold.
///
/// A new format is a case here, a line in `reader`, its signature in `Sniffer`, and one file with its reader.
public enum InputFormat: String, Sendable, Hashable, CaseIterable {
    /// Plain text with an optional header.
    case text
    /// Articles as JSON objects: one a line, or one over many lines.
    case json
    /// A page of the web.
    case html
    /// RSS and Atom.
    case feed
    /// Markdown, with or without front matter.
    case markdown
    /// A message of e-mail, with its attachments.
    case email
    /// A Word document.
    case docx
    /// Reports and bulletins, by pdftotext.
    case pdf
    /// A crawl: WARC or ARC.
    case warc
    /// A compressed file, or members one after the other, as a crawl has them.
    case gzip
    /// tar and ZIP, and what bzip2, xz and zstd compressed.
    case archive

    /// Reads the format.
    var reader: any FormatReader {
        switch self {
        case .text: PlainText()
        case .json: JSONLines()
        case .html: HTMLPage()
        case .feed: Feed()
        case .markdown: MarkdownText()
        case .email: MailMessage()
        case .docx: OfficeDocument()
        case .pdf: PDFReader()
        case .warc: CrawlReader()
        case .gzip: GzipReader()
        case .archive: ArchiveFiles()
        }
    }

    /// The endings, in lower case, by which a folder's files of this format are picked out. What a file then holds
    /// is told by its bytes.
    var extensions: [String] {
        switch self {
        case .text: ["txt", "text"]
        case .json: ["jsonl", "ndjson", "json"]
        case .html: ["html", "htm", "xhtml", "shtml"]
        case .feed: ["xml", "rss", "atom", "rdf"]
        case .markdown: ["md", "markdown"]
        case .email: ["eml"]
        case .docx: ["docx"]
        case .pdf: ["pdf"]
        case .warc: ["warc", "arc"]
        case .gzip: ["gz", "tgz"]
        case .archive: ["tar", "zip", "bz2", "tbz", "xz", "txz", "zst", "tzst"]
        }
    }

    /// Whether the format is a wrapping around inputs of any format: `--input-format` speaks of what is inside.
    var isContainer: Bool {
        switch self {
        case .text, .json, .html, .feed, .markdown, .email, .docx, .pdf: false
        case .warc, .gzip, .archive: true
        }
    }
}
