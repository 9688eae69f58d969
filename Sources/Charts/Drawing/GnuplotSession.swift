import Foundation
import GnuplotStream

/// A running gnuplot. What goes wrong while it is written to is told when it is closed.
final class GnuplotSession {
    private var session: OpaquePointer?

    /// - Throws: `ChartError.missing`, `.cannotStart`.
    init(_ program: String) throws(ChartError) {
        var failure: Int32 = 0
        session = sitrep_gnuplot_open(program, &failure)
        guard session == nil else { return }
        throw failure == ENOENT ? .missing(program) : .cannotStart(program, String(cString: strerror(failure)))
    }

    deinit {
        if let session { sitrep_gnuplot_result_free(sitrep_gnuplot_close(session, 1)) }
    }

    func write(_ commands: String) {
        var commands = commands
        commands.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { _ = sitrep_gnuplot_write(session, $0.baseAddress, $0.count) }
        }
    }

    /// Hands columns of one length over, in binary, and gives what names them in a plot command.
    func table(_ columns: [[Double]]) throws(ChartError) -> String {
        let rows = columns[0].count
        let flat = columns.flatMap { $0 }
        let name = flat.withUnsafeBufferPointer { numbers -> String? in
            let starts = columns.indices.map { column in numbers.baseAddress.map { $0 + column * rows } }
            guard let text = sitrep_gnuplot_table(session, starts, columns.count, rows) else { return nil }
            defer { free(text) }
            return String(cString: text)
        }
        guard let name else { throw .cannotWrite(NSTemporaryDirectory(), "no room for gnuplot's data") }
        return name
    }

    /// Ends the session.
    ///
    /// - Returns: what gnuplot wrote to its output.
    /// - Throws: `ChartError.died`, `.timedOut`, `.refused`.
    func close(patience: Int) throws(ChartError) -> String {
        guard let open = session, let result = sitrep_gnuplot_close(open, Int32(patience)) else { return "" }
        session = nil
        defer { sitrep_gnuplot_result_free(result) }
        let ended = result.pointee
        if ended.timed_out { throw .timedOut(seconds: patience) }
        if ended.signal != 0 { throw .died(signal: Int(ended.signal)) }
        if ended.status != 0 || ended.broken {
            throw .refused(GnuplotSession.complaint(ended.errors, ended.errors_size, status: ended.status))
        }
        return GnuplotSession.text(ended.output, ended.output_size)
    }

    private static func text(_ bytes: UnsafePointer<CChar>?, _ size: Int) -> String {
        guard let bytes else { return "" }
        return UnsafeRawBufferPointer(start: bytes, count: size).withMemoryRebound(to: UInt8.self) {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// Gnuplot's words on one line, or its exit status where it said nothing.
    private static func complaint(_ bytes: UnsafePointer<CChar>?, _ size: Int, status: Int32) -> String {
        let words = text(bytes, size).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? "it ended with status \(status)" : String(words.prefix(400))
    }
}
