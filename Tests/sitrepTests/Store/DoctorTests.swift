import Foundation
import TestSupport
import Testing

/// Damage that another program does is named by `sitrep doctor`, with what mends it.
@Suite struct DoctorTests {
    private let place: StoreFolder

    init() async throws {
        place = try StoreFolder()
        try await place.ingest((0..<3).map(NewsItem.init), into: "a.db")
    }

    private func store(_ arguments: String...) async throws -> (status: Int32, lines: [String]) {
        let result = try await CommandRunner.sitrep().run(
            ["doctor", "--db", "a.db"] + arguments, in: place.folder.url)
        let lines = result.outputText.split(separator: "\n").map(String.init)
        return (result.status, lines.filter { $0.contains(" store: ") })
    }

    /// Figures without the number of their row.
    private func figures() async throws -> String {
        try await place.export("a.db").replacing(/"id":[0-9]+,/, with: "")
    }

    @Test func namesAndMendsDamage() async throws {
        let before = try await figures()
        try place.edit(
            "a.db",
            """
            UPDATE figure SET quote = 'Nobody said so.', quote_start = start WHERE id = 2;
            UPDATE figure SET value = value - 1 WHERE id = 3
            """)
        let damaged = try await store()
        #expect(damaged.status == 1)
        #expect(
            damaged.lines.prefix(2) == [
                "bad  store: a.db: figures whose words are not in their article (figure 2): 'sitrep doctor --mend' reads "
                    + "the articles anew",
                "bad  store: a.db: figures whose value lies outside its bounds (figure 3): 'sitrep doctor --mend' reads the "
                    + "articles anew",
            ])
        let mended = try await store("--mend")
        #expect(mended.status == 0 && mended.lines.map { $0.prefix(17) } == ["ok   store: a.db:"], "\(mended.lines)")
        #expect(try await figures() == before)
    }

    /// What a column cannot hold is named with its row, and every command that comes upon it sends to the doctor.
    @Test(arguments: [
        (StoreAlteration(table: "figure", column: "value", value: .null, isHidden: true), "'value' holds NULL"),
        (
            StoreAlteration(table: "figure", column: "period", value: .word, isHidden: true),
            "'period' holds the text 'many'"
        ),
        (StoreAlteration(table: "figure", column: "start", value: .huge, isHidden: true), "'start' holds an integer"),
    ])
    func namesAndMendsWhatNoColumnHolds(_ alteration: StoreAlteration, _ words: String) async throws {
        let before = try await figures()
        #expect(try alteration.apply(to: place.path("a.db")))
        let refused = try await place.sitrep("figures", "--db", "a.db")
        #expect(refused.status == 2)
        #expect(
            refused.errorText == "sitrep: a.db: \(words), which it does in no store: another program changed it: "
                + "'sitrep doctor --db a.db' tells what is wrong and what mends it\n")
        let damaged = try await store()
        #expect(damaged.status == 1)
        #expect(
            damaged.lines.contains {
                $0.contains("figures that cannot be read (figure 1: \(words)")
                    && $0.hasSuffix("'sitrep doctor --mend' reads the articles anew")
            }, "\(damaged.lines)")
        let mended = try await store("--mend")
        #expect(mended.status == 0, "\(mended.lines)")
        #expect(try await figures() == before)
    }

    @Test func tellsWhoReadTheArticles() async throws {
        let before = try await figures()
        try place.edit("a.db", "UPDATE run SET lexicon = 'earlier'")
        let old = try await store()
        #expect(old.status == 0)
        #expect(old.lines.count == 2 && old.lines[0].hasPrefix("ok   store"))
        #expect(
            old.lines[1].hasPrefix(
                "note store: a.db: articles that another version, or other tables, read (article 1,"))
        #expect(try await store("--mend").lines.count == 1)
        #expect(try await figures() == before)
    }

    @Test func tellsWhatItCannotMend() async throws {
        try place.edit("a.db", "UPDATE article SET text = 'Other words.' WHERE id = 1")
        let changed = try await store("--mend")
        #expect(changed.status == 1)
        #expect(
            changed.lines.count == 1 && changed.lines[0].contains("put a copy made by 'sitrep backup' in its place"))
    }
}
