import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

/// `kill -9` at random moments of `sitrep ingest`.
///
///     make test-kill KILLS=500 SEED=7
///
/// After each kill the file is whole, nothing is missing that any reader has seen before, and the same command, which
/// may be killed again, ends with the bytes of an undisturbed run. `SITREP_KILLS` and `SITREP_SEED` choose how many
/// kills and which moments; 10 of them are made with all the other tests.
@Suite struct KillTests {
    private let kills = RunSettings.number("SITREP_KILLS") ?? 10
    private let seed = RunSettings.number("SITREP_SEED") ?? 7
    private let place: StoreFolder

    init() throws { place = try StoreFolder() }

    /// Many small files, one that is packed, and one that comes through a pipe with pauses, in which the run stores what
    /// it has.
    private func writeNews() async throws {
        for number in 0..<20 { try place.folder.write([NewsItem(number)].jsonLines, to: "news/a-\(number).jsonl") }
        try place.folder.write((20..<60).map(NewsItem.init).jsonLines, to: "news/b.jsonl")
        for part in 0..<KillTests.parts {
            // More than a batch, so that one is written before the pause.
            let numbers = (60 + part * 34)..<(94 + part * 34)
            try place.folder.write(numbers.map(NewsItem.init).jsonLines, to: "parts/\(part)")
        }
        #expect(try await place.shell("gzip news/b.jsonl; mkfifo pipe.jsonl").status == 0)
    }

    private static let parts = 3

    /// The command, and what fills its pipe.
    private static func script(_ name: String) -> String {
        """
        (for part in parts/*; do cat $part; sleep 0.3; done > pipe.jsonl) & echo $! > feeder
        exec sitrep ingest --jobs 1 --db \(name) news pipe.jsonl
        """
    }

    @Test func nothingIsLost() async throws {
        try await writeNews()
        let begin = Date()
        let whole = try await place.shell(KillTests.script("whole.db"))
        let seconds = min(Date().timeIntervalSince(begin), 4)
        try #require(whole.status == 0, "\(whole.errorText)")
        let figures = try await place.export("whole.db")
        var generator = SplitMix64(seed: UInt64(seed))
        var tally = Tally()
        while tally.kills < kills {
            let name = "store-\(tally.runs).db"
            while try await strike(name, .random(of: seconds, using: &generator), &tally) {
                try check(name)
                if tally.kills % 10 == 1 { try await checkHealth(name) }
            }
            #expect(try await place.export(name) == figures, "\(name)")
            try await checkHealth(name)
            tally.runs += 1
            for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: place.path(name + end)) }
        }
        print(tally)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: place.folder.path).sorted()
                == ["feeder", "news", "parts", "pipe.jsonl", "whole.db"])
    }

    private struct Tally: CustomStringConvertible {
        var kills = 0
        /// Before there was a store, and with so much of it read that a reader saw articles.
        var early = 0
        var midway = 0
        var runs = 0
        /// Articles that readers had seen before a kill.
        var seen = 0

        var description: String {
            "\(kills) kills: \(early) before the store was there, \(midway) with articles in it; \(seen) articles seen "
                + "before a kill, all there after it; \(runs) runs ended with the bytes of an undisturbed one"
        }
    }

    // MARK: - A kill

    /// When to kill: after a time, and where `articles` is not 0, after a reader saw so many more than before.
    private struct Moment {
        var articles = 0
        var seconds: Double

        /// - Parameter seconds: what an undisturbed run takes.
        static func random(of seconds: Double, using generator: inout SplitMix64) -> Moment {
            // Most of a short run is its beginning: half of the kills wait until it writes.
            if Bool.random(using: &generator) { return Moment(seconds: .random(in: 0...seconds, using: &generator)) }
            return Moment(
                articles: .random(in: 1...40, using: &generator),
                seconds: .random(in: 0...(seconds / 10), using: &generator))
        }
    }

    private func wait(for moment: Moment, of process: Process, _ name: String) async throws {
        let before = moment.articles == 0 ? 0 : try count(name)
        while moment.articles > 0, process.isRunning, try count(name) < before + moment.articles {
            try await Task.sleep(for: .milliseconds(5))
        }
        try await Task.sleep(for: .seconds(moment.seconds))
    }

    private func count(_ name: String) throws -> Int { try State(of: place.path(name))?.articles.count ?? 0 }

    /// Starts a run and kills it; false where it had ended before.
    private func strike(_ name: String, _ moment: Moment, _ tally: inout Tally) async throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The shell becomes the program, so that the signal comes to it.
        process.arguments = ["-c", KillTests.script(name)]
        process.environment = place.environment
        process.currentDirectoryURL = place.folder.url
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let (ends, end) = AsyncStream<Void>.makeStream()
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        try await wait(for: moment, of: process, name)
        let seen = try State(of: place.path(name))
        let hasEnded = !process.isRunning
        kill(process.processIdentifier, SIGKILL)
        if !hasEnded { try endFeeder() }
        for await _ in ends {}
        guard process.terminationReason == .uncaughtSignal else {
            #expect(process.terminationStatus == 0)
            return false
        }
        tally.kills += 1
        tally.early += seen == nil ? 1 : 0
        tally.midway += seen?.articles.isEmpty == false ? 1 : 0
        tally.seen += seen?.articles.count ?? 0
        if let seen {
            let now = try #require(try State(of: place.path(name)))
            #expect(seen.articles.isSubset(of: now.articles))
            #expect(seen.figures.isSubset(of: now.figures))
            #expect(seen.inputs.isSubset(of: now.inputs))
        }
        return true
    }

    /// What fills the pipe may wait for a reader that never comes.
    private func endFeeder() throws {
        if let feeder = pid_t(try place.folder.text("feeder").filter(\.isNumber)) { kill(feeder, SIGKILL) }
    }

    /// What a reader of the store sees.
    private struct State {
        let articles: Set<String>
        let figures: Set<String>
        /// Those that are done: the program says so, and would not read them again.
        let inputs: Set<String>

        /// Nil where there is no store yet.
        init?(of path: String) throws {
            guard FileManager.default.fileExists(atPath: path) else { return nil }
            let queue = try DatabaseQueue(path: path, configuration: KillTests.patient)
            (articles, figures, inputs) = try queue.read { db in
                (
                    Set(try String.fetchAll(db, sql: "SELECT sha256 || coalesce(doc, '') FROM article")),
                    Set(
                        try String.fetchAll(
                            db,
                            sql: """
                                SELECT figure.id || ' ' || sha256 || start || measure || value || quote
                                FROM figure JOIN article ON article.id = article
                                """)),
                    Set(try String.fetchAll(db, sql: "SELECT path FROM input WHERE finished"))
                )
            }
            try queue.close()
        }
    }

    private static var patient: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        return configuration
    }

    // MARK: - After a kill

    private func check(_ name: String) throws {
        guard FileManager.default.fileExists(atPath: place.path(name)) else { return }
        let queue = try DatabaseQueue(path: place.path(name), configuration: KillTests.patient)
        try queue.read { db in
            #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
            #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
            // An article is there with all of its figures, or not at all, and a file is done when its articles are in.
            let counts = try Int.fetchAll(
                db,
                sql: """
                    SELECT (SELECT count(*) FROM article) - coalesce(sum(articles), 0) FROM run
                    UNION ALL SELECT (SELECT count(*) FROM figure) - coalesce(sum(figures), 0) FROM run
                    """)
            #expect(counts == [0, 0])
            #expect(
                try Int.fetchOne(db, sql: "SELECT coalesce(sum(articles), 0) FROM input") ?? 0
                    <= Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0)
        }
        try queue.close()
    }

    private func checkHealth(_ name: String) async throws {
        guard FileManager.default.fileExists(atPath: place.path(name)) else { return }
        let result = try await place.sitrep("doctor", "--db", name)
        #expect(result.outputText.contains("\nok   store: "), "\(result.outputText)")
    }
}
