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
    /// Where a sign of money stands before the number.
    var currency: CurrencyCode?
}

/// A code of ISO 4217, held in place: a number is copied often, and a string would be counted each time.
struct CurrencyCode: Hashable {
    /// The letters, the first in the lowest place.
    private let letters: UInt64

    /// Letters behind the eighth are left out.
    init(_ code: String) {
        letters = code.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// `USD`
    var string: String {
        withUnsafeBytes(of: letters.littleEndian) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    static let dollar = CurrencyCode("USD")
    static let pound = CurrencyCode("GBP")
    static let euro = CurrencyCode("EUR")
    static let yen = CurrencyCode("JPY")
    static let rupee = CurrencyCode("INR")
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
