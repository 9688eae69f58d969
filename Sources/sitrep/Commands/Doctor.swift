import ArgumentParser
import Charts
import Figures
import Foundation
import TimeSeries

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check that all is well: gnuplot, the tables, the store.")

    @Option(help: ArgumentHelp("The gnuplot to run.", valueName: "program"))
    var gnuplot = "gnuplot"

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try reporting {
            var checks = [try tables(), charts(), try database()]
            checks.insert(
                Check(
                    name: "sitrep", problems: [], detail: "\(Extractor.version), SQLite \(try Store.sqliteVersion())"),
                at: 0)
            Output.write { output in for check in checks { output.write(check.text) } }
            if checks.contains(where: { !$0.problems.isEmpty }) { throw ExitCode.someFailed }
        }
    }

    /// One thing looked at.
    private struct Check {
        let name: String
        let problems: [String]
        let detail: String

        var text: String {
            problems.isEmpty
                ? "ok   \(name): \(detail)\n" : problems.map { "bad  \(name): \($0)\n" }.joined()
        }
    }

    private func tables() throws -> Check {
        let tables = try data.tables()
        let empty = DataTables.names.filter { tables.bytes($0).isEmpty }
        let lexicon = try data.lexicon()
        let detail =
            "\(lexicon.measures.count) measures, \(lexicon.organisations.count) organisations, "
            + "\(lexicon.places.count) places, fingerprint \(tables.fingerprint)"
        return Check(name: "tables", problems: empty.map { "\($0) is empty" }, detail: detail)
    }

    /// Draws a small chart of each kind and throws it away.
    private func charts() -> Check {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sitrep-doctor-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let day = CalendarDate(dayNumber: 0)
            let chart = Chart(
                title: "doctor", lines: [ChartLine(label: "doctor", points: [ChartPoint(date: day, value: 1)])])
            let kinds = [ChartFormat.png, .svg, .pdf]
            try ChartRenderer(gnuplot: gnuplot, theme: ChartTheme(tables: data.tables())).draw(
                kinds.map { (chart, folder.appendingPathComponent("a.\($0.rawValue)").path) })
            let names = kinds.map(\.rawValue).joined(separator: ", ")
            return Check(name: "gnuplot", problems: [], detail: "draws \(names)")
        } catch {
            return Check(name: "gnuplot", problems: ["\(error)"], detail: "")
        }
    }

    private func database() throws -> Check {
        guard FileManager.default.fileExists(atPath: store.path) else {
            return Check(name: "store", problems: [], detail: "\(store.path) is not there yet")
        }
        do {
            let store = try store.existing(try data.lexicon())
            let articles = try store.articleCount()
            let figures = try store.figureCounts().values.reduce(0, +)
            return Check(
                name: "store", problems: try store.integrityProblems(),
                detail: "\(store.path): \(articles) articles, \(figures) figures")
        } catch let error as StoreError {
            return Check(name: "store", problems: ["\(error)"], detail: "")
        }
    }
}
