import Figures
import Foundation
import GRDB
import TestSupport
import Testing

@testable import TimeSeries

/// Stores that earlier versions wrote go on.
@Suite struct MigrationTests {
    /// A store as version 2 of the schema had it: the tables of today without what step 3 brought.
    private func earlier(_ folder: borrowing TemporaryFolder) throws -> String {
        let path = folder.file("old.db").path
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: "2 views")
        try queue.write { db in
            try db.execute(sql: "INSERT INTO run (extractor, lexicon, articles, figures) VALUES ('1', 'a', 2, 2)")
            for (id, publisher) in [(1, "Harbour Wire"), (2, "Eastgate Daily")] {
                try db.execute(
                    sql: """
                        INSERT INTO article (id, sha256, doc, publisher, date, text, run) VALUES (?, ?, ?, ?, ?, ?, 1)
                        """,
                    arguments: [
                        id, String(repeating: String(id), count: 64), "a\(id)", publisher, "2023-11-0\(3 + id)",
                        ClaimTests.wire(9061),
                    ])
                try db.execute(
                    sql: """
                        INSERT INTO figure (article, field, start, "end", number, quote, quote_start, measure, term,
                          value, low, high, qualifier, unit, population, population_key, reported, day, period, status,
                          confidence, rule, extractor)
                        VALUES (?, 'text', 0, 4, '9061', '9061 dead.', 0, 'deaths', 'dead', 9061, 9061, 9061, 'exact',
                          'person', '', '', ?, ?, 'total', 'actual', 0.9, 'r', '1')
                        """, arguments: [id, "2023-11-0\(3 + id)", "2023-11-0\(3 + id)"])
            }
        }
        try queue.close()
        return path
    }

    @Test func tiesTheArticlesThatAreThere() throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: earlier(folder))
        #expect(try store.articles().map(\.copyOf) == [nil, 1])
        #expect(try store.figures().map(\.articleCount) == [2, 2])
        #expect(try store.figures().map(\.isCopy) == [false, true])
        #expect(try store.series().map(\.points.count) == [1])
        #expect(try store.integrityProblems().isEmpty)
    }

    /// Signatures are made anew; what was tied, and what was not, stays.
    @Test func keepsTheCopiesThatAreKnown() throws {
        let folder = try TemporaryFolder()
        let path = try earlier(folder)
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: "inputs and downloads")
        try queue.write { try $0.execute(sql: "INSERT INTO signature (article, minhash) VALUES (1, x'00')") }
        try queue.close()
        let store = try Store(path: path)
        #expect(try store.articles().map(\.copyOf) == [nil, nil])
        #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM signature") } == 2)
    }

    @Test func findsTheWordsOfTheArticlesThatAreThere() throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: earlier(folder))
        let found = try store.read {
            try Int.fetchAll($0, sql: "SELECT rowid FROM article_text WHERE article_text MATCH 'ambulances'")
        }
        #expect(found.sorted() == [1, 2])
    }
}
