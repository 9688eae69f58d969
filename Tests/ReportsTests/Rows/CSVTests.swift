import Reports
import Testing

@Suite struct CSVTests {
    private func line(_ cell: Cell) -> String { String(text([Column("a")], [[cell]], .csv).dropFirst(2)) }

    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\nb\""),
        ("a\u{1B}[31mb\u{9B}c\u{202E}", "a␛[31mb�c"),
        ("a;b", "a;b"), ("", ""), (" a ", " a "), ("'a'", "'a'"), ("漢字", "漢字"),
    ])
    func quotes(_ text: String, _ cell: String) { #expect(line(.text(text)) == cell + "\n") }

    /// A spreadsheet runs what begins so: https://owasp.org/www-community/attacks/CSV_Injection
    @Test(arguments: ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\tx", "=", "=1\u{301}"])
    func defusesFormulas(_ text: String) {
        #expect(line(.text(text)).hasPrefix("'" + text))
        #expect(line(.list([text])).hasPrefix("'" + text))
    }

    /// A carriage return would take a terminal back to the beginning of the line.
    @Test func leavesOutCarriageReturns() { #expect(line(.text("\r=1")) == "'=1\n") }

    @Test(arguments: [(-1.0, "-1"), (0, "0"), (9061, "9061"), (0.5, "0.5"), (1e16, "1e+16"), (-1234.25, "-1234.25")])
    func leavesNumbersNumbers(_ number: Double, _ cell: String) { #expect(line(.number(number)) == cell + "\n") }
}
