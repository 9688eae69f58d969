import Figures
import Foundation
import TestSupport
import Testing

/// The extractor on the annotated articles beside the package, where they are.
@Suite struct GoldTests {
    static let folder = PackageFolder.gold()
    static let isThere: Comment = "needs ../shared/gold beside the package"

    private func lines<Line: Decodable>(_ name: String) throws -> [Line] {
        let folder = try #require(Self.folder)
        return try Data(contentsOf: folder.appendingPathComponent(name)).split(separator: 10).map {
            try JSONDecoder().decode(Line.self, from: Data($0))
        }
    }

    /// Floors some points below what was measured, so that a change that loses figures is seen.
    @Test(.enabled(if: folder != nil, isThere), arguments: [("dev", 0.92, 0.97), ("phenomena", 0.68, 0.93)])
    func findsTheFigures(_ set: String, _ floor: Double, _ valueFloor: Double) throws {
        let articles: [Article] = try lines("\(set).articles.jsonl")
        let gold = Dictionary(grouping: try lines("\(set).figures.jsonl") as [GoldFigure], by: \.doc)
        var score = GoldScore()
        for article in articles {
            let found = Extractor().figures(in: article).filter { $0.field == .text }
            score.add(gold: gold[article.id] ?? [], found: found)
        }
        #expect(score.met + score.missed > 0)
        #expect(score.f1 >= floor, "\(set): precision \(score.precision), recall \(score.recall)")
        #expect(Double(score.valued) / Double(score.met) >= valueFloor)
    }
}
