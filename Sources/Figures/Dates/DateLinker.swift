/// Lists the days that a figure may speak of, each with the features that the model weighs.
struct DateLinker {
    let document: Document
    /// All expressions of time, with the sentence of each.
    let expressions: [(expression: TimeExpression, sentence: Int)]
    let separators: SeparatorMemory
    /// The article's day.
    let reported: CalendarDate?

    struct Candidate: Weighed {
        /// The index of the expression; nil for the article's own day.
        var expression: Int?
        var features = Features()
    }

    /// What is known of a figure before its day is told.
    struct Clues {
        var measure: UInt8
        var tense: Tense
        var before: Recollection
        /// An earlier figure, most likely of the same event.
        var twin: Draft?
    }

    /// Where an expression stands, seen from a number.
    enum Reach: Int, NamedCase { case same, near, far, reported }

    /// The day that an expression tells; the article's for none.
    func date(_ expression: Int?) -> PartialDate? {
        expression.map { expressions[$0].expression.date } ?? reported.map { PartialDate($0) }
    }

    func candidates(_ mention: Mention, _ clues: Clues) -> [Candidate] {
        let own = first(ofSentence: mention.sentence)..<first(ofSentence: mention.sentence + 1)
        let number = mention.numeral.tokens.lowerBound
        // Expressions stand in the order of the text.
        let around = expressions.near(
            first(ofSentence: mention.sentence - 6)..<first(ofSentence: mention.sentence + 2), reach: Self.reach,
            behind: { $0.expression.tokens.lowerBound >= number })
        var all = [articlesDay(own.count, clues)]
        all.reserveCapacity(around.count + 2)
        if let far = clues.twin?.time, far < around.lowerBound { all.append(candidate(far, mention, clues, .far)) }
        for index in around {
            all.append(candidate(index, mention, clues, own.contains(index) ? .same : .near))
        }
        return all
    }

    /// How many expressions are weighed on each side of a number.
    private static let reach = 40

    /// The article's own day, where the sentence has so many expressions.
    private func articlesDay(_ count: Int, _ clues: Clues) -> Candidate {
        var result = Candidate(expression: nil)
        result.features.add(.dateReported, 1, min(count, 2))
        result.features.add(.dateForm, TimeExpression.Form.allCases.count, TimeExpression.Role.allCases.count)
        result.features.add(.dateMeasure, Int(clues.measure), TimeExpression.Form.allCases.count)
        result.features.add(.datePeriod, clues.tense.rawValue, TimeExpression.Form.allCases.count)
        result.features.add(.datePrevious, clues.before.last?.time == nil ? 1 : 0, count == 0 ? 1 : 0)
        recall(&result, clues, .reported)
        return result
    }

    /// Whether earlier figures were given the candidate's day.
    private func recall(_ candidate: inout Candidate, _ clues: Clues, _ reach: Reach) {
        let day = date(candidate.expression)
        candidate.features.add(.dateTwin, clues.twin.map { date($0.time) == day ? 2 : 1 } ?? 0, reach.rawValue)
        candidate.features.add(.dateGiven, clues.before.dates.share(of: day).rawValue, reach.rawValue)
    }

    /// The index of the first expression that stands in the sentence or behind it.
    private func first(ofSentence sentence: Int) -> Int {
        expressions.firstIndex(behind: { $0.sentence >= sentence })
    }

    private func candidate(_ index: Int, _ mention: Mention, _ clues: Clues, _ reach: Reach) -> Candidate {
        let (expression, sentence) = expressions[index]
        let number = mention.numeral.tokens.lowerBound
        let distance = mention.sentence - sentence
        let isSame = distance == 0
        var result = Candidate(expression: index)
        result.features.add(.dateReported, 0, 0)
        result.features.add(.dateForm, expression.form.rawValue, expression.role.rawValue)
        let gapIndex = distance == 0 ? 0 : distance > 0 ? min(distance, 3) : 4
        result.features.add(.dateSentences, gapIndex, expression.form.rawValue)
        result.features.add(.dateMeasure, Int(clues.measure), expression.form.rawValue)
        result.features.add(.datePeriod, clues.tense.rawValue, expression.form.rawValue)
        result.features.add(.datePrevious, clues.before.last?.time == index ? 1 : 0, isSame ? 0 : 1)
        let precision = expression.date.precision == .day ? 0 : expression.date.precision == .month ? 1 : 2
        result.features.add(.datePrecision, precision, isSame ? 0 : 1)
        recall(&result, clues, reach)
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
