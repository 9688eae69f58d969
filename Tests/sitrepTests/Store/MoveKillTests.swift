import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

/// `kill -9` at random moments of `sitrep merge` and `sitrep backup`.
///
///     make test-kill KILLS=500 SEED=7
///
/// After each kill the store that is merged into holds what it held before or all of the other, and a backup is there as
/// a whole or not at all. The same command ends then with the bytes of an undisturbed run, and leaves nothing else behind.
@Suite struct MoveKillTests {
    private let kills = RunSettings.number("SITREP_KILLS") ?? 3
    private let seed = RunSettings.number("SITREP_SEED") ?? 7
    private let place: StoreFolder

    init() async throws {
        place = try StoreFolder()
        // More in the long run, so that there is more to be killed in.
        let size = kills > 10 ? 400 : 40
        try await place.ingest((0..<size).map(NewsItem.init), into: "a.db", from: "a.jsonl")
        try await place.ingest((size / 2..<size * 2).map(NewsItem.init), into: "b.db", from: "b.jsonl")
        for (store, verdict) in [("a.db", "accept"), ("b.db", "reject")] {
            let note = ["--by", "Ada", "--why", "seen", "--at", "2023-11-05T09:30:00Z"]
            let result = try await CommandRunner.sitrep().run(
                ["review", "3", verdict, "--db", store] + note, in: place.folder.url)
            try #require(result.status == 0, "\(result.errorText)")
        }
    }

    /// Of the runs that were killed, which came to their end before.
    private struct Tally: CustomStringConvertible {
        let command: String
        var kills = 0
        var late = 0
        var done = 0

        var description: String {
            "\(command): \(kills) kills (\(late) more runs ended before theirs): \(done) after the whole was there, "
                + "\(kills - done) before; all ended whole"
        }
    }

    @Test func mergeIsWholeOrNotThere() async throws {
        try copy("a.db", to: "whole.db")
        let seconds = try await time("merge", "b.db", "--db", "whole.db")
        let (before, after) = (try contents("a.db"), try contents("whole.db"))
        #expect(before != after)
        var tally = Tally(command: "merge")
        var generator = SplitMix64(seed: UInt64(seed))
        while tally.kills < kills {
            try copy("a.db", to: "c.db")
            let isKilled = try await strike(
                ["merge", "b.db", "--db", "c.db"], after: .random(in: 0...seconds, using: &generator), &tally)
            let now = try contents("c.db")
            #expect(now == before || now == after)
            if isKilled { tally.done += now == after ? 1 : 0 }
            #expect(try await place.sitrep("merge", "b.db", "--db", "c.db").status == 0)
            #expect(try contents("c.db") == after)
            try expectNothingElse(["whole.db", "c.db"])
        }
        print(tally)
    }

    @Test func backupIsWholeOrNotThere() async throws {
        let seconds = try await time("backup", "whole.db", "--db", "a.db")
        let whole = try Data(contentsOf: place.folder.file("whole.db"))
        var tally = Tally(command: "backup")
        var generator = SplitMix64(seed: UInt64(seed))
        while tally.kills < kills {
            try remove("c.db")
            let isKilled = try await strike(
                ["backup", "c.db", "--db", "a.db"], after: .random(in: 0...seconds, using: &generator), &tally)
            let copy = try? Data(contentsOf: place.folder.file("c.db"))
            #expect(copy == nil || copy == whole)
            if isKilled { tally.done += copy == nil ? 0 : 1 }
            #expect(try await place.sitrep("backup", "c.db", "--force", "--db", "a.db").status == 0)
            #expect(try Data(contentsOf: place.folder.file("c.db")) == whole)
            try expectNothingElse(["whole.db", "c.db"])
        }
        print(tally)
    }

    // MARK: - A kill

    /// How long an undisturbed run takes, in seconds.
    private func time(_ arguments: String...) async throws -> Double {
        let begin = Date()
        let result = try await CommandRunner.sitrep().run(arguments, in: place.folder.url)
        try #require(result.status == 0, "\(result.errorText)")
        return min(Date().timeIntervalSince(begin), 4)
    }

    /// Starts the program and kills it; false where it had ended before.
    private func strike(_ arguments: [String], after seconds: Double, _ tally: inout Tally) async throws -> Bool {
        let process = Process()
        process.executableURL = try CommandRunner.sitrep().program
        process.arguments = arguments
        process.currentDirectoryURL = place.folder.url
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let (ends, end) = AsyncStream<Void>.makeStream()
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        try await Task.sleep(for: .seconds(seconds))
        kill(process.processIdentifier, SIGKILL)
        for await _ in ends {}
        guard process.terminationReason == .uncaughtSignal else {
            #expect(process.terminationStatus == 0)
            tally.late += 1
            return false
        }
        tally.kills += 1
        return true
    }

    // MARK: - What is there

    /// All that the tables of a store hold, but for when it was written.
    private func contents(_ name: String) throws -> [String] {
        let queue = try DatabaseQueue(path: place.path(name))
        defer { try? queue.close() }
        return try queue.read { db in
            #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
            #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
            return try ["article", "figure", "source", "alias", "place", "review", "naming", "band"].flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
            }
        }
    }

    private func expectNothingElse(_ stores: [String]) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: place.folder.path)
        let logs = names.filter { $0.hasSuffix("-wal") || $0.hasSuffix("-shm") }
        #expect(Set(names).subtracting(logs) == Set(["a.db", "a.jsonl", "b.db", "b.jsonl"] + stores))
    }

    private func remove(_ name: String) throws {
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: place.path(name + end)) }
    }

    private func copy(_ name: String, to other: String) throws {
        try remove(other)
        try FileManager.default.copyItem(atPath: place.path(name), toPath: place.path(other))
    }
}
