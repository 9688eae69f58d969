import CSQLite
import Dispatch
import Figures
import Foundation
import GRDB

/// One run of an extractor that writes into the store: many batches to a transaction, one row in `run`.
///
///     let run = IngestRun(store, by: stamp)
///     for batch in batches { try run.write(store.prepare(batch, by: stamp, figures: extractor.figures)) }
///     try run.commit()
///
/// What was written holds from `commit` on. The run commits by itself, too: every few megabytes and seconds, and when
/// nothing more comes for a moment, so that nobody waits for a run that waits for its input. The inputs that are said to
/// be done are written in the same transactions as their articles: the store never says more than it has.
public final class IngestRun: @unchecked Sendable {
    private let store: Store
    private let stamp: ExtractorStamp
    // All below is under the lock: what commits an idle run is another thread.
    private let lock = NSLock()
    /// The row in `run`, from the first article on that is written.
    private var id: Int64?
    /// Of the transaction that is open; nil for none, and for one without articles.
    private var writer: FigureWriter?
    private var isOpen = false
    private var began = ContinuousClock.now
    private var lastWritten = ContinuousClock.now
    private var bytes = 0
    /// What became of the articles of the transaction that is open.
    private var pending: [IngestOutcome] = []
    private var lost: [IngestOutcome] = []
    /// Why an idle run could not be committed; thrown by the next call.
    private var failure: StoreError?
    private let timer = DispatchSource.makeTimerSource(queue: .global())

    /// A page of an index that many articles touch is written once for each transaction.
    private static let mostBytes = 16 << 20
    /// Others wait as long, and at most so much is lost when the machine stops.
    private static let longest = Duration.seconds(2)
    private static let idle = Duration.milliseconds(200)

    public init(_ store: Store, by stamp: ExtractorStamp) {
        self.store = store
        self.stamp = stamp
        timer.setEventHandler { [weak self] in self?.commitIfIdle() }
        timer.schedule(deadline: .now() + 0.2, repeating: 0.2)
        timer.activate()
    }

    deinit {
        timer.cancel()
        rollback()
    }

    /// Writes articles in their order.
    ///
    /// - Parameters:
    ///   - inputs: how far the files are read with these articles and all before them.
    ///   - downloads: pages of the web that are stored with these articles.
    /// - Returns: what became of each article.
    /// - Throws: `StoreError`; what was written since the last commit is taken back.
    @discardableResult
    public func write(
        _ articles: [PreparedArticle], inputs: [InputState] = [], downloads: [(url: String, download: Download)] = []
    ) throws(StoreError) -> [IngestOutcome] {
        lock.lock()
        defer { lock.unlock() }
        if let failure { throw failure }
        let isNew = articles.contains { $0.figures != nil }
        guard isNew || !inputs.isEmpty || !downloads.isEmpty else { return articles.map { _ in .unchanged } }
        do {
            let outcomes = try store.writeInParts { db in
                try begin(db, isNew: isNew)
                for input in inputs { try input.save(db) }
                for page in downloads { try page.download.save(page.url, db) }
                return try articles.map { try writer?.write($0, by: stamp) ?? .unchanged }
            }
            lastWritten = .now
            bytes += articles.reduce(0) { $0 + $1.incoming.article.text.utf8.count }
            if bytes > Self.mostBytes || lastWritten - began > Self.longest {
                try end()
                // Who waits asks every few milliseconds whether it is his turn.
                Thread.sleep(forTimeInterval: 0.01)
            } else {
                pending += outcomes
            }
            return outcomes
        } catch {
            rollback()
            throw error
        }
    }

    /// Ends the transaction: what was written is in the store, whatever happens now.
    public func commit() throws(StoreError) {
        lock.lock()
        defer { lock.unlock() }
        if let failure { throw failure }
        try end()
    }

    private func commitIfIdle() {
        // A run that writes is not idle.
        guard lock.try() else { return }
        defer { lock.unlock() }
        guard isOpen, ContinuousClock.now - lastWritten > Self.idle else { return }
        do { try end() } catch { failure = error }
    }

    private func begin(_ db: Database, isNew: Bool) throws {
        if !isOpen {
            try db.beginTransaction(.immediate)
            isOpen = true
            began = .now
        }
        guard isNew, writer == nil else { return }
        if id == nil {
            try db.execute(
                sql: "INSERT INTO run (extractor, lexicon, articles, figures) VALUES (?, ?, 0, 0)",
                arguments: [stamp.version, stamp.lexicon])
            id = db.lastInsertedRowID
        }
        // For as long as the transaction: nobody else can write meanwhile, and what the writer does itself is told there.
        sitrep_set_triggers(db.sqliteConnection, 0)
        writer = try FigureWriter(db, store.lexicon, run: id ?? 0)
    }

    private func end() throws(StoreError) {
        guard isOpen else { return }
        do {
            try store.writeInParts { db in
                if var writer {
                    try writer.finish()
                    try db.execute(
                        sql: "UPDATE run SET articles = articles + ?, figures = figures + ? WHERE id = ?",
                        arguments: [writer.articleCount, writer.figureCount, id])
                }
                // Its statements end before the transaction does.
                writer = nil
                sitrep_set_triggers(db.sqliteConnection, 1)
                try db.commit()
            }
        } catch {
            rollback()
            throw error
        }
        pending = []
        isOpen = false
        bytes = 0
    }

    /// What `write` said of articles that are not in the store after all, because of an error.
    public var takenBack: [IngestOutcome] { lock.withLock { lost } }

    private func rollback() {
        lost += pending
        pending = []
        writer = nil
        id = nil
        bytes = 0
        guard isOpen else { return }
        isOpen = false
        try? store.writeInParts { db in
            sitrep_set_triggers(db.sqliteConnection, 1)
            if db.isInsideTransaction { try db.rollback() }
        }
    }
}
