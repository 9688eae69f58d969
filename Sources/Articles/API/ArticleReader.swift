public import Figures
import Foundation

/// Reads articles out of files, folders and standard input.
///
///     let reader = ArticleReader(defaults: ArticleDefaults(publisher: "Harbour Wire"))
///     reader.read("news/") { item in
///         switch item {
///         case .article(let article, let path): …
///         case .problem(let problem): …   // one bad item; the rest goes on
///         case .notice(let notice): …     // read, but something should be known
///         }
///     }
///
/// What a file holds is told by its bytes, not by its name: JSON Lines where it begins with `{`, else plain text
/// with an optional header (see `PlainText`). A folder gives its `.txt`, `.text`, `.jsonl`, `.ndjson` and `.json`
/// files, those of its folders too, in the order of their paths' bytes; hidden files are passed over.
public struct ArticleReader: Sendable {
    public var defaults: ArticleDefaults
    /// The largest text file, and the longest line of JSON, that is read, in bytes.
    public var limit: Int

    /// The largest book-length report is some 3 MB of text; 16 MB leaves room, and holds off a disk image.
    public static let defaultLimit = 16 << 20

    public init(defaults: ArticleDefaults = ArticleDefaults(), limit: Int = ArticleReader.defaultLimit) {
        self.defaults = defaults
        self.limit = limit
    }

    /// Hands every article, problem and notice of `path` to `body`, in a fixed order.
    ///
    /// - Parameter path: a file, a folder, or `-` for standard input.
    /// - Throws: what `body` throws; a bad input is an item, not an error.
    public func read(_ path: String, _ body: (ArticleItem) throws -> Void) rethrows {
        if path == "-" {
            return try read(FileHandle.standardInput, Origin(path: "-", stem: "stdin"), body)
        }
        switch FileKind(path) {
        case .missing: try body(.problem(.missing(path)))
        case .other: try body(.problem(.notAFile(path)))
        case .folder: try readFolder(path, body)
        case .file: try readFile(path, body)
        }
    }

    private func readFolder(_ path: String, _ body: (ArticleItem) throws -> Void) rethrows {
        let folder = Folder(path: path)
        guard let files = folder.articleFiles() else { return try body(.problem(.unreadable(path, "no permission"))) }
        if files.isEmpty { return try body(.problem(.noArticles(path))) }
        for file in files { try readFile(file, body) }
    }

    private func readFile(_ path: String, _ body: (ArticleItem) throws -> Void) rethrows {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            return try body(.problem(.unreadable(path, String(cString: strerror(errno)))))
        }
        defer { try? handle.close() }
        try read(handle, Origin(path: path), body)
    }

    private func read(_ handle: FileHandle, _ origin: Origin, _ body: (ArticleItem) throws -> Void) rethrows {
        var stream = ByteStream(handle: handle)
        let head = stream.peek()
        if let error = stream.error { return try body(.problem(.unreadable(origin.path, error))) }
        switch Sniffer.kind(of: head) {
        case .empty: try body(.problem(.empty(origin.path)))
        case .binary(let what): try body(.problem(.binary(origin.path, what)))
        case .json: try JSONLines(origin: origin, defaults: defaults, limit: limit).read(&stream, body)
        case .text: try readText(&stream, origin, body)
        }
    }

    private func readText(
        _ stream: inout ByteStream, _ origin: Origin, _ body: (ArticleItem) throws -> Void
    ) rethrows {
        let bytes = stream.rest(limit: limit)
        if let error = stream.error { return try body(.problem(.unreadable(origin.path, error))) }
        guard let bytes else { return try body(.problem(.tooLarge(origin.path, limit: limit))) }
        switch PlainText.article(bytes, origin, defaults) {
        case .failure(let problem): try body(.problem(problem))
        case .success(let article): try ArticleItem.items(article, origin).forEach(body)
        }
    }
}

/// What is taken for granted of articles that do not say it themselves.
public struct ArticleDefaults: Sendable, Hashable {
    public var publisher: String?
    /// The day of publication.
    public var date: CalendarDate?
    public var url: String?

    public init(publisher: String? = nil, date: CalendarDate? = nil, url: String? = nil) {
        self.publisher = publisher
        self.date = date
        self.url = url
    }
}

/// What a reader finds, one after the other.
public enum ArticleItem: Sendable {
    case article(Article, path: String)
    case problem(InputProblem)
    case notice(InputNotice)

    /// The items of an article that was read: a notice first where it has no date.
    static func items(_ article: Article, _ origin: Origin, line: Int? = nil) -> [ArticleItem] {
        let notices: [ArticleItem] = article.date == nil ? [.notice(.noDate(origin.path, line: line))] : []
        return notices + [.article(article, path: origin.path)]
    }
}

/// Where an article comes from, for names and messages.
struct Origin {
    let path: String
    /// Stands for an `id` that the input does not give.
    let stem: String

    init(path: String, stem: String? = nil) {
        self.path = path
        let name = path.split(separator: "/").last.map(String.init) ?? path
        self.stem =
            stem ?? name.lastIndex(of: ".").map { String(name[..<$0]) }.flatMap { $0.isEmpty ? nil : $0 } ?? name
    }
}
