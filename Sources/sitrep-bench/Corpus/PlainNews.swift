import TestSupport

/// Paragraphs of plain news, made of sentences whose slots are filled anew each time.
struct PlainNews {
    static let outlets = [
        "Harbour Wire", "Meridian Post", "Eastgate Daily", "Northlight Radio", "Cedar Coast", "Sample Observer",
        "Lantern Press", "The Weekly Ledger",
    ]

    func headline(_ generator: inout SplitMix64) -> String { filled(PlainNews.headlines.any(&generator), &generator) }

    /// Two to five sentences on one subject.
    func paragraph(_ generator: inout SplitMix64) -> String {
        paragraph(on: PlainNews.sentences.any(&generator), &generator)
    }

    /// Two to five sentences that a crisis report has between its numbers.
    func contextParagraph(_ generator: inout SplitMix64) -> String { paragraph(on: PlainNews.context, &generator) }

    private func paragraph(on subject: [String], _ generator: inout SplitMix64) -> String {
        let count = Int.random(in: 2...5, using: &generator)
        return (0..<count).map { _ in filled(subject.any(&generator), &generator) }.joined(separator: " ")
    }

    /// The text with every `{slot}` filled.
    private func filled(_ text: String, _ generator: inout SplitMix64) -> String {
        var result = ""
        for piece in text.split(separator: "{", omittingEmptySubsequences: false) {
            guard let end = piece.firstIndex(of: "}") else {
                result += piece
                continue
            }
            result += word(String(piece[..<end]), &generator)
            result += piece[piece.index(after: end)...]
        }
        return result
    }

    private func word(_ slot: String, _ generator: inout SplitMix64) -> String {
        switch slot {
        case "name": return "\(PlainNews.first.any(&generator)) \(surname(&generator))"
        case "surname": return surname(&generator)
        case "number": return "\(Int.random(in: 2...90, using: &generator))"
        case "large":
            return "\(Int.random(in: 1...980, using: &generator)),\(Int.random(in: 100...999, using: &generator))"
        case "decimal":
            return "\(Int.random(in: 0...40, using: &generator)).\(Int.random(in: 1...9, using: &generator))"
        case "year": return "\(Int.random(in: 1950...2024, using: &generator))"
        case "day": return "\(Int.random(in: 1...28, using: &generator))"
        default: return PlainNews.words[slot]?.any(&generator) ?? slot
        }
    }

    /// Names that no table has: syllables put together.
    private func surname(_ generator: inout SplitMix64) -> String {
        let count = Int.random(in: 2...3, using: &generator)
        let name = (0..<count).map { _ in PlainNews.syllables.any(&generator) }.joined()
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}
