import TestSupport
import Testing

@testable import Figures

/// Numbers in digits and words; the name of each mark is the value, or its bounds.
@Suite struct NumberParserTests {
    private func check(_ marked: String, at location: SourceLocation = #_sourceLocation) throws {
        let found = markNumerals(try MarkedText(marked).text) { numeral, _ in bounds(numeral.low, numeral.high) }
        #expect(found == marked, sourceLocation: location)
    }

    @Test(arguments: [
        "there are «24|24» of them", "there are «9,000|9000» of them", "there are «1,234,567|1234567» of them",
        "there are «2.3 million|2300000» of them", "there are «1.5 billion|1500000000» of them",
        "there are «2.3m|2300000» of them", "there are «40k|40000» of them", "there are «1.2bn|1200000000» of them",
        "there are «119 000|119000» of them", "there are «119\u{00A0}000|119000» of them",
        "there are «1 200 000|1200000» of them", "there are «7,1 million|7100000» of them",
        "there are «1.234|1234» of them", "there are «12.5|12.5» tonnes", "there are «3.75 million|3750000» of them",
        "there are «10-million|10000000» of them", "there are «5 dozen|60» of them",
        "there are «400 thousand|400000» of them",
        "there are «1.17 M|1170000» of them",
    ])
    func readsDigits(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "there are «two|2» of them", "there are «twelve|12» of them", "there are «Forty|40» of them",
        "there are «twenty-four|24» of them", "there are «twenty four|24» of them",
        "there are «one hundred|100» of them", "there are «a hundred|100» of them",
        "there are «one hundred and five|105» of them", "there are «a hundred and thirty-one|131» of them",
        "there are «three hundred forty-two|342» of them",
        "there are «two thousand|2000» of them", "there are «twelve thousand five hundred|12500» of them",
        "there are «one hundred and five thousand|105000» of them", "there are «three million|3000000» of them",
        "there are «three point seven million|3700000» of them", "there are «two and a half million|2500000» of them",
        "there are «half a million|500000» of them", "there are «a quarter of a million|250000» of them",
        "there are «a dozen|12» of them", "there are «half a dozen|6» of them", "there are «two dozen|24» of them",
        "there are «a couple|2» of them", "there are «a thousand|1000» of them",
    ])
    func readsWords(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "there are «1,00,000|100000» of them", "there are «12,34,567|1234567» of them",
        "there are «five lakh|500000» of them", "there are «2.5 lakh|250000» of them",
        "there are «3 crore|30000000» of them",
    ])
    func readsIndianNumbers(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "«Dozens|24..» came", "«Scores|40..» came", "«Hundreds|200..» came", "«Thousands|2000..» came",
        "«Millions|2000000..» came", "«Tens of thousands|20000..» came", "«Hundreds of thousands|200000..» came",
        "«several hundred|200..» came", "«several thousand|2000..» came", "«a few thousand|2000..» came",
        "«several dozen|24..» came", "«several thousands|2000..» came",
    ])
    func readsVagueNumbers(_ marked: String) throws { try check(marked) }

    @Test(arguments: [
        "no number here", "several came", "a few came", "many came", "some came", "a man came", "tens of boats",
        "the hundred flowers", "half came", "MH17 fell",
    ])
    func findsNoNumber(_ text: String) throws { try check(text) }

    /// Hundreds of digits come to infinity, hundreds of decimals to what is no number at all; what a `Double` cannot
    /// hold to the last digit is no count.
    @Test(arguments: [
        String(repeating: "9", count: 400) + " people were killed",
        "1" + String(repeating: ",201", count: 130) + " fled",
        "some 1." + String(repeating: "5", count: 400) + " people were killed", "9007199254740993 people were killed",
        "5 to " + String(repeating: "7", count: 330) + " million people",
        "half of the " + String(repeating: "8", count: 310),
    ])
    func passesOverDigitsPastAllCounting(_ text: String) {
        var values: [Double] = []
        _ = markNumerals(text) { numeral, _ in
            values += [numeral.value, numeral.low, numeral.high].compactMap { $0 }
            return ""
        }
        #expect(values.allSatisfy { $0 < 9e15 })
    }

    static let groups: [(String, Double?)] = [
        ("0", 0), ("24", 24), ("9,000", 9000), ("1,000,000", 1_000_000), ("1,00,000", 100_000), ("1,00,00,000", 1e7),
        ("2.3", 2.3), ("7,1", 7.1), ("7,15", 7.15), ("1.234", 1234), ("1.234.567", 1_234_567), ("1,234.5", 1234.5),
        ("0.125", 0.125), ("1234.567", 1234.567), ("1,2,3", nil), ("2.3.1", nil), ("1234,567", nil),
        ("1,2345", nil),
    ]

    @Test(arguments: groups) func readsGroups(_ digits: String, _ value: Double?) {
        var digits = digits
        digits.withUTF8 { bytes in
            #expect(DigitGroups.value(of: bytes[0..<bytes.count]) == value)
        }
    }
}
