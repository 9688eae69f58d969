import Figures
import Foundation

/// A page of the web: the text of its article and what is known of it.
struct HTMLPage: DocumentReader {
    func items(_ bytes: [UInt8], _ input: Input) -> [ArticleItem] {
        let declared = input.encoding ?? HTMLPage.declaredEncoding(bytes)
        let rules = input.settings.rules
        let tree = HTMLParser.tree(TextEncoding.decode(bytes, declared: declared).utf8)
        let finder = BodyFinder(tree, rules)
        let containers = finder.containers()
        var writer = BodyWriter(finder)
        let text = writer.text(of: finder.body(of: containers))
        guard !text.isEmpty else { return [.problem(.noArticle(input.path))] }
        let known = PageMetadata(
            tree, LinkedData(tree.linkedData), container: containers[0], address: input.hints.url ?? input.defaults.url,
            rules)
        return ArticleItem.items(
            Article(
                id: input.origin.stem, publisher: known.publisher ?? input.defaults.publisher,
                date: known.date ?? input.defaults.date, title: known.title, url: known.url,
                lang: Language.code(of: text, declared: known.lang), text: text), input.origin)
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
