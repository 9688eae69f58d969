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
    /// The same for every printing of one claim, in every store: see `claimID`.
    public var claim: Int64
    /// The claim is that of the article that this one is a copy of.
    public var isCopy: Bool
    /// How many articles print the claim, this one among them; rejected figures do not count.
    public var articleCount: Int
    /// What people say of the figure; nil where nobody looked at it.
    public var review: ReviewState?
    /// What the extractor read where a person set something else, by key.
    public var extracted: [String: String]
    /// The fingerprint of the tables that it was read with (`DataTables.fingerprint`); nil where it was not asked for.
    public var lexicon: String?

    public init(
        id: Int64, articleID: Int64 = 0, figure: Figure, articleTitle: String? = nil, articleURL: String? = nil,
        articlePath: String? = nil, populationKey: [String] = [], placeName: String? = nil, claim: Int64 = 0,
        isCopy: Bool = false, articleCount: Int = 1, review: ReviewState? = nil, extracted: [String: String] = [:],
        lexicon: String? = nil
    ) {
        self.id = id
        self.articleID = articleID
        self.figure = figure
        self.articleTitle = articleTitle
        self.articleURL = articleURL
        self.articlePath = articlePath
        self.populationKey = populationKey
        self.placeName = placeName
        self.claim = claim
        self.isCopy = isCopy
        self.articleCount = articleCount
        self.review = review
        self.extracted = extracted
        self.lexicon = lexicon
    }

    /// `claim` as 16 hexadecimal digits, for outputs.
    public var claimID: String {
        let digits = String(UInt64(bitPattern: claim), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

/// What people say of a figure.
public enum ReviewState: String, Sendable, Codable, CaseIterable {
    /// It is as the text has it.
    case accepted
    /// It is as a person set it; `StoredFigure.extracted` has what the extractor read.
    case corrected
    /// It is no figure, or says something else; left out unless asked for.
    case rejected
}

/// An article as the store has it.
public struct StoredArticle: Sendable, Hashable {
    public var id: Int64
    /// Its text is empty in a listing without texts.
    public var article: Article
    public var path: String?
    /// Without the rejected.
    public var figureCount: Int
    /// The row of the first published article with nearly the same text; nil for that one, and for one of its own.
    public var copyOf: Int64?
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
    /// The names of the places that were merged into it; its own, where it was renamed.
    public var aliases: [String]
    /// Figures of the place itself, without those of the places in it.
    public var figureCount: Int
}
