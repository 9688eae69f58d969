import Figures
import Foundation

/// A page of the web: the text of its article and what is known of it. A live report gives an article an entry.
struct HTMLPage: DocumentReader {
    func items(_ bytes: [UInt8], _ input: Input) -> [ArticleItem] {
        let declared = input.encoding ?? HTMLPage.declaredEncoding(bytes)
        let tree = HTMLParser.tree(
            TextEncoding.decode(bytes, declared: declared).utf8, depth: input.settings.nesting)
        let notices: [ArticleItem] = tree.isCut ? [.notice(.cutPage(input.path))] : []
        return notices + items(tree, input)
    }

    private func items(_ tree: HTMLTree, _ input: Input) -> [ArticleItem] {
        let rules = input.settings.rules
        let finder = BodyFinder(tree, rules)
        let containers = finder.containers()
        let data = LinkedData(tree.linkedData)
        let known = PageMetadata(
            finder, data, container: containers[0], address: input.hints.url ?? input.defaults.url, rules)
        let entries = LiveReport(finder, data, rules).entries
        if !entries.isEmpty {
            return entries.enumerated().flatMap { self.items($0.element, $0.offset + 1, known, input) }
        }
        let text = self.text(finder, containers, data, rules)
        guard !text.isEmpty else { return [.problem(.noArticle(input.path))] }
        return ArticleItem.items(
            Article(
                id: input.origin.stem, publisher: known.publisher ?? input.defaults.publisher,
                date: known.date ?? input.defaults.date, title: known.title, url: known.url,
                lang: Language.code(of: text, declared: known.lang), text: text), input.origin)
    }

    /// What the page shows; where it shows little, for a program would fill it in, the text in its linked data.
    private func text(_ finder: BodyFinder, _ containers: [Int], _ data: LinkedData, _ rules: PageRules) -> String {
        var writer = BodyWriter(finder)
        let shown = writer.text(of: finder.body(of: containers))
        guard let body = data.body, body.utf8.count > 400, shown.utf8.count * 3 < body.utf8.count else { return shown }
        return HTMLFragment.text(ofEither: body, rules)
    }

    /// An entry of a live report, counted from 1.
    private func items(
        _ entry: LiveReport.Entry, _ number: Int, _ known: PageMetadata, _ input: Input
    ) -> [ArticleItem] {
        let address = known.url.map { url in entry.anchor.map { "\(url)#\($0)" } ?? url }
        return ArticleItem.items(
            Article(
                id: "\(input.origin.stem):\(number)", publisher: known.publisher ?? input.defaults.publisher,
                date: entry.date ?? known.date ?? input.defaults.date, title: entry.title ?? known.title, url: address,
                lang: Language.code(of: entry.text, declared: known.lang), text: entry.text), input.origin)
    }

    /// The encoding that a meta element or an XML declaration near the beginning names.
    static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
        for key in ["charset=", "encoding="] {
            guard let at = head.range(of: key) else { continue }
            let name = head[at.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
                .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ":" }
            if !name.isEmpty { return String(name) }
        }
        return nil
    }
}
