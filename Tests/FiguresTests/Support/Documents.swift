import TestSupport

@testable import Figures

/// Calls `body` with the document of a text, which lives as long as the call.
func withDocument<Result>(_ text: String, _ body: (Document) throws -> Result) rethrows -> Result {
    var text = text
    return try text.withUTF8 { try body(Document($0, lexicon: .embedded)) }
}

/// A text with a mark for each number that is found in it, named by `name`.
func markNumerals(_ text: String, _ name: (Numeral, Document) -> String) -> String {
    withDocument(text) { document in
        let scanner = NumeralScanner(document: document)
        let marks = document.sentences.flatMap { scanner.numerals(in: $0) }.map { numeral -> MarkedText.Mark in
            let first = document.tokens[numeral.tokens.lowerBound]
            let last = document.tokens[numeral.tokens.upperBound - 1]
            return .init(name(numeral, document), Int(first.start)..<Int(last.end))
        }
        return MarkedText(text: text, marks: marks).marked
    }
}

/// `24`, `9000..` for at least, `..30` for at most, `40..50`.
func bounds(_ low: Double?, _ high: Double?) -> String {
    func text(_ value: Double?) -> String {
        guard let value else { return "" }
        return value == value.rounded() && value < 1e15 ? String(Int(value)) : String(value)
    }
    return low == high ? text(low) : "\(text(low))..\(text(high))"
}
