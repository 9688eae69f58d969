import LanguageDetector

/// The language of texts.
enum Language {
    /// Letters behind the first are not looked at: a language shows early.
    private static let reach = 1 << 16
    /// Shorter texts tell too little.
    private static let shortest = 120
    /// A text whose second language has more than this share is mixed.
    private static let mixed = 20

    /// The ISO 639-1 code of a text's language; nil where the text is short, or mixed with English.
    ///
    /// - Parameter declared: what the input says, as `en-US`. The text is believed before it, for many pages carry the
    ///   language of their software.
    static func code(of text: String, declared: String?) -> String? {
        let said = declared.flatMap { code($0) }
        guard text.utf8.count >= shortest, let shares = shares(text), let first = shares.first else { return said }
        if first.code != "en", shares.dropFirst().contains(where: { $0.code == "en" && $0.percent > mixed }) {
            return nil
        }
        return first.percent >= 60 ? first.code : said
    }

    /// `en-US`, `en_GB`, `EN` as `en`; nil for what is no code.
    static func code(_ declared: String) -> String? {
        guard declared.utf8.count <= 12, !declared.contains(" ") else { return nil }
        let code = declared.prefix { $0.isLetter }.lowercased()
        guard code.utf8.count == 2 || code.utf8.count == 3 else { return nil }
        // Codes that were withdrawn, and those of three letters that feeds use.
        return ["iw": "he", "in": "id", "ji": "yi", "jw": "jv", "eng": "en", "ara": "ar", "fra": "fr", "spa": "es"][
            code]
            ?? code
    }

    /// The code of a language that is named in English: `Arabic`.
    static func code(named name: String) -> String? { named[name.lowercased()] }

    private static let named = [
        "english": "en", "arabic": "ar", "french": "fr", "spanish": "es", "portuguese": "pt", "russian": "ru",
        "chinese": "zh", "german": "de", "italian": "it", "turkish": "tr", "ukrainian": "uk", "hebrew": "he",
        "persian": "fa", "farsi": "fa", "japanese": "ja", "korean": "ko", "hindi": "hi", "urdu": "ur", "dutch": "nl",
        "indonesian": "id", "swahili": "sw", "polish": "pl", "greek": "el", "bengali": "bn", "burmese": "my",
    ]

    /// Nil where the answer cannot be relied on.
    private static func shares(_ text: String) -> [(code: String, percent: Int)]? {
        var text = Substring(text.utf8.prefix(reach))
        var found = [LanguageShare](repeating: LanguageShare(), count: 3)
        let isReliable = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { language_detect($0.baseAddress ?? nowhere, $0.count, &found) }
        }
        guard isReliable else { return nil }
        return found.compactMap { share in
            let name = withUnsafeBytes(of: share.code) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            return code(name).map { ($0, Int(share.percent)) }
        }
    }

    nonisolated(unsafe) private static let nowhere = UnsafePointer(UnsafeMutablePointer<CChar>.allocate(capacity: 1))
}
