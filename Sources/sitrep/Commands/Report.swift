import ArgumentParser
import Charts
import Figures
import Foundation
import Reports
import TimeSeries

struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "The weekly report: what the articles say, side by side, with the words of every number.",
        discussion: """
            Without -o the report is printed, without pictures. With -o DIR it stands in DIR/report.md, with its charts \
            in DIR/charts, in DIR/report.html, one page with all in it, in DIR/report.pdf where weasyprint is \
            installed, and the figures behind it in DIR/figures.csv.
            """)

    enum Pictures: String, ExpressibleByArgument, CaseIterable {
        case png, svg, pdf, none
    }

    enum Page: String, ExpressibleByArgument, CaseIterable {
        case markdown, html
    }

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to; it is made.", valueName: "folder"))
    var output: String?

    @Option(help: ArgumentHelp("What is printed where there is no folder.", valueName: "format"))
    var format: Page = .markdown

    @Option(help: ArgumentHelp("What the charts beside the Markdown are drawn as.", valueName: "format"))
    var charts: Pictures = .png

    @Flag(
        inversion: .prefixedNo, help: "Make a PDF of the page, by weasyprint. (default: where it is installed)")
    var pdf: Bool?

    @OptionGroup var making: PrintingOptions
    @OptionGroup var gnuplot: GnuplotOptions

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
            let tables = try query.data.tables()
            if let output {
                return try ReportFolder(
                    path: output, report: report, tables: tables, renderer: gnuplot.renderer(tables), making: making
                ).write(charts: charts, pdf: pdf)
            }
            let text = try format == .html ? report.html(tables: tables) : report.markdown(tables: tables)
            Output.write { $0.write(text) }
        }
    }
}
