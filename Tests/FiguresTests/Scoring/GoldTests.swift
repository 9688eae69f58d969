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
        var evaluation = Evaluation()
        for article in articles {
            evaluation.add(gold: gold[article.id] ?? [], found: Extractor().figures(in: article))
        }
        let found = evaluation.detection
        #expect(found.met + found.missed > 0)
        #expect(found.f1 >= floor, "\(set): precision \(found.precision), recall \(found.recall)")
        #expect(try #require(evaluation.attributes[.value]).value >= valueFloor)
    }
}
