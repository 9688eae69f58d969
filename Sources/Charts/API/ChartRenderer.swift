public import Figures
import Foundation

/// Draws charts with gnuplot.
///
///     try ChartRenderer().draw([(chart, "deaths.png")])
///     print(try ChartRenderer().terminal(chart, columns: 80, rows: 24))
///
/// The same chart gives the same bytes, but for PDF, in which cairo writes the time.
public struct ChartRenderer: Sendable {
    /// The gnuplot to run: a name looked for on PATH, or a path.
    public var gnuplot: String
    /// Gnuplot commands that make the look, run before each chart.
    public var theme: String

    /// How long gnuplot may take for one session, in seconds. A picture takes a tenth of a second.
    private static let patience = 60

    /// - Parameter tables: where `plots/theme.gp` is looked for.
    public init(gnuplot: String = "gnuplot", tables: DataTables = DataTables()) {
        self.gnuplot = gnuplot
        theme = String(decoding: tables.bytes("plots/theme.gp"), as: UTF8.self)
    }

    /// Draws charts into files, in one session; the end of each name tells the format.
    ///
    /// A file appears whole or not at all: gnuplot writes beside it, and what it wrote takes its place at the end.
    ///
    /// - Throws: `ChartError`.
    public func draw(_ charts: [(chart: Chart, path: String)]) throws(ChartError) {
        var pictures: [Picture] = []
        for (chart, path) in charts {
            guard let format = ChartFormat(path: path) else { throw .unknownFormat(path) }
            guard chart.hasPoints else { throw .noPoints }
            if format == .gp {
                try write(script(chart), path)
            } else {
                pictures.append(try Picture(chart: chart, format: format, path: path))
            }
        }
        guard !pictures.isEmpty else { return }
        defer { for picture in pictures { picture.discard() } }
        let session = try GnuplotSession(gnuplot)
        for picture in pictures {
            let script = ChartScript(chart: picture.chart, theme: theme)
            session.write(Terminal.commands(picture.format, output: picture.draft))
            session.write(try script.commands { columns throws(ChartError) in try session.table(columns) })
            session.write("unset output\n")
        }
        _ = try session.close(patience: Self.patience)
        for picture in pictures { try picture.publish() }
    }

    /// The chart in characters.
    ///
    /// - Parameters:
    ///   - columns: 40 or more; less is taken as 40.
    ///   - rows: 12 or more; less is taken as 12.
    ///   - inColor: with ANSI colours.
    /// - Throws: `ChartError`.
    public func terminal(_ chart: Chart, columns: Int, rows: Int, inColor: Bool = false) throws(ChartError) -> String {
        guard chart.hasPoints else { throw .noPoints }
        let session = try GnuplotSession(gnuplot)
        let script = ChartScript(chart: chart, theme: theme, isText: true)
        session.write(Terminal.dumb(columns: max(40, columns), rows: max(12, rows), inColor: inColor))
        session.write(try script.commands { columns throws(ChartError) in try session.table(columns) })
        return try session.close(patience: Self.patience)
    }

    /// A script that draws the chart wherever gnuplot is, with its data inside.
    ///
    /// It writes no file: `gnuplot -p chart.gp` shows it, `gnuplot -e "set term png; set out 'a.png'" chart.gp`
    /// makes a picture.
    public func script(_ chart: Chart) -> String {
        var blocks = ""
        var count = 0
        let commands = ChartScript(chart: chart, theme: theme).commands { columns in
            count += 1
            blocks += DataBlock.text(columns, named: "$data\(count)")
            return " $data\(count) "
        }
        return "#!/usr/bin/env gnuplot\n# Drawn by sitrep. The data stand below, the commands behind them.\n"
            + blocks + "set encoding utf8\nset termoption noenhanced\n" + commands
    }

    private func write(_ text: String, _ path: String) throws(ChartError) {
        do { try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw .cannotWrite(path, (error as NSError).localizedFailureReason ?? error.localizedDescription)
        }
    }
}

extension Chart {
    var hasPoints: Bool { lines.contains { !$0.points.isEmpty } }
}

/// A picture on its way: a draft beside the file that it will be.
private struct Picture {
    let chart: Chart
    let format: ChartFormat
    let path: String
    let draft: String

    init(chart: Chart, format: ChartFormat, path: String) throws(ChartError) {
        self.chart = chart
        self.format = format
        self.path = path
        let url = URL(fileURLWithPath: path)
        let folder = url.deletingLastPathComponent().path
        guard access(folder, W_OK) == 0 else { throw .cannotWrite(path, String(cString: strerror(errno))) }
        draft = folder + "/." + url.lastPathComponent + "." + UUID().uuidString + ".draft"
    }

    /// Puts the draft in the place of the file.
    func publish() throws(ChartError) {
        guard let size = try? FileManager.default.attributesOfItem(atPath: draft)[.size] as? Int, size > 0 else {
            throw .refused("it drew nothing for \(path)")
        }
        guard rename(draft, path) == 0 else { throw .cannotWrite(path, String(cString: strerror(errno))) }
    }

    func discard() { unlink(draft) }
}
