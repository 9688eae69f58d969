import ArgumentParser
import Articles
import Figures
import TimeSeries

/// Reads the inputs of a command and hands the articles on in batches; what is bad is told on standard error.
struct ArticlePump {
    private let input: InputOptions
    private let log: InputLog
    private let journal: InputJournal?
    private var batch: [IncomingArticle] = []
    private var batchBytes = 0
    /// Bytes of the inputs before the current one.
    private var bytesBefore = 0
    /// Articles in languages that there are no tables for, by language.
    private var unread: [String: Int] = [:]
    private lazy var fetcher = Fetcher(input.web.options)

    /// Enough that handing a batch on costs nothing beside reading it, little enough to hold several.
    private static let batchLimit = 32
    private static let batchByteLimit = 128 << 10

    /// - Parameters:
    ///   - log: where problems go; one of its own where none is given.
    ///   - journal: remembers what is done, for a command that keeps what it reads.
    init(_ input: InputOptions, log: InputLog? = nil, journal: InputJournal? = nil) throws {
        self.input = input
        self.log = try log ?? InputLog(report: input.reportErrors)
        self.journal = journal
    }

    /// Reads all inputs, or those before a signal to stop; what was read by then is handed on.
    mutating func run(_ body: ([IncomingArticle]) throws -> Void) throws {
        let inputs = expanded()
        do {
            for name in inputs {
                if Fetcher.isAddress(name) { try readAddress(name, body) } else { try readFile(name, body) }
                log.progress.files += 1
                if Interruption.received != nil { throw Stopped() }
            }
        } catch is Stopped {}
        try flush(body)
        log.progress.clear()
        tellUnread()
    }

    /// `3 articles are in languages without tables of words (ar 2, ru 1): no figures are read from them`
    private func tellUnread() {
        guard !unread.isEmpty else { return }
        let count = unread.values.reduce(0, +)
        let list = unread.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        log.tell(
            "\(count) article\(count == 1 ? " is in a language" : "s are in languages") without tables of words "
                + "(\(list.joined(separator: ", "))): no figures are read from \(count == 1 ? "it" : "them")")
    }

    /// The exit code that the inputs ask for.
    func finish() throws { try log.finish() }

    private struct Stopped: Error {}

    private func expanded() -> [String] {
        var inputs: [String] = []
        for path in input.paths {
            switch ArticleReader.inputs(path) {
            case .failure(let problem): log.add(problem)
            case .success(let names): inputs += names
            }
        }
        log.progress.fileTotal = inputs.count
        let sizes = inputs.map { ArticleReader.stamp(ofFile: $0)?.size }
        log.progress.byteTotal = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
        return inputs
    }

    private mutating func readFile(_ name: String, _ body: ([IncomingArticle]) throws -> Void) throws {
        let stamp = ArticleReader.stamp(ofFile: name)
        defer { bytesBefore += stamp?.size ?? 0 }
        let known = try journal?.begin(name, stamp)
        if let known, known.isFinished {
            log.done += known.articles
            log.progress.articles += known.articles
            return
        }
        if let known { log.done += known.articles }
        var reader = input.reader
        let progress = ReadingProgress(skipping: known?.position ?? 0)
        reader.progress = progress
        try reader.read(name) { item in
            log.progress.bytes = bytesBefore + progress.bytes
            try take(item, progress, body)
        }
        journal?.end()
    }

    private mutating func readAddress(_ address: String, _ body: ([IncomingArticle]) throws -> Void) throws {
        switch fetcher.fetch(address, try journal?.validators(address) ?? Validators()) {
        case .failed(let problem), .failedForNow(let problem):
            if Interruption.received == nil { log.add(problem) }
        case .unchanged:
            log.done += 1
            log.tell("\(address): as it was when it was read before")
        case .fetched(let fetched):
            let before = log.problems
            log.progress.bytes += fetched.bytes.count
            try input.reader.read(fetched) { try take($0, nil, body) }
            if log.problems == before { journal?.addFetched(address, fetched.validators) }
        }
    }

    private mutating func take(
        _ item: ArticleItem, _ progress: ReadingProgress?, _ body: ([IncomingArticle]) throws -> Void
    ) throws {
        switch item {
        case .problem(let problem):
            log.add(problem)
            journal?.addProblem()
        case .notice(let notice): log.tell(notice)
        case .article(let article, let path):
            log.done += 1
            log.progress.articles += 1
            if let lang = article.lang, !Extractor.reads(lang) { unread[lang, default: 0] += 1 }
            // The record that this article comes from is not done before the next begins.
            if batch.count >= ArticlePump.batchLimit || batchBytes >= ArticlePump.batchByteLimit {
                try flush(body, at: progress?.records)
            }
            journal?.addArticle()
            batch.append(IncomingArticle(article, path: path))
            batchBytes += article.text.utf8.count
        }
        log.progress.update()
        if Interruption.received != nil {
            try flush(body, at: progress?.records)
            throw Stopped()
        }
    }

    private mutating func flush(_ body: ([IncomingArticle]) throws -> Void, at position: Int? = nil) throws {
        if !batch.isEmpty { try body(batch) }
        batch = []
        batchBytes = 0
        try journal?.save(position: position)
    }
}
