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
/// What a file holds is told by its bytes, not by its name (see `InputFormat`), unless `format` says it. A folder gives
/// the files whose names end as those of a known format do, those of its folders too, in the order of their paths'
/// bytes; hidden files are passed over.
public struct ArticleReader: Sendable {
    public var defaults: ArticleDefaults
    /// The largest text file, and the longest line of JSON, that is read, in bytes.
    public var limit: Int
    /// What the inputs hold, whatever their bytes look like; nil where the bytes tell.
    public var format: InputFormat?
    /// The encoding of the inputs, as `windows-1252`; nil where they tell it themselves.
    public var encoding: String?
    /// What is known of the words of pages. The tables of the program are read when the first page is.
    public var rules: PageRules {
        get { ownRules ?? .embedded }
        set { ownRules = newValue }
    }
    private var ownRules: PageRules?
    /// Where records of JSON keep what an article has.
    public var keys = RecordKeys.embedded
    /// How far archives and compressed files are unpacked.
    public var unpacking = UnpackLimits.standard
    /// How long pdftotext may take for a document.
    public var pdfSeconds = 60
    /// How much memory it may take, in bytes.
    public var pdfMemory = 1 << 30
    /// How deep elements of HTML and XML may lie in each other; what lies deeper is left out, with a word. A record of
    /// JSON whose objects and lists lie deeper, or more than `mostJSONNesting`, is refused.
    public var nesting = ArticleReader.defaultNesting
    /// How deep parts of a message may lie in each other; what lies deeper is left out, with a word.
    public var partNesting = 16
    /// How many columns a table in Markdown may have; those behind them are read as one, with a word.
    public var columns = 256
    /// Told how far the reading is, and where it begins; nil where nobody asks.
    public var progress: ReadingProgress?

    /// The largest book-length report is some 3 MB of text; 16 MB leaves room, and holds off a disk image.
    public static let defaultLimit = 16 << 20

    /// Pages of the web seldom pass 60.
    public static let defaultNesting = 512

    /// The decoder goes no deeper.
    static let mostJSONNesting = 512

    public init(
        defaults: ArticleDefaults = ArticleDefaults(), limit: Int = ArticleReader.defaultLimit,
        format: InputFormat? = nil, encoding: String? = nil
    ) {
        self.defaults = defaults
        self.limit = limit
        self.format = format
        self.encoding = encoding
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
        let input = Input(origin, self)
        let progress = progress
        let source = FileSource(handle) { count in
            input.budget.read(count)
            progress?.read(count)
        }
        var stream = ByteStream(source)
        try input.read(&stream, body)
    }
}
