import Foundation

/// A line on the terminal that says how far a long run is; nothing elsewhere.
///
///     12/340 files  45 of 310 MB  1,234 articles  5,678 figures  3 errors  12.3 MB/s  0:21 left
final class ProgressLine {
    /// All in all; nil where it is not known, as of a pipe.
    var fileTotal = 0
    var byteTotal: Int?
    var files = 0
    var bytes = 0
    var articles = 0
    var figures = 0
    var errors = 0

    private let isShown: Bool
    private let start = ContinuousClock.now
    private var lastDrawn: ContinuousClock.Instant?
    private var isOnScreen = false

    private static let interval = Duration.milliseconds(200)

    init(isShown: Bool = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb") {
        self.isShown = isShown
    }

    /// Draws the line where it is time to.
    func update() {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let lastDrawn, now - lastDrawn < ProgressLine.interval { return }
        // A run that is over in a moment shows nothing.
        if lastDrawn == nil, now - start < ProgressLine.interval { return }
        lastDrawn = now
        isOnScreen = true
        write("\r" + String(text((now - start) / .seconds(1)).prefix(width - 1)) + "\u{1B}[K")
    }

    /// Takes the line off the screen, before something else is written there and at the end.
    func clear() {
        guard isOnScreen else { return }
        isOnScreen = false
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

    private var width: Int {
        var window = winsize()
        let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 1
        return isKnown ? Int(window.ws_col) : 80
    }

    /// - Parameter seconds: since the start.
    func text(_ seconds: Double) -> String {
        let rate = seconds > 0 ? Double(bytes) / seconds : 0
        var parts = ["\(files)/\(max(fileTotal, files)) files"]
        if let byteTotal, byteTotal > 0 {
            parts.append("\(megabytes(min(bytes, byteTotal))) of \(megabytes(byteTotal)) MB")
        } else {
            parts.append("\(megabytes(bytes)) MB")
        }
        parts.append("\(grouped(articles)) articles")
        if figures > 0 { parts.append("\(grouped(figures)) figures") }
        if errors > 0 { parts.append("\(grouped(errors)) errors") }
        parts.append(String(format: "%.1f MB/s", rate / 1_000_000))
        if let byteTotal, rate > 0, bytes > 0, byteTotal > bytes {
            let left = Int((Double(byteTotal - bytes) / rate).rounded(.up))
            parts.append(String(format: "%d:%02d left", left / 60, left % 60))
        }
        return parts.joined(separator: "  ")
    }

    private func megabytes(_ bytes: Int) -> String {
        bytes < 10_000_000 ? String(format: "%.1f", Double(bytes) / 1_000_000) : grouped(bytes / 1_000_000)
    }

    private func grouped(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(number).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }
}
