import TestSupport
import Testing

@testable import Figures

@Suite struct NumeralScannerTests {
    private func check(_ marked: String, at location: SourceLocation = #_sourceLocation) throws {
        let found = markNumerals(try MarkedText(marked).text) { numeral, _ in
            "\(bounds(numeral.low, numeral.high)) \(numeral.qualifier.rawValue)"
        }
        #expect(found == marked, sourceLocation: location)
    }

    @Test(arguments: [
        "«20-30|20..30 range» people", "«20–30|20..30 range» people", "«40 to 50|40..50 range» people",
        "«3,000-4,000|3000..4000 range» people", "between «20 and 30|20..30 range» people",
        "between «20,000 and 30,000|20000..30000 range» people", "from «200 to 300|200..300 range» people",
        "«10 to 12 million|10000000..12000000 range» people", "«two or three|2..3 range» people",
        "«two to three thousand|2000..3000 range» people", "«dozens to 61|24..61 range» people",
        "«$10 to $12 million|10000000..12000000 range»",
    ])
    func readsRanges(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "«20|20 exact» and «30|30 exact» people", "«12|12 exact», «14|14 exact» and «16|16 exact»",
        "«50|50 exact» to «20|20 exact»", "«20|20 exact» - «30|30 exact»",
    ])
    func leavesNumbersApart(_ marked: String) throws { try check(marked) }

    /// A text that ends where a range or an amount of money would go on.
    @Test(arguments: ["between «20,000|20000 exact» and n", "«200|200 exact» or R", "«30|30 exact» to n"])
    func endsWhereTheTextDoes(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "«half|1150000 exact» of the territory's 2.3 million people",
        "more than «half|1150000.. at_least» the territory's 2.3 million people",
        "more than «90 percent|2070000.. at_least» of Gaza's 2.3 million people",
        "«two-thirds|600 exact» of the 900 residents", "«a quarter|100 exact» of the 400 dead",
        "«75%|300 exact» of the 400 houses",
    ])
    func readsSharesOfABase(_ marked: String) throws { try check(marked) }

    static let money: [(String, String?)] = [
        ("$5 million", "USD"), ("US$5 million", "USD"), ("U.S. $5", "USD"), ("A$5", "AUD"), ("C$5", "CAD"),
        ("£25", "GBP"), ("€30", "EUR"), ("EUR 30", "EUR"), ("USD 30", "USD"), ("₹500", "INR"), ("Rs 500", "INR"),
        ("¥500", "JPY"), ("500", nil), ("5 dollars", nil),
    ]

    @Test(arguments: money) func readsTheCurrency(_ text: String, _ code: String?) {
        withDocument(text) { document in
            let numerals = NumeralScanner(document: document).numerals(in: 0..<document.tokens.count)
            #expect(numerals.map { $0.currency?.string } == [code])
        }
    }

    @Test func keepsTheSignInTheNumber() throws {
        try check("it gave «US$5 million|5000000 exact» then")
    }

    @Test func givesNumbersInOrderAndApart() {
        withDocument("20-30, 40 or 50, between 5 and 6, two or three hundred, dozens and 9 million") { document in
            let numerals = NumeralScanner(document: document).numerals(in: 0..<document.tokens.count)
            #expect(numerals.count == 6)
            for (one, next) in zip(numerals, numerals.dropFirst()) {
                #expect(one.next <= next.qualifierStart)
                #expect(one.qualifierStart <= one.tokens.lowerBound && one.tokens.upperBound <= one.next)
            }
        }
    }
}
