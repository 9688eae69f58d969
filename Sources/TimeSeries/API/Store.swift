public import Figures
import Foundation
import GRDB

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
    private let database: any DatabaseWriter

    /// Opens the store, or makes it where there is none.
    ///
    /// - Parameters:
    ///   - path: a file, or `:memory:` for a store that ends with the program.
    ///   - lexicon: tells what the names of places and sources mean.
    public init(path: String, lexicon: Lexicon = .embedded) throws(StoreError) {
        self.path = path
        self.lexicon = lexicon
        do {
            database = try Store.open(path)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Opens a store that must be there: what reads never makes an empty file.
    public static func existing(path: String, lexicon: Lexicon = .embedded) throws(StoreError) -> Store {
        guard isFile(path) else { throw .missing(path) }
        return try Store(path: path, lexicon: lexicon)
    }

    /// The names of the measures, in the order of their table.
    public var measureNames: [String] { lexicon.measures.map(\.name) }

    private static func open(_ path: String) throws -> any DatabaseWriter {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        // Often, for who writes much pauses only for a moment.
        configuration.busyMode = .callback { tries in
            Thread.sleep(forTimeInterval: 0.005)
            return tries < 1000
        }
        // An `IngestRun` writes several batches in one.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -32768") }
        // A file of another program is looked at without being touched: the pool would turn it to WAL.
        if isFile(path) {
            var readOnly = configuration
            readOnly.readonly = true
            try DatabaseQueue(path: path, configuration: readOnly).read { try refuseForeign($0, path) }
        }
        let database: any DatabaseWriter =
            path == ":memory:"
            ? try DatabaseQueue(configuration: configuration)
            : try DatabasePool(path: path, configuration: configuration)
        try Schema.migrator.migrate(database)
        return database
    }

    /// A database that has tables, but not ours, is left alone.
    private static func refuseForeign(_ db: Database, _ path: String) throws {
        let migrator = Schema.migrator
        if try db.tableExists("grdb_migrations") {
            if try migrator.hasBeenSuperseded(db) { throw StoreError.newer(path) }
        } else if try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0 > 0 {
            throw StoreError.notAStore(path)
        }
    }

    func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
        do { return try database.read(body) } catch { throw StoreError(error, path: path) }
    }

    func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
        do { return try database.write(body) } catch { throw StoreError(error, path: path) }
    }

    /// Puts what was written into the file itself: a copy of the file alone is whole, though threads that worked with the
    /// store have not let go of it yet.
    public func checkpoint() throws(StoreError) {
        try writeInParts { _ = try $0.checkpoint(.passive) }
    }

    /// Like `write`, but the body begins and ends the transaction itself, and may leave it open for the next.
    func writeInParts<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
        do { return try database.writeWithoutTransaction(body) } catch { throw StoreError(error, path: path) }
    }
}
