import Testing

@testable import Reports

@Suite struct MarkdownTests {
    @Test(arguments: [
        ("plain", "plain"), ("a|b", #"a\|b"#), ("*b* _c_ `d`", #"\*b\* \_c\_ \`d\`"#), ("[a](b)", #"\[a\](b)"#),
        ("<script>", #"\<script\>"#), (#"a\b"#, #"a\\b"#), ("# 1 ~x~", "\\# 1 \\~x\\~"), ("a\n\n- b", "a - b"),
        ("\u{1B}[31mred", #"\[31mred"#), ("![p](u)", #"!\[p\](u)"#),
        ("&lt;b&gt;", #"\&lt;b\&gt;"#),
    ])
    func escapes(_ text: String, _ escaped: String) { #expect(Markdown.escaped(text) == escaped) }

    @Test(arguments: [
        ("https://a.example/x", "[T](<https://a.example/x>)"), ("http://a.example", "[T](<http://a.example>)"),
        ("javascript:alert(1)", "T"), ("https://a.example/ b", "T"), ("https://a.example/<b>", "T"), ("", "T"),
        ("https://a.example/\n", "T"), (nil, "T"), ("https://a.example/(b)", "[T](<https://a.example/(b)>)"),
    ])
    func links(_ url: String?, _ link: String) { #expect(Markdown.link("T", url) == link) }

    @Test func linksDoNotBreakTables() {
        #expect(!Markdown.link("T", "https://a.example/a|b").contains("|"))
    }
}
