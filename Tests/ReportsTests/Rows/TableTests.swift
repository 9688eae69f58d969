import Testing

@testable import Reports

@Suite struct TableTests {
    private let columns = [
        Column("id", isNumber: true), Column("source", isElastic: true), Column("quote", isElastic: true),
    ]
    private let long = "At least 9,061 people have been killed since the war began, the ministry said."

    @Test func cutsElasticColumnsToTheWindow() {
        let rows: [[Cell]] = [
            [.integer(1), .text("medics"), .text(long)], [.integer(20), .text(long), .text("short")],
        ]
        for width in [60, 80, 100, 120] {
            let lines = text(columns, rows, .table, width: width).split(separator: "\n")
            #expect(lines.map { TextWidth.of(String($0)) }.max() == width)
            #expect(lines[2].hasSuffix("…"))
        }
    }

    @Test func leavesReadableColumnsInANarrowWindow() {
        let rows: [[Cell]] = [[.integer(1), .text(long), .text(long)]]
        let lines = text(columns, rows, .table, width: 10).split(separator: "\n")
        #expect(TextWidth.of(String(lines[2])) == 2 + 2 + 24 + 2 + 24)
    }

    @Test func cutsNothingWithoutAWindow() {
        #expect(text(columns, [[.integer(1), .text(long), .text(long)]], .table).contains(long + "  " + long))
    }

    @Test func alignsWideCharacters() {
        let lines = text([Column("a"), Column("b")], [[.text("漢字"), .text("x")], [.text("ab"), .text("y")]], .table)
        #expect(lines == "A     B\n----  -\n漢字  x\nab    y\n")
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한", 2), ("…", 1), ("−3", 2), ("\u{200B}", 0),
        ("👩‍👩‍👧", 2), ("🚚", 2), ("🇵🇸", 2), ("ﾊ", 1), ("Ａ", 2), ("\u{301}", 0),
    ])
    func widths(_ text: String, _ width: Int) { #expect(TextWidth.of(text) == width) }

    @Test(arguments: [
        ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("漢字漢", 6, "漢字漢"), ("漢字漢", 5, "漢字…"), ("漢字漢", 4, "漢…"),
        ("漢字", 1, "…"), ("e\u{301}a\u{301}bc", 3, "e\u{301}a\u{301}…"), ("", 0, ""),
    ])
    func cuts(_ text: String, _ width: Int, _ cut: String) {
        #expect(TextWidth.cut(text, to: width) == cut)
        #expect(TextWidth.of(cut) <= width)
    }
}
