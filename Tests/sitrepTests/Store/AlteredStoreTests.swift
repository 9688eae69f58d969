import Foundation
import TestSupport
import Testing

/// A store whose rows another program altered: NULL where none may be, another kind of value, bytes that are no text,
/// numbers past all bounds, rows that are not there.
///
///     make test-altered
///
/// Whatever command reads or writes it ends by itself, and where it fails it names the file and what to do. All columns
/// of all tables are altered in all ways there (`SITREP_ALTERED=all`, or names of tables); a few, of which `SITREP_SEED` chooses which, with
/// all the other tests.
@Suite struct AlteredStoreTests {
    private let place: StoreFolder

    init() throws { place = try StoreFolder() }

    /// With something in every table.
    private func makeStore() async throws {
        try await place.ingest((0..<8).map(NewsItem.init), into: "whole.db")
        try place.folder.write((8..<10).map(NewsItem.init).jsonLines, to: "more.jsonl")
        let note = ["--by", "Ada", "--why", "seen", "--db", "whole.db"]
        let commands = [
            ["review", "1", "accept"], ["review", "2", "set", "value=7"], ["review", "3", "reject"],
            ["sources", "merge", "the Red Cross", "UNRWA"], ["sources", "rename", "police", "the police"],
            ["places", "inside", "Rafah", "Goma"], ["places", "rename", "Goma", "Goma town"],
        ]
        for command in commands {
            let result = try await CommandRunner.sitrep().run(command + note, in: place.folder.url)
            try #require(result.status == 0, "\(command): \(result.errorText)")
        }
        try place.edit(
            "whole.db", "INSERT INTO download VALUES ('https://hw.example/', 'a', 'b', '2023-11-05T00:00:00Z')")
        // Another store, with the same words and others.
        try await place.ingest((5..<12).map(NewsItem.init), into: "other.db", from: "other.jsonl")
    }

    private static let commands = [
        ["figures"], ["figures", "--text", "killed", "--place", "Gaza"], ["series"], ["compare"], ["check"],
        ["report", "--week", "2023-W45", "--charts", "none"], ["plot", "deaths", "-o", "plot.gp"],
        ["export", "--format", "jsonl"], ["export", "--format", "xlsx", "-o", "all.xlsx"],
        ["export", "--format", "datapackage", "-o", "package"], ["sources"], ["sources", "log"], ["places"],
        ["places", "log"], ["measures"], ["review"], ["doctor"], ["backup", "copy.db", "--force"],
        ["ingest", "more.jsonl", "news.jsonl"], ["review", "1", "set", "value=5", "--by", "Ada", "--why", "seen"],
        ["review", "3", "accept", "--by", "Ada", "--why", "seen"],
        ["sources", "split", "the Red Cross", "--by", "Ada"], ["places", "merge", "Rafah", "Gaza", "--by", "Ada"],
        ["doctor", "--mend"], ["merge", "other.db"], ["merge", "a.db", "--db", "d.db"],
    ]

    @Test func noCommandIsEndedByOne() async throws {
        try await makeStore()
        let all = try StoreAlteration.all(place.path("whole.db"))
        #expect(all.count > 900)
        var generator = SplitMix64(seed: UInt64(RunSettings.number("SITREP_SEED") ?? 7))
        var tally = Tally()
        if let tables = ProcessInfo.processInfo.environment["SITREP_ALTERED"]?.split(separator: ",") {
            for alteration in all where tables == ["all"] || tables.contains(Substring(alteration.table)) {
                try await run(alteration, AlteredStoreTests.commands, &tally)
            }
        } else {
            let read = all.filter { ["figure", "article", "source", "place"].contains($0.table) }
            for alteration in read.shuffled(using: &generator).prefix(3) {
                try await run(alteration, AlteredStoreTests.commands.shuffled(using: &generator).prefix(6), &tally)
            }
        }
        print(tally)
    }

    /// What was found so: a count that cannot grow, and a review that was told to contradict itself.
    @Test(arguments: [
        StoreAlteration(table: "input", column: "articles", value: .huge, isHidden: true),
        StoreAlteration(table: "figure", column: "claim", value: .empty, isHidden: true),
    ])
    func staysMended(_ alteration: StoreAlteration) async throws {
        var tally = Tally()
        try await makeStore()
        let commands = AlteredStoreTests.commands.filter { ["ingest", "review"].contains($0[0]) }
        try await run(alteration, commands, &tally)
        #expect(tally.failures > 0)
    }

    private struct Tally: CustomStringConvertible {
        var stores = 0
        var impossible = 0
        var runs = 0
        var failures = 0
        /// Stores of which `sitrep doctor` says that they are not well.
        var found = 0

        var description: String {
            "\(stores) altered stores (\(impossible) more that SQLite itself refuses): \(runs) runs, \(failures) of them "
                + "ended with a message, none by a signal; doctor finds \(found) of the stores"
        }
    }

    private func run(
        _ alteration: StoreAlteration, _ commands: some Sequence<[String]>, _ tally: inout Tally
    ) async throws {
        try copy("whole.db", to: "a.db")
        guard try alteration.apply(to: place.path("a.db")) else {
            tally.impossible += 1
            return
        }
        tally.stores += 1
        for command in commands {
            try copy("a.db", to: "c.db")
            try copy("other.db", to: "d.db")
            let result = try await expectEnd(command, alteration, &tally)
            if command[0] == "doctor", !command.contains("--mend"), result != 0 { tally.found += 1 }
        }
    }

    private func copy(_ name: String, to other: String) throws {
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: place.path(other + end)) }
        try FileManager.default.copyItem(atPath: place.path(name), toPath: place.path(other))
    }

    /// Runs a command, which is to end by itself and to say what to do where it does not succeed.
    private func expectEnd(
        _ command: [String], _ alteration: StoreAlteration, _ tally: inout Tally
    ) async throws -> Int32 {
        let all = command.contains("--db") ? command : command + ["--db", "c.db"]
        let result = try await CommandRunner.sitrep().run(all, in: place.folder.url)
        tally.runs += 1
        let text = result.errorText + (command[0] == "doctor" ? result.outputText : "")
        #expect((0...2).contains(result.status), "\(alteration): \(command): \(result.status) \(text.suffix(600))")
        guard result.status != 0 else { return 0 }
        tally.failures += 1
        let remedies = [
            "sitrep doctor", "sitrep backup", "sitrep sources", "sitrep places", "sitrep figures", "sitrep ingest",
            // What mends the index of words.
            "('rebuild')",
        ]
        #expect(
            !text.contains("rror: ") && remedies.contains { text.contains($0) },
            "\(alteration): \(command): \(result.status) \(text.suffix(600))")
        return result.status
    }
}
