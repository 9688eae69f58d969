/// Lists the days that a figure may speak of, each with the features that the model weighs.
struct DateLinker {
    let document: Document
    /// All expressions of time, with the sentence of each.
    let expressions: [(expression: TimeExpression, sentence: Int)]
    let separators: SeparatorMemory

    struct Candidate: Weighed {
        /// The index of the expression; nil for the article's own day.
        var expression: Int?
        var features = Features()
    }

    func candidates(_ mention: Mention, measure: UInt8, previous: Int?, tense: Tense) -> [Candidate] {
        let own = first(ofSentence: mention.sentence)..<first(ofSentence: mention.sentence + 1)
        var reported = Candidate(expression: nil)
        reported.features.add(.dateReported, 1, min(own.count, 2))
        reported.features.add(.dateForm, TimeExpression.Form.allCases.count, TimeExpression.Role.allCases.count)
        reported.features.add(.dateMeasure, Int(measure), TimeExpression.Form.allCases.count)
        reported.features.add(.datePeriod, tense.rawValue, TimeExpression.Form.allCases.count)
        reported.features.add(.datePrevious, previous == nil ? 1 : 0, own.isEmpty ? 1 : 0)
        var all = [reported]
        let number = mention.numeral.tokens.lowerBound
        for index in near(number, in: first(ofSentence: mention.sentence - 6)..<first(ofSentence: mention.sentence + 2))
        {
            all.append(candidate(index, mention, measure, previous: previous, tense: tense))
        }
        return all
    }

    /// How many expressions are weighed on each side of a number: a table without a full stop has no end of them.
    private static let reach = 40

    /// Those of the expressions, which stand in the order of the text, that stand nearest to a token.
    private func near(_ token: Int, in range: Range<Int>) -> Range<Int> {
        let at = expressions.firstIndex(behind: { $0.expression.tokens.lowerBound >= token })
        return range.clamped(to: at - Self.reach..<at + Self.reach)
    }

    /// The index of the first expression that stands in the sentence or behind it.
    private func first(ofSentence sentence: Int) -> Int {
        expressions.firstIndex(behind: { $0.sentence >= sentence })
    }

    private func candidate(_ index: Int, _ mention: Mention, _ measure: UInt8, previous: Int?, tense: Tense)
        -> Candidate
    {
        let (expression, sentence) = expressions[index]
        let number = mention.numeral.tokens.lowerBound
        let distance = mention.sentence - sentence
        let isSame = distance == 0
        var result = Candidate(expression: index)
        result.features.add(.dateReported, 0, 0)
        result.features.add(.dateForm, expression.form.rawValue, expression.role.rawValue)
        let gapIndex = distance == 0 ? 0 : distance > 0 ? min(distance, 3) : 4
        result.features.add(.dateSentences, gapIndex, expression.form.rawValue)
        result.features.add(.dateMeasure, Int(measure), expression.form.rawValue)
        result.features.add(.datePeriod, tense.rawValue, expression.form.rawValue)
        result.features.add(.datePrevious, previous == index ? 1 : 0, isSame ? 0 : 1)
        let precision = expression.date.precision == .day ? 0 : expression.date.precision == .month ? 1 : 2
        result.features.add(.datePrecision, precision, isSame ? 0 : 1)
        guard isSame else { return result }
        let side = expression.tokens.lowerBound < number ? Side.left : .right
        let gap =
            side == .left
            ? expression.tokens.upperBound..<max(number, expression.tokens.upperBound)
            : number..<expression.tokens.lowerBound
        result.features.add(.dateRole, expression.role.rawValue, side.rawValue)
        result.features.add(.dateDistance, side.rawValue, Buckets.distance(gap.count))
        result.features.add(.dateNearest, isNearest(index, number, sentence) ? 1 : 0, side.rawValue)
        for separator in separators.separators(in: gap, of: document.sentences[mention.sentence]) {
            result.features.add(.dateSeparator, side.rawValue, separator.rawValue)
        }
        return result
    }

    private func isNearest(_ index: Int, _ number: Int, _ sentence: Int) -> Bool {
        let distance = abs(expressions[index].expression.tokens.lowerBound - number)
        return !expressions[first(ofSentence: sentence)..<first(ofSentence: sentence + 1)].contains {
            abs($0.expression.tokens.lowerBound - number) < distance
        }
    }
}
