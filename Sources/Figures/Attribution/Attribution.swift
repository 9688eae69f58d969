/// Somebody who is said to vouch for something, and where the text says so.
struct Attribution {
    enum Pattern: Int, NamedCase {
        /// "Police said that …": what is said follows.
        case before
        /// "…, police said": what is said comes first.
        case after
        /// "…," said the mayor.
        case inverted
        /// "according to the UN", wherever it stands.
        case according
        /// "estimated by the UN", "figures from the ministry".
        case by
        /// "he said", of one who was named before.
        case pronoun
        /// "UN: 40 dead"
        case label
    }
    /// What stands behind a verb of saying.
    enum Follow: Int, NamedCase {
        case none, that, number, determiner, name, pronoun, preposition, to, word, colon, quote, comma, end
    }
    /// The words that name the party, half-open tokens.
    var tokens: Range<Int>
    /// All words of the attribution, the verb among them.
    var extent: Range<Int>
    var pattern: Pattern
    var sentence: Int
    /// The row in `Lexicon.organisations`; nil for a party that is not in the table.
    var organisation: Int?
    var kind: SourceKind
    /// The person who spoke, where an organisation is named too.
    var speaker: Range<Int>?
    /// The fuller words, named before, that a short name stands for: "Yemen's health ministry" for "the ministry".
    var antecedent: Range<Int>?
    /// Another party stands in what is said: "a medic said that *the ministry* had counted". It only relays.
    var isOuter = false
    /// The party only denies or rejects: it vouches for nothing, but "it" and "he" may go back to it.
    var isSilent = false
    /// What the verb does, in which form, and what follows it.
    var verb = ReportingVerb.none
    var form: UInt8 = 0
    var follow = Follow.none
    /// Who passed it on: "Reuters quoted a medic".
    var relay: Range<Int>?
}
