import ArgumentParser
import Articles
import Foundation

/// What becomes of the inputs: told on standard error as it happens, counted for the exit code, and kept for
/// `--report-errors`.
final class InputLog {
    let progress: ProgressLine
    /// Articles that were read, now or before, and pages that are as they were.
    var done = 0
    private(set) var problems = 0
    private let report: FileHandle?

    /// - Parameter report: a file for the problems, one JSON object a line.
    /// - Throws: `Failure.nothingDone` where the file cannot be written.
    init(report path: String?, progress: ProgressLine = ProgressLine()) throws {
        self.progress = progress
        guard let path else {
            report = nil
            return
        }
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
        else { throw Failure.nothingDone("\(path): cannot be written: name another file with --report-errors") }
        report = file
    }

    func tell(_ text: some CustomStringConvertible) {
        progress.clear()
        Console.note(text)
    }

    func add(_ problem: InputProblem) {
        problems += 1
        progress.errors += 1
        tell(problem)
        guard let report else { return }
        let line = Line(input: problem.input, line: problem.line, reason: problem.reason, remedy: problem.remedy)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if let bytes = try? encoder.encode(line) { report.write(bytes + Data("\n".utf8)) }
    }

    private struct Line: Encodable {
        let input: String
        let line: Int?
        let reason: String
        let remedy: String?
    }

    /// The exit code that the inputs ask for.
    func finish() throws {
        progress.clear()
        if let signal = Interruption.received { throw ExitCode(128 + signal) }
        guard problems > 0 else { return }
        throw done > 0 ? ExitCode.someFailed : .nothingDone
    }
}
