import ArgumentParser
import Figures
import Foundation
import TimeSeries

/// Puts articles into the store and counts what becomes of them; `ingest` and `watch` work through it.
///
/// Several threads read ahead what one writes, in the order of the inputs: the store is the same with any number of
/// them.
final class IngestSession {
    private let store: StoreOptions
    private let lexicon: Lexicon
    private let extractor: Extractor
    private let jobs: Int
    let stamp: ExtractorStamp
    let log: InputLog
    var tally = Tally()
    /// Opened with the first article: a mistyped path leaves no empty store behind.
    private(set) var opened: Store?
    private var pipeline: Pipeline?

    init(_ store: StoreOptions, _ data: DataOptions, jobs: Int, log: InputLog) throws {
        self.store = store
        lexicon = try data.lexicon()
        extractor = Extractor(lexicon: lexicon)
        self.jobs = jobs
        stamp = ExtractorStamp(lexicon: try data.tables().fingerprint)
        self.log = log
    }

    /// The store, if there is one by now.
    var existing: Store? {
        get throws {
            if opened == nil, FileManager.default.fileExists(atPath: store.path) { opened = try store.opened(lexicon) }
            return opened
        }
    }

    /// Takes articles on. They are in the store when `commit` has returned, mostly sooner.
    func put(_ articles: [IncomingArticle]) throws { try submit(Batch(articles: articles)) }

    /// Says how far files are read, and which pages are, with all articles that were put before.
    func put(inputs: [InputState], downloads: [(url: String, download: Download)]) throws {
        if inputs.isEmpty, downloads.isEmpty { return }
        try submit(Batch(inputs: inputs, downloads: downloads))
    }

    /// Ends when all that was put is in the store.
    func commit() throws {
        guard let pipeline else { return }
        try pipeline.workers.finish()
        try pipeline.run.commit()
        opened?.checkpoint()
        self.pipeline = nil
    }

    /// Articles, or what is to be said of the inputs after the articles before.
    private struct Batch: Sendable {
        var articles: [IncomingArticle] = []
        var inputs: [InputState] = []
        var downloads: [(url: String, download: Download)] = []
    }

    private typealias Prepared = (batch: Batch, articles: Result<[PreparedArticle], StoreError>)

    private struct Pipeline {
        let run: IngestRun
        let workers: BatchWorkers<Batch, Prepared>
    }

    private func submit(_ batch: Batch) throws {
        let pipeline = try pipeline ?? begin()
        self.pipeline = pipeline
        do { try pipeline.workers.submit(batch) } catch {
            pipeline.workers.close()
            throw error
        }
    }

    private func begin() throws -> Pipeline {
        let store = try opened ?? store.opened(lexicon)
        opened = store
        let run = IngestRun(store, by: stamp)
        let workers = BatchWorkers(jobs: jobs) { [extractor, stamp] (batch: Batch) -> Prepared in
            let articles = Result { () throws(StoreError) in
                try store.prepare(batch.articles, by: stamp) { $0.map(extractor.figures(in:)) }
            }
            return (batch, articles)
        } emit: { [unowned self] prepared in
            tally.add(
                try run.write(
                    prepared.articles.get(), inputs: prepared.batch.inputs, downloads: prepared.batch.downloads))
            log.progress.figures = tally.figures
        }
        return Pipeline(run: run, workers: workers)
    }

    /// Runs the work; where the store fails half-way, says what was done by then, for that is kept.
    func run(_ work: () throws -> Void) throws {
        do { try work() } catch let error as StoreError {
            if let pipeline { tally.remove(pipeline.run.takenBack) }
            close()
            guard tally.stored > 0 else { throw error }
            log.tell(error)
            summarise()
            throw ExitCode.someFailed
        }
    }

    /// Ends the use of the store; before anything is said to be stored, for it is on the disk then.
    func close() { opened?.close() }

    /// Says what was done, on standard error.
    func summarise() {
        let failed = log.problems > 0 ? "; \(log.problems) problem\(log.problems == 1 ? "" : "s")" : ""
        if opened != nil { log.tell("\(store.path): \(tally)\(failed)") }
        if Interruption.received != nil { log.tell("stopped: the same command goes on from here") }
    }

    /// What became of the articles.
    struct Tally: CustomStringConvertible {
        private var added = 0
        private var reread = 0
        private var unchanged = 0
        private(set) var figures = 0
        /// Articles that were written.
        var stored: Int { added + reread }

        mutating func add(_ outcomes: [IngestOutcome]) {
            for outcome in outcomes {
                switch outcome {
                case .added(let count):
                    added += 1
                    figures += count
                case .reread(let count):
                    reread += 1
                    figures += count
                case .unchanged: unchanged += 1
                }
            }
        }

        /// What was not kept after all.
        mutating func remove(_ outcomes: [IngestOutcome]) {
            for outcome in outcomes {
                switch outcome {
                case .added(let count):
                    added -= 1
                    figures -= count
                case .reread(let count):
                    reread -= 1
                    figures -= count
                case .unchanged: break
                }
            }
        }

        /// Articles of inputs that were not opened, for they are done.
        mutating func addKnown(_ count: Int) { unchanged += count }

        /// `62 articles added with 431 figures, 3 read before`
        var description: String {
            var text = "\(added) article\(added == 1 ? "" : "s") added"
            if reread > 0 { text += ", \(reread) read anew" }
            text += " with \(figures) figure\(figures == 1 ? "" : "s")"
            return unchanged > 0 ? text + ", \(unchanged) read before" : text
        }
    }
}
