import Figures
import Foundation
import GRDB
import TestSupport
import Testing

@testable import TimeSeries

/// Stores that are damaged on purpose, as another program would, and what is said of it.
@Suite struct HealthTests {
    private let folder: TemporaryFolder
    private let store: Store

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(path: folder.file("a.db").path)
        try store.take([HealthTests.first, HealthTests.second], by: .current)
        let note = ChangeNote(author: "Ada", why: "seen", at: "2023-11-06T09:00:00Z")
        try store.review(1, .set([.value: "9062"]), note)
    }

    private static let first = Printing("a", .sample(9061), .sample(70, "injured", by: .medics))
    private static let second = Printing("b", by: "Eastgate Daily", .sample(12, by: .army))

    private func damage(_ sql: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: folder.file("a.db").path, configuration: configuration)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    private func found() throws -> [String] {
        try store.health(.current).map { "\($0.what): \($0.places.joined(separator: ", "))" }
    }

    @Test func aStoreIsWell() throws { #expect(try store.health(.current).isEmpty) }

    @Test(arguments: [
        (
            "UPDATE figure SET quote = 'b: 12 deaths!' WHERE id = 3",
            "figures whose words are not in their article: figure 3"
        ),
        ("UPDATE figure SET number = '13' WHERE id = 3", "figures whose words are not in their article: figure 3"),
        (
            "UPDATE figure SET \"end\" = \"end\" + 1 WHERE id = 3",
            "figures whose words are not in their article: figure 3"
        ),
        (
            "UPDATE figure SET start = 900, \"end\" = 902 WHERE id = 3",
            "figures whose words are not in their article: figure 3"
        ),
        ("UPDATE figure SET field = 'title' WHERE id = 3", "figures whose words are not in their article: figure 3"),
        ("UPDATE figure SET value = 5 WHERE id = 3", "figures whose value lies outside its bounds: figure 3"),
        ("UPDATE figure SET date = '2023-02-30' WHERE id = 3", "figures with a day that is none: figure 3"),
        ("UPDATE figure SET day = '2023-11-09' WHERE id = 3", "figures with a day that is none: figure 3"),
        ("UPDATE figure SET reported = '2023-11-09' WHERE id = 3", "figures with a day that is none: figure 3"),
        ("UPDATE figure SET period_start = 'spring' WHERE id = 3", "figures with a day that is none: figure 3"),
        (
            "UPDATE figure SET extractor = '0.1' WHERE id = 3",
            "figures of another extractor than read the article: figure 3"
        ),
        ("UPDATE figure SET claim = 0 WHERE id = 3", "figures without their claim: figure 3"),
        ("UPDATE figure SET is_copy = 1 WHERE id = 3", "figures without their claim: figure 3"),
        ("UPDATE figure SET review = 'accepted' WHERE id = 3", "figures that are not what their reviews say: figure 3"),
        ("UPDATE figure SET review = NULL WHERE id = 1", "figures that are not what their reviews say: figure 1"),
    ])
    func whatReadingAnewMends(_ sql: String, _ problem: String) throws {
        let whole = try store.figures()
        try damage(sql)
        #expect(try found().contains(problem))
        let problems = try store.health(.current)
        #expect(problems.allSatisfy { $0.isDamage && $0.remedy.contains("sitrep doctor --mend") })
        let articles = problems.reduce(into: Set<Int64>()) { $0.formUnion($1.articles) }
        try store.reread(articles, by: .current) { articles in
            articles.map { $0 == HealthTests.first.article ? HealthTests.first.figures : HealthTests.second.figures }
        }
        #expect(try found() == [])
        func bare(_ figures: [StoredFigure]) -> [Figure] { figures.map(\.figure) }
        #expect(try bare(store.figures()) == bare(whole))
    }

    @Test(arguments: [
        ("UPDATE article SET text = text || '.' WHERE id = 2", "articles that are not what was read: article 2"),
        ("UPDATE article SET title = NULL WHERE id = 2", "articles that are not what was read: article 2"),
        ("DELETE FROM run", "rows that refer to one that is not there: article 1, article 2"),
        ("DELETE FROM article WHERE id = 2", "rows that refer to one that is not there: figure 3"),
        ("DROP TRIGGER review_is_kept", "parts of the schema that are missing or changed: trigger review_is_kept"),
        ("DROP INDEX figure_series", "parts of the schema that are missing or changed: index figure_series"),
        (
            "UPDATE source SET canonical = 1 WHERE id = 2; UPDATE source SET canonical = 2 WHERE id = 3",
            "sources that go by one that goes by another: source 3"
        ),
        (
            "UPDATE place SET given_parent = (SELECT id FROM place WHERE key = 'pse-gaza') WHERE key = 'pse'",
            "places that lie in themselves: place 1, place 2"
        ),
    ])
    func whatAnotherProgramDid(_ sql: String, _ problem: String) throws {
        try damage(sql)
        let problems = try found()
        #expect(problems.contains { $0.hasPrefix(problem) }, "\(problems)")
        #expect(try store.health(.current).allSatisfy { $0.isDamage && !$0.remedy.isEmpty })
    }

    @Test func reviewsOfWhatIsNotThere() throws {
        try damage(
            """
            INSERT INTO review (sha256, field, start, measure, verdict, reviewer, why)
            SELECT sha256, 'text', 999, 'deaths', 'accept', 'Ada', '' FROM article WHERE id = 1;
            INSERT INTO review (sha256, field, start, measure, verdict, reviewer, why)
            VALUES ('00', 'text', 1, 'deaths', 'accept', 'Ada', '')
            """)
        #expect(
            try found() == [
                "reviews of articles that are not in the store: review 5",
                "reviews of figures that are not read any more: review 4",
            ])
        #expect(try store.health(.current).map(\.isDamage) == [true, false])
    }

    @Test(arguments: [ExtractorStamp(version: "2", lexicon: "a"), ExtractorStamp(lexicon: "b")])
    func articlesThatAnotherExtractorRead(_ stamp: ExtractorStamp) throws {
        let problems = try store.health(stamp)
        #expect(problems.map(\.articles) == [[1, 2]] && problems.map(\.isDamage) == [false])
        try store.reread([1, 2], by: stamp) { $0.map { _ in [] } }
        #expect(try store.health(stamp).map(\.what) == ["reviews of figures that are not read any more"])
        #expect(try store.figures().isEmpty && store.reviews().count == 3)
    }

    @Test func theFileItself() throws {
        try damage("PRAGMA wal_checkpoint(TRUNCATE)")
        let whole = try Data(contentsOf: folder.file("a.db"))
        var bytes = whole
        // The pages behind the first, where the indexes are.
        for at in stride(from: 4096 * 5, to: bytes.count, by: 997) { bytes[at] = bytes[at] ^ 0x55 }
        let path = try folder.write(bytes, to: "b.db").path
        do {
            let problems = try Store.existing(path: path, access: .read).health(.current)
            #expect(problems.first?.what == "damage of the file" && problems.count == 1)
        } catch { #expect(error == StoreError.damaged(path)) }
    }
}
