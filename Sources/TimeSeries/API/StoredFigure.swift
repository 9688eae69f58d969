public import Figures

/// A figure as the store has it, with its article: all that a table, chart or citation needs.
public struct StoredFigure: Sendable, Hashable {
    /// The row in the store; stable as long as the article is not read anew.
    public var id: Int64
    public var figure: Figure
    /// The row of the article.
    public var articleID: Int64
    public var articleTitle: String?
    public var articleURL: String?
    public var articlePath: String?
    /// The population without the people of the place itself, sorted: what series are told apart by.
    public var populationKey: [String]
    /// The gazetteer's name of the place, where the text may have "the enclave".
    public var placeName: String?

    public init(
        id: Int64, articleID: Int64 = 0, figure: Figure, articleTitle: String? = nil, articleURL: String? = nil,
        articlePath: String? = nil, populationKey: [String] = [], placeName: String? = nil
    ) {
        self.id = id
        self.articleID = articleID
        self.figure = figure
        self.articleTitle = articleTitle
        self.articleURL = articleURL
        self.articlePath = articlePath
        self.populationKey = populationKey
        self.placeName = placeName
    }
}

/// An article as the store has it.
public struct StoredArticle: Sendable, Hashable {
    public var id: Int64
    public var article: Article
    public var path: String?
    public var figureCount: Int
}

/// A source of the store, with the words that texts use for it.
public struct StoredSource: Sendable, Hashable {
    /// The id of `Data/sources.tsv`; nil for a source that the table does not have.
    public var key: String?
    public var name: String
    public var kind: SourceKind
    /// Sorted; the name itself is not among them.
    public var aliases: [String]
    public var figureCount: Int
    public var articleCount: Int
}

/// A place of the store; those that only hold others have no figures of their own.
public struct StoredPlace: Sendable, Hashable {
    /// The id of `Data/places.tsv`; nil for a place that the gazetteer does not have.
    public var key: String?
    public var name: String
    /// country, region, city, camp, …; empty where unknown.
    public var kind: String
    public var iso3: String?
    /// The name of the place that holds it.
    public var parent: String?
    /// Figures of the place itself, without those of the places in it.
    public var figureCount: Int
}
