import Figures
import Foundation
import Testing

@Suite struct GoldScoreTests {
    private func gold(_ start: Int, _ low: Int, optional: Bool = false, measure: String = "deaths") throws -> GoldFigure
    {
        let line = """
            {"doc":"a","start":\(start),"end":\(start + 2),"measure":["\(measure)"],"low":\(low),"high":\(low),\
            "optional":\(optional)}
            """
        return try JSONDecoder().decode(GoldFigure.self, from: Data(line.utf8))
    }

    private func figure(_ start: Int, _ low: Double, measure: String = "deaths") -> Figure {
        Figure(
            doc: "a", field: .text, start: start, end: start + 2, number: "", quote: "", quoteStart: 0,
            measure: measure, term: "", value: low, low: low, high: low, qualifier: .exact, unit: "person")
    }

    @Test func countsMetMissedAndExtra() throws {
        var score = GoldScore()
        score.add(gold: [try gold(0, 24), try gold(10, 9)], found: [figure(0, 24), figure(20, 7)])
        #expect((score.met, score.missed, score.extra, score.valued) == (1, 1, 1, 1))
        #expect(score.precision == 0.5 && score.recall == 0.5 && score.f1 == 0.5)
    }

    @Test func optionalFiguresCostNothing() throws {
        var score = GoldScore()
        score.add(gold: [try gold(0, 24, optional: true), try gold(10, 9, optional: true)], found: [figure(0, 24)])
        #expect((score.met, score.missed, score.extra) == (0, 0, 0))
    }

    @Test func anotherMeasureIsMissedAndExtra() throws {
        var score = GoldScore()
        score.add(gold: [try gold(0, 24)], found: [figure(0, 24, measure: "injured")])
        #expect((score.met, score.missed, score.extra) == (0, 1, 1))
    }

    @Test func anotherValueIsMetButNotValued() throws {
        var score = GoldScore()
        score.add(gold: [try gold(0, 24)], found: [figure(0, 25)])
        #expect((score.met, score.valued) == (1, 0))
    }
}
