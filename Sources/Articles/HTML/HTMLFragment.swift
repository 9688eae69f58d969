/// A piece of HTML that is text all through: the content of a feed's entry, of a message, of a record.
enum HTMLFragment {
    /// The text in paragraphs, lists and tables, without scripts, captions, boxes and lines that are no text.
    static func text(_ html: String, _ rules: PageRules) -> String {
        let finder = BodyFinder(HTMLParser.tree(Array(html.utf8)), rules)
        var writer = BodyWriter(finder)
        return writer.text(of: finder.body(of: [finder.tree.root], isFragment: true))
    }

    /// The text of what may be HTML or plain: HTML where it holds a tag that breaks lines or marks words.
    static func text(ofEither text: String, _ rules: PageRules) -> String {
        isMarkup(text) ? self.text(text, rules) : Blanks.trimmed(PageText.plainLines(text))
    }

    private static let tags = [
        "<p>", "<p ", "</p>", "<br", "<div", "<ul", "<ol", "<li", "<table", "<strong", "<em>", "<b>", "<i>", "<a ",
        "<span", "<h1", "<h2", "<h3", "<h4", "<blockquote", "<img", "<!--",
    ]

    static func isMarkup(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return false }
        let lower = text.prefix(20_000).lowercased()
        return tags.contains { lower.contains($0) }
    }
}
