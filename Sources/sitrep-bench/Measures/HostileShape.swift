/// A text that nobody writes, and that must cost no more for each byte than others.
struct HostileShape {
    let name: String
    private let piece: String
    /// What stands behind the last of the pieces.
    private let end: String
    /// The bytes of the smaller of the two texts that are compared.
    let bytes: Int

    init(name: String, piece: String, end: String = "", bytes: Int = 1_000_000) {
        self.name = name
        self.piece = piece
        self.end = end
        self.bytes = bytes
    }

    static let all = [
        // Every figure of a sentence without an end quotes two thousand words: most of the time goes into writing them.
        HostileShape(name: "one long sentence", piece: "killed 24 people and wounded 30 in Aden while ", bytes: 50_000),
        HostileShape(name: "a sentence a figure", piece: "24 people died in Aden. "),
        HostileShape(name: "digits", piece: "7"),
        HostileShape(name: "digits and commas", piece: "1,234,"),
        HostileShape(name: "numbers", piece: "24 "),
        HostileShape(name: "ages", piece: "12, 34, 56 and 7, "),
        HostileShape(name: "numbers in words", piece: "one hundred and "),
        HostileShape(name: "ranges", piece: "20 to 30 or "),
        HostileShape(name: "open quotes", piece: "\\\"he said "),
        HostileShape(name: "deep quotes", piece: "\\\" "),
        HostileShape(name: "brackets", piece: "("),
        HostileShape(name: "short names", piece: "the National Emergency Management Agency (NEMA) "),
        HostileShape(name: "places", piece: "Aden Gaza Kabul "),
        HostileShape(name: "the city", piece: "the city of the city "),
        HostileShape(name: "there", piece: "in Aden 3 died, there, "),
        HostileShape(name: "said", piece: "said "),
        HostileShape(name: "sayings", piece: "Reuters quoted police as saying that "),
        HostileShape(name: "names of sayings", piece: "Said "),
        HostileShape(name: "names without names", piece: "Acme Aid Agency (AAA) said 3 died. XYZ said 4 died. "),
        HostileShape(name: "pronouns", piece: "He said it. "),
        HostileShape(name: "the ministry", piece: "The ministry said 24 people died. "),
        HostileShape(name: "days", piece: "on Monday, a day earlier, "),
        HostileShape(name: "clauses", piece: ", which "),
        HostileShape(name: "initials", piece: "U.S."),
        HostileShape(name: "points", piece: "."),
        HostileShape(name: "exclamations", piece: "!", end: " a"),
        HostileShape(name: "one word", piece: "a"),
    ]

    /// An article as a line of JSON.
    func line(bytes: Int) -> String {
        #"{"id":"hostile","date":"2023-11-03","lang":"en","text":""#
            + String(repeating: piece, count: bytes / piece.utf8.count) + end + "\"}\n"
    }
}
