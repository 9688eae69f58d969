import Foundation

/// Runs a target in a process of its own and watches it: one that crashes, breaks an invariant or hangs is told with
/// its input, which is kept, and another goes on with the next seed until the time is up.
final class Supervisor {
    private let target: any FuzzTarget
    private let options: RunOptions
    private let folder: String
    private var findings = 0

    /// Processor seconds that one input may take, and seconds of the clock that it may wait for something.
    private static let (busyLimit, idleLimit) = (20.0, 300.0)
    private static let findingLimit = 20

    init(_ target: any FuzzTarget, _ options: RunOptions) throws {
        self.target = target
        self.options = options
        folder = options.into + "/" + target.name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// - Returns: what was done.
    func run() throws -> Tally {
        let (begin, cpu) = (Date(), Supervisor.childSeconds())
        var (inputs, seed) = (0, options.seed)
        while findings < Supervisor.findingLimit {
            let left = options.seconds.map { $0 - Int(Date().timeIntervalSince(begin)) }
            let runs = options.runs.map { $0 - inputs }
            if left ?? 1 <= 0 || runs ?? 1 <= 0 { break }
            let (count, isDone) = try runOnce(seed, left, runs)
            inputs += count
            if isDone { break }
            seed += 1
        }
        return Tally(
            target: target.name, engine: Engine.name, seed: options.seed, inputs: inputs,
            seconds: Date().timeIntervalSince(begin), processorSeconds: Supervisor.childSeconds() - cpu,
            findings: findings)
    }

    /// - Returns: how many inputs the process tried, and whether it ended well.
    private func runOnce(_ seed: UInt64, _ seconds: Int?, _ runs: Int?) throws -> (Int, isDone: Bool) {
        let path = folder + "/state"
        try? FileManager.default.removeItem(atPath: path)
        let state = try SharedState(path: path)
        let process = try start(path, seed, seconds, runs)
        let hang = watch(process, state)
        process.waitUntilExit()
        if process.terminationStatus == 0, process.terminationReason == .exit, hang == nil {
            return (state.count, true)
        }
        let how = process.terminationReason == .exit ? "status" : "signal"
        try keep(state.input, hang ?? why() ?? "ended with \(how) \(process.terminationStatus)")
        return (state.count, false)
    }

    private func start(_ state: String, _ seed: UInt64, _ seconds: Int?, _ runs: Int?) throws -> Process {
        var words = ["work", target.name, "--state", state, "--folder", folder, "--seed", String(seed)]
        if let seconds { words += ["--seconds", String(seconds)] }
        if let runs { words += ["--runs", String(runs)] }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = words + options.corpus.flatMap { ["--corpus", $0] }
        var environment = ProcessInfo.processInfo.environment
        // The backtracer of Swift would hold a crashed process for seconds, and can hang.
        environment["SWIFT_BACKTRACE"] = "enable=no"
        environment["UBSAN_OPTIONS"] = "halt_on_error=1:print_stacktrace=1"
        environment["ASAN_OPTIONS"] = "detect_leaks=1"
        process.environment = environment
        _ = FileManager.default.createFile(atPath: messages, contents: nil)
        process.standardError = FileHandle(forWritingAtPath: messages)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        return process
    }

    private var messages: String { folder + "/messages.txt" }

    /// Ends a process that is at one input for too long.
    private func watch(_ process: Process, _ state: SharedState) -> String? {
        var (count, cpu, since) = (-1, 0.0, Date())
        while process.isRunning {
            Thread.sleep(forTimeInterval: 0.05)
            let now = Supervisor.seconds(of: process.processIdentifier)
            if state.count != count { (count, cpu, since) = (state.count, now, Date()) }
            // Before the first input, libraries and tables are made ready.
            guard count > 0 else { continue }
            let isBusy = now - cpu > Supervisor.busyLimit
            guard isBusy || Date().timeIntervalSince(since) > Supervisor.idleLimit else { continue }
            kill(process.processIdentifier, SIGKILL)
            return isBusy ? "hangs: more than \(Int(Supervisor.busyLimit)) s at one input" : "waits for ever"
        }
        return nil
    }

    /// The line of the messages that says most.
    private func why() -> String? {
        let text = FileManager.default.contents(atPath: messages).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let marks = [
            "violation: ", "runtime error: ", "Fatal error", "Precondition failed", "ERROR: AddressSanitizer",
            "ERROR: LeakSanitizer",
        ]
        let lines = text.split(separator: "\n")
        return marks.lazy.compactMap { mark in lines.first { $0.contains(mark) } }.first.map(String.init)
    }

    private func keep(_ input: [UInt8], _ why: String) throws {
        findings += 1
        var number = 1
        while FileManager.default.fileExists(atPath: "\(folder)/finding-\(number).bin") { number += 1 }
        let path = "\(folder)/finding-\(number)"
        try Data(input).write(to: URL(fileURLWithPath: path + ".bin"))
        try? FileManager.default.copyItem(atPath: messages, toPath: path + ".txt")
        let program = CommandLine.arguments[0]
        note(
            "\(target.name): \(why.prefix(400))\n  \(input.count) bytes; again: \(program) replay \(target.name) \(path).bin"
        )
    }

    /// The processor seconds of a process so far; 0 where it is gone.
    private static func seconds(of process: Int32) -> Double {
        guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = stat.lastIndex(of: ")")
        else { return 0 }
        let fields = stat[end...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// The processor seconds of all processes that were waited for.
    private static func childSeconds() -> Double {
        var usage = rusage()
        getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
}

func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
