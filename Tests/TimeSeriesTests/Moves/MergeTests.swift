import Figures
import Foundation
import GRDB
import TestSupport
import Testing

@testable import TimeSeries

@Suite struct MergeTests {
    private let folder: TemporaryFolder
    private let here: Store
    private let there: Store

    init() throws {
        folder = try TemporaryFolder()
        here = try Store(path: folder.file("here.db").path)
        there = try Store(path: folder.file("there.db").path)
    }

    private static let shared = Printing("s", on: "2023-11-05", .sample(9227), .sample(70, by: .medics))
    private static let ours = Printing("a", on: "2023-11-04", .sample(9061), .sample(9, "injured", by: nil))
    private static let theirs = Printing(
        "b", by: "Eastgate Daily", on: "2023-11-04", .sample(9061), .sample(5, place: .rafah, by: .army))

    private func merge() throws -> MergeOutcome { try here.merge(there.path) }

    private func note(_ at: Int, by author: String = "Ada") -> ChangeNote {
        ChangeNote(author: author, why: "seen", at: "2023-11-06T09:00:0\(at)Z")
    }

    private func id(_ value: Double, _ store: Store) throws -> Int64 {
        try #require(store.allFigures().first { $0.figure.value == value }).id
    }

    /// All that one store has and another should have: every column of every figure, sources, places and copies.
    private func contents(_ store: Store) throws -> [String] {
        try store.allFigures().map { "\($0)" }
            + store.articles().map { "\($0)" } + store.sources().map { "\($0)" } + store.places().map { "\($0)" }
            + store.series().map(\.summary)
    }

    // MARK: - Articles

    @Test func isWhatReadingBothGives() throws {
        try here.take([MergeTests.ours, MergeTests.shared], by: .current)
        try there.take([MergeTests.shared, MergeTests.theirs], by: .current)
        let both = try Store(path: folder.file("both.db").path)
        try both.take([MergeTests.ours, MergeTests.shared], by: .current)
        try both.take([MergeTests.shared, MergeTests.theirs], by: .current)
        let outcome = try merge()
        #expect(outcome == MergeOutcome(articles: 1, figures: 2, known: 1))
        #expect(try contents(here) == contents(both))
        #expect(try here.health(.current).isEmpty)
    }

    @Test func changesNothingTheSecondTime() throws {
        try here.take([MergeTests.ours], by: .current)
        try there.take([MergeTests.theirs], by: .current)
        try there.review(id(5, there), .reject, note(1))
        try there.rename(.source, "idf", to: "The army", note(2))
        _ = try merge()
        let before = try contents(here)
        #expect(try merge() == MergeOutcome(known: 1))
        #expect(try contents(here) == before)
        #expect(try here.reviews().count == 1 && here.namings(.source).count == 1)
    }

    @Test func leavesTheOtherAsItIs() throws {
        try here.take([MergeTests.ours], by: .current)
        try there.take([MergeTests.theirs], by: .current)
        let before = try contents(there)
        _ = try merge()
        #expect(try contents(there) == before)
    }

    @Test func tiesCopiesOfBoth() throws {
        let words = (1...40).map { "word\($0)" }.joined(separator: " ")
        func printing(_ id: String, _ publisher: String, _ day: String) -> Printing {
            var printing = Printing(id, by: publisher, on: day, .sample(24, place: nil))
            printing.article.text += " " + words
            return printing
        }
        try here.take([printing("a", "Harbour Wire", "2023-11-04")], by: .current)
        try there.take([printing("a", "Eastgate Daily", "2023-11-05")], by: .current)
        _ = try merge()
        let copies = try here.articles().map(\.copyOf)
        #expect(copies == [nil, 1])
        #expect(try here.health(.current).isEmpty)
    }

    @Test func readsAStoreOfAnEarlierVersionFromACopy() throws {
        let path = folder.file("old.db").path
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: "inputs and downloads")
        try queue.close()
        let before = try Data(contentsOf: folder.file("old.db"))
        #expect(try here.merge(path) == MergeOutcome())
        #expect(try Data(contentsOf: folder.file("old.db")) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.hasSuffix(".tmp") })
    }

    @Test func refusesItselfAndWhatIsNoStore() throws {
        #expect(throws: StoreError.self) { try here.merge(here.path) }
        #expect(throws: StoreError.self) { try here.merge(folder.file("none.db").path) }
        #expect(throws: StoreError.folder(folder.path)) { try here.merge(folder.path) }
    }

    // MARK: - Contradictions

    @Test func keepsTheFiguresOfHereWhereAnotherExtractorRead() throws {
        try here.take([MergeTests.shared], by: .current)
        var other = MergeTests.shared
        other.figures[0].value = 1
        other.figures[0].low = 1
        try there.take([other], by: ExtractorStamp(version: "2", lexicon: "b"))
        let outcome = try merge()
        #expect(
            outcome.conflicts == [
                MergeConflict(
                    kind: .extractor, subject: "Title of s", here: "\(Extractor.version) with tables a",
                    there: "2 with tables b",
                    holds: .here)
            ])
        #expect(try here.figures().map(\.figure.value).sorted() == [70, 9227])
    }

    @Test func keepsBothOfTwoTexts() throws {
        try here.take([MergeTests.ours], by: .current)
        var other = MergeTests.ours
        other.article.text += " Corrected."
        try there.take([other], by: .current)
        let outcome = try merge()
        #expect(outcome.articles == 1)
        #expect(outcome.conflicts.map(\.kind) == [.text] && outcome.conflicts.map(\.holds) == [.both])
        #expect(try here.articleCount() == 2)
    }

    /// Whichever store takes the other in.
    @Test(arguments: [true, false]) func theLaterReviewHolds(_ isLaterThere: Bool) throws {
        try here.take([MergeTests.shared], by: .current)
        try there.take([MergeTests.shared], by: .current)
        try here.review(id(70, here), .set([.value: "71"]), note(isLaterThere ? 1 : 2))
        try there.review(id(70, there), .reject, note(isLaterThere ? 2 : 1, by: "Eve"))
        let outcome = try merge()
        let conflict = try #require(outcome.conflicts.first)
        #expect(conflict.kind == .review && conflict.here.contains("value=71") && conflict.there == "reject")
        #expect(conflict.holds == (isLaterThere ? .there : .here))
        #expect(try here.figures().map(\.figure.value).contains(71) != isLaterThere)
        #expect(try here.reviews().map(\.note.author).contains("Eve"))
        #expect(try merge().conflicts.isEmpty)
    }

    @Test func reviewsOfDifferentKeysGoTogether() throws {
        try here.take([MergeTests.shared], by: .current)
        try there.take([MergeTests.shared], by: .current)
        try here.review(id(70, here), .set([.measure: "injured"]), note(1))
        try there.review(id(70, there), .set([.place: "Rafah"]), note(2))
        let outcome = try merge()
        #expect(outcome.conflicts.isEmpty && outcome.reviews == 1)
        let figure = try #require(here.figures().first { $0.figure.value == 70 })
        #expect(figure.figure.measure == "injured" && figure.placeName == "Rafah")
    }

    @Test(arguments: [true, false]) func theLaterNameHolds(_ isLaterThere: Bool) throws {
        try here.take([MergeTests.shared, MergeTests.theirs], by: .current)
        try there.take([MergeTests.shared, MergeTests.theirs], by: .current)
        try here.merge(.source, ["medics"], into: "moh-gaza", note(isLaterThere ? 1 : 2))
        try there.merge(.source, ["medics"], into: "idf", note(isLaterThere ? 2 : 1))
        try there.setHolder(ofPlace: "pse-rafah", to: "isr", note(3))
        let outcome = try merge()
        #expect(
            outcome.conflicts == [
                MergeConflict(
                    kind: .source, subject: "medics", here: "merge moh-gaza", there: "merge idf",
                    holds: isLaterThere ? .there : .here)
            ])
        let name = try #require(here.figures().first { $0.figure.value == 70 }).figure.source?.id
        #expect(name == (isLaterThere ? "idf" : "moh-gaza"))
        #expect(try here.places().first { $0.key == "pse-rafah" }?.parent == "Israel")
        #expect(try here.health(.current).isEmpty)
    }

    /// One says that it is the other, and the other says that it is the one: they are the same, under the first name.
    @Test func namesDoNotGoInCircles() throws {
        let abroad = Printing("c", .sample(3, place: .israel))
        try here.take([MergeTests.shared, MergeTests.theirs, abroad], by: .current)
        try there.take([MergeTests.shared, MergeTests.theirs, abroad], by: .current)
        try here.merge(.source, ["medics"], into: "idf", note(1))
        try there.merge(.source, ["idf"], into: "medics", note(2))
        try here.setHolder(ofPlace: "pse-rafah", to: "isr", note(1))
        try there.setHolder(ofPlace: "isr", to: "pse-rafah", note(2))
        _ = try merge()
        #expect(try here.health(.current).isEmpty)
        #expect(try here.places().contains { $0.key == "isr" })
    }
}
