import ArgumentParser
import Charts
import Figures
import Foundation
import Reports
import TimeSeries

/// A report as files in a folder. What cannot be made is told, and the rest is written all the same.
struct ReportFolder {
    let path: String
    let report: WeeklyReport
    let tables: DataTables
    let renderer: ChartRenderer
    /// What weasyprint may use.
    let making: PrintingOptions

    /// - Parameters:
    ///   - charts: what the charts beside the Markdown are drawn as.
    ///   - pdf: whether there is to be a PDF; nil where weasyprint is installed.
    /// - Throws: `ExitCode.someFailed` where charts or a PDF that was asked for could not be made.
    func write(charts: Report.Pictures, pdf: Bool?) throws {
        try make(path)
        if charts != .none { try refuseLink(path + "/charts") }
        let pictures = charts == .none ? [] : report.pictures()
        let drawn = try draw(pictures, as: charts)
        let markdown = try report.markdown(pictures: drawn.map(\.file), tables: tables)
        try write(Data(markdown.utf8), to: "report.md")
        let html = try report.html(pictures: drawn.map(\.inline), tables: tables)
        try write(Data(html.utf8), to: "report.html")
        try write(Data(figures.utf8), to: "figures.csv")
        let isPrinted = try pdf == false || print(html, isWanted: pdf == true)
        let count = Count(figures: report.figures.count, charts: drawn.count)
        Console.note("\(path)/report.md and report.html: \(count)")
        if drawn.count < pictures.count || !isPrinted { throw ExitCode.someFailed }
    }

    /// `134 figures, 6 charts`
    private struct Count: CustomStringConvertible {
        let figures: Int
        let charts: Int

        var description: String { "\(figures) figures, \(charts) chart\(charts == 1 ? "" : "s")" }
    }

    private var figures: String {
        var csv = ""
        var rows = FigureRows(format: .csv) { csv += $0 }
        for figure in report.figures { rows.add(figure) }
        rows.finish()
        return csv
    }

    // MARK: - Charts

    private struct Drawn {
        let file: WeeklyReport.Illustration
        let inline: WeeklyReport.Illustration
    }

    /// The charts as files for the Markdown and as SVG for the page; none, and a message, where gnuplot cannot draw.
    private func draw(_ pictures: [WeeklyReport.Picture], as format: Report.Pictures) throws -> [Drawn] {
        guard !pictures.isEmpty else { return [] }
        try make(path + "/charts")
        do {
            let names = pictures.map { "charts/\($0.name).\(format.rawValue)" }
            try renderer.draw(zip(pictures, names).map { ($0.chart, path + "/" + $1) })
            return try zip(pictures, names).map { picture, name in
                let svg = String(decoding: try renderer.picture(picture.chart, as: .svg), as: UTF8.self)
                return Drawn(
                    file: .init(title: picture.chart.title, path: name),
                    inline: .init(title: picture.chart.title, svg: svg))
            }
        } catch let error as GnuplotError {
            Console.note("no charts: \(error)")
            return []
        }
    }

    // MARK: - PDF

    /// - Parameter isWanted: whether it was asked for, so that a missing program is a failure.
    /// - Returns: false where it failed.
    private func print(_ html: String, isWanted: Bool) throws -> Bool {
        switch Weasyprint.pdf(of: html, making) {
        case .success(let pdf):
            try write(pdf, to: "report.pdf")
            return true
        case .failure(.missing):
            Console.note("no PDF: \(Weasyprint.Failure.missing)")
            return !isWanted
        case .failure(let failure):
            Console.note("no PDF: \(failure)")
            return false
        }
    }

    // MARK: - Files

    private func make(_ folder: String) throws {
        do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
            throw Failure.nothingDone("\(folder): cannot be made: \(error.localizedDescription)")
        }
    }

    /// The folder of the report may be a link that its user made; what lies in it may be anybody's.
    private func refuseLink(_ folder: String) throws {
        guard (try? FileManager.default.destinationOfSymbolicLink(atPath: folder)) != nil else { return }
        throw Failure.nothingDone("\(folder): a link to another folder, which is not followed: remove it")
    }

    private func write(_ data: Data, to name: String) throws {
        do { try data.write(to: URL(fileURLWithPath: path + "/" + name), options: .atomic) } catch {
            throw Failure.nothingDone("\(path)/\(name): cannot be written: \(error.localizedDescription)")
        }
    }
}
