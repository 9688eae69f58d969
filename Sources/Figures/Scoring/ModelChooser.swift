#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Chooses by the weights of a model.
struct ModelChooser: Chooser {
    let model: LinearModel

    mutating func choose(
        _ question: Question, _ candidates: [Features], _ mention: Mention, _ label: (Int) -> Answer
    ) -> (index: Int, belief: Float) {
        let beliefs = Softmax.beliefs(candidates.map { model.score($0) })
        let best = ModelChooser.best(beliefs, label)
        if question == .measure, best.belief < Self.leastBelief, label(0) == .none { return (0, beliefs[0]) }
        return best
    }

    /// Below this share of the belief a measure is a guess among several, and no figure is made of it.
    private static let leastBelief: Float = 0.37

    /// The candidate with the most belief, those that say the same taken together.
    static func best(_ beliefs: [Float], _ label: (Int) -> Answer) -> (index: Int, belief: Float) {
        var best = (index: 0, belief: Float(-1))
        var seen: [(answer: Answer, belief: Float, index: Int, top: Float)] = []
        for index in beliefs.indices {
            let answer = label(index)
            if let place = seen.firstIndex(where: { $0.answer == answer }) {
                seen[place].belief += beliefs[index]
                if beliefs[index] > seen[place].top {
                    seen[place].top = beliefs[index]
                    seen[place].index = index
                }
            } else {
                seen.append((answer, beliefs[index], index, beliefs[index]))
            }
        }
        for entry in seen where entry.belief > best.belief { best = (entry.index, entry.belief) }
        return best
    }
}

enum Softmax {
    /// Scores as shares of one.
    static func beliefs(_ scores: [Float]) -> [Float] {
        let top = scores.max() ?? 0
        let raised = scores.map { expf($0 - top) }
        let sum = raised.reduce(0, +)
        return raised.map { $0 / sum }
    }
}
