/// Texts, numbers and days to begin with.
enum TextSeeds {
    static let articles = [
        """
        Toll rises to 61 in Khan Younis

        At least 24 people — nine of them children — died in Khan Younis on Thursday, Mayor Lena Brandt told Reuters.
        The toll rose by 3 to 61, Gen. Omar Haddad said at 5 p.m. Another 119\u{00A0}000 are missing…
        """,
        """
        Between 20,000 and 30,000 families fled São Tomé, up from 1,200 in May 2023, according to the U.N.

        More than half the territory's 2.3 million people need food; donors pledged US$1.2 billion (£900m).

        “Reuters quoted a medic as saying that the ministry had counted 14,” the paper wrote a day earlier.
        """,
        "- Killed: 14\n- Injured: 40\n\nRafah, Displaced: 2,000\nJapan: 86\nTrucks that entered: 106 (of 200 needed)",
        "Dozens were hurt, half of the 40 of them twice as badly; 300 or more have died since Oct. 7, 2023.",
    ].map { Array($0.utf8) }

    static let words = [
        " people were killed", "at least ", "more than ", "9,000", "1.5 million", "dozens", "half of the ", "said ",
        "according to the U.N.", "since Oct. 7", "on Thursday", " in Gaza", "$", "%", "\u{00A0}", "\u{00AD}", "é", "日",
        "👨‍👩‍👧", "\u{0}", "“", "”", "…", "\n\n", "- Killed: ", "up from ", "16 of them children", "\u{FEFF}", "\u{2028}",
        "\u{202E}", "a day earlier", "told Reuters", "families", "trucks", "between ", " and ", " to ", "–",
    ]

    static let numerals =
        [
            "at least 24", "9,000", "between 20,000 and 30,000", "one hundred and twenty-three thousand",
            "half of the 40",
            "1.2 million", "some two dozen", "300 or more", "hundreds of", "no fewer than 1 234 567", "3–5",
            "a third of",
            "not 12 but 21", "1.234.567,8", "12½", "½", "²³", "٣٤", "一百", "1e308", "0x10", "00000", "£900m",
            "nearly 90%",
        ].map { Array($0.utf8) } + [Array("five hundred\nsix to seven thousand\n1,00,000\nup to 5.5bn".utf8)]

    static let numberWords = [
        "hundred", "thousand", "million", "billion", "dozen", "and", "half", "a", "at least", "up to", "or more",
        "between", "to", "–", "-", ",", ".", "000", "\u{00A0}", "\u{2009}", "'", "%", "$", "bn", "m", "k", "twenty",
        "-three", "one", "no", "few", "½", "x", "twice", "1", "9", "99999999", "٣", "th", "/", "+", "~", "(", ")",
    ]

    static let dates = [
        "Thursday", "3 November 2023", "Oct. 7, 2023", "2023-11-03T06:25:00Z", "the 31st of February", "3/11/2023",
        "the week of 30 October to 5 November", "a day earlier", "1699000000", "19 de noviembre de 2019", "31.12.9999",
        "the night between Sunday and Monday", "last year", "March", "29 February 2024", "the first half of 2023",
        "Tue, 19 Nov 2019 10:00:00 GMT", "/2019/11/19/flood", "20191119", "two weeks ago", "0001-01-01", "May 2-4",
    ].map { Array($0.utf8) }

    static let dateWords = [
        "Monday", "January", "Feb. ", "2023", "9999", "0001", "-11-", "/", ".", ", ", " to ", "between ", " and ",
        "last ", "next ", "ago", "earlier", "since ", "until ", "the ", "th", "week", "month", "year", "T00:00:00Z",
        "yesterday", "midnight", "weekend", "end of ", "31", "29", "00", "99999999999", "early ", "night",
    ]

    static let files = [
        """
        Title: Toll rises in Aden
        Publisher: Harbour Wire
        Date: 2023-11-03
        URL: https://harbourwire.example/2023/11/03/toll
        Lang: en

        At least 24 people were killed in Aden, the health ministry said.
        """,
        " date 2023-11-03 Toll rises in Aden 06:25\n\nAt least 24 people were killed in Aden.\r\n\r\nMore fled.",
        "\u{FEFF}At least 24 people were killed in Aden.",
    ].map { Array($0.utf8) }

    static let headerWords = ["Title: ", "Publisher: ", "Date: ", "URL: ", "Lang: ", "Id: ", "\n\n", "\r\n", " date "]
}
