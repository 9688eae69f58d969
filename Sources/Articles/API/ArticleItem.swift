public import Figures

/// What is taken for granted of articles that do not say it themselves.
public struct ArticleDefaults: Sendable, Hashable {
    public var publisher: String?
    /// The day of publication.
    public var date: CalendarDate?
    public var url: String?

    public init(publisher: String? = nil, date: CalendarDate? = nil, url: String? = nil) {
        self.publisher = publisher
        self.date = date
        self.url = url
    }
}

/// What a reader finds, one after the other.
public enum ArticleItem: Sendable {
    case article(Article, path: String)
    case problem(InputProblem)
    case notice(InputNotice)

    /// The items of an article that was read: its language told by its text where it does not say it, and a notice
    /// first where it has no date.
    static func items(_ article: Article, _ origin: Origin, line: Int? = nil) -> [ArticleItem] {
        var article = article
        if article.lang == nil { article.lang = Language.code(of: article.text, declared: nil) }
        let notices: [ArticleItem] = article.date == nil ? [.notice(.noDate(origin.path, line: line))] : []
        return notices + [.article(article, path: origin.path)]
    }
}
