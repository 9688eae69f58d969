/// A number of a text, with what the words around it say of its exactness.
struct Numeral {
    enum Form: Int, NamedCase {
        /// In digits.
        case digits
        /// In words.
        case words
        /// The word "one".
        case one
        /// dozens, hundreds, several thousand.
        case vague
        /// half of the 2.3 million, 90 percent of the 2.3 million.
        case share
    }
    /// The tokens of the number phrase, half-open.
    var tokens: Range<Int>
    /// The first token of the qualifiers before it; `tokens.lowerBound` where there are none.
    var qualifierStart: Int
    /// The first token after it and the qualifiers behind it.
    var next: Int
    var form: Form
    var value: Double
    var low: Double?
    var high: Double?
    var qualifier: Qualifier
    /// An ISO 4217 code where a sign of money stands before the number.
    var currency: String?
}

/// The value of a run of tokens, before qualifiers.
struct NumberValue {
    var end: Int
    var low: Double
    var high: Double?
    var form: Numeral.Form
    /// The last factor that was multiplied in: 1,000,000 for "2.3 million".
    var scale = 1.0
}
