import Figures
import Foundation
import GRDB
import TestSupport
import Testing

@testable import TimeSeries

@Suite struct StoreTests {
    @Test func makesAFileAndFindsItAgain() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.db").path
        try Store(path: path).take([Printing("a", .sample(9061))])
        #expect(try Store.existing(path: path).figures().map(\.figure.value) == [9061])
    }

    @Test func makesNoFileWhereItOnlyReads() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.db").path
        #expect(throws: StoreError.missing(path)) { try Store.existing(path: path) }
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(throws: StoreError.folder(folder.path)) { try Store.existing(path: folder.path) }
    }

    @Test(arguments: ["At least 24 people were killed. \n", "SQLite format 3, it says\n", "24"])
    func refusesWhatIsNoDatabase(_ text: String) throws {
        let folder = try TemporaryFolder()
        let data = Data(String(repeating: text, count: 100).utf8)
        let path = try folder.write(data, to: "a.db").path
        #expect(throws: StoreError.notADatabase(path)) { try Store(path: path) }
        #expect(try Data(contentsOf: folder.file("a.db")) == data)
    }

    /// And leaves its bytes as they are.
    @Test func refusesADatabaseOfAnotherProgram() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.db").path
        do {
            let queue = try DatabaseQueue(path: path)
            try queue.write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
            try queue.close()
        }
        let before = try Data(contentsOf: folder.file("a.db"))
        #expect(throws: StoreError.notAStore(path)) { try Store(path: path) }
        #expect(throws: StoreError.notAStore(path)) { try Store.existing(path: path) }
        #expect(try Data(contentsOf: folder.file("a.db")) == before)
    }

    @Test func refusesALaterSchema() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.db").path
        try Store(path: path).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99 from tomorrow')")
        }
        #expect(throws: StoreError.newer(path)) { try Store(path: path) }
    }

    @Test func refusesAFolderThatIsNotThere() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("in/a.db").path
        let error = #expect(throws: StoreError.self) { try Store(path: path) }
        guard case .cannotOpen(path, _) = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
    }

    @Test(arguments: [
        (StoreError.missing("a.db"), "sitrep ingest"), (.notADatabase("a.db"), "--db"), (.notAStore("a.db"), "--db"),
        (.newer("a.db"), "update the program"), (.busy("a.db"), "--lock-timeout"), (.folder("a.db"), "--db"),
        (.damaged("a.db"), "sitrep backup"),
        (.logAlone("a.db"), "delete that file"), (.full("a.db"), "make room"), (.cannotWrite("a.db", "why"), "why"),
        (.cannotOpen("a.db", "why"), "why"),
        (.failed("a.db", "why"), "why"), (.unknownPlace("Atlantis"), "sitrep places"),
        (.unknownSource("Nemo"), "sitrep sources"),
    ])
    func namesTheThingAndTheRemedy(_ error: StoreError, _ remedy: String) {
        let text = "\(error)"
        #expect(text.contains(remedy))
        #expect(["a.db", "Atlantis", "Nemo"].contains { text.contains($0) })
    }

    @Test func tellsThatAnotherProgramWrites() throws {
        #expect(StoreError(DatabaseError(resultCode: .SQLITE_BUSY), path: "a.db") == .busy("a.db"))
        #expect(StoreError(DatabaseError(resultCode: .SQLITE_FULL), path: "a.db") == .full("a.db"))
    }

    @Test func countsWhatItHolds() throws {
        let store = try Store.holding(
            Printing("b", on: "2023-11-05", .sample(1), .sample(2, "injured", by: nil)), Printing("c", on: nil),
            Printing("a", on: "2023-11-04", .sample(3)))
        #expect(try store.figureCounts() == ["deaths": 2, "injured": 1])
        #expect(try store.unattributedCount() == 1)
        #expect(try store.articles().map { "\($0.article.id) \($0.figureCount)" } == ["c 0", "a 1", "b 2"])
        let day = CalendarDate("2023-11-05")
        #expect(try store.articles(since: day, until: day).map(\.article.id) == ["b"])
        #expect(try store.integrityProblems().isEmpty)
        #expect(try Store.sqliteVersion().hasPrefix("3."))
    }

}
