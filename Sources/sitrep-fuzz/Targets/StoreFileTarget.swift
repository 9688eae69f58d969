import Articles
import Figures
import Foundation
import TestSupport
import TimeSeries

/// A damaged or hostile file in place of a store: a clear error, or answers.
struct StoreFileTarget: FuzzTarget {
    let name = "store-file"
    let about = "a file that is opened as a store"
    let words = [
        "SQLite format 3", "CREATE TABLE", "CREATE VIEW", "figure", "article", "exact", "at_least", "range", "actual",
        "event", "total", "stock", "authority", "2023-11-03", "text", "title", "rejected", "null", "\u{0}", "\u{7F}",
    ]

    var seeds: [[UInt8]] {
        get throws {
            let folder = try TemporaryFolder()
            let path = folder.file("a.db").path
            do {
                let store = try Store(path: path)
                let articles = ReadItems {
                    ArticleReader().read(bytes: RecordSeeds.lines[0], named: "a.jsonl", $0)
                }.articles
                let extractor = Extractor()
                _ = try store.ingest(articles.map { IncomingArticle($0) }, by: ExtractorStamp(lexicon: "0")) {
                    $0.map { extractor.figures(in: $0) }
                }
            }
            return [Array(try Data(contentsOf: URL(fileURLWithPath: path)))]
        }
    }

    func run(_ bytes: [UInt8]) throws { try open(bytes) }

    func check(_ bytes: [UInt8]) throws { try open(bytes) }

    private func open(_ bytes: [UInt8]) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Data(bytes), to: "a.db")
        do {
            let store = try Store.existing(path: file.path)
            try StoreQueries.ask(store)
        } catch let error as StoreError {
            try require(!error.description.isEmpty, "an error without a word")
        }
    }
}
