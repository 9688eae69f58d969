import Figures
import Foundation

/// A record of JSON as an article: those of this program, of ReliefWeb, news-please and GDELT, and any whose keys are
/// known.
struct Record {
    let object: [String: Any]
    let keys: RecordKeys
    let rules: PageRules

    struct Failure: Error {
        let why: String
        /// Whether the record is one, with nothing in it to read.
        var isEmpty = false
    }

    /// The records of a value: itself, or those in a list of an answer.
    static func objects(of value: Any, _ keys: RecordKeys) -> [[String: Any]] {
        if let list = value as? [Any] { return list.flatMap { objects(of: $0, keys) } }
        guard let object = value as? [String: Any] else { return [] }
        guard keys.value(.text, in: object) == nil || object["hits"] != nil else { return [object] }
        for path in keys.lists {
            if let list = path.value(in: object) as? [Any], list.contains(where: { $0 is [String: Any] }) {
                return list.flatMap { objects(of: $0, keys) }
            }
            if path.name.hasPrefix("_"), let inner = path.value(in: object) as? [String: Any] { return [inner] }
        }
        return [object]
    }

    /// - Parameter fallback: the id of an article that has none.
    func article(id fallback: String, _ defaults: ArticleDefaults) throws(Failure) -> Article {
        Article(
            id: try string(.id, takesNumbers: true) ?? fallback,
            publisher: try string(.publisher) ?? defaults.publisher, date: try date() ?? defaults.date,
            title: try string(.title, PageText.plain), url: try string(.url) ?? defaults.url,
            lang: try string(.lang) { Language.code($0) ?? Language.code(named: $0) }, text: try body())
    }

    private func body() throws(Failure) -> String {
        guard let found = keys.value(.text, in: object) else {
            if keys.hasKey(.text, in: object) { throw wrongType(keys.name(.text)) }
            throw missing()
        }
        let parts = (found.value as? [Any])?.compactMap { $0 as? String }
        guard let raw = found.value as? String ?? (parts?.isEmpty == false ? parts?.joined(separator: "\n\n") : nil)
        else {
            throw wrongType(found.key)
        }
        guard !raw.utf8.contains(0) else { throw Failure(why: "\"\(found.key)\" holds a zero byte") }
        // This program's own articles are text, whatever they look like; offsets count its bytes.
        let text = found.key == "text" || !HTMLFragment.isMarkup(raw) ? raw : HTMLFragment.text(raw, rules)
        guard text.contains(where: { !$0.isWhitespace }) else { throw Failure(why: "", isEmpty: true) }
        return text
    }

    private func missing() -> Failure {
        let name = keys.name(.text)
        guard name == "text", keys.value(.title, in: object) != nil || keys.value(.url, in: object) != nil else {
            return Failure(why: "the article has no \"\(name)\"")
        }
        if object["fields"] is [String: Any] {
            return Failure(why: "the report has no text: ask the API for the field body-html, or for profile=full")
        }
        return Failure(
            why: "the article has no \"text\": ask for records with their text, or name its key with --map text=KEY")
    }

    /// The text of a field. Under this program's own key it stands as it is, under another it is tidied up.
    private func string(
        _ field: RecordKeys.Field, takesNumbers: Bool = false, _ tidy: (String) -> String? = { $0 }
    ) throws(Failure) -> String? {
        guard let found = keys.value(field, in: object, where: { $0 is String || (takesNumbers && $0 is NSNumber) })
        else {
            // Whatever other programs keep there is none of ours.
            if let other = keys.value(field, in: object), other.key == field.rawValue { throw wrongType(other.key) }
            return nil
        }
        guard let text = found.value as? String else { return (found.value as? NSNumber)?.stringValue }
        if found.key == field.rawValue { return text }
        let bare = Blanks.trimmed(text)
        return bare.isEmpty ? nil : tidy(bare)
    }

    private func date() throws(Failure) -> CalendarDate? {
        guard let found = keys.value(.date, in: object) else { return nil }
        if let number = found.value as? NSNumber { return rules.dates.date(number.stringValue) }
        guard let text = found.value as? String else { return nil }
        if Blanks.trimmed(text).isEmpty { return nil }
        if let date = CalendarDate(text) ?? rules.dates.date(text) { return date }
        throw Failure(why: "'\(text.prefix(40))' is not a date: write YYYY-MM-DD")
    }

    private func wrongType(_ key: String) -> Failure { Failure(why: "\"\(key)\" is not of the right type") }
}
