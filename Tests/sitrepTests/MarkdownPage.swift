import CMarkdown
import Foundation

/// Markdown as the page that a site would make of it, with tables and with what is HTML in it let through.
enum MarkdownPage {
    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

    static func html(_ markdown: String) -> String {
        _ = registered
        guard let parser = cmark_parser_new(CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES) else { return "" }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink"] {
            if let known = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, known) }
        }
        markdown.withCString { cmark_parser_feed(parser, $0, strlen($0)) }
        guard let document = cmark_parser_finish(parser) else { return "" }
        defer { cmark_node_free(document) }
        let extensions = cmark_parser_get_syntax_extensions(parser)
        guard let text = cmark_render_html(document, CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES, extensions) else {
            return ""
        }
        defer { free(text) }
        return String(cString: text)
    }
}
