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

    public var description: String {
        switch self {
        case .missing(let path): "\(path): no such file or folder"
        case .notAFile(let path): "\(path): neither a file nor a folder"
        case .unreadable(let path, let why): "\(path): cannot be read: \(why)"
        case .empty(let path): "\(path): the file is empty"
        case .noArticles(let path): "\(path): no file with articles in this folder (.txt, .html, .jsonl …)"
        case .binary(let path, let what): "\(path): \(InputProblem.binary(what))"
        case .invalidUTF8(let path, let line, let offset):
            "\(place(path, line)): byte \(offset) is not UTF-8: convert it, for example with "
                + "'iconv -f WINDOWS-1252 -t UTF-8'"
        case .tooLarge(let path, let limit):
            "\(path): more than \(megabytes(limit)) in one text: split it, or raise --max-size"
        case .lineTooLong(let path, let line, let limit):
            "\(place(path, line)): more than \(megabytes(limit)) in one line: split it, or raise --max-size"
        case .recordTooLarge(let path, let line, let limit):
            "\(place(path, line)): more than \(megabytes(limit)) in one object: split it, or raise --max-size"
        case .badLine(let path, let line, let why): "\(place(path, line)): \(why)"
        case .badHeader(let path, let why): "\(path): \(why)"
        case .noText(let path, let line): "\(place(path, line)): there is no text after the header"
        case .noFeed(let path, let why): "\(path): not a feed: \(why)"
        case .brokenFeed(let path, let entries):
            "\(path): the XML is damaged: \(entries) entr\(entries == 1 ? "y was" : "ies were") read, the rest is lost"
        case .emptyEntry(let path, let number): "\(path), entry \(number): neither title nor text"
        case .noArticle(let path): "\(path): no text of an article was found in the page"
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

    public var description: String {
        switch self {
        case .noDate(let path, let line):
            "\(place(path, line)): no publication date, so relative dates stay unresolved: give --date YYYY-MM-DD"
        case .encoding(let path, let name):
            "\(path): not UTF-8, read as \(name): give --encoding where that is wrong"
        }
    }
}

private func place(_ path: String, _ line: Int?) -> String {
    line.map { "\(path), line \($0)" } ?? path
}

private func megabytes(_ bytes: Int) -> String {
    bytes % (1 << 20) == 0 ? "\(bytes >> 20) MB" : "\(bytes) bytes"
}
