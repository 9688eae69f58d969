import Testing

@testable import Articles

@Suite struct LanguageTests {
    static let english = """
        At least 14 people were killed in Beira on Tuesday when the river broke its banks, and 2,300 people left their \
        homes, the disaster agency said. The rain is expected to last until the weekend.
        """
    static let spanish = """
        Al menos 14 personas murieron el martes en la ciudad cuando el río se desbordó, y 2.300 personas dejaron sus \
        casas, dijo la agencia de protección civil. Se espera que la lluvia dure hasta el fin de semana.
        """
    static let arabic = """
        قال مسؤولون إن أربعة عشر شخصا على الأقل قتلوا يوم الثلاثاء في المدينة بعد أن فاض النهر، وإن أكثر من ألفي شخص \
        تركوا منازلهم بحسب وكالة إدارة الكوارث.
        """

    @Test(
        arguments: [
            (english, nil, "en"), (english, "es", "en"), (spanish, "en-US", "es"), (arabic, nil, "ar"),
            ("Text.", nil, nil), ("Text.", "en-GB", "en"), ("Text.", "EN_us", "en"), ("Text.", "iw", "he"),
            ("Text.", "eng", "en"), ("Text.", "no language", nil), ("1 2 3 4 5 6 7 8 9", nil, nil),
            // Mixed with English: nobody can say what it is.
            (arabic + "\n" + english, "ar", nil),
        ] as [(String, String?, String?)])
    func tellsTheLanguage(_ text: String, _ declared: String?, _ code: String?) {
        #expect(Language.code(of: text, declared: declared) == code)
    }
}
