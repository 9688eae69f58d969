import ArgumentParser
import Charts
import Figures

/// Where a chart goes.
struct DrawingOptions: ParsableArguments {
    /// What a terminal is drawn on with.
    enum Terminal: String, ExpressibleByArgument, CaseIterable {
        /// Characters.
        case text
        /// Pictures, on a terminal that knows them.
        case sixel
    }

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The picture: its name ends in .png, .svg, .pdf, .txt, .six or .gp.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Without -o: in characters (text), or as a picture (sixel).", valueName: "kind"))
    var terminal: Terminal?

    /// A command that lists unless it is asked to draw.
    var isAsked: Bool { output != nil || terminal != nil }

    @OptionGroup var gnuplot: GnuplotOptions

    func validate() throws {
        if let output, ChartFormat(path: output) == nil {
            throw ValidationError("\(output): a chart's name ends in .png, .svg, .pdf, .txt, .six or .gp.")
        }
    }

    /// Draws into the file, or to the window's size on standard output.
    func draw(_ chart: Chart, _ data: DataOptions) throws {
        let renderer = gnuplot.renderer(try data.tables())
        if let output { return try renderer.draw([(chart, output)]) }
        switch terminal ?? .text {
        case .text:
            let size = Console.size ?? (columns: 100, rows: 30)
            let picture = try renderer.terminal(
                chart, columns: size.columns, rows: size.rows - 2, color: Console.hasColor)
            Output.write { $0.write(picture) }
        case .sixel:
            let picture = try renderer.picture(chart, as: .sixel, width: Console.pixels ?? 1000)
            Output.write { $0.write(picture + [10]) }
        }
    }
}
