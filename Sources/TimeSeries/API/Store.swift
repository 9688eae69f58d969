public import Figures
import GRDB

/// What is to be done with a store.
public enum StoreAccess: Sendable {
    /// Nothing is changed, and no writer is waited for.
    case read
    case write
}

/// The store: articles and their figures in one SQLite file.
///
///     let store = try Store(path: "sitrep.db")
///     try store.ingest([IncomingArticle(article)], by: stamp) { $0.map(extractor.figures(in:)) }
///     let series = try store.series(filter)
///
/// It owns the connection. Everything that it gives comes in a fixed order. Every error it throws is a `StoreError`.
public final class Store: Sendable {
    public let path: String
    let lexicon: Lexicon
    let database: any DatabaseWriter

    /// Opens the store, or makes it where there is none and it is to be written to.
    ///
    /// - Parameters:
    ///   - path: a file, or `:memory:` for a store that ends with the program.
    ///   - lexicon: tells what the names of places and sources mean.
    ///   - lockTimeout: how long a lock of another program is waited for, in seconds.
    public init(
        path: String, lexicon: Lexicon = .embedded, access: StoreAccess = .write,
        lockTimeout: Double = Store.defaultLockTimeout
    ) throws(StoreError) {
        self.path = path
        self.lexicon = lexicon
        do {
            database = try StoreFile(path: path, access: access, lockTimeout: lockTimeout).open()
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Opens a store that must be there: what reads never makes an empty file.
    public static func existing(
        path: String, lexicon: Lexicon = .embedded, access: StoreAccess = .write,
        lockTimeout: Double = Store.defaultLockTimeout
    ) throws(StoreError) -> Store {
        if isFolder(path) { throw .folder(path) }
        guard isFile(path) else { throw .missing(path) }
        return try Store(path: path, lexicon: lexicon, access: access, lockTimeout: lockTimeout)
    }

    /// In seconds: longer than any step of another program takes.
    public static let defaultLockTimeout = 30.0

    /// The names of the measures, in the order of their table.
    public var measureNames: [String] { lexicon.measures.map(\.name) }

    /// Ends the use of the store: what was stored is on the disk, also where the power fails now, and no log stays beside
    /// the file, where nobody else uses it. Nothing may be asked of the store from then on.
    public func close() {
        checkpoint()
        // The last to close takes the log away, which connections that only read cannot.
        (database as? DatabasePool)?.invalidateReadOnlyConnections()
        try? database.close()
    }

    func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
        do { return try database.read(body) } catch { throw StoreError(error, path: path) }
    }

    func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
        do { return try database.write(body) } catch { throw StoreError(error, path: path) }
    }

    /// Puts what was written into the file itself: a copy of the file alone is whole, though threads that worked with the
    /// store have not let go of it yet.
    ///
    /// Where another program is at it, or the disk is full, what was written stays in the log: nothing is lost.
    public func checkpoint() { _ = try? database.writeWithoutTransaction { try $0.checkpoint(.passive) } }

    /// Like `write`, but the body begins and ends the transaction itself, and may leave it open for the next.
    func writeInParts<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
        do { return try database.writeWithoutTransaction(body) } catch { throw StoreError(error, path: path) }
    }
}
