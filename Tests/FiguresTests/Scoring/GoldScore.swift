import Figures
import Foundation

/// Detection against a gold file: whether the numbers that a person marked were found, with their measure.
struct GoldScore {
    var met = 0
    var missed = 0
    var extra = 0
    /// Of those met, how many have both bounds right.
    var valued = 0

    var precision: Double { met + extra == 0 ? 0 : Double(met) / Double(met + extra) }
    var recall: Double { met + missed == 0 ? 0 : Double(met) / Double(met + missed) }
    var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

    /// Pairs the figures of one text by overlap and measure, required figures first. A figure that the gold has as
    /// optional costs nothing, found or not.
    mutating func add(gold: [GoldFigure], found: [Figure]) {
        var open = Array(found.indices)
        for wanted in gold.sorted(by: { !$0.isOptional && $1.isOptional }) where !wanted.isNone {
            let match =
                open.first { overlaps(wanted, found[$0]) && isValue(wanted, found[$0]) }
                ?? open.first { overlaps(wanted, found[$0]) }
            open.removeAll { $0 == match }
            if wanted.isOptional { continue }
            met += match == nil ? 0 : 1
            missed += match == nil ? 1 : 0
            valued += match.map { isValue(wanted, found[$0]) } ?? false ? 1 : 0
        }
        extra += open.count
    }

    private func overlaps(_ gold: GoldFigure, _ figure: Figure) -> Bool {
        min(gold.end, figure.end) > max(gold.start, figure.start) && gold.measure.contains(figure.measure)
    }

    private func isValue(_ gold: GoldFigure, _ figure: Figure) -> Bool {
        isSame(gold.low, figure.low) && isSame(gold.high, figure.high)
    }

    private func isSame(_ a: Double?, _ b: Double?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return abs(a - b) <= 0.005 * max(abs(a), abs(b))
    }
}
