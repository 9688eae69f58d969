import Foundation
import TestSupport
import Testing

/// Several programs on one store at the same time.
@Suite struct TogetherTests {
    private let place: StoreFolder

    init() throws { place = try StoreFolder() }

    /// Figures without what tells who was first: the number of their row, and the file that the article came from.
    private func figures(_ store: String) async throws -> [String] {
        try await place.export(store).split(separator: "\n").map { line in
            // Others may print the same claim later.
            String(line).replacing(/"(id|path|claim|articles)":("[a-z0-9.]+"|[0-9]+),/, with: "")
        }
    }

    /// Two that write, with articles in common, one after the other or at once: the same figures, sources, places and
    /// copies. Those that read meanwhile see whole articles, of one moment, and never wait.
    @Test func readersAndWriters() async throws {
        try place.folder.write((0..<90).map(NewsItem.init).jsonLines, to: "a.jsonl")
        try place.folder.write((60..<150).map(NewsItem.init).jsonLines, to: "b.jsonl")
        let serial = try await place.shell("sitrep ingest --db one.db a.jsonl && sitrep ingest --db one.db b.jsonl")
        #expect(serial.status == 0, "\(serial.errorText)")
        // Neither is there when they begin: one makes the store, and the other finds it.
        async let first = place.sitrep("ingest", "--db", "two.db", "a.jsonl")
        async let second = place.sitrep("ingest", "--db", "two.db", "b.jsonl")
        var readings = 0
        while readings < 4 {
            if !FileManager.default.fileExists(atPath: place.path("two.db")) {
                try await Task.sleep(for: .milliseconds(5))
                continue
            }
            readings += 1
            let number = readings
            async let listing = place.sitrep("figures", "--db", "two.db", "--format", "csv", "--lock-timeout", "0")
            async let report = place.sitrep(
                "report", "--week", "2023-W45", "--db", "two.db", "--charts", "none", "-o", "report-\(number)",
                "--lock-timeout", "0")
            for result in [try await listing, try await report] { #expect(result.status == 0, "\(result.errorText)") }
        }
        for result in [try await first, try await second] { #expect(result.status == 0, "\(result.errorText)") }
        #expect(try await figures("two.db") == figures("one.db"))
        for command in ["sources", "places"] {
            let one = try await place.sitrep(command, "--db", "one.db", "--format", "jsonl")
            let two = try await place.sitrep(command, "--db", "two.db", "--format", "jsonl")
            #expect(one.outputText == two.outputText)
        }
        #expect(try await place.sitrep("doctor", "--db", "two.db").status == 0)
    }

    /// A backup of a store that is written to is whole, and a prefix of what the store becomes.
    @Test func backupWhileAnotherWrites() async throws {
        try place.folder.write((0..<40).map(NewsItem.init).jsonLines, to: "a")
        try place.folder.write((40..<80).map(NewsItem.init).jsonLines, to: "b")
        #expect(try await place.shell("mkfifo news.jsonl").status == 0)
        async let feeder = place.shell("(cat a; while [ ! -e go ]; do sleep 0.1; done; cat b) > news.jsonl")
        async let writer = place.sitrep("ingest", "--jobs", "1", "--db", "s.db", "news.jsonl")
        let copy = try await place.shell(
            """
            while ! sitrep figures --db s.db --format csv 2> /dev/null | grep -q killed; do sleep 0.1; done
            sitrep backup --db s.db copy.db 2> told; echo $?
            touch go
            """)
        #expect(copy.outputText == "0\n")
        #expect(try await feeder.status == 0)
        #expect(try await writer.status == 0)
        // A batch was stored by then.
        #expect(try place.folder.text("told").hasPrefix("sitrep: copy.db: 32 articles with "))
        let whole = Set(try await figures("s.db"))
        #expect(try await figures("copy.db").allSatisfy(whole.contains))
        let doctor = try await place.sitrep("doctor", "--db", "copy.db")
        #expect(doctor.outputText.contains("\nok   store: copy.db: 32 articles"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: place.folder.path).filter { $0.hasPrefix("copy") } == [
                "copy.db"
            ])
    }
}
