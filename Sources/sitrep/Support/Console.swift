import Foundation

/// Standard output and standard error.
enum Console {
    /// Writes a line on standard error.
    static func note(_ text: some CustomStringConvertible) {
        FileHandle.standardError.write(Data("sitrep: \(text)\n".utf8))
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// The width of the window; nil where output goes elsewhere.
    static var width: Int? { size?.columns }

    static var size: (columns: Int, rows: Int)? {
        var window = winsize()
        guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return nil }
        return (Int(window.ws_col), Int(window.ws_row))
    }

    /// Whether colours may be used: on a terminal, and https://no-color.org not asked for.
    static var hasColor: Bool {
        isTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }
}

/// Standard output, written in large pieces. A reader that goes away ends the program quietly, by SIGPIPE.
final class Output {
    private var buffer: [UInt8] = []
    private static let pieceSize = 1 << 16

    /// Hands `body` a place to write and writes the rest when it is done.
    static func write<Failure>(_ body: (Output) throws(Failure) -> Void) throws(Failure) {
        let output = Output()
        defer { output.flush() }
        try body(output)
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
        try? FileHandle.standardOutput.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
