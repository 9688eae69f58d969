/// Texts as names for files and citations.
enum Slug {
    /// ASCII letters in lower case, digits, and single hyphens between them: `harbour-wire-2023-11-03`.
    static func text(_ text: String) -> String {
        let letters = text.lowercased().unicodeScalars.map { scalar in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
        }
        let slug = String(letters).split(separator: "-").joined(separator: "-")
        return slug.isEmpty ? "x" : slug
    }

    /// 1 is `a`, 26 `z`, 27 `aa`.
    static func letters(_ number: Int) -> String {
        var letters = ""
        var rest = number
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(97 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
