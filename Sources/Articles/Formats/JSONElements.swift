/// Cuts a stream into the values of a JSON list, or into values that stand one after the other, each over as many lines
/// as it likes. No value is looked into; only one is held at a time.
struct JSONElements {
    /// A value with the line that it begins in, counted from 1.
    enum Element {
        case whole([UInt8], line: Int)
        /// More than the limit; its bytes were passed over.
        case tooLong(line: Int)
        /// The stream ended inside of it.
        case cut(line: Int)
    }

    private let limit: Int
    private var piece: [UInt8] = []
    private var at = 0
    private var line = 1
    private var isInList = false

    init(limit: Int) { self.limit = limit }

    /// The next value; nil at the end.
    ///
    /// - Complexity: each byte is looked at once.
    mutating func next(_ stream: inout ByteStream) -> Element? {
        guard let start = skipToValue(&stream) else { return nil }
        let first = line
        var value: [UInt8] = []
        var isTooLong = false
        var nesting = JSONNesting()
        var byte = start
        while true {
            if value.count < limit { value.append(byte) } else { isTooLong = true }
            nesting.read(byte)
            if nesting.isOutside { return isTooLong ? .tooLong(line: first) : .whole(value, line: first) }
            guard let next = read(&stream) else { return .cut(line: first) }
            byte = next
        }
    }

    /// The first byte of the next object; what stands between values is passed over, and the bracket of the list.
    private mutating func skipToValue(_ stream: inout ByteStream) -> UInt8? {
        while let byte = read(&stream) {
            if byte == UInt8(ascii: "["), !isInList {
                isInList = true
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                return byte
            }
        }
        return nil
    }

    private mutating func read(_ stream: inout ByteStream) -> UInt8? {
        if at == piece.count {
            piece = stream.piece()
            at = 0
            if piece.isEmpty { return nil }
        }
        defer { at += 1 }
        if piece[at] == 10 { line += 1 }
        return piece[at]
    }
}
