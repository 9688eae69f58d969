import Dispatch
import Figures

/// Articles to one extractor by several threads: the figures are those that one thread finds.
struct JobsTarget: FuzzTarget {
    let name = "jobs"
    let about = "articles set apart by empty lines, read by one, two and three threads"
    let words = TextSeeds.words + ["\n\n"]

    private static let extractor = Extractor()

    var seeds: [[UInt8]] { TextSeeds.articles }

    func run(_ bytes: [UInt8]) {
        for article in articles(bytes) { _ = JobsTarget.extractor.figures(in: article) }
    }

    func check(_ bytes: [UInt8]) throws {
        let articles = articles(bytes)
        let alone = articles.map { JobsTarget.extractor.figures(in: $0) }
        for jobs in [2, 3] {
            try require(together(articles, jobs) == alone, "\(jobs) threads find other figures than one")
        }
    }

    private func articles(_ bytes: [UInt8]) -> [Article] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n\n").prefix(64).enumerated().map {
            Article(id: String($0.offset), date: CalendarDate("2023-11-03"), text: String($0.element))
        }
    }

    private func together(_ articles: [Article], _ jobs: Int) -> [[Figure]] {
        let results = Results(count: articles.count)
        DispatchQueue.concurrentPerform(iterations: jobs) { job in
            for index in stride(from: job, to: articles.count, by: jobs) {
                results.set(index, JobsTarget.extractor.figures(in: articles[index]))
            }
        }
        return results.lists
    }

    /// Written by several threads, read when all are done.
    private final class Results: @unchecked Sendable {
        private let queue = DispatchQueue(label: "results")
        private(set) var lists: [[Figure]]

        init(count: Int) { lists = Array(repeating: [], count: count) }

        func set(_ index: Int, _ figures: [Figure]) { queue.sync { lists[index] = figures } }
    }
}
