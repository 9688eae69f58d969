/// A text that nobody writes, and that must cost no more for each byte than others.
struct HostileShape {
    let name: String
    private let piece: String
    /// The bytes of the smaller of the two texts that are compared.
    var bytes = 1_000_000

    static let all = [
        // Every figure of a sentence without an end quotes two thousand words: most of the time goes into writing them.
        HostileShape(name: "one long sentence", piece: "killed 24 people and wounded 30 in Aden while ", bytes: 50_000),
        HostileShape(name: "a sentence a figure", piece: "24 people died in Aden. "),
        HostileShape(name: "digits", piece: "7"),
        HostileShape(name: "digits and commas", piece: "1,234,"),
        HostileShape(name: "numbers", piece: "24 "),
        HostileShape(name: "numbers in words", piece: "one hundred and "),
        HostileShape(name: "ranges", piece: "20 to 30 or "),
        HostileShape(name: "open quotes", piece: "\\\"he said "),
        HostileShape(name: "deep quotes", piece: "\\\" "),
        HostileShape(name: "brackets", piece: "("),
        HostileShape(name: "short names", piece: "the National Emergency Management Agency (NEMA) "),
        HostileShape(name: "places", piece: "Aden Gaza Kabul "),
        HostileShape(name: "the city", piece: "the city of the city "),
        HostileShape(name: "said", piece: "said "),
        HostileShape(name: "sayings", piece: "Reuters quoted police as saying that "),
        HostileShape(name: "pronouns", piece: "He said it. "),
        HostileShape(name: "the ministry", piece: "The ministry said 24 people died. "),
        HostileShape(name: "days", piece: "on Monday, a day earlier, "),
        HostileShape(name: "clauses", piece: ", which "),
        HostileShape(name: "initials", piece: "U.S."),
        HostileShape(name: "points", piece: "."),
        HostileShape(name: "one word", piece: "a"),
    ]

    /// An article as a line of JSON.
    func line(bytes: Int) -> String {
        #"{"id":"hostile","date":"2023-11-03","lang":"en","text":""#
            + String(repeating: piece, count: bytes / piece.utf8.count) + "\"}\n"
    }
}
