import Figures
import Foundation
import TimeSeries

/// Puts articles into the store and counts what becomes of them; `ingest` and `watch` work through it.
final class IngestSession {
    private let path: String
    private let lexicon: Lexicon
    private let extractor: Extractor
    let stamp: ExtractorStamp
    let log: InputLog
    var tally = Tally()
    /// Opened with the first article: a mistyped path leaves no empty store behind.
    private(set) var opened: Store?

    init(_ store: StoreOptions, _ data: DataOptions, log: InputLog) throws {
        path = store.path
        lexicon = try data.lexicon()
        extractor = Extractor(lexicon: lexicon)
        stamp = ExtractorStamp(lexicon: try data.tables().fingerprint)
        self.log = log
    }

    /// The store, if there is one by now.
    var existing: Store? {
        get throws {
            if opened == nil, FileManager.default.fileExists(atPath: path) {
                opened = try Store(path: path, lexicon: lexicon)
            }
            return opened
        }
    }

    func put(_ batch: [IncomingArticle]) throws {
        let store = try opened ?? Store(path: path, lexicon: lexicon)
        opened = store
        tally.add(try store.ingest(batch, by: stamp) { extractor.figures(inAll: $0) })
        log.progress.figures = tally.figures
    }

    /// Says what was done, on standard error.
    func summarise() {
        let failed = log.problems > 0 ? "; \(log.problems) problem\(log.problems == 1 ? "" : "s")" : ""
        if opened != nil { log.tell("\(path): \(tally)\(failed)") }
        if Interruption.received != nil { log.tell("stopped: the same command goes on from here") }
    }

    /// What became of the articles.
    struct Tally: CustomStringConvertible {
        private var added = 0
        private var reread = 0
        private var unchanged = 0
        private(set) var figures = 0

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
