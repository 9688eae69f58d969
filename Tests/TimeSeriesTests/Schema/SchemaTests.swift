import Figures
import Foundation
import GRDB
import TestSupport
import Testing

@testable import TimeSeries

/// The invariants hold for every program that writes to the file.
@Suite struct SchemaTests {
    private let store: Store

    init() throws { store = try Store.holding(Printing("a", .sample(9061), .sample(9, by: .medics))) }

    private func execute(_ sql: String) throws(StoreError) { try store.write { try $0.execute(sql: sql) } }

    @Test(arguments: [
        "UPDATE figure SET qualifier = 'roughly'", "UPDATE figure SET period = 'week'", "UPDATE figure SET status = ''",
        "UPDATE figure SET field = 'body'", "UPDATE figure SET start = -1", "UPDATE figure SET \"end\" = start",
        "UPDATE figure SET quote_start = start + 1", "UPDATE figure SET low = 2, high = 1",
        "UPDATE figure SET relation = 'subset_of'", "UPDATE figure SET relation_start = 3",
        "UPDATE figure SET relation = 'part_of', relation_start = 3", "UPDATE figure SET confidence = 1.5",
        "UPDATE figure SET confidence = -0.1", "UPDATE figure SET value = NULL", "UPDATE figure SET value = 'many'",
        "UPDATE figure SET article = 99", "UPDATE figure SET place = 99", "UPDATE figure SET source = 99",
        "UPDATE figure SET start = 3, \"end\" = 4, quote_start = 0", "UPDATE article SET sha256 = 'abc'",
        "UPDATE article SET date = '3 May 2023'", "UPDATE article SET text = NULL", "UPDATE article SET run = 99",
        "UPDATE source SET kind = 'rumour'", "UPDATE source SET key = 'moh-gaza'", "UPDATE place SET parent = 99",
        "DELETE FROM run", "DELETE FROM place", "DELETE FROM source",
        "INSERT INTO alias (source, text) SELECT source, text FROM alias",
        "INSERT INTO alias (source, text) VALUES (99, 'a')",
        "INSERT INTO review (sha256, field, start, measure, verdict, reviewer, why) VALUES ('', 'text', 0, '', 'maybe', '', '')",
        "INSERT INTO review (sha256, field, start, measure, verdict, reviewer) VALUES ('', 'text', 0, '', 'accept', '')",
    ])
    func refuses(_ sql: String) throws {
        let before = try store.figures()
        #expect(throws: StoreError.self) { try execute(sql) }
        #expect(try store.figures() == before)
        #expect(try store.integrityProblems().isEmpty)
    }

    @Test func takesTheFiguresAwayWithTheirArticle() throws {
        try execute("DELETE FROM article")
        #expect(try store.figures().isEmpty)
    }

    private func review() throws {
        try execute(
            """
            INSERT INTO review (sha256, field, start, measure, verdict, key, was, becomes, reviewer, why)
            VALUES ('0', 'text', 3, 'deaths', 'set', 'value', '9061', '9062', 'ada', 'misprint')
            """)
    }

    @Test(arguments: [
        "UPDATE review SET why = 'other'", "UPDATE OR REPLACE review SET id = 7", "DELETE FROM review",
        "DELETE FROM review WHERE id = 1",
    ])
    func keepsReviews(_ sql: String) throws {
        try review()
        #expect(throws: StoreError.failed(":memory:", message(sql))) { try execute(sql) }
        #expect(try store.read { try String.fetchOne($0, sql: "SELECT why FROM review") } == "misprint")
    }

    private func message(_ sql: String) -> String {
        "a review is never \(sql.hasPrefix("UPDATE") ? "changed" : "deleted"): add another"
    }

    @Test func writesNoReviewOverAnother() throws {
        try review()
        #expect(throws: StoreError.self) {
            try execute(
                """
                INSERT OR REPLACE INTO review (id, sha256, field, start, measure, verdict, reviewer, why)
                VALUES (1, '0', 'text', 3, 'deaths', 'accept', 'eve', 'other')
                """)
        }
        #expect(try store.read { try String.fetchOne($0, sql: "SELECT why FROM review") } == "misprint")
    }

    @Test func findsDamage() throws {
        #expect(try store.integrityProblems().isEmpty)
        let folder = try TemporaryFolder()
        let path = folder.file("a.db").path
        let damaged = try Store(path: path)
        try damaged.take([Printing("a", .sample(1))])
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        try DatabaseQueue(path: path, configuration: configuration).write { try $0.execute(sql: "DELETE FROM run") }
        #expect(try damaged.integrityProblems() == ["a row of 'article' refers to one that is not there"])
    }
}
