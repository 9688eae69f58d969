import Foundation
import GRDB
import Glibc

/// Opens the file of a store, and leaves every other file byte for byte as it was, with nothing beside it.
struct StoreFile {
    let path: String
    let access: StoreAccess
    /// How long a lock of another program is waited for, in seconds.
    let lockTimeout: Double

    /// The steps that a later version takes are not taken yet.
    struct Outdated: Error {}

    /// Opens a store to read it, and changes nothing of it.
    ///
    /// - Parameter whatever: whether it may be of an earlier version.
    /// - Throws: `Outdated`, `StoreError`, `DatabaseError`.
    func openUnchanged(whatever: Bool = false) throws -> any DatabaseWriter {
        if isFolder(path) { throw StoreError.folder(path) }
        let isOld = try look { db in
            try refuseForeign(db)
            return try !Schema.migrator.hasCompletedMigrations(db)
        }
        if isOld, !whatever { throw Outdated() }
        return try openForReading()
    }

    /// - Throws: `StoreError`, `DatabaseError`.
    func open() throws -> any DatabaseWriter {
        if path == ":memory:" {
            let queue = try DatabaseQueue(configuration: configuration)
            try Schema.migrator.migrate(queue)
            return queue
        }
        if isFolder(path) { throw StoreError.folder(path) }
        let hasLog = (fileSize(path + "-wal") ?? 0) > 0
        if hasLog, !isFile(path) { throw StoreError.logAlone(path) }
        if !hasLog, (fileSize(path) ?? 0) == 0 {
            guard access == .write else { throw StoreError.missing(path) }
            try make()
        }
        let isOld = try look { db in
            try refuseForeign(db)
            return try !Schema.migrator.hasCompletedMigrations(db)
        }
        return access == .read && !isOld ? try openForReading() : try openForWriting()
    }

    private var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        // Often, for who writes much pauses only for a moment.
        configuration.busyMode = .callback { [lockTimeout] tries in
            Thread.sleep(forTimeInterval: 0.005)
            return Double(tries) < lockTimeout * 200
        }
        // An `IngestRun` writes several batches in one.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -32768") }
        return configuration
    }

    /// SQLite takes a name that begins so for a URI.
    private var plainPath: String { path.hasPrefix("file:") ? "./" + path : path }

    // MARK: - A look

    /// Reads the file without a trace.
    ///
    /// A connection to a file in WAL mode leaves a log and an index beside it where it may not write, so that a file
    /// without a log is read as one that nobody changes. Where somebody does, in just that moment, it is looked at
    /// again with the log that is there by then.
    private func look<T>(_ body: (Database) throws -> T) throws -> T {
        if (fileSize(path + "-wal") ?? 0) == 0 {
            do { return try unchanging().read(body) } catch { if !isFile(path + "-wal") { throw error } }
        }
        var configuration = configuration
        configuration.readonly = true
        return try DatabaseQueue(path: plainPath, configuration: configuration).read(body)
    }

    private func unchanging() throws -> DatabaseQueue {
        var configuration = configuration
        configuration.readonly = true
        let whole = URL(fileURLWithPath: path).standardizedFileURL.path
        let escaped =
            whole.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.subtracting(["?", "#"])) ?? whole
        return try DatabaseQueue(path: "file://\(escaped)?immutable=1", configuration: configuration)
    }

    /// A database that has tables, but not ours, is left alone, and so is one of a later version.
    private func refuseForeign(_ db: Database) throws {
        let migrator = Schema.migrator
        guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0 > 0 else { return }
        guard try db.tableExists("grdb_migrations"),
            try migrator.appliedIdentifiers(db).contains(migrator.migrations[0])
        else { throw StoreError.notAStore(path) }
        if try migrator.hasBeenSuperseded(db) { throw StoreError.newer(path) }
    }

    // MARK: - Opening

    /// Makes an empty store, which is there as a whole or not at all: one that was made meanwhile by another program
    /// stays, and a kill leaves nothing behind, for the file gets its name when it is whole.
    private func make() throws {
        let file = Glibc.open(folder(of: path), EmptyStore.nameless | O_RDWR, 0o644)
        if file < 0, [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) { return try makeNamed() }
        guard file >= 0 else { throw StoreError.cannotOpen(path, try reason()) }
        defer { close(file) }
        try EmptyStore.write(to: file)
        // An empty file has nothing to lose, and a name for it was asked for.
        if fileSize(path) == 0 { unlink(path) }
        if linkat(AT_FDCWD, "/proc/self/fd/\(file)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 || isFile(path) { return }
        throw StoreError.cannotOpen(path, String(cString: strerror(errno)))
    }

    /// The same on a disk that has no files without a name.
    private func makeNamed() throws {
        let temporary = temporaryPath(beside: path)
        defer { unlink(temporary) }
        let file = Glibc.open(temporary, O_CREAT | O_EXCL | O_RDWR, 0o644)
        guard file >= 0 else { throw StoreError.cannotOpen(path, try reason()) }
        defer { close(file) }
        try EmptyStore.write(to: file)
        do { try place(temporary, at: path, replacing: fileSize(path) == 0) } catch { if !isFile(path) { throw error } }
    }

    /// Why no file can be made here.
    private func reason() throws -> String {
        let folder = folder(of: path)
        if !isFolder(folder) { return "there is no folder '\(folder)': make it first" }
        return Glibc.access(folder, W_OK) == 0 ? "no permission" : notWritable(folder)
    }

    private func notWritable(_ name: String) -> String {
        "'\(name)' may not be written to (\(String(cString: strerror(errno)))): name another file with --db"
    }

    /// The file and its folder, which takes the log.
    private var obstacle: String? {
        for name in [path, folder(of: path)] where Glibc.access(name, W_OK) != 0 { return notWritable(name) }
        return nil
    }

    private func openForWriting() throws -> any DatabaseWriter {
        if let obstacle { throw StoreError.cannotWrite(path, obstacle) }
        let pool = try DatabasePool(path: plainPath, configuration: configuration)
        try migrate(pool)
        return pool
    }

    /// Readers neither wait for a writer nor write themselves; who may not write here reads all the same.
    private func openForReading() throws -> any DatabaseWriter {
        if obstacle == nil { return try DatabaseQueue(path: plainPath, configuration: configuration) }
        if (fileSize(path + "-wal") ?? 0) == 0 { return try unchanging() }
        var configuration = configuration
        configuration.readonly = true
        return try DatabaseQueue(path: plainPath, configuration: configuration)
    }

    /// Where another program takes the same steps at the same time, each of them is done by one of the two.
    private func migrate(_ pool: DatabasePool) throws {
        var done = -1
        while true {
            do { return try Schema.migrator.migrate(pool) } catch {
                let now = try pool.read { try Schema.migrator.completedMigrations($0).count }
                guard now > done else { throw error }
                done = now
            }
        }
    }
}
