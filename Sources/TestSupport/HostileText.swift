/// Texts that something might obey: a shell, gnuplot, a browser, a terminal, a spreadsheet, SQLite, TeX, Markdown, a path.
///
/// Every border of the program is tried with all of them: what is harmless to the one is a command to the other.
/// `PWNED` stands for the path of a file that must not come to be, and is the mark that a script leaves in a page.
public struct HostileText: Sendable, CustomStringConvertible {
    /// What would obey it.
    public let kind: String
    public let text: String

    public var description: String { "\(kind): \(text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined())" }

    /// The texts with the path in the place of `PWNED`.
    public static func all(canary: String) -> [HostileText] {
        all.map { HostileText(kind: $0.kind, text: $0.text.replacing("PWNED", with: canary)) }
    }

    public static let all: [HostileText] = groups.flatMap { kind, texts in
        texts.map { HostileText(kind: kind, text: $0) }
    }

    private static let groups: [(String, [String])] = [
        (
            "SQL",
            [
                "' OR '1'='1", "'; DROP TABLE figure; --", "\" OR \"\"=\"",
                "x') UNION SELECT sql FROM sqlite_master --",
                "%", "_", "\\", "?1", ":name", "@p", "a\u{0}b", "'||(SELECT text FROM article)||'",
                "'; ATTACH DATABASE 'PWNED' AS a; --",
            ]
        ),
        (
            "gnuplot",
            [
                "`touch PWNED`", "'.system(\"touch PWNED\").'", "\"; system(\"touch PWNED\"); \"", "'; !touch PWNED; '",
                "\n!touch PWNED\n", "\r\nsystem \"touch PWNED\"\n", "@evil", "\\\n!touch PWNED\n",
                "END_OF_DATA\n!touch PWNED\n", "{/:Bold `touch PWNED`}", "'''`touch PWNED`", "%c`touch PWNED`",
                "<touch PWNED", "|touch PWNED", "\u{2028}!touch PWNED",
            ]
        ),
        (
            "shell",
            [
                "$(touch PWNED)", "; touch PWNED;", "| touch PWNED", "& touch PWNED &", "\ntouch PWNED\n", "-o PWNED",
                "--output=PWNED", "> PWNED", "*", "~root", "${IFS}touch${IFS}PWNED", "'; touch PWNED; '",
            ]
        ),
        (
            "HTML",
            [
                "<script>document.documentElement.dataset.hit='PWNED'</script>",
                "</script><script>document.documentElement.dataset.hit='PWNED'</script>",
                "<img src=x onerror=\"document.documentElement.dataset.hit='PWNED'\">",
                "\"><svg onload=\"document.documentElement.dataset.hit='PWNED'\">",
                "' onmouseover='document.documentElement.dataset.hit=1' x='",
                "javascript:document.documentElement.dataset.hit='PWNED'",
                "</title><script>document.title='PWNED'</script>",
                "<iframe src=\"javascript:parent.document.title='PWNED'\">", "<style>*{display:none}</style>",
                "<base href=\"https://evil.example/\">", "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
                "<!--", "]]>", "&lt;script&gt;", "{{title}}{{{script}}}", "{{#figures}}{{/figures}}",
                "</textarea></svg></math><img src=//evil.example/x.png>",
            ]
        ),
        (
            "terminal",
            [
                "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "\u{1B}]8;;https://evil.example\u{1B}\\link",
                "\u{1B}[2J\u{1B}[H", "\u{9B}31mred", "\u{9D}0;title\u{9C}", "a\rb", "a\u{8}\u{8}b", "\u{7}", "\u{7F}",
                "\u{202E}gnp.exe", "\u{2066}a\u{2069}", "\u{1B}P+q544e\u{1B}\\", "\u{0E}\u{0F}", "\u{85}next",
            ]
        ),
        (
            "spreadsheet",
            [
                "=HYPERLINK(\"https://evil.example\",\"x\")", "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1+1)",
                "\t=1+1",
                "\r=1+1", "\n=1+1", " =1+1", "＝1+1", "'=1+1", "\"=1+1\"", "a\",=1+1,\"",
            ]
        ),
        (
            "path",
            [
                "../../PWNED", "/PWNED", "..", ".", "a/../../PWNED", "..\\PWNED", "%2e%2e%2fPWNED", "CON",
                "a\u{0}/PWNED",
                "file:///PWNED", "file:PWNED?mode=rwc",
            ]
        ),
        (
            "TeX",
            ["\\input{/etc/passwd}", "\\write18{touch PWNED}", "}}, url = {x", "@misc{x,", "$x$ % # & _ ^ ~", "{", "}"]
        ),
        (
            "Markdown",
            [
                "[x](javascript:alert(1))", "![x](https://evil.example/x.png)", "<https://evil.example>",
                "| a | b |", "# head", "```", "[^1]: note", "<b onclick=alert(1)>x</b>", "&#106;avascript:alert(1)",
                "x](<javascript:alert(1)>)", "- item\n- item",
            ]
        ),
    ]
}
