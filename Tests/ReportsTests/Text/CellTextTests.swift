import Testing

@testable import Reports

@Suite struct CellTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("  a \n\t b  ", "a b"), ("a\u{1B}[31mb", "a [31mb"), ("\u{7}bell", "bell"),
        ("a\u{9B}b", "a b"), ("a\u{0}b", "a b"), ("a\u{2028}b", "a b"), ("a\r\nb", "a b"), ("", ""), (" \n", ""),
        ("é漢", "é漢"), ("a\u{A0}b", "a b"),
    ])
    func lines(_ text: String, _ line: String) { #expect(CellText.line(text) == line) }

    @Test(arguments: [
        (Cell.text("a\nb"), "a b"), (.text(nil), ""), (.number(1234.5), "1,234.5"), (.number(nil), ""),
        (.integer(9061), "9,061"), (.list(["a", "b\n"]), "a, b"), (.list([]), ""),
    ])
    func cells(_ cell: Cell, _ text: String) { #expect(CellText.plain(cell) == text) }
}
