import Foundation
import Testing

@testable import Figures

@Suite struct EvaluationTests {
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
        var evaluation = Evaluation()
        evaluation.add(gold: [try gold(0, 24), try gold(10, 9)], found: [figure(0, 24), figure(20, 7)])
        #expect(evaluation.detection == Evaluation.Tally(met: 1, missed: 1, extra: 1))
        #expect(evaluation.detection.precision == 0.5 && evaluation.detection.recall == 0.5)
        #expect(evaluation.detection.f1 == 0.5)
        #expect(evaluation.measures == ["deaths": evaluation.detection])
    }

    @Test func optionalFiguresCostNothing() throws {
        var evaluation = Evaluation()
        evaluation.add(
            gold: [try gold(0, 24, optional: true), try gold(10, 9, optional: true)], found: [figure(0, 24)])
        #expect(evaluation.detection == Evaluation.Tally())
    }

    @Test func anotherMeasureIsMissedAndExtra() throws {
        var evaluation = Evaluation()
        evaluation.add(gold: [try gold(0, 24)], found: [figure(0, 24, measure: "injured")])
        #expect(evaluation.detection == Evaluation.Tally(met: 0, missed: 1, extra: 1))
    }

    @Test func anotherValueIsMetButNotValued() throws {
        var evaluation = Evaluation()
        evaluation.add(gold: [try gold(0, 24)], found: [figure(0, 25)])
        #expect(evaluation.detection.met == 1)
        #expect(evaluation.attributes[.value] == Evaluation.Share(right: 0, count: 1))
        #expect(evaluation.strict == Evaluation.Tally(met: 0, missed: 1, extra: 1))
    }

    @Test func judgesWhatThePersonTold() throws {
        let line = """
            {"doc":"a","start":0,"end":2,"measure":["deaths"],"low":1,"high":1,"qualifier":"exact","unit":"person",\
            "population":["children"],"place":["Rafah","Gaza"],"source":["health ministry"],"date":"2024-02-15",\
            "period":["event","total"],"status":"actual"}
            """
        let wanted = try JSONDecoder().decode(GoldFigure.self, from: Data(line.utf8))
        var found = figure(0, 1)
        found.place = PlaceReference(name: "Gaza Strip")
        found.source = SourceReference(name: "police", text: "police")
        found.date = PartialDate("2024-02-16")
        found.period = .total
        var evaluation = Evaluation()
        evaluation.add(gold: [wanted], found: [found])
        let right = evaluation.attributes.filter { $0.value.right == 1 }.keys
        #expect(Set(right) == [.value, .qualifier, .unit, .place, .date, .period, .status])
        #expect(evaluation.attributes[.all] == Evaluation.Share(right: 0, count: 1))
    }

    /// A figure of confidence 1 belongs to the highest tenth.
    @Test func countsByConfidence() throws {
        var evaluation = Evaluation()
        evaluation.add(gold: [try gold(0, 24)], found: [figure(0, 24), figure(20, 7)])
        #expect(evaluation.confidences[9] == Evaluation.Share(right: 1, count: 2))
    }
}
