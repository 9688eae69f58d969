import Foundation
import TestSupport
import Testing

@Suite struct CommandRunnerTests {
    private let shell = CommandRunner(program: URL(fileURLWithPath: "/bin/sh"))

    @Test func tellsOutputErrorsAndStatus() async throws {
        let result = try await shell.run(["-c", "echo out; echo err >&2; exit 3"])
        #expect(result.outputText == "out\n" && result.errorText == "err\n" && result.status == 3)
    }

    @Test func givesTheInput() async throws {
        let result = try await shell.run(["-c", "cat"], input: Data("24 people".utf8))
        #expect(result.outputText == "24 people")
    }

    @Test func endsTheInputWhereNoneIsGiven() async throws {
        #expect(try await shell.run(["-c", "cat"]).outputText == "")
    }

    @Test func setsTheEnvironmentAndTheFolder() async throws {
        let folder = try TemporaryFolder()
        let command = "echo $SITREP_DB $TZ; pwd -P"
        let result = try await shell.run(["-c", command], environment: ["SITREP_DB": "x.db"], in: folder.url)
        #expect(result.outputText == "x.db UTC\n\(folder.url.resolvingSymlinksInPath().path)\n")
    }

    @Test func keepsTheTestsOwnEnvironmentOut() async throws {
        let result = try await shell.run(["-c", "env"])
        #expect(!result.outputText.contains("SITREP_"))
    }

    /// Far more than a pipe holds, on both outputs, with as much input that nobody reads.
    @Test func isNotBlockedByLargeOutput() async throws {
        let command =
            "i=0; while [ $i -lt 20000 ]; do echo 0123456789012345678901234567890123456789; echo $i >&2; i=$((i+1)); done"
        let result = try await shell.run(["-c", command], input: Data(count: 1_000_000))
        #expect(result.status == 0 && result.output.count == 820_000 && result.errors.count > 100_000)
    }

    @Test func tellsTheSignal() async throws {
        #expect(try await shell.run(["-c", "kill -9 $$"]).status == 137)
    }

    @Test func killsWhatRunsTooLong() async throws {
        await #expect(throws: CommandRunner.Failure.self) {
            try await shell.run(["-c", "exec sleep 30"], timeout: 0.3)
        }
    }

    @Test func failsForAProgramThatIsNotThere() async throws {
        let runner = CommandRunner(program: URL(fileURLWithPath: "/no/such/program"))
        await #expect(throws: (any Error).self) { try await runner.run([]) }
    }

    @Test func findsTheProgramOfThisBuild() throws {
        #expect(try CommandRunner.sitrep().program.lastPathComponent == "sitrep")
    }

    @Test func runsManyAtOnce() async throws {
        let shell = shell
        let outputs = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<16 { group.addTask { try await shell.run(["-c", "echo \(number)"]).outputText } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(outputs == Set((0..<16).map { "\($0)\n" }))
    }
}
