/// Lists the measures that a number may belong to, each with the features that the model weighs.
struct MeasureLinker {
    let document: Document
    let sentence: LinkSentence
    /// What the other sentences are about.
    let theme: Theme
    /// The measure of the last figure before the mention, and how many sentences lie between.
    typealias Carry = (measure: UInt8, distance: Int)

    /// The candidates of one mention; the first is "no figure".
    func candidates(_ index: Int, carry: Carry?) -> [MeasureCandidate] {
        let mention = sentence.mentions[index]
        var all: [MeasureCandidate] = []
        let near = sentence.triggers(around: mention)
        all.reserveCapacity(near.count + 4)
        let context = NumberContext(mention, document, sentence.range)
        all.append(none(mention, context))
        if mention.numeral.currency != nil || mention.phrase.head == .money {
            all.append(money(mention, context))
            return all
        }
        for trigger in near {
            guard var candidate = linked(index, context, to: trigger, among: near) else { continue }
            let tie = tie(candidate.measure, to: carry)
            candidate.features.add(
                .linkedCarry, tie, mention.phrase.tokens.isEmpty ? 0 : mention.phrase.head == .none ? 1 : 2)
            all.append(candidate)
        }
        if let own = ownMeasure(mention, context) { all.append(own) }
        if let carry { carried(mention, context, carry).map { all.append($0) } }
        if let lead = ambient(mention, context, carry), !all.contains(where: { $0.measure == lead.measure }) {
            all.append(lead)
        }
        return all
    }

    /// Whether a number has candidates other than "no figure", if no figure stands before it.
    func mayBelong(_ mention: Mention) -> Bool {
        !sentence.triggers.isEmpty || mention.numeral.currency != nil || mention.phrase.noun != nil
            || mention.phrase.head == .money
    }

    // MARK: No figure

    private func none(_ mention: Mention, _ context: NumberContext) -> MeasureCandidate {
        var candidate = MeasureCandidate(measure: nil, trigger: nil)
        candidate.features.add(.none, 0)
        candidate.features.add(.noneHead, context.head)
        candidate.features.add(.noneForm, Int(mention.numeral.form.rawValue))
        candidate.features.add(.noneTriggers, min(sentence.triggers.count, 2))
        candidate.features.add(.noneBefore, context.before.rawValue)
        candidate.features.add(.noneAfter, context.after.rawValue)
        candidate.features.add(.qualifierMeasure, context.qualifier, 1)
        candidate.features.add(.topicNone, document.topic.rawValue, context.head)
        candidate.features.add(.noneHeadBefore, context.head, context.before.rawValue)
        candidate.features.add(.noneHeadAfter, context.head, context.after.rawValue)
        candidate.features.add(.noneInside, context.inside.rawValue, context.before.rawValue)
        return candidate
    }

    // MARK: Candidates

    private func start(
        _ mention: Mention, _ context: NumberContext, _ measure: UInt8, role: Int
    ) -> MeasureCandidate {
        var candidate = MeasureCandidate(measure: measure, trigger: nil)
        let measure = Int(measure)
        candidate.features.add(.measure, measure)
        candidate.features.add(.topicMeasure, document.topic.rawValue, measure)
        candidate.features.add(.headMeasure, context.head, measure)
        candidate.features.add(.headRole, context.head, role)
        candidate.features.add(.formMeasure, Int(mention.numeral.form.rawValue), measure)
        candidate.features.add(.magnitude, Buckets.magnitude(mention.numeral.value), measure)
        candidate.features.add(.further, mention.phrase.isFurther ? 1 : 0, role)
        candidate.features.add(.qualifierMeasure, context.qualifier, 0)
        candidate.features.add(
            .countable, document.lexicon.measures[measure].counts(mention.phrase.head) ? 1 : 0, role)
        candidate.features.add(.theme, theme.share(of: UInt8(measure)), role)
        return candidate
    }

    private func money(_ mention: Mention, _ context: NumberContext) -> MeasureCandidate {
        let funding = document.lexicon.funding ?? 0
        var candidate = start(mention, context, funding, role: Template.headRoleIndex)
        candidate.features.add(.nounMeasure, Int(funding))
        candidate.features.add(.beforeNumber, context.before.rawValue, Template.headRoleIndex, Side.inside.rawValue)
        candidate.features.add(.afterPhrase, context.after.rawValue, Template.headRoleIndex, Side.inside.rawValue)
        candidate.features.add(.unitRole, sentence.triggers.isEmpty ? 0 : 1, Template.headRoleIndex)
        candidate.features.add(.currency, mention.numeral.currency == nil ? 0 : 1, Int(funding))
        let supports = sentence.triggers.contains { $0.measure == funding }
        candidate.features.add(.status, supports ? 1 : 0, Int(funding))
        candidate.features.add(.moneyContext, isBusiness ? 1 : 0, supports ? 1 : 0, document.topic.rawValue)
        addNearest(funding, mention, &candidate)
        return candidate
    }

    /// How far the nearest word that tells the measure stands, and on which side.
    private func addNearest(_ measure: UInt8, _ mention: Mention, _ candidate: inout MeasureCandidate) {
        var nearest = (distance: Int.max, side: Side.left)
        for index in sentence.triggers(around: mention) where sentence.triggers[index].measure == measure {
            guard let side = side(of: sentence.triggers[index], from: mention) else { continue }
            let distance = gap(mention, sentence.triggers[index], side).count
            guard distance < nearest.distance else { continue }
            nearest = (distance, side)
            candidate.trigger = index
        }
        guard candidate.trigger != nil else { return }
        candidate.features.add(.moneyTrigger, nearest.side.rawValue, Buckets.distance(nearest.distance))
    }

    /// The sentence speaks of profits, prices or trade.
    private var isBusiness: Bool { sentence.range.contains { document.classes($0).contains(.business) } }

    /// The measure that the head noun alone decides: trucks, tonnes, air strikes.
    private func ownMeasure(_ mention: Mention, _ context: NumberContext) -> MeasureCandidate? {
        guard let noun = mention.phrase.noun,
            let measure = document.lexicon.nouns[noun].measure ?? classMeasure(mention.phrase.head)
        else { return nil }
        var candidate = start(mention, context, measure, role: Template.headRoleIndex)
        candidate.features.add(.nounMeasure, Int(measure))
        candidate.features.add(.beforeNumber, context.before.rawValue, Template.headRoleIndex, Side.inside.rawValue)
        candidate.features.add(.afterPhrase, context.after.rawValue, Template.headRoleIndex, Side.inside.rawValue)
        let supports = sentence.triggers.contains { $0.measure == measure }
        candidate.features.add(.status, supports ? 1 : 0, Int(measure))
        candidate.features.add(.unitRole, sentence.triggers.isEmpty ? 0 : 1, Template.headRoleIndex)
        return candidate
    }

    private func classMeasure(_ head: NounClass) -> UInt8? {
        switch head {
        case .truck: document.lexicon.trucks
        case .aid: document.lexicon.aid
        case .attack: document.lexicon.attacks
        default: nil
        }
    }

    /// The measure of the figure before, for a number that does not say what it counts.
    ///
    /// Over more than one sentence only where a word takes it up again: "In 2023, the *figure* was 11,433".
    private func carried(_ mention: Mention, _ context: NumberContext, _ carry: Carry) -> MeasureCandidate? {
        let callback = CallbackReader(document: document).callback(mention, in: sentence.range)
        guard carry.distance <= 1 || carry.distance <= 3 && callback != .none else { return nil }
        var candidate = start(mention, context, carry.measure, role: Template.carryRoleIndex)
        let phrase = mention.phrase
        let kind =
            phrase.isPartitive
            ? 4
            : phrase.isFurther && phrase.head == .none
                ? 5 : phrase.tokens.isEmpty ? 0 : phrase.head.isPeople ? 2 : phrase.head == .none ? 1 : 3
        candidate.features.add(.carry, min(carry.distance, 2), kind)
        candidate.features.add(
            .carryCallback, callback.rawValue, min(carry.distance, 2), sentence.triggers.isEmpty ? 0 : 1)
        candidate.features.add(.beforeNumber, context.before.rawValue, Template.carryRoleIndex, Side.inside.rawValue)
        candidate.features.add(.afterPhrase, context.after.rawValue, Template.carryRoleIndex, Side.inside.rawValue)
        candidate.features.add(.unitRole, sentence.triggers.isEmpty ? 0 : 1, Template.carryRoleIndex)
        return candidate
    }

    /// The measure that the text is mostly about, for people of whom the sentence does not say what befell them.
    private func ambient(_ mention: Mention, _ context: NumberContext, _ carry: Carry?) -> MeasureCandidate? {
        let phrase = mention.phrase
        guard phrase.head.isPeople || phrase.head == .none, let measure = theme.leading,
            document.lexicon.measures[Int(measure)].unit == "person"
        else { return nil }
        let role = Template.themeRoleIndex
        var candidate = start(mention, context, measure, role: role)
        candidate.features.add(.ambient, theme.share(of: measure), min(sentence.triggers.count, 2))
        candidate.features.add(.beforeNumber, context.before.rawValue, role, Side.inside.rawValue)
        candidate.features.add(.afterPhrase, context.after.rawValue, role, Side.inside.rawValue)
        candidate.features.add(
            .linkedCarry, tie(measure, to: carry), phrase.tokens.isEmpty ? 0 : phrase.head == .none ? 1 : 2)
        return candidate
    }

    /// How a trigger's measure goes with that of the figure before it, if one is near: 0 none, 1 the same, 2 another
    /// that counts the same kind of thing, 3 one that counts something else ("2,604 trucks …; 300 reached").
    private func tie(_ measure: UInt8?, to carry: Carry?) -> Int {
        guard let measure, let carry, carry.distance <= 1 else { return 0 }
        if measure == carry.measure { return 1 }
        let measures = document.lexicon.measures
        return measures[Int(measure)].unit == measures[Int(carry.measure)].unit ? 2 : 3
    }

    // MARK: A number and a trigger

    private func linked(
        _ index: Int, _ context: NumberContext, to number: Int, among near: Range<Int>
    ) -> MeasureCandidate? {
        let mention = sentence.mentions[index]
        let trigger = sentence.triggers[number]
        guard let side = side(of: trigger, from: mention) else { return nil }
        let gap = gap(mention, trigger, side)
        if side == .right, startsAnotherClause(gap) { return nil }
        let role = Int(trigger.role.rawValue)
        var candidate = start(mention, context, trigger.measure, role: role)
        candidate.trigger = number
        candidate.pattern = pattern(mention, trigger, side)
        candidate.features.add(.roleVoiceSide, role, trigger.voice.rawValue, side.rawValue)
        candidate.features.add(.roleSideDistance, role, side.rawValue, Buckets.distance(gap.count))
        candidate.features.add(
            .sideNumerals, role, side.rawValue, min(sentence.mentionCount(in: gap, except: index), 2))
        candidate.features.add(.sideTriggers, role, side.rawValue, min(otherTriggers(in: gap, than: trigger, near), 2))
        for separator in separators(in: gap) {
            candidate.features.add(.sideSeparator, side.rawValue, separator.rawValue)
            candidate.features.add(.roleSeparator, role, side.rawValue, separator.rawValue)
        }
        candidate.features.add(.pattern, candidate.pattern.rawValue)
        candidate.features.add(.patternMeasure, candidate.pattern.rawValue, Int(trigger.measure))
        candidate.features.add(.patternHead, candidate.pattern.rawValue, context.head, role)
        candidate.features.add(.measureDistance, Int(trigger.measure), side.rawValue, Buckets.distance(gap.count))
        candidate.features.add(.ambiguity, ambiguity(of: number), role, side.rawValue)
        candidate.features.add(.beforeNumber, context.before.rawValue, role, side.rawValue)
        candidate.features.add(.afterPhrase, context.after.rawValue, role, side.rawValue)
        candidate.features.add(.nearest, role, side.rawValue, isNearest(gap, trigger, mention, near) ? 1 : 0)
        let own = mention.phrase.noun.flatMap { document.lexicon.nouns[$0].measure }
        candidate.features.add(.agreeHead, own == nil ? 0 : own == trigger.measure ? 1 : 2, role)
        candidate.features.add(.headUnknownRole, mention.phrase.isUnknown ? 1 : 0, role, side.rawValue)
        if side == .inside {
            candidate.features.add(.insideHead, context.inside.rawValue, Int(trigger.measure))
        } else {
            candidate.features.add(.rivalInside, context.inside.rawValue, role, side.rawValue)
        }
        return candidate
    }

    /// Whether the trigger's words are common ones (2), and whether they tell other measures too (1).
    private func ambiguity(of number: Int) -> Int {
        let trigger = sentence.triggers[number]
        let isCommon = document.classes(trigger.tokens.lowerBound).contains(.commonVerb) && trigger.tokens.count == 1
        let around = max(0, number - 6)..<min(sentence.triggers.count, number + 7)
        let hasRival = sentence.triggers[around].contains {
            $0.tokens == trigger.tokens && $0.measure != trigger.measure
        }
        return (isCommon ? 2 : 0) + (hasRival ? 1 : 0)
    }

    private func side(of trigger: TriggerInstance, from mention: Mention) -> Side? {
        let numeral = mention.numeral
        if trigger.tokens.lowerBound >= mention.phrase.end { return .right }
        if trigger.tokens.upperBound <= numeral.qualifierStart { return .left }
        if trigger.tokens.lowerBound >= numeral.tokens.upperBound { return .inside }
        return nil
    }

    /// The tokens between a number with its phrase and a trigger.
    func gap(_ mention: Mention, _ trigger: TriggerInstance, _ side: Side) -> Range<Int> {
        switch side {
        case .left: trigger.tokens.upperBound..<mention.numeral.qualifierStart
        case .right: mention.phrase.end..<trigger.tokens.lowerBound
        case .inside: mention.numeral.next..<max(mention.numeral.next, trigger.tokens.lowerBound)
        }
    }

    /// "hit millions *and forced 250,000* to flee": a verb with an object of its own stands between.
    private func startsAnotherClause(_ gap: Range<Int>) -> Bool {
        sentence.triggers(in: gap).contains { index in
            let other = sentence.triggers[index]
            guard other.role == .object, other.voice == .active || other.voice == .gerund,
                document.classes(other.tokens.lowerBound - 1).contains(.conjunction)
            else { return false }
            return sentence.mentionCount(in: other.tokens.upperBound..<max(other.tokens.upperBound, gap.upperBound)) > 0
        }
    }

    private func otherTriggers(in gap: Range<Int>, than trigger: TriggerInstance, _ near: Range<Int>) -> Int {
        sentence.triggers[near].reduce(0) { count, other in
            gap.contains(other.tokens.lowerBound) && other.measure != trigger.measure ? count + 1 : count
        }
    }

    private func isNearest(
        _ gap: Range<Int>, _ trigger: TriggerInstance, _ mention: Mention, _ near: Range<Int>
    ) -> Bool {
        let distance = gap.count
        return !sentence.triggers[near].contains { other in
            guard other.tokens != trigger.tokens, let otherSide = self.side(of: other, from: mention) else {
                return false
            }
            return self.gap(mention, other, otherSide).count < distance
        }
    }

    private func separators(in gap: Range<Int>) -> SmallSet<Separator> {
        guard !gap.isEmpty else { return [.nothing] }
        var found: SmallSet<Separator> = []
        for at in gap {
            let token = document.tokens[at]
            let classes = document.classes(at)
            if token.kind == .mark {
                if let separator = mark(token.mark) { found.insert(separator) }
            } else if classes.contains(.relative), !classes.contains(.subordinator) || document.word(at) == "that" {
                found.insert(.relative)
            } else if classes.contains(.subordinator) {
                found.insert(.subordinator)
            } else if classes.contains(.conjunction) {
                found.insert(.and)
            } else if classes.contains(.including) {
                found.insert(.including)
            } else if !classes.isDisjoint(with: [.be, .have, .modal]) {
                found.insert(.finiteVerb)
            } else if classes.contains(.preposition) {
                found.insert(.preposition)
            } else if isTriggerVerb(at) {
                found.insert(.trigger)
            } else if document.match(.reporting, at: at) != nil {
                found.insert(.reporting)
            }
        }
        return found
    }

    private func isTriggerVerb(_ at: Int) -> Bool {
        document.matches(at: at).contains { match in
            guard match.term.kind == .trigger else { return false }
            let role = document.lexicon.triggers[Int(match.term.index)].role
            return role == .object || role == .subject
        }
    }

    private func mark(_ mark: UInt8) -> Separator? {
        switch mark {
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ";"): .semicolon
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: "("), UInt8(ascii: ")"): .bracket
        case UInt8(ascii: "\""): .quote
        case Mark.dash: .dash
        default: nil
        }
    }
}

extension Template {
    /// The places of "head", "carry" and "theme" on the axis of roles.
    static let headRoleIndex = TriggerRole.allCases.count
    static let carryRoleIndex = TriggerRole.allCases.count + 1
    static let themeRoleIndex = TriggerRole.allCases.count + 2
}
