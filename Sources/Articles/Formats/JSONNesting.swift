/// How deep objects and lists of JSON lie in each other, byte by byte; what is in strings does not count.
struct JSONNesting {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private(set) var deepest = 0

    /// Whether all that was opened is closed.
    var isOutside: Bool { depth <= 0 && !isInString }

    /// How deep they lie in each other in a text.
    static func deepest(_ bytes: ArraySlice<UInt8>) -> Int {
        var nesting = JSONNesting()
        for byte in bytes { nesting.read(byte) }
        return nesting.deepest
    }

    mutating func read(_ byte: UInt8) {
        if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
            }
            return
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            depth += 1
            deepest = max(deepest, depth)
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
    }
}
