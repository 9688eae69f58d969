import Figures
import Foundation

extension ArticleReader {
    /// The single inputs that a name stands for, to be read one after the other: a folder's files, those that a pattern
    /// with `*`, `?` or `[…]` matches where no file has that very name, the file itself, `-` and an address as they are.
    public static func inputs(_ name: String) -> Result<[String], InputProblem> {
        if name == "-" || Fetcher.isAddress(name) { return .success([name]) }
        switch FileKind(name) {
        case .file: return .success([name])
        case .folder: return files(ofFolder: name)
        case .other: return .failure(.notAFile(name))
        case .missing: return matching(name)
        }
    }

    private static func files(ofFolder path: String) -> Result<[String], InputProblem> {
        guard let files = Folder(path: path).articleFiles() else { return .failure(.unreadable(path, "no permission")) }
        return files.isEmpty ? .failure(.noArticles(path)) : .success(files)
    }

    private static func matching(_ pattern: String) -> Result<[String], InputProblem> {
        guard pattern.contains(where: { "*?[".contains($0) }) else { return .failure(.missing(pattern)) }
        var matches = glob_t()
        defer { globfree(&matches) }
        guard glob(pattern, 0, nil, &matches) == 0 else { return .failure(.missing(pattern)) }
        let names = (0..<Int(matches.gl_pathc)).compactMap { matches.gl_pathv[$0].map { String(cString: $0) } }
        var files: [String] = []
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            // A folder that matches gives its files; one without any is passed over, for the pattern did not name it.
            if case .folder = FileKind(name) {
                files += Folder(path: name).articleFiles() ?? []
            } else {
                files.append(name)
            }
        }
        return .success(files)
    }

    /// The size of a file and when it was last written, in nanoseconds since 1970; nil for what is no file.
    public static func stamp(ofFile path: String) -> (size: Int, modified: Int)? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return (Int(status.st_size), status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
    }

    /// Hands every article, problem and notice of an answer to `body`, as `read` does for a file.
    public func read(_ fetched: Fetched, _ body: (ArticleItem) throws -> Void) rethrows {
        let hints = InputHints(url: fetched.url, mediaType: fetched.mediaType, encoding: fetched.encoding)
        let input = Input(Origin(path: fetched.url), self, hints: hints)
        input.budget.read(fetched.bytes.count)
        var stream = ByteStream(bytes: fetched.bytes)
        try input.read(&stream) { item in
            guard case .article(var article, let path) = item, article.url == nil else { return try body(item) }
            article.url = fetched.url
            try body(.article(article, path: path))
        }
    }
}
