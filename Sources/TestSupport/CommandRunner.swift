import Dispatch
public import Foundation
import Glibc

/// Runs a program as a user would: arguments, input, environment and folder in; output, errors and status out.
///
///     let result = try await CommandRunner.sitrep().run(["extract", "-"], input: Data(text.utf8))
///     result.status   // 0
///
/// Input and output go through files, so that neither much output nor a program that leaves its input unread can
/// block the test. The environment is a small fixed one, the same on every machine, with what the test adds to it.
public struct CommandRunner: Sendable {
    /// What a program left behind.
    public struct Result: Sendable {
        /// The exit status; of a program that a signal ended, 128 and the signal, as shells have it.
        public let status: Int32
        public let output: Data
        public let errors: Data

        public var outputText: String { String(decoding: output, as: UTF8.self) }
        public var errorText: String { String(decoding: errors, as: UTF8.self) }
    }

    /// Why a program was not run to its end.
    public enum Failure: Error, CustomStringConvertible {
        case notBuilt([URL])
        case timeout(String, seconds: Double)

        public var description: String {
            switch self {
            case .notBuilt(let places):
                "no sitrep at \(places.map(\.path).joined(separator: ", ")): run swift build, or set SITREP_BINARY"
            case .timeout(let command, let seconds):
                "'\(command)' ran longer than \(seconds) seconds and was killed"
            }
        }
    }

    public let program: URL

    public init(program: URL) { self.program = program }

    /// The `sitrep` of this build: `SITREP_BINARY`, or beside the running tests, or in the package's `.build/debug`.
    ///
    /// - Throws: `Failure.notBuilt` where there is none.
    public static func sitrep(file: String = #filePath) throws -> CommandRunner {
        let places = candidates(file)
        guard let program = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            throw Failure.notBuilt(places)
        }
        return CommandRunner(program: program)
    }

    private static func candidates(_ file: String) -> [URL] {
        var places: [URL] = []
        if let path = ProcessInfo.processInfo.environment["SITREP_BINARY"], !path.isEmpty {
            places.append(URL(fileURLWithPath: path))
        }
        if let tests = Bundle.main.executableURL {
            places.append(tests.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("sitrep"))
        }
        if let root = PackageFolder.root(of: file) { places.append(root.appendingPathComponent(".build/debug/sitrep")) }
        return places
    }

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - input: its standard input; empty where none is given.
    ///   - environment: put beside and over `PATH`, `HOME`, `LANG=C.UTF-8`, `TZ=UTC` and the options of sanitizers.
    ///   - folder: the folder that it runs in; this one where none is given.
    ///   - timeout: the seconds after which it is killed; `SITREP_TEST_PATIENCE` times as many, for slow builds.
    /// - Throws: `Failure.timeout`, and what the system says where the program cannot be started.
    public func run(
        _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], in folder: URL? = nil,
        timeout: Double = 60
    ) async throws -> Result {
        let files = try TemporaryFolder()
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = baseEnvironment().merging(environment) { $1 }
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(forReadingFrom: files.write(input, to: "input"))
        process.standardOutput = try FileHandle(forWritingTo: files.write(Data(), to: "output"))
        process.standardError = try FileHandle(forWritingTo: files.write(Data(), to: "errors"))
        let patience = ProcessInfo.processInfo.environment["SITREP_TEST_PATIENCE"].flatMap(Double.init) ?? 1
        guard try await Waiter(process).run(timeout * patience) else {
            let command = ([program.lastPathComponent] + arguments).joined(separator: " ")
            throw Failure.timeout(command, seconds: timeout)
        }
        let status = process.terminationStatus
        return Result(
            status: process.terminationReason == .exit ? status : 128 + status,
            output: try Data(contentsOf: files.file("output")), errors: try Data(contentsOf: files.file("errors")))
    }

    private func baseEnvironment() -> [String: String] {
        let names = [
            "PATH", "HOME", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS",
            "SWIFT_BACKTRACE",
        ]
        var own = ProcessInfo.processInfo.environment.filter { names.contains($0.key) }
        // Leaks are looked for in the programs, not in what runs the tests.
        if let leaks = ProcessInfo.processInfo.environment["SITREP_LEAKS"], let options = own["ASAN_OPTIONS"] {
            own["ASAN_OPTIONS"] = options + ":detect_leaks=" + leaks
        }
        return own.merging(["LANG": "C.UTF-8", "TZ": "UTC"]) { $1 }
    }
}

/// Waits for a process without holding a thread.
private final class Waiter: @unchecked Sendable {
    private let process: Process
    /// Guards `isLate`: the timer and the end of the process run on threads of their own.
    private let lock = NSLock()
    private var isLate = false

    init(_ process: Process) { self.process = process }

    /// False where the process was killed after `timeout` seconds.
    func run(_ timeout: Double) async throws -> Bool {
        let timer = DispatchSource.makeTimerSource()
        timer.schedule(deadline: .now() + timeout)
        timer.setEventHandler { [self] in kill() }
        defer { timer.cancel() }
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in ended.resume() }
            do { try process.run() } catch {
                process.terminationHandler = nil
                ended.resume(throwing: error)
            }
            timer.activate()
        }
        return !lock.withLock { isLate }
    }

    private func kill() {
        guard process.isRunning else { return }
        lock.withLock { isLate = true }
        _ = Glibc.kill(process.processIdentifier, SIGKILL)
    }
}
