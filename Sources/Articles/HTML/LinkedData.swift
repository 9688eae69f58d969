import Foundation

/// What a page's JSON-LD says of its article: schema.org's NewsArticle and its kin.
struct LinkedData {
    var headline: String?
    var datePublished: String?
    var publisher: String?
    var url: String?
    var lang: String?
    /// The text, where the page gives it whole.
    var body: String?
    /// The posts of a live report.
    var updates: [Update] = []

    struct Update {
        var headline: String?
        var date: String?
        var body: String
    }

    /// - Parameter scripts: the texts of `<script type="application/ld+json">`; those that are no JSON say nothing.
    init(_ scripts: [[UInt8]]) {
        var articles: [[String: Any]] = []
        var others: [[String: Any]] = []
        for script in scripts {
            for object in LinkedData.objects(LinkedData.json(script)) {
                if LinkedData.isArticle(object) { articles.append(object) } else { others.append(object) }
            }
        }
        for object in articles { take(object) }
        if publisher == nil {
            publisher = others.first { LinkedData.types($0).contains { $0.hasSuffix("Organization") } }.flatMap {
                LinkedData.text($0["name"])
            }
        }
        // Pages of guides and studies are of other types, and have a day too.
        let pages = others.filter { object in LinkedData.types(object).contains { $0.hasSuffix("WebPage") } }
        for object in pages + others.filter({ $0["headline"] != nil }) {
            datePublished = datePublished ?? LinkedData.text(object["datePublished"])
        }
    }

    /// The first article that says a thing is believed.
    private mutating func take(_ object: [String: Any]) {
        headline = headline ?? LinkedData.text(object["headline"]) ?? LinkedData.text(object["name"])
        datePublished = datePublished ?? LinkedData.text(object["datePublished"])
        publisher = publisher ?? LinkedData.name(object["publisher"])
        url = url ?? LinkedData.text(object["url"]) ?? LinkedData.name(object["mainEntityOfPage"], key: "@id")
        lang = lang ?? LinkedData.name(object["inLanguage"], key: "alternateName")
        body = body ?? LinkedData.text(object["articleBody"])
        if updates.isEmpty, let posts = object["liveBlogUpdate"] as? [Any] {
            updates = posts.compactMap { LinkedData.update($0) }
        }
    }

    private static func update(_ post: Any) -> Update? {
        guard let post = post as? [String: Any], let body = text(post["articleBody"]) else { return nil }
        return Update(headline: text(post["headline"]), date: text(post["datePublished"]), body: body)
    }

    // MARK: - Reading

    /// JSON that pages write by hand: with comments of HTML around it, and with line breaks inside of texts.
    private static func json(_ script: [UInt8]) -> Any? {
        guard var start = script.firstIndex(of: UInt8(ascii: "{")),
            var end = script.lastIndex(of: UInt8(ascii: "}")), start < end
        else { return nil }
        // A list, unless the bracket is that of `<![CDATA[`.
        if let bracket = script[..<start].lastIndex(where: { !Blanks.isBlank($0) }),
            script[bracket] == UInt8(ascii: "["), !script[..<bracket].suffix(5).elementsEqual("CDATA".utf8),
            let close = script[end...].firstIndex(of: UInt8(ascii: "]"))
        {
            (start, end) = (bracket, close)
        }
        return try? JSONSerialization.jsonObject(with: Data(script[start...end].map { $0 < 32 ? 32 : $0 }))
    }

    /// All objects at the top, in lists and in graphs.
    private static func objects(_ value: Any?, depth: Int = 0) -> [[String: Any]] {
        guard depth < 4 else { return [] }
        if let list = value as? [Any] { return list.flatMap { objects($0, depth: depth + 1) } }
        guard let object = value as? [String: Any] else { return [] }
        let inner = objects(object["@graph"], depth: depth + 1) + objects(object["mainEntity"], depth: depth + 1)
        return [object] + inner
    }

    private static func types(_ object: [String: Any]) -> [String] {
        if let list = object["@type"] as? [Any] { return list.compactMap { $0 as? String } }
        return (object["@type"] as? String).map { [$0] } ?? []
    }

    private static func isArticle(_ object: [String: Any]) -> Bool {
        types(object).contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }
    }

    private static func name(_ value: Any?, key: String = "name") -> String? {
        if let list = value as? [Any] { return list.lazy.compactMap { name($0, key: key) }.first }
        return text(value) ?? text((value as? [String: Any])?[key])
    }

    private static func text(_ value: Any?) -> String? {
        if let list = value as? [Any] { return list.lazy.compactMap { text($0) }.first }
        guard let text = value as? String, text.contains(where: { !$0.isWhitespace }) else { return nil }
        return text
    }
}
