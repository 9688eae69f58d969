/// An input on its way to its reader: where it comes from, and what is known of it beforehand.
///
/// A container hands on what it holds through `nested(…)` and `read`:
///
///     var stream = ByteStream(bytes: body)
///     try input.nested("page.html", hints: InputHints(url: url, mediaType: "text/html")).read(&stream, body)
struct Input: Sendable {
    var origin: Origin
    /// What the caller asked for: defaults, limits, the format.
    let settings: ArticleReader
    var hints = InputHints()
    /// How many containers it lies in.
    var depth = 0
    /// What the file that it lies in may unpack to.
    let budget: UnpackBudget
    /// For the records of the file itself, not for those of a file in it.
    private(set) var progress: ReadingProgress?

    var path: String { origin.path }
    var defaults: ArticleDefaults { settings.defaults }
    /// The encoding of texts that is known beforehand, as `windows-1252`.
    var encoding: String? { settings.encoding ?? hints.encoding }
    /// The largest document, and the longest line, in bytes.
    var limit: Int { settings.limit }

    init(_ origin: Origin, _ settings: ArticleReader, hints: InputHints = InputHints()) {
        self.origin = origin
        self.settings = settings
        self.hints = hints
        budget = UnpackBudget(settings.unpacking)
        progress = settings.progress
    }

    /// An input inside this one, called `name` in messages after the path of this one.
    func nested(_ name: String, hints: InputHints = InputHints()) -> Input {
        var inner = inside(Origin(path: path + "/" + name), hints)
        inner.progress = nil
        return inner
    }

    /// What this compressed file holds; it goes by the same path, and by the name without the last ending.
    func unpacked() -> Input {
        inside(Origin(path: path, stem: Origin(path: origin.stem).stem), hints)
    }

    private func inside(_ origin: Origin, _ hints: InputHints) -> Input {
        var inner = self
        inner.origin = origin
        inner.hints = hints
        inner.depth = depth + 1
        return inner
    }

    /// Hands every article, problem and notice of the bytes to `body`, whatever format they are in.
    func read(_ stream: inout ByteStream, _ body: (ArticleItem) throws -> Void) rethrows {
        let head = stream.peek()
        if let error = stream.error { return try body(.problem(.unreadable(path, error))) }
        switch kind(of: head) {
        case .empty: try body(.problem(.empty(path)))
        case .binary(let what): try body(.problem(.binary(path, what)))
        case .format(let format) where format.isContainer && depth >= settings.unpacking.depth:
            try body(.problem(.tooDeep(path, limit: settings.unpacking.depth)))
        case .format(let format): try format.reader.read(&stream, self, body)
        }
    }

    /// What the caller says, but for containers; else what the bytes say.
    private func kind(of head: ArraySlice<UInt8>) -> Sniffer.Kind {
        let seen = Sniffer.kind(of: head, hints)
        guard let asked = settings.format, seen != .empty else { return seen }
        if case .format(let format) = seen, format.isContainer { return seen }
        return .format(asked)
    }
}

/// What is known of an input before it is read: the header of a response, the record of a crawl.
struct InputHints: Sendable, Hashable {
    var url: String?
    /// As `text/html`, in lower case, without parameters.
    var mediaType: String?
    /// The encoding that a header names, as `windows-1252`.
    var encoding: String?
}

/// Where an article comes from, for names and messages.
struct Origin: Sendable, Hashable {
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
