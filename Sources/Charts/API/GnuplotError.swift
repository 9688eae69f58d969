public import Figures

/// Why a chart was not drawn. Where one is thrown, no file was made or changed.
public enum GnuplotError: Error, Sendable, Hashable {
    /// There is no such program.
    case programMissing(String)
    /// The system would not start it.
    case notStarted(program: String, reason: String)
    /// A signal ended gnuplot before it had read its script.
    case killed(signal: Int32, messages: String)
    /// gnuplot, or what was started in its place, left before it had read its script.
    case exited(status: Int32, messages: String)
    /// It did not end by itself.
    case timedOut(seconds: Int)
    /// gnuplot read the script and found fault with it.
    case scriptRefused(messages: String)
    case cannotWrite(path: String, reason: String)
    /// The data could not be laid down for gnuplot in the folder for temporary files.
    case noRoomForData(reason: String)
    /// gnuplot had no fault to find, yet the picture lacks its end.
    case pictureCutShort(format: ChartFormat)
    /// The chart has no points.
    case nothingToDraw(title: String)
    /// A value is infinite or not a number.
    case valueNotFinite(label: String, date: CalendarDate)
    /// The path's ending names no format.
    case unknownFormat(path: String)
}

extension GnuplotError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .programMissing(let program): Self.missing(program)
        case .notStarted(let program, let reason): "\(program) could not be started: \(reason)"
        case .killed(let signal, let messages):
            "gnuplot was ended by signal \(signal) before the chart was drawn" + Self.told(messages)
        case .exited(let status, let messages):
            "gnuplot left with status \(status) before the chart was drawn" + Self.told(messages)
                + (messages.isEmpty ? ": check that it is gnuplot 5.4 or later" : "")
        case .timedOut(let seconds):
            "gnuplot did not end within \(seconds) seconds and was stopped: draw fewer points, or check the program"
        case .scriptRefused(let messages):
            "gnuplot refused the chart's script; if you gave a theme, check it" + Self.told(messages)
        case .cannotWrite(let path, let reason):
            "the chart could not be written to '\(path)': \(reason)"
        case .noRoomForData(let reason):
            "the chart's data could not be written to the temporary folder (TMPDIR, else /tmp): \(reason)"
        case .pictureCutShort(let format):
            "gnuplot's \(format.rawValue) picture is incomplete: is the disk full?"
        case .nothingToDraw(let title):
            "there is nothing to draw for '\(title)': no figure fits, try wider filters"
        case .valueNotFinite(let label, let date):
            "the value of '\(label)' on \(date) is not a finite number: leave the point out"
        case .unknownFormat(let path):
            "'\(path)' does not say what to draw: end it in .png, .svg, .pdf, .txt (text) or .gp (gnuplot script)"
        }
    }

    private static func missing(_ program: String) -> String {
        program.contains("/")
            ? "there is no program at '\(program)': give the path of gnuplot"
            : "\(program) was not found on PATH: install it with 'apt-get install gnuplot-nox'"
    }

    private static func told(_ messages: String) -> String {
        messages.isEmpty ? "" : ":\n\(messages)"
    }
}
