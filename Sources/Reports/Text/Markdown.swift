/// Text that Markdown shows as it is.
enum Markdown {
    private static let special = Set("\\`*_[]<>|#~&".unicodeScalars)

    /// The text on one line, every sign that means something to Markdown escaped.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in CellText.line(text).unicodeScalars {
            if special.contains(scalar) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// A link, where there is somewhere to go that is a web address; the bare text elsewhere.
    static func link(_ text: String, _ url: String?) -> String {
        guard let url, url.hasPrefix("http://") || url.hasPrefix("https://"),
            !url.unicodeScalars.contains(where: { $0.properties.isWhitespace || "<>".unicodeScalars.contains($0) })
        else { return escaped(text) }
        return "[\(escaped(text))](<\(url.replacing("|", with: "%7C"))>)"
    }
}
