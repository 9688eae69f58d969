import Articles
import Figures
import Foundation

/// `sitrep-bench work FILE`: reads the articles of a file and makes their figures, in one thread and without output, so
/// that a profiler sees nothing else.
enum WorkCommand {
    static func run(_ arguments: [String]) throws {
        guard let path = arguments.first else { stop("work wants a file of articles") }
        let extractor = Extractor()
        var lines: [UInt8] = []
        var count = 0
        ArticleReader(limit: 1 << 30).read(path) { item in
            guard case .article(let article, _) = item else { return }
            lines.removeAll(keepingCapacity: true)
            for figure in extractor.figures(in: article) {
                figure.writeJSON(to: &lines)
                count += 1
            }
        }
        print("\(count) figures")
    }
}
