/// A stretch of UTF-8 that somebody else keeps alive.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UInt8 {
    var isASCIIDigit: Bool { self &- 48 < 10 }
    var isASCIIUpper: Bool { self &- 65 < 26 }
    var isASCIILower: Bool { self &- 97 < 26 }
    var isASCIILetter: Bool { (self | 32) &- 97 < 26 }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// The text of a half-open range of bytes, clamped to the buffer.
    func string(_ start: Int, _ end: Int) -> String {
        let lower = Swift.max(0, Swift.min(start, count))
        let upper = Swift.max(lower, Swift.min(end, count))
        return String(decoding: self[lower..<upper], as: UTF8.self)
    }
}
