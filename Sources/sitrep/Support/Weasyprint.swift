import ChildProcess
import Foundation

/// Debian's weasyprint, which makes a PDF of a page, with limits to its time and memory. It gets no network: the page
/// needs none.
enum Weasyprint {
    enum Failure: Error, CustomStringConvertible {
        case missing
        case failed(String)

        var description: String {
            switch self {
            case .missing: "weasyprint was not found on PATH: install it with 'apt-get install weasyprint'"
            case .failed(let why): "weasyprint: \(why)"
            }
        }
    }

    /// The page as PDF.
    static func pdf(of html: String, _ options: PrintingOptions) -> Result<Data, Failure> {
        guard isThere else { return .failure(.missing) }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sitrep-pdf-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let page = folder.appendingPathComponent("report.html")
            try Data(html.utf8).write(to: page)
            return run(page, folder.appendingPathComponent("report.pdf"), options)
        } catch {
            return .failure(.failed(error.localizedDescription))
        }
    }

    private static var isThere: Bool { Tool.path(of: "weasyprint") != nil }

    private static func run(_ page: URL, _ pdf: URL, _ options: PrintingOptions) -> Result<Data, Failure> {
        // The same page gives the same bytes whenever it is made.
        let words = ["env", "SOURCE_DATE_EPOCH=0", "weasyprint", "--quiet", page.path, pdf.path]
        let arguments: [UnsafePointer<CChar>?] = words.map { UnsafePointer(strdup($0)) } + [nil]
        defer { for argument in arguments { free(UnsafeMutablePointer(mutating: argument)) } }
        let limits = child_limits(
            seconds: UInt32(options.pdfTimeout), memory_bytes: options.pdfMemory << 20, output_bytes: 1 << 20)
        var result = child_run(arguments, nil, 0, limits)
        defer { child_result_free(&result) }
        if result.outcome == CHILD_TIMED_OUT {
            return .failure(.failed("it took longer than \(options.pdfTimeout) seconds: raise --pdf-timeout"))
        }
        guard result.outcome == CHILD_ENDED, result.status == 0, result.signal == 0,
            let data = FileManager.default.contents(atPath: pdf.path)
        else {
            let text = String(cString: result.messages).split(separator: "\n").last.map(String.init)
            return .failure(.failed(text ?? "it failed without a word, perhaps for want of memory (--pdf-memory)"))
        }
        return .success(data)
    }
}
