import ChildProcess
import Figures
import Foundation

/// PDF, by poppler's `pdftotext` in a process of its own with limits to its time, memory and output.
///
/// The words come with their places (`-bbox-layout`), so that columns are read one after the other, running heads and
/// page numbers go, paragraphs become whole and the figures of a table keep the heads of their row and column. Pages
/// that are pictures have no words to read: that is told, and how to get some.
struct PDFReader: FormatReader {
    static let signature = Array("%PDF-".utf8)

    /// Pictures make a document large, not its text.
    private static let sizeFactor = 4
    /// Some 600,000 words with their places.
    private static let outputLimit = 64 << 20

    func read(_ stream: inout ByteStream, _ input: Input, _ body: (ArticleItem) throws -> Void) rethrows {
        let limit = input.limit * PDFReader.sizeFactor
        let bytes = stream.rest(limit: limit)
        if let error = stream.error { return try body(.problem(.unreadable(input.path, error))) }
        guard let bytes else { return try body(.problem(.tooLarge(input.path, limit: limit))) }
        try PDFReader.items(bytes, input).forEach(body)
    }

    private static func items(_ bytes: [UInt8], _ input: Input) -> [ArticleItem] {
        switch layout(bytes, input) {
        case .failure(let problem): return [.problem(problem)]
        case .success(let layout): return items(layout: layout, input)
        }
    }

    /// - Parameter layout: what `pdftotext -bbox-layout` writes.
    static func items(layout: [UInt8], _ input: Input) -> [ArticleItem] {
        let document = PDFLayoutParser.document(layout)
        let bare = document.pages.count { $0.blocks.isEmpty }
        // A scan may carry a stamp or a number on each page.
        if document.wordCount < 5 * max(document.pages.count, 1) {
            return [.problem(.noTextLayer(input.path, pages: document.pages.count))]
        }
        let notices: [ArticleItem] =
            bare * 2 >= document.pages.count
            ? [.notice(.picturePages(input.path, bare, of: document.pages.count))] : []
        return notices + items(document, input)
    }

    private static func items(_ document: PDFDocument, _ input: Input) -> [ArticleItem] {
        let text = PDFText(document)
        let made = input.defaults.date == nil ? day(document) : nil
        let article = Article(
            id: input.origin.stem, publisher: input.defaults.publisher, date: input.defaults.date ?? made,
            title: text.title, url: input.hints.url ?? input.defaults.url, lang: nil, text: text.text)
        let notices: [ArticleItem] = made.map { [.notice(.datedByFile(input.path, $0))] } ?? []
        return notices + ArticleItem.items(article, input.origin)
    }

    /// The day on which the document was made: PDF is there since 1993, so an earlier one is a wrong clock.
    private static func day(_ document: PDFDocument) -> CalendarDate? {
        ["CreationDate", "ModDate"].lazy.compactMap { document.information[$0] }
            .compactMap { CalendarDate($0.prefix(10)) }.first { $0.description >= "1993" }
    }

    // MARK: - pdftotext

    private static func layout(_ bytes: [UInt8], _ input: Input) -> Result<[UInt8], InputProblem> {
        let seconds = UInt32(clamping: input.settings.pdfSeconds)
        let limits = child_limits(seconds: seconds, memory_bytes: input.settings.pdfMemory, output_bytes: outputLimit)
        var result = run(["pdftotext", "-bbox-layout", "-enc", "UTF-8", "-", "-"], bytes, limits)
        defer { child_result_free(&result) }
        let messages = String(cString: result.messages)
        switch result.outcome {
        case CHILD_MISSING: return .failure(.noPDFTool(input.path))
        case CHILD_TIMED_OUT:
            return .failure(
                .unreadable(input.path, "pdftotext took longer than \(seconds) seconds: raise --pdf-timeout"))
        case CHILD_WROTE_TOO_MUCH:
            return .failure(
                .unreadable(input.path, "it holds more than 600,000 words: split it, for example with pdfseparate"))
        case CHILD_NOT_STARTED:
            let why = String(cString: strerror(result.number))
            return .failure(.unreadable(input.path, "pdftotext could not be started: \(why)"))
        default: break
        }
        guard result.status == 0, result.signal == 0 else {
            return .failure(problem(input.path, result.status, result.signal, messages))
        }
        return .success(Array(UnsafeRawBufferPointer(start: result.output, count: result.output_size)))
    }

    private static func run(_ words: [String], _ bytes: [UInt8], _ limits: child_limits) -> child_result {
        let arguments: [UnsafePointer<CChar>?] = words.map { UnsafePointer(strdup($0)) } + [nil]
        defer { for argument in arguments { free(UnsafeMutablePointer(mutating: argument)) } }
        return bytes.withUnsafeBytes { child_run(arguments, $0.baseAddress, $0.count, limits) }
    }

    private static func problem(
        _ path: String, _ status: Int32, _ signal: Int32, _ messages: String
    ) -> InputProblem {
        if messages.contains("Incorrect password") { return .encrypted(path) }
        if status == 3 { return .unreadable(path, "its author does not allow the text to be copied") }
        if signal != 0 {
            return .unreadable(
                path, "pdftotext failed with signal \(signal), perhaps for want of memory: raise --pdf-memory")
        }
        let first = messages.split(separator: "\n").first.map { ": " + $0 } ?? ""
        return .unreadable(path, "the PDF is damaged" + first)
    }
}
