import Foundation
import GRDB
import TestSupport
import Testing

/// What cannot be used as a store, each told with its remedy, and every file left as it was with nothing beside it.
@Suite struct StoreFailureTests {
    private let place: StoreFolder

    init() throws {
        place = try StoreFolder()
        try place.folder.write((2..<5).map(NewsItem.init).jsonLines, to: "more.jsonl")
    }

    private static let readers = [["figures"], ["report", "--week", "2023-W44"], ["export"]]
    private static let writers = [
        ["ingest", "more.jsonl"], ["review", "1", "accept", "--by", "Ada", "--why", "seen"],
    ]

    /// Runs the commands on `store`; each is to end with 2 and a word, and none to change anything.
    private func expect(
        _ words: String, of commands: [[String]] = readers + writers, on store: String = "a.db",
        _ options: [String] = []
    ) async throws {
        let before = try await place.contents()
        for command in commands {
            let result = try await CommandRunner.sitrep().run(
                command + ["--db", store] + options, in: place.folder.url)
            #expect(result.status == 2, "\(command): \(result.errorText)")
            #expect(result.errorText.hasPrefix("sitrep: \(store): ") && result.errorText.contains(words))
            #expect(try await place.contents() == before, "\(command)")
        }
    }

    /// Read once, for half of the tests begin with it.
    private static let store = Task {
        let place = try StoreFolder()
        try await place.ingest((0..<3).map(NewsItem.init), into: "a.db")
        return try Data(contentsOf: place.folder.file("a.db"))
    }

    private func makeStore() async throws { try place.folder.write(await StoreFailureTests.store.value, to: "a.db") }

    // MARK: - Other things

    @Test func aFolder() async throws {
        try FileManager.default.createDirectory(atPath: place.path("a.db"), withIntermediateDirectories: false)
        try await expect("a folder: name a file with --db")
    }

    @Test func aTextFile() async throws {
        try place.folder.write(String(repeating: "At least 24 people were killed.\n", count: 90), to: "a.db")
        try await expect("not an SQLite database: name another file with --db")
    }

    @Test(arguments: ["delete", "wal"]) func aDatabaseOfAnotherProgram(_ mode: String) async throws {
        try place.edit("a.db", "PRAGMA journal_mode = \(mode); CREATE TABLE recipe (name TEXT)")
        try await expect("a database, but not one of sitrep's: name another file with --db")
    }

    /// That other program may number its steps in the same way.
    @Test func aDatabaseWithStepsOfItsOwn() async throws {
        try place.edit(
            "a.db",
            """
            CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
            INSERT INTO grdb_migrations VALUES ('recipes')
            """)
        try await expect("not one of sitrep's")
    }

    @Test func aStoreOfALaterVersion() async throws {
        try await makeStore()
        try place.edit("a.db", "INSERT INTO grdb_migrations VALUES ('from tomorrow')")
        try await expect("written by a later version of sitrep: update the program")
    }

    /// Nothing is there to be read; what writes makes a store of it.
    @Test func anEmptyFile() async throws {
        try place.folder.write("", to: "a.db")
        try await expect("no such store: make one with 'sitrep ingest", of: StoreFailureTests.readers)
        let result = try await place.sitrep("ingest", "--db", "a.db", "more.jsonl")
        #expect(result.status == 0 && result.errorText.contains("3 articles added"))
    }

    @Test func aFolderThatIsNotThere() async throws {
        try await expect(
            "there is no folder 'none': make it first", of: [["ingest", "more.jsonl"]], on: "none/a.db")
        try await expect("no such store", of: StoreFailureTests.readers, on: "none/a.db")
    }

    /// Its last pages would be taken into the new store.
    @Test func theLogOfAStoreThatIsGone() async throws {
        try place.folder.write("what was last written", to: "a.db-wal")
        try await expect("bring the store back, or delete that file", of: [["ingest", "more.jsonl"]])
        try await expect("no such store", of: StoreFailureTests.readers)
    }

    // MARK: - Damage

    @Test(arguments: [50, 5000, 100_000]) func aTruncatedFile(_ size: Int) async throws {
        try await makeStore()
        let bytes = try Data(contentsOf: place.folder.file("a.db"))
        try place.folder.write(bytes.prefix(size), to: "a.db")
        try await expect("the file is damaged: put a copy made by 'sitrep backup' in its place")
        #expect(try await place.sitrep("doctor", "--db", "a.db").status == 1)
    }

    // MARK: - Locks

    /// Another program that lets nobody in, for as long as `body` runs.
    private func locking(_ sql: String, _ body: (DatabaseQueue) async throws -> Void) async throws {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: place.path("a.db"), configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: sql) }
        try await body(other)
        try await other.writeWithoutTransaction { if $0.isInsideTransaction { try $0.execute(sql: "ROLLBACK") } }
        try other.close()
    }

    /// Who only reads goes on; who writes waits, and then says so.
    @Test func aLockOfAWriter() async throws {
        try await makeStore()
        let figures = try await place.export("a.db")
        try await locking("BEGIN IMMEDIATE") { _ in
            let begin = Date()
            try await expect(
                "wait longer with --lock-timeout", of: StoreFailureTests.writers, ["--lock-timeout", "0.3"])
            #expect(Date().timeIntervalSince(begin) > 0.3)
            #expect(try await place.export("a.db") == figures)
        }
    }

    @Test func aLockThatLetsNobodyIn() async throws {
        try await makeStore()
        try await locking("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE") { _ in
            try await expect("another program has it locked", ["--lock-timeout", "0.2"])
        }
    }

    @Test func aLockThatGoes() async throws {
        try await makeStore()
        try await locking("BEGIN IMMEDIATE") { other in
            async let result = place.sitrep("ingest", "--db", "a.db", "more.jsonl")
            try await Task.sleep(for: .seconds(1))
            try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
            #expect(try await result.status == 0)
        }
    }
}
