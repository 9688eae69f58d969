import Foundation
import Reports

/// Standard output and standard error.
enum Console {
    /// Writes a line on standard error. What it quotes of inputs and names cannot make a terminal obey.
    static func note(_ text: some CustomStringConvertible) { tell("sitrep: \(text)") }

    /// The same without the program's name.
    static func tell(_ text: String) { FileHandle.standardError.write(Data((CellText.block(text) + "\n").utf8)) }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// The width of the window; nil where output goes elsewhere.
    static var width: Int? { size?.columns }

    static var size: (columns: Int, rows: Int)? {
        var window = winsize()
        guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return nil }
        return (Int(window.ws_col), Int(window.ws_row))
    }

    /// The width of the window in pixels; nil where it is not known.
    static var pixels: Int? {
        var window = winsize()
        guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_xpixel > 0 else { return nil }
        return Int(window.ws_xpixel)
    }

    /// Whether colours may be used: on a terminal, and https://no-color.org not asked for.
    static var hasColor: Bool {
        isTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }
}

/// Standard output or a file, written in large pieces. A reader that goes away ends the program quietly, by SIGPIPE.
final class Output {
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    /// The first piece that could not be written to a file.
    private var failure: (any Error)?
    private static let pieceSize = 1 << 16

    private init(_ handle: FileHandle) { self.handle = handle }

    /// Hands `body` a place to write and writes the rest when it is done.
    static func write<Failure>(_ body: (Output) throws(Failure) -> Void) throws(Failure) {
        let output = Output(.standardOutput)
        defer { output.flush() }
        try body(output)
    }

    /// The same into the file `path`, which takes its place when it is whole; standard output where it is nil.
    static func write(to path: String?, _ body: (Output) throws -> Void) throws {
        guard let path else { return try write(body) }
        try ReplacingFile.write(path) { temporary in
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: temporary))
            let output = Output(handle)
            try body(output)
            output.flush()
            do { try handle.close() } catch { output.failure = output.failure ?? error }
            if let failure = output.failure {
                throw sitrep.Failure.nothingDone("\(path): cannot be written: \(failure.localizedDescription)")
            }
        }
    }

    func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Output.pieceSize { flush() }
    }

    func write(_ bytes: [UInt8]) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Output.pieceSize { flush() }
    }

    private func flush() {
        do { try handle.write(contentsOf: buffer) } catch { failure = failure ?? error }
        buffer.removeAll(keepingCapacity: true)
    }
}
