/// Breaks, so that it can be seen that what breaks is found. No run takes it that does not name it.
struct SelfTest: FuzzTarget {
    let name = "self-test"
    let about = "breaks at some inputs"
    let words = ["\u{0}", "!"]
    let seeds: [[UInt8]] = [Array("plain words".utf8)]

    func run(_ bytes: [UInt8]) {}

    func check(_ bytes: [UInt8]) throws {
        try require(!bytes.contains(0), "the input holds a zero")
        precondition(!bytes.contains(UInt8(ascii: "!")), "the input holds an exclamation mark")
    }
}
