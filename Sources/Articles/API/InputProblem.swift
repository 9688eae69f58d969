public import Figures

/// An input that could not be read: what it is, and what to do about it.
public enum InputProblem: Error, Sendable, Hashable, CustomStringConvertible {
    case missing(String)
    /// A socket, a device: neither a file nor a folder.
    case notAFile(String)
    case unreadable(String, String)
    case empty(String)
    /// A folder without a file that can hold articles.
    case noArticles(String)
    /// The second value names what it looks like, nil where it is unknown.
    case binary(String, String?)
    /// `offset` is the first byte that is no UTF-8.
    case invalidUTF8(String, line: Int?, offset: Int)
    case tooLarge(String, limit: Int)
    case lineTooLong(String, line: Int, limit: Int)
    case recordTooLarge(String, line: Int, limit: Int)
    case badLine(String, line: Int, String)
    case badHeader(String, String)
    case noText(String, line: Int?)
    /// A page of which nothing reads as the text of an article.
    case noArticle(String)
    case noFeed(String, String)
    /// XML that ends too early, or is damaged: what stands before the damage was read.
    case brokenFeed(String, entries: Int)
    /// An entry of a feed without title and text, counted from 1.
    case emptyEntry(String, number: Int)
    /// More archives in each other than `--max-depth` allows.
    case tooDeep(String, limit: Int)
    /// Objects and lists of JSON lie too deep in each other.
    case nested(String, line: Int, limit: Int)
    case encrypted(String)
    /// An archive without a file that can hold articles.
    case noFiles(String)
    /// A crawl without a page that holds an article.
    case noPages(String)
    /// A document whose pages are pictures.
    case noTextLayer(String, pages: Int)
    /// pdftotext is not installed.
    case noPDFTool(String)
    /// An address of the web; why it was not read, and the remedy where there is one.
    case address(String, String, remedy: String?)

    /// `place: reason: remedy`
    public var description: String {
        let parts = parts
        return "\(place(parts.input, parts.line)): \(parts.reason)" + (parts.remedy.map { ": " + $0 } ?? "")
    }

    /// The path or address; a file in an archive stands behind that of the archive.
    public var input: String { parts.input }
    /// The line of the input that is meant.
    public var line: Int? { parts.line }
    public var reason: String { parts.reason }
    /// What to do about it.
    public var remedy: String? { parts.remedy }

    private struct Parts {
        let input: String
        var line: Int?
        let reason: String
        var remedy: String?

        init(_ input: String, line: Int? = nil, _ reason: String, _ remedy: String? = nil) {
            self.input = input
            self.line = line
            self.reason = reason
            self.remedy = remedy
        }
    }

    private var parts: Parts {
        switch self {
        case .missing(let path): Parts(path, "no such file or folder")
        case .notAFile(let path): Parts(path, "neither a file nor a folder")
        case .unreadable(let path, let why): Parts(path, "cannot be read: \(why)")
        case .empty(let path): Parts(path, "the file is empty")
        case .noArticles(let path): Parts(path, "no file with articles in this folder (.txt, .html, .jsonl …)")
        case .binary(let path, let what): Parts(path, InputProblem.binary(what))
        case .invalidUTF8(let path, let line, let offset):
            Parts(
                path, line: line, "byte \(offset) is not UTF-8",
                "convert it, for example with 'iconv -f WINDOWS-1252 -t UTF-8'")
        case .tooLarge(let path, let limit):
            Parts(path, "more than \(megabytes(limit)) in one text", "split it, or raise --max-size")
        case .lineTooLong(let path, let line, let limit):
            Parts(path, line: line, "more than \(megabytes(limit)) in one line", "split it, or raise --max-size")
        case .recordTooLarge(let path, let line, let limit):
            Parts(path, line: line, "more than \(megabytes(limit)) in one object", "split it, or raise --max-size")
        case .noFeed(let path, let why): Parts(path, "not a feed: \(why)")
        case .brokenFeed(let path, let entries):
            Parts(
                path, "the XML is damaged: \(entries) entr\(entries == 1 ? "y was" : "ies were") read, the rest is lost"
            )
        case .emptyEntry(let path, let number): Parts("\(path), entry \(number)", "neither title nor text")
        case .badLine(let path, let line, let why): Parts(path, line: line, why)
        case .badHeader(let path, let why): Parts(path, why)
        case .noText(let path, let line): Parts(path, line: line, "there is no text after the header")
        case .noArticle(let path): Parts(path, "no text of an article was found in the page")
        case .tooDeep(let path, let limit):
            Parts(path, "lies in more than \(limit) archives", "unpack it, or raise --max-depth")
        case .nested(let path, let line, let limit):
            Parts(
                path, line: line, "objects and lists lie more than \(limit) deep in each other",
                limit < ArticleReader.mostJSONNesting
                    ? "raise --max-nesting" : "--max-nesting can be no higher for JSON")
        case .encrypted(let path): Parts(path, "is encrypted", "save it without its password")
        case .noFiles(let path): Parts(path, "no file in this archive has an ending of a format that is read")
        case .noPages(let path): Parts(path, "no record of this crawl holds an article")
        case .noTextLayer(let path, let pages):
            Parts(
                path, "\(pages == 1 ? "its page is a picture" : "its \(pages) pages are pictures"), without text",
                "let 'ocrmypdf' add a layer of text")
        case .noPDFTool(let path):
            Parts(path, "pdftotext is not there", "install it with 'apt-get install poppler-utils'")
        case .address(let address, let why, let remedy): Parts(address, why, remedy)
        }
    }

    private static func binary(_ what: String?) -> String {
        guard let what else { return "binary data, not text" }
        return "\(what), not text"
    }
}

/// Something that should be known of an article that was read.
public enum InputNotice: Sendable, Hashable, CustomStringConvertible {
    /// Relative dates ("on Thursday") stay unresolved.
    case noDate(String, line: Int?)
    /// The text is no UTF-8 and does not say what it is; the second value is what it was read as.
    case encoding(String, String)
    /// Pages of a crawl that hold no article, counted.
    case withoutArticle(String, Int)
    /// Articles of a crawl that name no day took that of their capture, counted.
    case datedByCapture(String, Int)
    /// A document that names no day took that on which its file was made.
    case datedByFile(String, CalendarDate)
    /// So many pages of a document, of all, are pictures without text.
    case picturePages(String, Int, of: Int)
    /// A page whose elements lie too deep in each other, or are too many: it was read up to there.
    case cutPage(String)
    /// A message whose parts lie too deep in each other: what lies deeper was left out.
    case cutMessage(String, limit: Int)
    /// A table in Markdown with too many columns: those behind them were read as one.
    case cutTable(String, columns: Int)

    public var description: String {
        switch self {
        case .noDate(let path, let line):
            "\(place(path, line)): no publication date, so relative dates stay unresolved: give --date YYYY-MM-DD"
        case .cutPage(let path):
            "\(path): elements lie too deep in each other, or are too many: read up to there: raise --max-nesting"
        case .cutMessage(let path, let limit):
            "\(path): parts lie more than \(limit) deep in each other: read up to there: raise --max-parts"
        case .cutTable(let path, let columns):
            "\(path): a table has more than \(columns) columns: those behind them are read as one: raise --max-columns"
        case .encoding(let path, let name):
            "\(path): not UTF-8, read as \(name): give --encoding where that is wrong"
        case .withoutArticle(let path, let count):
            "\(path): \(count) page\(count == 1 ? "" : "s") without an article passed over"
        case .datedByCapture(let path, let count):
            "\(path): \(count) article\(count == 1 ? "" : "s") without a date took the day of the capture"
        case .datedByFile(let path, let day):
            "\(path): names no date, so it took the day on which its file was made, \(day): give --date where that is wrong"
        case .picturePages(let path, let count, let all):
            "\(path): \(count) of \(all) pages are pictures, whose text was not read"
        }
    }
}

private func place(_ path: String, _ line: Int?) -> String {
    line.map { "\(path), line \($0)" } ?? path
}

private func megabytes(_ bytes: Int) -> String {
    bytes % (1 << 20) == 0 ? "\(bytes >> 20) MB" : "\(bytes) bytes"
}
