public import Foundation

/// Texts that a test compares with files of its target: `Tests/<Target>/Golden/<name>`.
///
///     try Golden.check(report, "weekly.md")
///
/// `SITREP_RECORD=1 swift test` writes the files anew. A run that records fails, so that no recording passes for a
/// test: read what changed, then run again without it.
public enum Golden {
    /// Why a text is not its golden file.
    public enum Failure: Error, CustomStringConvertible {
        case missing(URL)
        case recorded(URL)
        case differs(URL, line: Int, expected: String, found: String)

        public var description: String {
            switch self {
            case .missing(let file): "\(file.path) is missing: run with SITREP_RECORD=1 to write it"
            case .recorded(let file): "\(file.path) was recorded: read what changed, then run without SITREP_RECORD"
            case .differs(let file, let line, let expected, let found):
                """
                \(file.path):\(line) differs; if the new text is right, run with SITREP_RECORD=1
                - \(expected)
                + \(found)
                """
            }
        }
    }

    /// Whether this run records: `SITREP_RECORD` is set to something else than `0`.
    public static var isRecording: Bool {
        let value = ProcessInfo.processInfo.environment["SITREP_RECORD"] ?? ""
        return !value.isEmpty && value != "0"
    }

    /// Compares `text` with the golden file `name` of the target that `file` belongs to.
    ///
    /// - Throws: `Failure` where they differ, where there is no such file, and in every run that records.
    public static func check(
        _ text: String, _ name: String, recording: Bool = isRecording, file: String = #filePath
    ) throws {
        try check(text, against: folder(of: file).appendingPathComponent(name), recording: recording)
    }

    /// Compares `text` with the file at `golden`; writes it first, its folders too, where `recording`.
    ///
    /// - Throws: `Failure`, as above.
    public static func check(_ text: String, against golden: URL, recording: Bool) throws {
        if recording {
            let folder = golden.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: golden)
            throw Failure.recorded(golden)
        }
        guard let data = FileManager.default.contents(atPath: golden.path) else { throw Failure.missing(golden) }
        if data != Data(text.utf8) { throw difference(String(decoding: data, as: UTF8.self), text, golden) }
    }

    /// `Tests/<Target>/Golden` for a source file anywhere below `Tests/<Target>`.
    private static func folder(of file: String) -> URL {
        var at = URL(fileURLWithPath: file).deletingLastPathComponent()
        while at.deletingLastPathComponent().lastPathComponent != "Tests", at.pathComponents.count > 2 {
            at.deleteLastPathComponent()
        }
        return at.appendingPathComponent("Golden")
    }

    /// The first line that is not the same in both.
    private static func difference(_ expected: String, _ found: String, _ file: URL) -> Failure {
        let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let new = found.split(separator: "\n", omittingEmptySubsequences: false)
        var line = 0
        while line < old.count, line < new.count, old[line] == new[line] { line += 1 }
        func text(_ lines: [Substring]) -> String { line < lines.count ? String(lines[line]) : "(end of file)" }
        return .differs(file, line: line + 1, expected: text(old), found: text(new))
    }
}
