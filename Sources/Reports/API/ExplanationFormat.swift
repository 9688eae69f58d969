/// How an explanation comes out.
public enum ExplanationFormat: String, Sendable, CaseIterable {
    /// For terminals and pipes.
    case text
    /// One page that holds all that it shows.
    case html

    /// The format for the end of a file's name: `html` or `htm`; text for any other.
    public init(path: String) {
        switch path.split(separator: "/").last?.split(separator: ".").last?.lowercased() {
        case "html", "htm": self = .html
        default: self = .text
        }
    }
}
