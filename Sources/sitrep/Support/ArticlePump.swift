import ArgumentParser
import Articles
import Dispatch
import Figures
import Foundation
import TimeSeries

/// Reads the inputs of a command and hands the articles on in batches; what is bad is told on standard error.
struct ArticlePump {
    private let input: InputOptions
    private(set) var articleCount = 0
    private(set) var problemCount = 0
    /// Articles in languages that there are no tables for, by language.
    private var unread: [String: Int] = [:]

    /// Enough that handing a batch on costs nothing beside reading it, little enough to hold several.
    private static let batchSize = 32
    private static let batchBytes = 128 << 10

    init(_ input: InputOptions) { self.input = input }

    mutating func run(_ body: ([IncomingArticle]) throws -> Void) throws {
        var batch: [IncomingArticle] = []
        var bytes = 0
        for path in input.paths {
            try input.reader.read(path) { item in
                switch item {
                case .problem(let problem):
                    problemCount += 1
                    Console.note(problem)
                case .notice(let notice): Console.note(notice)
                case .article(let article, let path):
                    articleCount += 1
                    if let lang = article.lang, !Extractor.reads(lang) { unread[lang, default: 0] += 1 }
                    batch.append(IncomingArticle(article, path: path))
                    bytes += article.text.utf8.count
                    guard batch.count >= ArticlePump.batchSize || bytes >= ArticlePump.batchBytes else { return }
                    try body(batch)
                    batch = []
                    bytes = 0
                }
            }
        }
        if !batch.isEmpty { try body(batch) }
        tellUnread()
    }

    /// `3 articles are in languages without tables of words (ar 2, ru 1): no figures are read from them`
    private func tellUnread() {
        guard !unread.isEmpty else { return }
        let count = unread.values.reduce(0, +)
        let list = unread.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        Console.note(
            "\(count) article\(count == 1 ? " is in a language" : "s are in languages") without tables of words "
                + "(\(list.joined(separator: ", "))): no figures are read from \(count == 1 ? "it" : "them")")
    }

    /// The exit code that the inputs ask for.
    func finish() throws {
        guard problemCount > 0 else { return }
        throw articleCount > 0 ? ExitCode.someFailed : .nothingDone
    }
}

extension Extractor {
    /// The figures of each article, worked out on all cores, in the order of the articles.
    func figures(inAll articles: [Article]) -> [[Figure]] {
        let results = ResultSlots(count: articles.count)
        DispatchQueue.concurrentPerform(iterations: articles.count) { index in
            results.set(figures(in: articles[index]), at: index)
        }
        return results.values
    }
}

/// A place for each result, filled by several threads.
private final class ResultSlots: @unchecked Sendable {
    // Every access is under the lock.
    private var slots: [[Figure]]
    private let lock = NSLock()

    init(count: Int) { slots = Array(repeating: [], count: count) }

    func set(_ figures: [Figure], at index: Int) { lock.withLock { slots[index] = figures } }

    var values: [[Figure]] { lock.withLock { slots } }
}
