#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Chooses by the weights of a model.
struct ModelChooser: Chooser {
    let model: LinearModel
    /// What has no measure to choose belongs to none.
    var asksAll: Bool { false }

    mutating func choose(
        _ question: Question, _ candidates: [some Weighed], _ mention: Mention, _ label: (Int) -> Answer
    ) -> (index: Int, belief: Float) {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: candidates.count) { beliefs in
            for index in candidates.indices {
                beliefs.initializeElement(at: index, to: model.score(candidates[index].features))
            }
            Softmax.turnIntoBeliefs(beliefs)
            let best = ModelChooser.best(beliefs, label)
            if question == .measure, best.belief < Self.leastBelief, label(0) == .none { return (0, beliefs[0]) }
            return best
        }
    }

    /// Below this share of the belief a measure is a guess among several, and no figure is made of it.
    private static let leastBelief: Float = 0.32

    /// Candidates that say the same, taken together.
    private struct Choice {
        var answer: Answer
        var belief: Float
        /// The one among them with the most belief.
        var index: Int
        var top: Float
    }

    /// The candidate with the most belief, those that say the same taken together.
    static func best(
        _ beliefs: UnsafeMutableBufferPointer<Float>, _ label: (Int) -> Answer
    ) -> (index: Int, belief: Float) {
        withUnsafeTemporaryAllocation(of: Choice.self, capacity: beliefs.count) { choices in
            var count = 0
            for index in beliefs.indices {
                let answer = label(index)
                if let place = choices[..<count].firstIndex(where: { $0.answer == answer }) {
                    choices[place].belief += beliefs[index]
                    if beliefs[index] > choices[place].top {
                        choices[place].top = beliefs[index]
                        choices[place].index = index
                    }
                } else {
                    let choice = Choice(answer: answer, belief: beliefs[index], index: index, top: beliefs[index])
                    choices.initializeElement(at: count, to: choice)
                    count += 1
                }
            }
            var best = (index: 0, belief: Float(-1))
            for choice in choices[..<count] where choice.belief > best.belief { best = (choice.index, choice.belief) }
            return best
        }
    }
}

enum Softmax {
    /// Scores as shares of one.
    static func beliefs(_ scores: [Float]) -> [Float] {
        var beliefs = scores
        beliefs.withUnsafeMutableBufferPointer { turnIntoBeliefs($0) }
        return beliefs
    }

    /// The same in place.
    static func turnIntoBeliefs(_ scores: UnsafeMutableBufferPointer<Float>) {
        let top = scores.max() ?? 0
        var sum: Float = 0
        for index in scores.indices {
            scores[index] = expf(scores[index] - top)
            sum += scores[index]
        }
        for index in scores.indices { scores[index] /= sum }
    }
}
