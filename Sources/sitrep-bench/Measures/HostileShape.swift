/// A text that nobody writes, and that must cost no more for each byte than others.
struct HostileShape {
    let name: String
    private let piece: String

    static let all = [
        HostileShape(name: "one long sentence", piece: "killed 24 people and wounded 30 in Aden while "),
        HostileShape(name: "digits", piece: "7"),
        HostileShape(name: "numbers", piece: "24 "),
        HostileShape(name: "open quotes", piece: "\\\"he said "),
        HostileShape(name: "places", piece: "Aden Gaza Kabul "),
        HostileShape(name: "sayings", piece: "Reuters quoted police as saying that "),
        HostileShape(name: "one word", piece: "a"),
    ]

    /// An article as a line of JSON.
    func line(bytes: Int) -> String {
        #"{"id":"hostile","date":"2023-11-03","text":""# + String(repeating: piece, count: bytes / piece.utf8.count)
            + "\"}\n"
    }
}
