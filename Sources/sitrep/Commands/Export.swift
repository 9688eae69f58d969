public import ArgumentParser
import Foundation
public import Reports
import TimeSeries

extension ExportFormat: ExpressibleByArgument {}

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "All figures with quote, source, publisher, date and address on every row.",
        discussion: """
            csv, jsonl; hxl: CSV with the hashtags of the Humanitarian Exchange Language; xlsx: a workbook; datapackage: \
            a folder with a Frictionless data package; citations: a paragraph a figure; bibtex: an entry an article.
            """)

    @Option(help: ArgumentHelp("How; by default as the file's name ends, else csv.", valueName: "format"))
    var format: ExportFormat?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; for a data package the folder.", valueName: "file"))
    var output: String?

    @OptionGroup var query: QueryOptions

    private var chosen: ExportFormat { format ?? output.flatMap { ExportFormat(path: $0) } ?? .csv }

    func validate() throws {
        if format == nil, let output, ExportFormat(path: output) == nil {
            throw ValidationError("\(output): its name does not say what to write: give --format.")
        }
        switch chosen {
        case .datapackage where output == nil:
            throw ValidationError("A data package is a folder: name it with -o.")
        case .xlsx where output == nil:
            throw ValidationError("A workbook is a file: name it with -o, such as -o figures.xlsx.")
        default: break
        }
    }

    func run() throws {
        try reporting {
            switch chosen {
            case .csv: try query.writeFigures(.csv, to: output)
            case .jsonl: try query.writeFigures(.jsonl, to: output)
            case .hxl, .xlsx, .datapackage, .citations, .bibtex: try writeWhole()
            }
        }
    }

    /// The formats that have to know all figures before the first is written.
    private func writeWhole() throws {
        let lexicon = try query.data.lexicon()
        let (store, filter) = try query.open()
        let figures = try store.figures(filter)
        switch (chosen, output) {
        case (.xlsx, let path?): try ReplacingFile.write(path) { try Workbook.write(figures, lexicon: lexicon, to: $0) }
        case (.datapackage, let folder?): try write(DataPackage.files(figures, lexicon: lexicon), to: folder)
        case (.hxl, _): try Output.write(to: output) { to in HXLRows.write(figures, lexicon: lexicon) { to.write($0) } }
        case (.bibtex, _): try Output.write(to: output) { to in BibTeX.write(figures) { to.write($0) } }
        default: try Output.write(to: output) { to in Citations.write(figures) { to.write($0) } }
        }
    }

    private func write(_ files: [DataPackage.File], to folder: String) throws {
        try ReplacingFile.makeFolder(folder)
        for file in files {
            try Output.write(to: folder + "/" + file.name) { $0.write(file.text) }
        }
    }
}
