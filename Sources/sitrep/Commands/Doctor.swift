import ArgumentParser
import Charts
import Figures
import Foundation
import TimeSeries

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check that all is well: the programs in use, the tables, the store.",
        discussion: """
            A line for each thing: ok; note, where something could be better; bad, with what mends it, and exit status \
            1. Of the store the file is checked, the schema, each quote and number in its article byte for byte, bounds, \
            days, claims, names and reviews, and who read the articles.
            """)

    @Option(help: ArgumentHelp("The gnuplot to run.", valueName: "program"))
    var gnuplot = "gnuplot"

    @Flag(help: "Read the articles anew whose figures are damaged, or that another version, or other tables, read.")
    var mend = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try reporting {
            let version = Diagnosis(
                .ok, "sitrep", "\(Extractor.version), SQLite \(try Store.sqliteVersion())")
            let tables = try tables()
            let programs = [charts(), fonts(), pdftotext(), weasyprint()]
            let diagnoses = [version, tables] + programs + (try StoreDoctor(store, data).diagnoses(mending: mend))
            Output.write { output in for diagnosis in diagnoses { output.write("\(diagnosis)\n") } }
            if diagnoses.contains(where: { $0.level == .bad }) { throw ExitCode.someFailed }
        }
    }

    private func tables() throws -> Diagnosis {
        let tables = try data.tables()
        if let empty = DataTables.names.first(where: { tables.bytes($0).isEmpty }) {
            return Diagnosis(.bad, "tables", "\(empty) is empty: leave it out of --data, or fill it")
        }
        let lexicon = try data.lexicon()
        return Diagnosis(
            .ok, "tables",
            "\(lexicon.measures.count) measures, \(lexicon.organisations.count) organisations, "
                + "\(lexicon.places.count) places, fingerprint \(tables.fingerprint)")
    }

    // MARK: - Programs

    /// Draws a small chart of each kind and throws it away.
    private func charts() -> Diagnosis {
        let day = CalendarDate(dayNumber: 0)
        let chart = Chart(
            title: "doctor", lines: [ChartLine(label: "doctor", points: [ChartPoint(date: day, value: 1)])])
        do {
            let kinds = [ChartFormat.png, .svg, .pdf, .sixel, .terminal]
            let renderer = ChartRenderer(gnuplot: gnuplot, theme: ChartTheme(tables: try data.tables()))
            for kind in kinds where try renderer.picture(chart, as: kind, width: 400).isEmpty {
                return Diagnosis(.bad, "gnuplot", "draws no \(kind.rawValue): 'apt-get install gnuplot-nox' has all")
            }
            let version = Tool.run(gnuplot, ["--version"])?.firstLine ?? "gnuplot"
            return Diagnosis(.ok, "gnuplot", "\(version), draws \(kinds.map(\.rawValue).joined(separator: ", "))")
        } catch {
            return Diagnosis(.bad, "gnuplot", "\(error)")
        }
    }

    /// The theme's font, and the one that has every other sign: without it a title with such a sign is not drawn.
    private func fonts() -> Diagnosis {
        guard let list = Tool.run("fc-list", [":", "family"]) else {
            return Diagnosis(.note, "fonts", "not known without fc-list: 'apt-get install fontconfig'")
        }
        let families = Set(list.output.split(whereSeparator: { ",\n".contains($0) }).map(String.init))
        let wanted = [("Liberation Sans", "fonts-liberation"), ("Unifont", "fonts-unifont")]
        let missing = wanted.filter { !families.contains($0.0) }
        if missing.isEmpty { return Diagnosis(.ok, "fonts", wanted.map(\.0).joined(separator: ", ")) }
        let packages = missing.map(\.1).joined(separator: " ")
        return Diagnosis(
            .bad, "fonts", "no \(missing.map(\.0).joined(separator: ", ")): 'apt-get install \(packages)'")
    }

    private func pdftotext() -> Diagnosis {
        guard let version = Tool.run("pdftotext", ["-v"]) else {
            return Diagnosis(.bad, "pdftotext", "not on PATH, so that no PDF is read: 'apt-get install poppler-utils'")
        }
        return Diagnosis(.ok, "pdftotext", version.firstLine)
    }

    private func weasyprint() -> Diagnosis {
        guard let version = Tool.run("weasyprint", ["--version"]) else {
            return Diagnosis(
                .note, "weasyprint", "not on PATH, so that reports are no PDF: 'apt-get install weasyprint'")
        }
        return Diagnosis(.ok, "weasyprint", version.firstLine)
    }
}
