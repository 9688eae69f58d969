import Foundation

/// Another program that is asked for something short.
enum Tool {
    struct Answer {
        /// What it wrote, on standard output and standard error.
        let output: String

        var firstLine: String { output.split(separator: "\n").first.map(String.init) ?? "" }
    }

    /// Nil where there is no such program, on PATH or at the path given, or it does not end within ten seconds.
    static func run(_ name: String, _ arguments: [String]) -> Answer? {
        guard let program = path(of: name) else { return nil }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = pipe
        guard (try? process.run()) != nil else { return nil }
        let timer = DispatchSource.makeTimerSource()
        timer.schedule(deadline: .now() + 10)
        timer.setEventHandler { process.terminate() }
        timer.activate()
        defer { timer.cancel() }
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationReason == .exit else { return nil }
        return Answer(output: String(decoding: bytes, as: UTF8.self))
    }

    static func path(of name: String) -> String? {
        if name.contains("/") { return FileManager.default.isExecutableFile(atPath: name) ? name : nil }
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
