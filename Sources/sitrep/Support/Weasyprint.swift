import Foundation

/// Debian's weasyprint, which makes a PDF of a page. It gets no network: the page needs none.
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
    static func pdf(of html: String) -> Result<Data, Failure> {
        guard let program else { return .failure(.missing) }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sitrep-pdf-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let page = folder.appendingPathComponent("report.html")
            try Data(html.utf8).write(to: page)
            return try run(program, page, folder.appendingPathComponent("report.pdf"))
        } catch {
            return .failure(.failed(error.localizedDescription))
        }
    }

    private static var program: URL? { Tool.path(of: "weasyprint").map { URL(fileURLWithPath: $0) } }

    private static func run(_ program: URL, _ page: URL, _ pdf: URL) throws -> Result<Data, Failure> {
        let process = Process()
        process.executableURL = program
        process.arguments = ["--quiet", page.path, pdf.path]
        // The same page gives the same bytes whenever it is made.
        process.environment = ProcessInfo.processInfo.environment.merging(["SOURCE_DATE_EPOCH": "0"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0, let data = FileManager.default.contents(atPath: pdf.path) else {
            return .failure(.failed(text.split(separator: "\n").last.map(String.init) ?? "it failed without a word"))
        }
        return .success(data)
    }
}
