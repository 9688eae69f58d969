import Foundation
import TestSupport
import Testing

/// A short run of every target of `make fuzz`, by a mutator with a seed: the same inputs every time.
@Suite struct FuzzTests {
    private func fuzzer() throws -> CommandRunner {
        CommandRunner(
            program: try CommandRunner.sitrep().program.deletingLastPathComponent().appendingPathComponent(
                "sitrep-fuzz"))
    }

    @Test(arguments: [
        "extractor", "numerals", "dates", "jobs", "html", "feed", "text", "encoding", "jsonl", "json", "markdown",
        "mail",
        "docx", "pdf", "pdf-file", "archive", "gzip", "warc", "store-import", "store-file",
    ])
    func findsNothing(_ target: String) async throws {
        let folder = try TemporaryFolder()
        let words = ["run", target, "--runs", "25", "--seed", "1", "--into", folder.path]
        let result = try await fuzzer().run(words, timeout: 120)
        #expect(result.status == 0, "\(result.errorText)")
        #expect(result.errorText.contains("\(target): 25 inputs in "))
    }

    /// The list of this test is that of the program.
    @Test func knowsEveryTarget() async throws {
        let names = try await fuzzer().run(["list"]).outputText.split(separator: "\n").compactMap {
            $0.split(separator: " ").first.map(String.init)
        }
        #expect(names.count == 20 && names.contains("store-file"))
    }

    /// What breaks is told with its input, and with the command that tries it again.
    @Test func keepsWhatBreaks() async throws {
        let folder = try TemporaryFolder()
        let result = try await fuzzer().run(["run", "self-test", "--runs", "60", "--into", folder.path])
        #expect(result.status == 1)
        #expect(result.errorText.contains("self-test: violation: the input holds a zero"))
        #expect(result.errorText.contains("Precondition failed: the input holds an exclamation mark"))
        let again = try await fuzzer().run(["replay", "self-test", folder.path + "/self-test/finding-1.bin"])
        #expect(again.status != 0)
    }

    /// Any number of threads gives the same bytes, in the same order.
    @Test func jobsDoNotShow() async throws {
        let folder = try TemporaryFolder()
        var generator = SplitMix64(seed: 3)
        let pieces = [
            "At least 24 people ", "were killed", " in Aden", " and 9,000 fled", ", the UN said.", "\\n\\n", "½",
            " on Monday",
        ]
        let lines = (0..<60).map { number in
            let text = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }
            return "{\"id\":\"\(number)\",\"date\":\"2023-11-03\",\"text\":\"In Aden, \(text.joined())\"}\n"
        }
        try folder.write(lines.joined(), to: "a.jsonl")
        var outputs: [Data] = []
        for jobs in ["1", "2", "5"] {
            let result = try await CommandRunner.sitrep().run(["extract", "--jobs", jobs, folder.file("a.jsonl").path])
            #expect(result.status == 0)
            outputs.append(result.output)
        }
        #expect(outputs[0].count > 5_000 && outputs.allSatisfy { $0 == outputs[0] })
    }
}
