import ArgumentParser
import Charts
import Figures

/// Which gnuplot draws, and what it may use.
struct GnuplotOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The gnuplot to run.", valueName: "program"))
    var gnuplot = "gnuplot"

    @Option(help: ArgumentHelp("How long gnuplot may take, in seconds.", valueName: "number"))
    var gnuplotTimeout = ChartRenderer.standardTimeLimit

    @Option(help: ArgumentHelp("How much memory gnuplot may take, in megabytes.", valueName: "number"))
    var gnuplotMemory = ChartRenderer.standardMemoryLimit >> 20

    func validate() throws {
        guard (1...3600).contains(gnuplotTimeout) else {
            throw ValidationError("--gnuplot-timeout wants a number from 1 to 3600.")
        }
        guard (64...(1 << 20)).contains(gnuplotMemory) else {
            throw ValidationError("--gnuplot-memory wants a number from 64.")
        }
    }

    /// - Parameter tables: hold the theme.
    func renderer(_ tables: DataTables) -> ChartRenderer {
        var renderer = ChartRenderer(gnuplot: gnuplot, theme: ChartTheme(tables: tables))
        renderer.timeLimit = gnuplotTimeout
        renderer.memoryLimit = gnuplotMemory << 20
        return renderer
    }
}
