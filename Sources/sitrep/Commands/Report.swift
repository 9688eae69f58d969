import ArgumentParser
import Charts
import Figures
import Foundation
import Reports
import TimeSeries

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The weekly report: what the articles say, side by side, with the words of every number.",
        discussion: """
            Without -o the report is printed, without pictures. With -o DIR it stands in DIR/report.md, with its charts \
            in DIR/charts and the figures behind it in DIR/figures.csv.
            """)

    enum Pictures: String, ExpressibleByArgument, CaseIterable {
        case png, svg, pdf, none
    }

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to; it is made.", valueName: "folder"))
    var output: String?

    @Option(help: ArgumentHelp("What the charts are drawn as.", valueName: "format"))
    var charts: Pictures = .png

    @Option(help: ArgumentHelp("The gnuplot to run.", valueName: "program"))
    var gnuplot = "gnuplot"

    @OptionGroup var query: QueryOptions

    func validate() throws { _ = try period() }

    private func period() throws -> ReportPeriod {
        if let week = query.filters.week { return ReportPeriod(week: week) }
        if let since = query.filters.since, let until = query.filters.until,
            let period = ReportPeriod(first: since, last: until)
        {
            return period
        }
        throw ValidationError("Which days? Give --week 2023-W44, or --since and --until.")
    }

    func run() throws {
        try reporting {
            let (store, filter) = try query.open()
            let report = try WeeklyReport(store: store, period: period(), filter: filter)
            guard let output else {
                let text = try report.markdown(tables: query.data.tables())
                return Output.write { $0.write(text) }
            }
            try write(report, to: output)
        }
    }

    private func write(_ report: WeeklyReport, to folder: String) throws {
        let pictures = charts == .none ? [] : report.pictures()
        try make(folder)
        let drawn = try draw(pictures, in: folder)
        let names = drawn ? pictures.map { (title: $0.chart.title, path: fileName($0)) } : []
        try write(try report.markdown(pictures: names, tables: query.data.tables()), to: folder + "/report.md")
        var csv = ""
        var rows = FigureRows(format: .csv) { csv += $0 }
        for figure in report.figures { rows.add(figure) }
        rows.finish()
        try write(csv, to: folder + "/figures.csv")
        Console.note(
            "\(folder)/report.md: \(report.figures.count) figures, \(names.count) chart\(names.count == 1 ? "" : "s")")
        if !drawn { throw ExitCode.someFailed }
    }

    /// The charts; false, and a message, where gnuplot cannot draw them: the report is written all the same.
    private func draw(_ pictures: [WeeklyReport.Picture], in folder: String) throws -> Bool {
        guard !pictures.isEmpty else { return true }
        try make(folder + "/charts")
        do {
            try ChartRenderer(gnuplot: gnuplot, theme: ChartTheme(tables: query.data.tables())).draw(
                pictures.map { ($0.chart, folder + "/" + fileName($0)) })
            return true
        } catch let error as GnuplotError {
            Console.note("no charts: \(error)")
            return false
        }
    }

    private func fileName(_ picture: WeeklyReport.Picture) -> String { "charts/\(picture.name).\(charts.rawValue)" }

    private func make(_ folder: String) throws {
        do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
            throw Failure.nothingDone("\(folder): cannot be made: \(error.localizedDescription)")
        }
    }

    private func write(_ text: String, to path: String) throws {
        do { try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw Failure.nothingDone("\(path): cannot be written: \(error.localizedDescription)")
        }
    }
}
