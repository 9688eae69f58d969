import Foundation
import GnuplotStream
import Testing

/// What a run gave, copied out of the stream.
private struct Run {
    var start: gnuplot_stream_code
    var reachedEnd = false
    var timedOut = false
    var status: Int32 = 0
    var signal: Int32 = 0
    var output = Data()
    var messages = ""
}

/// Runs `script` with `program`; `columns` are laid down first and their source takes the place of `DATA`.
private func gnuplot(_ script: String, program: String = "gnuplot", seconds: UInt32 = 60, columns: [[Double]] = [])
    -> Run
{
    var stream: OpaquePointer?
    var result = Run(start: gnuplot_stream_start(program, seconds, 2 << 30, &stream).code)
    guard let stream else { return result }
    defer { gnuplot_stream_free(stream) }
    let source = columns.isEmpty ? "" : lay(columns, stream)
    var text = script.replacingOccurrences(of: "DATA", with: source)
    text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { text in
            if let start = text.baseAddress { _ = gnuplot_stream_write(stream, start, text.count) }
        }
    }
    let end = gnuplot_stream_finish(stream)
    result.reachedEnd = end.reached_end
    result.timedOut = end.timed_out
    result.status = end.status
    result.signal = end.signal
    result.output = Data(bytes: end.output, count: end.output_size)
    result.messages = String(cString: end.messages)
    return result
}

private func lay(_ columns: [[Double]], _ stream: OpaquePointer) -> String {
    let numbers = columns.flatMap { $0 }
    let rows = columns[0].count
    var text: UnsafePointer<CChar>?
    numbers.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        let starts = columns.indices.map { start + $0 * rows }
        _ = gnuplot_stream_columns(stream, starts, starts.count, rows, &text)
    }
    return text.map { String(cString: $0) } ?? ""
}

/// An executable shell script in a folder of its own, removed afterwards.
private func withProgram<T>(_ lines: String, _ body: (String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stream-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appendingPathComponent("gnuplot")
    try writeProgram("#!/bin/sh\n\(lines)\n", to: program.path)
    return try body(program.path)
}

/// Writes an executable shell script. Another process does it: were the file open for writing here while a test beside
/// this one starts a program, that program's copy of the descriptor would keep the script from being run.
private func writeProgram(_ text: String, to path: String) throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "printf %s \"$1\" > \"$2\" && chmod 755 \"$2\"", "sh", text, path]
    try shell.run()
    shell.waitUntilExit()
}

/// Lines enough to fill a pipe several times.
private let manyLines = 50_000

private func script(lines: Int) -> String { String(repeating: "x = 1\n", count: lines) }

@Suite struct Endings {
    @Test func aScriptThatDraws() {
        let run = gnuplot("set terminal svg\nplot x\n")
        #expect(run.start == GNUPLOT_STREAM_OK)
        #expect(run.reachedEnd)
        #expect(run.status == 0)
        #expect(run.messages.trimmingCharacters(in: .whitespacesAndNewlines) == "")
        #expect(run.output.starts(with: Data("<?xml".utf8)))
    }

    @Test(arguments: ["no-such-gnuplot", "/no/such/gnuplot"])
    func missing(program: String) {
        #expect(gnuplot("plot x\n", program: program).start == GNUPLOT_STREAM_MISSING)
    }

    @Test func notAProgram() {
        #expect(gnuplot("plot x\n", program: "/tmp").start == GNUPLOT_STREAM_NOT_STARTED)
    }

    @Test(arguments: [1, manyLines])
    func leavesAtOnce(lines: Int) throws {
        let run = try withProgram("echo gone >&2; exit 3") { gnuplot(script(lines: lines), program: $0) }
        #expect(run.start == GNUPLOT_STREAM_OK)
        #expect(!run.reachedEnd)
        #expect(run.status == 3)
        #expect(run.signal == 0)
        #expect(run.messages == "gone\n")
    }

    @Test(arguments: [1, manyLines])
    func dies(lines: Int) throws {
        let run = try withProgram("read line; kill -9 $$") { gnuplot(script(lines: lines), program: $0) }
        #expect(!run.reachedEnd)
        #expect(run.signal == SIGKILL)
    }

    /// Neither reads nor ends, and leaves a child behind that holds the pipes open.
    @Test(arguments: [1, manyLines])
    func hangs(lines: Int) throws {
        let run = try withProgram("sleep 600 & sleep 600") { gnuplot(script(lines: lines), program: $0, seconds: 1) }
        #expect(run.timedOut)
        #expect(!run.reachedEnd)
        #expect(run.signal == SIGKILL)
    }

    @Test func readsButIsNoGnuplot() throws {
        let run = try withProgram("exec cat") { gnuplot("plot x\n", program: $0) }
        #expect(!run.reachedEnd)
        #expect(run.status == 0)
        #expect(run.output.starts(with: Data("plot x\n".utf8)))
    }

    @Test func aWrongCommandIsToldAndTheRestIsRead() {
        let run = gnuplot("nonsense\nprint 'still here'\n")
        #expect(run.reachedEnd)
        #expect(run.status == 1)
        #expect(run.messages.contains("invalid command"))
        #expect(run.messages.contains("still here"))
    }

    @Test func exitInTheScriptIsNoEnd() {
        let run = gnuplot("exit status 7\n")
        #expect(!run.reachedEnd)
        #expect(run.status == 7)
    }

    /// gnuplot goes on after it, to standard output.
    @Test func outputThatCannotBeOpened() {
        let run = gnuplot("set terminal svg\nset output '/no/such/folder/a.svg'\nplot x\n")
        #expect(run.reachedEnd)
        #expect(run.status == 1)
        #expect(run.messages.contains("cannot open file"))
        #expect(!run.output.isEmpty)
    }

    @Test func freeWithoutFinish() {
        var stream: OpaquePointer?
        #expect(gnuplot_stream_start("gnuplot", 60, 2 << 30, &stream).code == GNUPLOT_STREAM_OK)
        gnuplot_stream_free(stream)
    }
}

@Suite struct DataColumns {
    /// Sent as text, the class would give six digits: 1.70407e+09.
    @Test func numbersArriveToTheLastBit() {
        let run = gnuplot(
            "set print '-'\nstats DATA using 1:2 nooutput\nprint sprintf('%.17g %.17g', STATS_max_x, STATS_min_y)\n",
            columns: [[1, 1_704_067_200], [0.1, 7]])
        #expect(String(decoding: run.output, as: UTF8.self) == "1704067200 0.10000000000000001\n")
    }

    @Test func manyRowsAndALongAnswer() {
        let days = (0..<100_000).map(Double.init)
        let run = gnuplot(
            "set print '-'\nstats DATA using 1:2 nooutput\n"
                + "do for [i = 1:20000] { print sprintf('%.0f %060d', STATS_records, i) }\n",
            columns: [days, days])
        #expect(run.reachedEnd)
        #expect(run.output.count > 1_000_000)
        #expect(run.output.starts(with: Data("100000 000".utf8)))
    }

    @Test func manyMessagesDoNotHoldUp() {
        let run = gnuplot(String(repeating: "print 'a line that goes to standard error'\n", count: 20_000))
        #expect(run.reachedEnd)
        #expect(run.messages.utf8.count > 700_000)
    }

    @Test func noRowsAreRefused() {
        var stream: OpaquePointer?
        _ = gnuplot_stream_start("gnuplot", 60, 2 << 30, &stream)
        defer { gnuplot_stream_free(stream) }
        guard let stream else { return }
        var text: UnsafePointer<CChar>?
        #expect(gnuplot_stream_columns(stream, [], 0, 0, &text).code == GNUPLOT_STREAM_FAILED)
        #expect(text == nil)
    }

    @Test func theFolderIsGoneAfterwards() {
        let run = gnuplot("print \"DATA\"\n", columns: [[1], [2]])
        let path = run.messages.split(separator: "'").dropFirst().first.map(String.init) ?? ""
        #expect(path.hasSuffix("/0"))
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}

@Suite struct Neighbours {
    @Test func sideBySide() async {
        await withTaskGroup(of: Bool.self) { group in
            for index in 0..<16 {
                group.addTask {
                    let run = gnuplot("set print '-'\nprint '\(index)'\n", columns: [[1], [2]])
                    return run.reachedEnd && run.output == Data("\(index)\n".utf8)
                }
            }
            for await good in group { #expect(good) }
        }
    }

    /// Where one run inherited another's descriptors, that one would wait for an end of file that never comes.
    @Test func descriptorsAreNotInherited() throws {
        let before = try openPipes()
        var stream: OpaquePointer?
        #expect(gnuplot_stream_start("gnuplot", 60, 2 << 30, &stream).code == GNUPLOT_STREAM_OK)
        defer { gnuplot_stream_free(stream) }
        #expect(try openPipes() == before)
    }

    /// How many pipes a program is started with.
    private func openPipes() throws -> Int {
        let run = try withProgram("exec ls -l /proc/self/fd") { gnuplot("", program: $0) }
        return String(decoding: run.output, as: UTF8.self).components(separatedBy: "pipe:").count
    }

    @Test func theSignalMaskIsAsBefore() throws {
        var before = sigset_t()
        var after = sigset_t()
        pthread_sigmask(SIG_BLOCK, nil, &before)
        _ = try withProgram("exit 3") { gnuplot(script(lines: manyLines), program: $0) }
        pthread_sigmask(SIG_BLOCK, nil, &after)
        #expect(sigismember(&before, SIGPIPE) == sigismember(&after, SIGPIPE))
        var pending = sigset_t()
        sigpending(&pending)
        #expect(sigismember(&pending, SIGPIPE) == 0)
    }
}
