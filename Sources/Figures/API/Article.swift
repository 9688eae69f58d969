/// A text to read, with what is known of it. Only `text` is required.
public struct Article: Sendable, Hashable, Codable {
    /// Names the article in every figure's `doc`; a reader gives one where the input has none.
    public var id: String
    public var publisher: String?
    /// The day of publication. Without it, relative dates ("on Thursday") stay unresolved.
    public var date: CalendarDate?
    public var title: String?
    public var url: String?
    /// ISO 639-1 code; nil where unknown.
    public var lang: String?
    /// The body, paragraphs set apart by newlines.
    public var text: String

    public init(
        id: String, publisher: String? = nil, date: CalendarDate? = nil, title: String? = nil, url: String? = nil,
        lang: String? = nil, text: String
    ) {
        self.id = id
        self.publisher = publisher
        self.date = date
        self.title = title
        self.url = url
        self.lang = lang
        self.text = text
    }
}
