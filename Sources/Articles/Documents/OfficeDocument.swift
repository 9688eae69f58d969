import CArchive
import Figures

/// A Word document (.docx): its paragraphs, lists and tables, read as those of a page are.
///
/// Title and day are those of the document's properties. The day is the one of the last change, which a notice tells:
/// a document does not say when it was published.
struct OfficeDocument: DocumentReader {
    func items(_ bytes: [UInt8], _ input: Input) -> [ArticleItem] {
        let files = ZipFiles.read(bytes, ["word/document.xml", "docProps/core.xml"], limit: 4 * input.limit)
        guard let body = files["word/document.xml"] else {
            return [.problem(.unreadable(input.path, "the document inside is missing, encrypted or damaged"))]
        }
        let (root, isWhole) = XMLTree.read(body, depth: input.settings.nesting, isWanted: WordText.isWanted)
        let text = root.map { HTMLFragment.text(WordText.html($0), input.settings.rules) } ?? ""
        guard !text.isEmpty else { return [.problem(.noText(input.path, line: nil))] }
        let known = files["docProps/core.xml"].flatMap { XMLTree.read($0).root }
        let changed = (known?.value("dcterms:modified") ?? known?.value("dcterms:created"))
            .flatMap { input.settings.rules.dates.date($0) }
        let article = Article(
            id: input.origin.stem, publisher: input.defaults.publisher, date: input.defaults.date ?? changed,
            title: known?.value("dc:title"), url: input.hints.url ?? input.defaults.url,
            lang: Language.code(of: text, declared: known?.value("dc:language")), text: text)
        var notices: [ArticleItem] = []
        if let changed, input.defaults.date == nil { notices.append(.notice(.datedByFile(input.path, changed))) }
        if !isWhole { notices.append(.problem(.unreadable(input.path, "the document inside ends too early"))) }
        return notices + ArticleItem.items(article, input.origin)
    }

    /// A ZIP archive whose first files are those of a Word document.
    static func begins(_ head: ArraySlice<UInt8>) -> Bool {
        guard head.starts(with: Array("PK\u{3}\u{4}".utf8)) else { return false }
        let start = String(decoding: head.prefix(1 << 16), as: UTF8.self)
        return start.contains("word/") && start.contains("[Content_Types].xml")
    }
}

/// Files of a ZIP archive that is in memory, by libarchive.
enum ZipFiles {
    /// The bytes of the files with these names, those that are there and can be read.
    ///
    /// - Parameter limit: longer files are none.
    static func read(_ bytes: [UInt8], _ names: Set<String>, limit: Int) -> [String: [UInt8]] {
        guard let archive = archive_read_new() else { return [:] }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip(archive)
        return bytes.withUnsafeBytes { raw in
            guard archive_read_open_memory(archive, raw.baseAddress, raw.count) == ARCHIVE_OK else { return [:] }
            var found: [String: [UInt8]] = [:]
            var entry: OpaquePointer?
            while found.count < names.count, archive_read_next_header(archive, &entry) == ARCHIVE_OK {
                guard let name = archive_entry_pathname(entry).map({ String(cString: $0) }), names.contains(name),
                    let file = contents(archive, limit)
                else { continue }
                found[name] = file
            }
            return found
        }
    }

    private static func contents(_ archive: OpaquePointer, _ limit: Int) -> [UInt8]? {
        var file: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = piece.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            if count == 0 { return file }
            guard count > 0, file.count + count <= limit else { return nil }
            file.append(contentsOf: piece[..<count])
        }
    }
}
