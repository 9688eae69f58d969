import Glibc
import GnuplotStream

/// One run of gnuplot, over `GnuplotStream`. It ends with its owner, if not before.
struct GnuplotSession: ~Copyable {
    private let stream: OpaquePointer
    private let timeLimit: Int

    /// - Parameters:
    ///   - timeLimit: seconds until gnuplot is stopped, 1 or more.
    ///   - memoryLimit: bytes of memory that it gets.
    init(_ program: String, timeLimit: Int, memoryLimit: Int) throws(GnuplotError) {
        self.timeLimit = timeLimit
        var started: OpaquePointer?
        let error = gnuplot_stream_start(program, UInt32(clamping: max(1, timeLimit)), memoryLimit, &started)
        guard let started else {
            if error.code == GNUPLOT_STREAM_MISSING { throw .programMissing(program) }
            throw .notStarted(program: program, reason: reason(error))
        }
        stream = started
    }

    deinit { gnuplot_stream_free(stream) }

    /// A program that reads no more is no error here: `finish` knows what became of it.
    borrowing func write(_ script: String) {
        var script = script
        script.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                if let start = text.baseAddress { _ = gnuplot_stream_write(stream, start, text.count) }
            }
        }
    }

    /// Lays columns of equal length down for gnuplot, to the last bit.
    ///
    /// - Returns: what a `plot` command takes for them; empty where gnuplot is gone, as `finish` will tell.
    borrowing func source(_ columns: [[Double]]) throws(GnuplotError) -> String {
        let rows = columns.first?.count ?? 0
        let joined = columns.flatMap { $0 }
        var text: UnsafePointer<CChar>?
        let error = joined.withUnsafeBufferPointer { numbers -> gnuplot_stream_error in
            guard let start = numbers.baseAddress else {
                return gnuplot_stream_error(code: GNUPLOT_STREAM_FAILED, number: EINVAL)
            }
            let starts = columns.indices.map { start + $0 * rows }
            return gnuplot_stream_columns(stream, starts, starts.count, rows, &text)
        }
        if let text { return String(cString: text) }
        guard error.code == GNUPLOT_STREAM_CLOSED else { throw .noRoomForData(reason: reason(error)) }
        return ""
    }

    /// Ends the script and waits for gnuplot.
    ///
    /// - Returns: what it wrote to standard output.
    consuming func finish() throws(GnuplotError) -> [UInt8] {
        let result = gnuplot_stream_finish(stream)
        let messages = text(result.messages, result.messages_size)
        if result.timed_out { throw .timedOut(seconds: timeLimit) }
        if result.signal != 0 { throw .killed(signal: result.signal, messages: messages) }
        guard result.reached_end else { throw .exited(status: result.status, messages: messages) }
        guard result.status == 0, !holdsComplaint(messages) else { throw .scriptRefused(messages: messages) }
        return UnsafeRawBufferPointer(start: result.output, count: result.output_size).map { $0 }
    }
}

/// gnuplot 5.4 reads on after an error and then exits with 1. Other versions may not, so we look for a place in the
/// script that is no mere warning: `line 0: invalid command`.
private func holdsComplaint(_ messages: String) -> Bool {
    messages.split(separator: "\n").contains { line in
        line.drop { $0 == " " }.hasPrefix("line ") && !line.contains("warning:")
    }
}

/// What gnuplot said, without empty lines, at most twenty lines.
private func text(_ start: UnsafePointer<CChar>, _ size: Int) -> String {
    let text = String(decoding: UnsafeRawBufferPointer(start: start, count: size), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { line in line.contains { $0 != " " } }
    return lines.prefix(20).joined(separator: "\n")
}

private func reason(_ error: gnuplot_stream_error) -> String {
    error.number == 0 ? "no more is known" : systemReason(error.number)
}

/// The system's words for an errno.
func systemReason(_ number: Int32) -> String { String(cString: strerror(number)) }
