import Figures

/// What holds of the figures of every article, whatever its text.
enum FigureInvariants {
    /// - Throws: `Violation`, with the figure in its words.
    @discardableResult static func check(_ article: Article, _ extractor: Extractor) throws -> [Figure] {
        let figures = extractor.figures(in: article)
        for field in TextField.allCases {
            let found = figures.filter { $0.field == field }
            let text = Array((field == .title ? article.title ?? "" : article.text).utf8)
            for figure in found { try check(figure, text, found) }
            for (one, next) in zip(found, found.dropFirst()) {
                try require(one.end <= next.start, "\(one.number) and \(next.number) overlap, or are out of order")
            }
        }
        var copy = article
        copy.text = String(decoding: Array(article.text.utf8), as: UTF8.self)
        try require(extractor.figures(in: copy) == figures, "the same text gave other figures the second time")
        return figures
    }

    private static func check(_ figure: Figure, _ text: [UInt8], _ all: [Figure]) throws {
        let quoteEnd = figure.quoteStart + figure.quote.utf8.count
        func isBoundary(_ at: Int) -> Bool { at == text.count || text[at] & 0xC0 != 0x80 }
        let name = "\(figure.start)..<\(figure.end) '\(figure.number.prefix(40))'"
        try require(
            0 <= figure.quoteStart && figure.quoteStart <= figure.start && figure.start < figure.end
                && figure.end <= quoteEnd && quoteEnd <= text.count, "\(name): its span is out of bounds")
        try require(
            [figure.start, figure.end, figure.quoteStart, quoteEnd].allSatisfy(isBoundary),
            "\(name): its span cuts a character")
        try require(
            text[figure.start..<figure.end].elementsEqual(figure.number.utf8)
                && text[figure.quoteStart..<quoteEnd].elementsEqual(figure.quote.utf8),
            "\(name): its words are not those of its span")
        try require(figure.value.isFinite && figure.value >= 0, "\(name): its value is \(figure.value)")
        try require(figure.low != nil || figure.high != nil, "\(name): it is without bounds")
        try checkBounds(figure.low, figure.high, name)
        try require((0...1).contains(figure.confidence), "\(name): its confidence is \(figure.confidence)")
        try require(!figure.unit.isEmpty && !figure.measure.isEmpty, "\(name): it counts nothing")
        if let relation = figure.relation {
            try require(
                relation.start != figure.start && all.contains { $0.start == relation.start },
                "\(name): it is related to \(relation.start), where no figure is")
        }
        try checkJSON(figure, name)
    }

    private static func checkBounds(_ low: Double?, _ high: Double?, _ name: String) throws {
        try require([low, high].allSatisfy { $0?.isFinite ?? true }, "\(name): a bound is no number")
        if let low, let high { try require(low <= high, "\(name): \(low) is above \(high)") }
    }

    /// A line of the output is one line, of printable bytes.
    private static func checkJSON(_ figure: Figure, _ name: String) throws {
        var bytes: [UInt8] = []
        figure.writeJSON(to: &bytes)
        try require(bytes.allSatisfy { $0 >= 32 }, "\(name): its JSON holds control characters")
        try require(String(validating: bytes, as: UTF8.self) != nil, "\(name): its JSON is not UTF-8")
    }

    /// - Throws: `Violation`; the numbers that are no figures are looked at too.
    static func checkExplanations(_ article: Article, _ extractor: Extractor) throws {
        for explanation in extractor.explanations(of: article, reasons: 2) {
            let text = explanation.field == .title ? article.title ?? "" : article.text
            let name = "\(explanation.start)..<\(explanation.end) '\(explanation.number.prefix(40))'"
            try require(
                0 <= explanation.start && explanation.start < explanation.end
                    && explanation.end <= text.utf8.count, "\(name): its span is out of bounds")
            try require(explanation.reading.value.isFinite, "\(name): its value is no number")
            try checkBounds(explanation.reading.low, explanation.reading.high, name)
            for decision in explanation.decisions {
                try require((0...1.0001).contains(decision.belief), "\(name): a belief of \(decision.belief)")
            }
        }
    }
}
