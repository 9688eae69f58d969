import Articles
import Figures
import Foundation
import TimeSeries

/// What `make bench` runs: how fast articles become figures and figures go into the store.
///
/// Each step is repeated and its best time is told, with the ratio to counting the words of the same bytes in the
/// same run: machines differ and are noisy, ratios less so.
@main
struct SitrepBench {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "corpus" { return try CorpusCommand.run(Array(arguments.dropFirst())) }
        let paths = arguments.isEmpty ? ["Data/articles"] : Array(arguments)
        let articles = read(paths)
        guard !articles.isEmpty else {
            FileHandle.standardError.write(Data("sitrep-bench: no articles in \(paths.joined(separator: " "))\n".utf8))
            exit(2)
        }
        let repeated = (0..<max(1, 20_000_000 / totalBytes(articles))).flatMap { _ in articles }
        let bytes = totalBytes(repeated)
        print("\(repeated.count) articles, \(bytes / 1_000_000) MB")
        let words = best(of: 5) { repeated.reduce(0) { $0 + wordCount($1.text) } }
        let extractor = Extractor()
        let reading = best(of: 3) { repeated.reduce(0) { $0 + extractor.figures(in: $1).count } }
        let figures = articles.map(extractor.figures(in:))
        let stored = articles.map { IncomingArticle($0) }
        let storing = best(of: 3) {
            let store = try? Store(path: ":memory:")
            let outcomes = try? store?.ingest(stored, by: ExtractorStamp(lexicon: "bench")) { _ in figures }
            return outcomes?.count ?? 0
        }
        report("count the words", words, bytes, words)
        report("articles to figures", reading, bytes, words)
        let rows = figures.reduce(0) { $0 + $1.count }
        print("store: \(Int(Double(rows) / storing)) figures a second (\(rows) figures of \(articles.count) articles)")
    }

    private static func read(_ paths: [String]) -> [Article] {
        var articles: [Article] = []
        for path in paths {
            ArticleReader().read(path) { item in
                if case .article(let article, _) = item { articles.append(article) }
            }
        }
        return articles
    }

    private static func totalBytes(_ articles: [Article]) -> Int {
        articles.reduce(0) { $0 + $1.text.utf8.count }
    }

    /// The least time of several runs, in seconds. The result is kept, so that the work is really done.
    private static func best(of count: Int, _ work: () -> Int) -> Double {
        var least = Double.infinity
        var kept = 0
        for _ in 0..<count {
            let start = ContinuousClock.now
            kept ^= work()
            least = min(least, (ContinuousClock.now - start) / .seconds(1))
        }
        precondition(kept != .min)
        return least
    }

    private static func report(_ name: String, _ seconds: Double, _ bytes: Int, _ words: Double) {
        let speed = (Double(bytes) / seconds / 100_000).rounded() / 10
        let ratio = (seconds / words * 10).rounded() / 10
        print("\(name): \(speed) MB/s, \(ratio) times the time of counting the words")
    }

    private static func wordCount(_ text: String) -> Int {
        var isInWord = false
        var count = 0
        for byte in text.utf8 {
            let isSpace = byte == 32 || (9...13).contains(byte)
            if !isSpace && !isInWord { count += 1 }
            isInWord = !isSpace
        }
        return count
    }
}
