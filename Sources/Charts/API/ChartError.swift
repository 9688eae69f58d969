/// Why a chart could not be drawn, and what to do about it.
public enum ChartError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no program of that name.
    case missing(String)
    case cannotStart(String, String)
    /// Gnuplot ended by a signal before it was done.
    case died(signal: Int)
    /// It did not end by itself.
    case timedOut(seconds: Int)
    /// Gnuplot refused a command; its own words.
    case refused(String)
    case cannotWrite(String, String)
    case noPoints
    case unknownFormat(String)

    public var description: String {
        switch self {
        case .missing(let program):
            "\(program): no such program: charts want gnuplot: install it with 'apt-get install gnuplot-nox'"
        case .cannotStart(let program, let why): "\(program): cannot be started: \(why)"
        case .died(let signal):
            "gnuplot was ended by signal \(signal) before the chart was done: nothing was written: try again"
        case .timedOut(let seconds):
            "gnuplot did not end within \(seconds) seconds and was stopped: nothing was written"
        case .refused(let words): "gnuplot refused the chart: \(words)"
        case .cannotWrite(let path, let why): "\(path): cannot be written: \(why)"
        case .noPoints: "there is nothing to draw: no figure passes the filters, or none has a day"
        case .unknownFormat(let path): "\(path): a chart's name ends in .png, .svg, .pdf or .gp"
        }
    }
}
