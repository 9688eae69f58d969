/// Reads figures out of articles.
public struct Extractor: Sendable {
    /// The version written into every figure.
    public static let version = "1.0.0"

    public init() {}

    /// The figures of an article: of its title first, then of its text, in order of offset.
    public func figures(in article: Article) -> [Figure] { [] }
}
