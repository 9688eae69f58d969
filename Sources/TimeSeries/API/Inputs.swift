import GRDB

/// How far a file was read, by whom.
public struct InputState: Sendable, Hashable {
    /// The whole path.
    public var path: String
    /// Stands for all else that decides what a file gives: the extractor, its tables, the options.
    public var reader: String
    /// In bytes.
    public var size: Int
    /// When the file was last written, in nanoseconds since 1970.
    public var modified: Int
    /// How many records of the file are done, for a kind of file that is read by records.
    public var position = 0
    public var articles = 0
    public var problems = 0
    public var isFinished = false

    public init(path: String, reader: String, size: Int, modified: Int) {
        self.path = path
        self.reader = reader
        self.size = size
        self.modified = modified
    }

    /// Whether this is the same file, read in the same way.
    public func isSameInput(as other: InputState) -> Bool {
        path == other.path && reader == other.reader && size == other.size && modified == other.modified
    }
}

extension Store {
    /// What is known of a file; nil for one that was never read.
    public func inputState(path: String) throws(StoreError) -> InputState? {
        try read { db in
            let row = try Row.fetchOne(db, sql: "SELECT * FROM input WHERE path = ?", arguments: [path])
            return try row.map { row -> InputState in
                var state = try InputState(
                    path: row["path"], reader: row["reader"], size: row["size"], modified: row["modified"])
                state.position = try count("position", row)
                state.articles = try count("articles", row)
                state.problems = try count("problems", row)
                state.isFinished = try row["finished"]
                return state
            }
        }
    }

    /// A count that leaves room to go on counting.
    private func count(_ column: String, _ row: Row) throws -> Int {
        let count: Int = try row[column]
        guard (0...Int.max / 2).contains(count) else { throw UnfitValue(column: column, holds: "the number \(count)") }
        return count
    }

    /// What the server gave with the page when it was last read; nil for one that never was.
    public func download(_ url: String) throws(StoreError) -> Download? {
        try read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT etag, last_modified FROM download WHERE url = ?", arguments: [url])
            return try row.map { try Download(etag: $0["etag"], lastModified: $0["last_modified"]) }
        }
    }
}

extension InputState {
    /// Puts this in the place of what was known of the file.
    func save(_ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO input (path, reader, size, modified, position, articles, problems, finished)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [path, reader, size, modified, position, articles, problems, isFinished])
    }
}

/// The marks that a server puts on a page, to be asked later whether there is a newer one.
public struct Download: Sendable, Hashable {
    public var etag: String?
    public var lastModified: String?

    public init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }

    /// Keeps what the server gave with a page whose articles are written in the same transaction.
    func save(_ url: String, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO download (url, etag, last_modified) VALUES (?, ?, ?)")
            .execute(arguments: [url, etag, lastModified])
    }
}
