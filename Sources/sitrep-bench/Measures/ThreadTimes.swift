import Foundation

/// The processor time of a command's threads.
///
/// Where processors are shared with others, time on the wall does not tell what a second thread is worth; the time of the
/// thread with the most work does, since no run can end before it.
enum ThreadTimes {
    /// Seconds of the thread that worked most, the least of several runs.
    static func busiest(_ command: Command, repeats: Int) -> Double {
        (0..<repeats).map { _ in busiest(command) }.min() ?? 0
    }

    private static func busiest(_ command: Command) -> Double {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command.arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { stop("\(command.arguments[0]): cannot be run") }
        var times: [String: Double] = [:]
        while process.isRunning {
            // What a thread did is gone when it ends: it is asked every few milliseconds.
            for (thread, time) in threads(of: process.processIdentifier) { times[thread] = time }
            usleep(3000)
        }
        return times.values.max() ?? 0
    }

    /// Nanoseconds on a processor are the first number of a thread's `schedstat`.
    private static func threads(of process: pid_t) -> [(String, Double)] {
        let folder = "/proc/\(process)/task"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { name in
            let text = try? String(contentsOfFile: "\(folder)/\(name)/schedstat", encoding: .utf8)
            return text?.split(separator: " ").first.flatMap { Double($0) }.map { (name, $0 / 1e9) }
        }
    }
}
