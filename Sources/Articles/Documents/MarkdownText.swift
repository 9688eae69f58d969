import CMarkdown
import Figures
import Foundation

/// Markdown: turned into HTML by cmark-gfm, then read as a page is, so that lists and tables become lines.
///
/// The title is that of the front matter, else the first heading of the first rank where it opens the text.
struct MarkdownText: DocumentReader {
    func items(_ bytes: [UInt8], _ input: Input) -> [ArticleItem] {
        let decoded = String(decoding: TextEncoding.decode(bytes, declared: input.encoding).utf8, as: UTF8.self)
        let matter = FrontMatter(decoded.replacingOccurrences(of: "\r\n", with: "\n"))
        let rules = input.settings.rules
        let (markdown, isCut) = MarkdownText.bounded(String(matter.body), columns: input.settings.columns)
        let notices: [ArticleItem] = isCut ? [.notice(.cutTable(input.path, columns: input.settings.columns))] : []
        var text = HTMLFragment.text(MarkdownText.html(markdown), rules)
        var title = matter["title"]
        if title == nil, let heading = MarkdownText.heading(matter.body) {
            title = PageText.plain(heading)
            if let own = title, text.hasPrefix(own) { text = Blanks.trimmed(String(text.dropFirst(own.count))) }
        }
        guard !text.isEmpty else { return notices + [.problem(.noText(input.path, line: nil))] }
        let article = Article(
            id: matter["id"] ?? input.origin.stem, publisher: matter["publisher"] ?? input.defaults.publisher,
            date: matter["date"].flatMap { rules.dates.date($0) } ?? input.defaults.date, title: title,
            url: matter["url"] ?? input.hints.url ?? input.defaults.url,
            lang: Language.code(of: text, declared: matter["lang"]), text: text)
        return notices + ArticleItem.items(article, input.origin)
    }

    /// The heading that opens the text, `# TITLE`.
    private static func heading(_ body: Substring) -> String? {
        let line = body.drop { $0.isWhitespace }.prefix { $0 != "\n" }
        guard line.hasPrefix("# ") else { return nil }
        return Blanks.trimmed(String(line.dropFirst(2)))
    }

    // MARK: - Telling it

    /// Front matter, or two kinds of marks that plain text does not have: headings, links, tables, bold words.
    static func looksLikeIt(_ bytes: ArraySlice<UInt8>) -> Bool {
        let head = String(decoding: bytes.prefix(16_384), as: UTF8.self)
        if head.hasPrefix("---"), !FrontMatter(head.replacingOccurrences(of: "\r\n", with: "\n")).values.isEmpty {
            return true
        }
        let lines = head.split(separator: "\n")
        let hasHeading = lines.contains { line in
            let marks = line.prefix { $0 == "#" }.count
            return (1...6).contains(marks) && line.dropFirst(marks).first == " "
        }
        let hasTable = lines.contains { $0.hasPrefix("|") && $0.contains("---") && !$0.contains { $0.isLetter } }
        let hasLink = head.contains("](http") || head.contains("](#") || head.contains("](/")
        return [hasHeading, hasTable, hasLink, head.contains("**")].count { $0 } >= 2
    }

    // MARK: - To HTML

    /// The text with no more bars in a line than a table may have columns; the rest are blanks. To the parser a row costs
    /// the square of its columns.
    private static func bounded(_ markdown: String, columns: Int) -> (text: String, isCut: Bool) {
        var bars = 0
        var isCut = false
        let bytes = markdown.utf8.map { byte -> UInt8 in
            if byte == 10 { bars = 0 }
            guard byte == UInt8(ascii: "|") else { return byte }
            bars += 1
            // A row may have a bar at both of its ends.
            guard bars > columns + 1 else { return byte }
            isCut = true
            return 32
        }
        return (String(decoding: bytes, as: UTF8.self), isCut)
    }

    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

    private static func html(_ text: String) -> String {
        _ = registered
        // What is written in HTML inside of Markdown is text too.
        let options = CMARK_OPT_UNSAFE
        guard let parser = cmark_parser_new(options) else { return "" }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough"] {
            if let known = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, known) }
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let document = cmark_parser_finish(parser) else { return "" }
        defer { cmark_node_free(document) }
        guard let html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser)) else {
            return ""
        }
        defer { free(html) }
        return String(cString: html)
    }
}
