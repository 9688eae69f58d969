import Foundation

/// Draws charts with gnuplot.
///
///     let renderer = ChartRenderer()
///     try renderer.draw(chart, to: "deaths.svg")
///     print(try renderer.terminal(chart, columns: 80, rows: 24, color: true))
///
/// The same chart gives the same bytes with the same gnuplot, fonts and time zone. Several renderers, or one on
/// several threads, may draw at the same time.
public struct ChartRenderer: Sendable {
    /// A name on PATH, or a path with a slash.
    public var gnuplot: String
    public var theme: ChartTheme
    /// How long one run of gnuplot may take, in seconds; 1 or more. A picture takes a tenth of a second.
    public var timeLimit = ChartRenderer.standardTimeLimit
    /// How much memory one run of gnuplot may take, in bytes. A picture takes some 300 MB of address space.
    public var memoryLimit = ChartRenderer.standardMemoryLimit

    public static let standardTimeLimit = 60
    public static let standardMemoryLimit = 2 << 30

    public init(gnuplot: String = "gnuplot", theme: ChartTheme = .standard) {
        self.gnuplot = gnuplot
        self.theme = theme
    }

    /// Draws a chart into a file, as the ending of `path` says (see ``ChartFormat/init(pathExtension:)``).
    ///
    /// The file takes its place only when it is whole; a file that was there before stays where drawing fails.
    /// - Throws: ``GnuplotError``.
    public func draw(_ chart: Chart, to path: String) throws {
        try draw([(chart, path)])
    }

    /// Draws several charts in one run of gnuplot, far quicker than one by one. None takes its place unless all are
    /// whole.
    ///
    /// - Throws: ``GnuplotError``.
    public func draw(_ charts: [(Chart, String)]) throws {
        var jobs: [Job] = []
        defer { for job in jobs { job.file.discard() } }
        for (chart, path) in charts {
            try chart.validate()
            guard let format = ChartFormat(path: path) else { throw GnuplotError.unknownFormat(path: path) }
            jobs.append(Job(chart: chart, format: format, file: try OutputFile(path)))
        }
        try drawPictures(jobs.filter { $0.format.isPicture })
        for job in jobs where !job.format.isPicture { try job.file.write(Data(try text(job).utf8)) }
        for job in jobs { try job.file.commit() }
    }

    /// A picture as bytes, to be set into a page or written to a terminal; for `.terminal` and `.script` UTF-8 text.
    ///
    /// An SVG is one element that can be set into HTML as it is, without the XML declaration: its ids are its own.
    ///
    /// - Parameter width: of a sixel picture, in pixels, 200 or more. Other formats pass it over.
    /// - Throws: ``GnuplotError``.
    public func picture(_ chart: Chart, as format: ChartFormat, width: Int = 1200) throws -> [UInt8] {
        try chart.validate()
        guard format.isPicture else { return Array(try text(chart, format, name: "chart").utf8) }
        let session = try GnuplotSession(gnuplot, timeLimit: timeLimit, memoryLimit: memoryLimit)
        let script = PictureScript(chart, theme: theme)
        try write(script, format, output: "", width: max(200, width), to: session)
        return Array(try finished(Data(try session.finish()), format, script.caption))
    }

    /// The chart in letters, lines ending in newlines, none of them wider than `columns`.
    ///
    /// - Parameters:
    ///   - columns: 40 or more.
    ///   - rows: the height, 12 or more, shared by the panels. A long legend or many panels make the chart higher rather
    ///     than a plot too low to read.
    ///   - color: whether to write ANSI colour sequences (of the 256 colours).
    /// - Throws: ``GnuplotError``.
    public func terminal(_ chart: Chart, columns: Int = 80, rows: Int = 24, color: Bool = false) throws -> String {
        try chart.validate()
        let page = TerminalPage(chart, columns: max(columns, 40), rows: max(rows, 12), color: color)
        return try page.text { plot in
            let session = try GnuplotSession(gnuplot, timeLimit: timeLimit, memoryLimit: memoryLimit)
            var sources: [String] = []
            for element in plot.elements { sources.append(try session.source(element.columns)) }
            session.write(plot.text(sources: sources))
            return String(decoding: try session.finish(), as: UTF8.self)
        }
    }

    /// A gnuplot script with its data inside; `gnuplot chart.gp` draws it as PNG.
    ///
    /// - Parameter output: the picture that the script makes, relative to where it is run.
    public func script(_ chart: Chart, output: String = "chart.png") -> String {
        ScriptFile(chart, theme: theme, output: output).text
    }

    private struct Job {
        var chart: Chart
        var format: ChartFormat
        var file: OutputFile
    }

    private func drawPictures(_ jobs: [Job]) throws {
        guard !jobs.isEmpty else { return }
        let session = try GnuplotSession(gnuplot, timeLimit: timeLimit, memoryLimit: memoryLimit)
        let scripts = jobs.map { PictureScript($0.chart, theme: theme) }
        for (job, script) in zip(jobs, scripts) {
            try write(script, job.format, output: quoted(job.file.temporary), to: session)
        }
        // Where gnuplot cannot open a file it goes on and draws to standard output.
        guard try session.finish().isEmpty else {
            throw GnuplotError.cannotWrite(path: jobs[0].file.target, reason: "gnuplot could not open it")
        }
        for (job, script) in zip(jobs, scripts) { try job.file.checkPicture(job.format, script.caption) }
    }

    private func write(
        _ script: PictureScript, _ format: ChartFormat, output: String, width: Int = 1200,
        to session: borrowing GnuplotSession
    ) throws {
        var sources: [String] = []
        for element in script.elements { sources.append(try session.source(element.columns)) }
        session.write(script.text(format, output: output, sources: sources, width: Double(width)))
    }

    private func text(_ job: Job) throws -> String {
        let name = job.file.target.split(separator: "/").last ?? "chart"
        return try text(
            job.chart, job.format, name: String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)))
    }

    private func text(_ chart: Chart, _ format: ChartFormat, name: String) throws -> String {
        format == .script ? script(chart, output: name + ".png") : try terminal(chart)
    }
}

extension ChartFormat {
    /// Drawn by gnuplot into a file.
    var isPicture: Bool { self == .png || self == .svg || self == .pdf || self == .sixel }
}
