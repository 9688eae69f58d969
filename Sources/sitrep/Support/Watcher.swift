import Articles
import Figures
import Foundation
import TimeSeries

/// Reads what is new of feeds and pages into the store, one address after the other.
final class Watcher {
    private let session: IngestSession
    private let fetcher: Fetcher
    private let follows: Bool
    /// Read, not yet in the store.
    private var batch: [IncomingArticle] = []
    private var downloads: [(url: String, download: Download)] = []

    init(_ session: IngestSession, fetcher: Fetcher, follows: Bool) {
        self.session = session
        self.fetcher = fetcher
        self.follows = follows
    }

    func pass(over addresses: [WatchedAddress]) throws {
        session.log.progress.fileTotal = addresses.count
        session.log.progress.files = 0
        for address in addresses {
            try read(address)
            try save()
            session.log.progress.files += 1
            session.log.progress.update()
            if Interruption.received != nil { return }
        }
    }

    private func save() throws {
        if !batch.isEmpty { try session.put(batch) }
        if session.opened != nil { try session.put(inputs: [], downloads: downloads) }
        try session.commit()
        batch = []
        downloads = []
    }

    private func read(_ address: WatchedAddress) throws {
        let known = try session.existing?.download(address.url)
        switch fetcher.fetch(address.url, Validators(known)) {
        case .failed(let problem), .failedForNow(let problem): fail(problem)
        case .unchanged: session.log.done += 1
        case .fetched(let fetched):
            session.log.progress.bytes += fetched.bytes.count
            let defaults = ArticleDefaults(publisher: address.publisher)
            let isWhole =
                fetched.isFeed && follows
                ? try follow(articles(fetched, defaults, isQuiet: true), address)
                : take(articles(fetched, defaults))
            // A feed whose pages could not all be had is asked for again.
            if isWhole { downloads.append((address.url, Download(fetched.validators))) }
        }
    }

    private func fail(_ problem: InputProblem) {
        if Interruption.received == nil { session.log.add(problem) }
    }

    /// - Parameter isQuiet: the articles are not kept as they are, so what is amiss with them need not be known.
    private func articles(_ fetched: Fetched, _ defaults: ArticleDefaults, isQuiet: Bool = false) -> [Article] {
        var articles: [Article] = []
        ArticleReader(defaults: defaults).read(fetched) { item in
            switch item {
            case .article(let article, _): articles.append(article)
            case .problem(let problem): fail(problem)
            case .notice(let notice): if !isQuiet { session.log.tell(notice) }
            }
        }
        return articles
    }

    private func take(_ articles: [Article]) -> Bool {
        batch += articles.map { IncomingArticle($0, path: $0.url) }
        session.log.done += articles.count
        session.log.progress.articles += articles.count
        return true
    }

    /// Reads the pages that entries lead to, those that were not read before.
    ///
    /// - Returns: whether all could be had, or never will be.
    private func follow(_ entries: [Article], _ feed: WatchedAddress) throws -> Bool {
        session.log.done += 1
        var isWhole = true
        for entry in entries {
            if Interruption.received != nil { return false }
            guard let url = entry.url, Fetcher.isAddress(url), url != feed.url else {
                _ = take([entry])
                continue
            }
            if try session.existing?.download(url) != nil || downloads.contains(where: { $0.url == url }) { continue }
            switch fetcher.fetch(url) {
            case .unchanged: break
            case .failed(let problem):
                // What the feed has of it is better than nothing.
                session.log.tell("\(problem); the words of the feed are taken instead")
                _ = take([entry])
                downloads.append((url, Download()))
            case .failedForNow(let problem):
                fail(problem)
                isWhole = false
            case .fetched(let fetched):
                session.log.progress.bytes += fetched.bytes.count
                let defaults = ArticleDefaults(publisher: entry.publisher ?? feed.publisher, date: entry.date, url: url)
                _ = take(articles(fetched, defaults))
                downloads.append((url, Download(fetched.validators)))
            }
            session.log.progress.update()
        }
        return isWhole
    }
}

extension Validators {
    init(_ download: Download?) { self.init(etag: download?.etag, lastModified: download?.lastModified) }
}

extension Download {
    init(_ validators: Validators) { self.init(etag: validators.etag, lastModified: validators.lastModified) }
}
