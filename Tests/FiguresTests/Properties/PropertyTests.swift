import Foundation
import TestSupport
import Testing

@testable import Figures

/// What holds of every text, tried on seeded chance: a failure names the seed and the text.
@Suite struct PropertyTests {
    static let seeds = [UInt64](0..<12)
    /// Texts of each kind a seed; with the seeds, some 1,500 texts in all.
    static let rounds = 40

    private func forEachText(_ seed: UInt64, _ body: (String) throws -> Void) rethrows {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<Self.rounds {
            try body(Samples.mutation(&generator))
            try body(Samples.jumble(&generator))
            try body(Samples.noise(&generator))
        }
    }

    @Test(arguments: seeds) func spansLieInTheTextAndCutNoCharacter(_ seed: UInt64) {
        forEachText(seed) { text in
            let bytes = Array(text.utf8)
            func isBoundary(_ at: Int) -> Bool { at == bytes.count || bytes[at] & 0xC0 != 0x80 }
            for figure in figures(in: text) {
                let quoteEnd = figure.quoteStart + figure.quote.utf8.count
                #expect(0 <= figure.quoteStart && figure.quoteStart <= figure.start, "\(text)")
                #expect(figure.start < figure.end && figure.end <= quoteEnd && quoteEnd <= bytes.count, "\(text)")
                #expect(isBoundary(figure.start) && isBoundary(figure.end) && isBoundary(figure.quoteStart), "\(text)")
            }
        }
    }

    @Test(arguments: seeds) func numberAndQuoteAreTheBytesOfTheirSpans(_ seed: UInt64) {
        forEachText(seed) { text in
            let bytes = Array(text.utf8)
            for figure in figures(in: text) {
                #expect(bytes[figure.start..<figure.end].elementsEqual(figure.number.utf8), "\(text)")
                #expect(bytes[figure.quoteStart...].starts(with: figure.quote.utf8), "\(text)")
                #expect(figure.quote.utf8.count >= figure.number.utf8.count && figure.quote.contains(figure.number))
            }
        }
    }

    @Test(arguments: seeds) func figuresAreInOrderAndApart(_ seed: UInt64) {
        forEachText(seed) { text in
            let found = figures(in: text)
            for (one, next) in zip(found, found.dropFirst()) { #expect(one.end <= next.start, "\(text)") }
        }
    }

    @Test(arguments: seeds) func theSameTextGivesTheSameFigures(_ seed: UInt64) {
        forEachText(seed) { text in
            let found = figures(in: text)
            #expect(figures(in: text) == found, "\(text)")
            #expect(figures(in: String(decoding: Array(text.utf8), as: UTF8.self)) == found, "\(text)")
        }
    }

    @Test(arguments: seeds) func valuesLieInTheirBounds(_ seed: UInt64) {
        forEachText(seed) { text in
            for figure in figures(in: text) {
                #expect(figure.value.isFinite && figure.value >= 0, "\(text)")
                #expect(figure.low != nil || figure.high != nil, "\(text)")
                if let low = figure.low, let high = figure.high { #expect(low <= high, "\(text)") }
                #expect((0...1).contains(figure.confidence), "\(text)")
                #expect(Lexicon.embedded.measures.contains { $0.name == figure.measure }, "\(text)")
                #expect(!figure.unit.isEmpty, "\(text)")
            }
        }
    }

    @Test(arguments: seeds) func relationsPointAtAnotherFigure(_ seed: UInt64) {
        forEachText(seed) { text in
            let found = figures(in: text)
            for figure in found {
                guard let relation = figure.relation else { continue }
                #expect(relation.start != figure.start && found.contains { $0.start == relation.start }, "\(text)")
            }
        }
    }

    @Test(arguments: seeds) func writesJSONThatReadsBack(_ seed: UInt64) throws {
        try forEachText(seed) { text in
            for figure in figures(in: text) {
                var bytes: [UInt8] = []
                figure.writeJSON(to: &bytes)
                let decoded = try JSONDecoder().decode(Figure.self, from: Data(bytes))
                #expect(decoded == figure, "\(text)")
            }
        }
    }

    /// A title may help to place a figure, but neither gives nor takes one of the text's.
    @Test(arguments: seeds) func titlesDoNotMoveTheTextsOffsets(_ seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<Self.rounds {
            let text = Samples.mutation(&generator)
            let titled = figures(in: text, title: "Storm in Mozambique").filter { $0.field == .text }
            #expect(titled.map(\.start) == figures(in: text).map(\.start), "\(text)")
        }
    }

    /// Bytes that are no UTF-8 reach the extractor only from inside, but must not stop it either.
    @Test(arguments: seeds) func readsAnyBytes(_ seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<Self.rounds * 3 {
            let bytes = Samples.rawBytes(&generator)
            bytes.withUnsafeBufferPointer { buffer in
                let article = Article(id: "a", date: day, text: "")
                let reading = Extractor.read(buffer, article, .embedded)
                var chooser = ModelChooser(model: Lexicon.embedded.model)
                let drafts = Interview(reading: reading).drafts(&chooser)
                let found = FigureMaker(reading: reading, article: article, field: .text).figures(drafts)
                #expect(found.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= bytes.count }, "\(bytes)")
            }
        }
    }

    @Test(arguments: seeds) func tokensCoverTheTextInOrder(_ seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<Self.rounds * 3 {
            let bytes = Samples.rawBytes(&generator)
            bytes.withUnsafeBufferPointer { buffer in
                let document = Document(buffer, lexicon: .embedded)
                var end = 0
                for token in document.tokens {
                    #expect(Int(token.start) >= end && token.end > token.start, "\(bytes)")
                    end = Int(token.end)
                }
                #expect(end <= bytes.count, "\(bytes)")
                #expect(document.sentences.flatMap { Array($0) } == Array(document.tokens.indices), "\(bytes)")
            }
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            String(repeating: "9", count: 20_000), String(repeating: "9,000 ", count: 5_000),
            String(repeating: "\"", count: 20_000), String(repeating: "a", count: 100_000),
            String(repeating: "half of the ", count: 3_000), String(repeating: "one hundred and ", count: 3_000),
            String(repeating: "killed 24 people, ", count: 40), "5-R", "5 to R", "from 5 to a", "Some 5 R",
            String(repeating: "\n", count: 50_000),
            String(repeating: "12, 34, ", count: 50_000), String(repeating: "in Aden 3 died, there, ", count: 150),
            String(repeating: "!", count: 100_000) + " a", String(repeating: "Said ", count: 20_000),
            String(repeating: "Acme Aid Agency (AAA) said 3 died. XYZ said 4 died. ", count: 500),
        ])
    func longRunsEndInTime(_ text: String) {
        #expect(figures(in: text).allSatisfy { $0.end <= text.utf8.count && $0.value.isFinite })
    }
}
