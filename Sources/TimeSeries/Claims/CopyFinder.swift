import Figures
import GRDB

/// Finds the copies of articles as they are written, by an index over the bands of their signatures.
///
/// Two articles are copies where half of their words run alike and they are printed within three days by different
/// publishers, or on one day by the same. A daily bulletin that is filled into the same form each day is no copy of
/// yesterday's. What is tied to one article is tied to all of its copies, in whatever order they are read.
///
/// Which articles belong together is settled in `finish`, once for all that were entered: a page that is in an archive
/// a thousand times is tied once, not a thousand times.
struct CopyFinder {
    private static let leastResemblance = 0.5
    private static let mostDays: Int64 = 3
    /// Of one publisher and day, so many articles stand in the index under one band. Those that come after are found by
    /// these, and a form that a publisher fills in every hour does not make each article a candidate of all others.
    private static let mostInBand = 8
    /// The day of an article without a date; no other day is near it.
    private static let noDay = Int64.min / 2

    private let db: Database
    private let find: RowStatement
    private let findAll: RowStatement
    private let insertBand: RowStatement
    private let insertSignature: RowStatement
    private let fetch: RowStatement
    /// The articles that were looked at.
    private var issues: [Int64: Issue] = [:]
    /// Of an article that heads a group, the one that heads the group which it is now part of.
    private var heads: [Int64: Int64] = [:]

    init(_ db: Database) throws {
        self.db = db
        find = try RowStatement(
            """
            SELECT article FROM band WHERE hash = ?1 AND day BETWEEN ?2 AND ?3
            UNION ALL SELECT article FROM band WHERE hash = ?1 AND day = ?4
            """, db)
        findAll = try RowStatement("SELECT article FROM band WHERE hash = ?", db)
        insertBand = try RowStatement("INSERT INTO band (hash, day, article) VALUES (?, ?, ?)", db)
        insertSignature = try RowStatement("INSERT INTO signature (article, minhash) VALUES (?, ?)", db)
        fetch = try RowStatement(
            """
            SELECT coalesce(copy_of, article.id), publisher, date, minhash
            FROM article JOIN signature ON signature.article = article.id WHERE article.id = ?
            """, db)
    }

    /// An article as far as copies are told by it.
    private struct Issue {
        let group: Int64
        let publisher: String?
        let day: Int64
        let signature: [UInt8]

        func isPrinted(with other: Issue) -> Bool { publisher == other.publisher && day == other.day }

        func isNear(_ other: Issue) -> Bool {
            if day == noDay || other.day == noDay { return true }
            let days = abs(day - other.day)
            return publisher == other.publisher && publisher != nil ? days == 0 : days <= mostDays
        }
    }

    /// Enters an article that was just written.
    ///
    /// - Parameter ties: whether copies of it are looked for; else it is only entered into the index.
    mutating func enter(_ id: Int64, _ article: Article, _ hash: MinHash, ties: Bool = true) throws {
        let own = Issue(
            group: id, publisher: article.publisher, day: article.date.map { Int64($0.dayNumber) } ?? Self.noDay,
            signature: hash.signature)
        issues[id] = own
        insertSignature.bind(id)
        insertSignature.bind(blob: own.signature)
        try insertSignature.run()
        var apart: Set<Int64> = []
        for band in hash.bands {
            let others = try articles(band, own.day)
            var beside = 0
            for other in others {
                guard let issue = try issue(other) else { continue }
                if issue.isPrinted(with: own) { beside += 1 }
                guard ties, head(issue.group) != head(id), !apart.contains(other) else { continue }
                if issue.isNear(own), MinHash.resemblance(own.signature, issue.signature) >= Self.leastResemblance {
                    heads[head(id)] = head(issue.group)
                } else {
                    apart.insert(other)
                }
            }
            guard beside < Self.mostInBand else { continue }
            insertBand.bind(band)
            insertBand.bind(own.day)
            insertBand.bind(id)
            try insertBand.run()
        }
    }

    /// The articles that have a band in common, of the days that copies can be of.
    private func articles(_ band: Int64, _ day: Int64) throws -> [Int64] {
        guard day != Self.noDay else {
            findAll.bind(band)
            return try findAll.rows { try $0.integer(0) }
        }
        find.bind(band)
        find.bind(day - Self.mostDays)
        find.bind(day + Self.mostDays)
        find.bind(Self.noDay)
        return try find.rows { try $0.integer(0) }
    }

    /// Nil for an article that is no longer there.
    private mutating func issue(_ id: Int64) throws -> Issue? {
        if let issue = issues[id] { return issue }
        fetch.bind(id)
        let issue = try fetch.rows { row in
            try Issue(
                group: row.integer(0), publisher: row.optionalText(1),
                day: row.optionalText(2).flatMap { CalendarDate($0) }.map { Int64($0.dayNumber) } ?? Self.noDay,
                signature: row.blob(3))
        }.first
        issues[id] = issue
        return issue
    }

    private mutating func head(_ id: Int64) -> Int64 {
        var head = id
        while let next = heads[head] { head = next }
        // Ways that were gone are short the next time.
        if head != id { heads[id] = head }
        return head
    }

    /// Makes groups of the articles that belong together, and ties their figures.
    mutating func finish() throws {
        let joined = Dictionary(grouping: heads.keys) { id in
            var head = id
            while let next = heads[head] { head = next }
            return head
        }
        for (head, others) in joined.sorted(by: { $0.key < $1.key }) { try Copies.join([head] + others, db) }
        heads = [:]
        issues = [:]
    }
}
