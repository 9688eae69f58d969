import TestSupport

/// Texts for the properties: sample sentences, what chance makes of them, and noise.
enum Samples {
    /// The sentences of the measures, and some with everything at once.
    static let sentences: [String] = {
        let marked = MeasureCases.fire + MeasureCases.silent
        return marked.compactMap { try? MarkedText($0).text } + [
            "“At least 24 people — nine of them children — died in Khan Younis on Thursday,” Mayor Lena Brandt told Reuters.",
            "Between 20,000 and 30,000 families fled São Tomé, up from 1,200 in May 2023, according to the U.N.",
            "More than half the territory's 2.3 million people need food; donors pledged US$1.2 billion (£900m).",
            "The toll rose by 3 to 61, Gen. Omar Haddad said at 5 p.m. Another 119\u{00A0}000 are missing…",
        ]
    }()

    private static let pieces = [
        " ", "\n", "\n\n", ".", ",", "-", "–", "'", "\"", "“", "”", "(", ")", "$", "%", "0", "9,000", "1.5", "24",
        "million", "dozens", "of", "and", "to", "\u{00A0}", "\u{00AD}", "é", "غ", "日", "👨‍👩‍👧", "\u{0}", "killed", "people",
        "said", "Gaza", "since", "Monday", "half", "more than", "U.S.", "…", "Â", "\u{FEFF}", "\u{2028}",
    ]

    /// Two or three sentences with some characters struck out, doubled, swapped or put in.
    static func mutation(_ generator: inout SplitMix64) -> String {
        var text: [Unicode.Scalar] = []
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            text += Array((sentences.randomElement(using: &generator) ?? "").unicodeScalars) + [" "]
        }
        for _ in 0..<Int.random(in: 1...12, using: &generator) {
            let at = Int.random(in: 0..<text.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: text.remove(at: at)
            case 1: text.insert(text[at], at: at)
            case 2: text.swapAt(at, Int.random(in: 0..<text.count, using: &generator))
            default: text.insert(contentsOf: (pieces.randomElement(using: &generator) ?? "").unicodeScalars, at: at)
            }
            if text.isEmpty { text = [" "] }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: text)
        return String(result)
    }

    /// Pieces in any order.
    static func jumble(_ generator: inout SplitMix64) -> String {
        (0..<Int.random(in: 1...80, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
        }.joined(separator: Bool.random(using: &generator) ? " " : "")
    }

    /// Random bytes, decoded: what is no UTF-8 becomes U+FFFD.
    static func noise(_ generator: inout SplitMix64) -> String {
        let count = Int.random(in: 0...400, using: &generator)
        return String(decoding: generator.bytes(count), as: UTF8.self)
    }

    /// Bytes as they stand, mostly letters, digits and marks, with some that are no UTF-8.
    static func rawBytes(_ generator: inout SplitMix64) -> [UInt8] {
        if Bool.random(using: &generator) { return generator.bytes(Int.random(in: 0...300, using: &generator)) }
        var bytes = Array(mutation(&generator).utf8)
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
            let at = Int.random(in: 0..<bytes.count, using: &generator)
            bytes[at] = UInt8.random(in: 0...255, using: &generator)
        }
        return Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
    }
}
