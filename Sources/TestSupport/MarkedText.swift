/// A text with marks, so that no test counts offsets.
///
///     let marked = try MarkedText("At least «24|deaths» people")
///     marked.text              // "At least 24 people"
///     marked.range("deaths")   // 9..<11, in UTF-8 bytes
///
/// Grammar: `«words|name»` marks `words`; without `|` the name is empty. Marks may nest; the name is what stands
/// behind the last `|` of the mark.
public struct MarkedText: Sendable, Hashable {
    /// A marked stretch of the text.
    public struct Mark: Sendable, Hashable {
        public let name: String
        /// UTF-8 byte offsets into `text`, half-open.
        public let range: Range<Int>

        public init(_ name: String, _ range: Range<Int>) {
            self.name = name
            self.range = range
        }
    }

    /// What is wrong with a marked text.
    public enum Failure: Error, CustomStringConvertible {
        case unopened(String)
        case unclosed(String)

        public var description: String {
            switch self {
            case .unopened(let text): "a » without its «: put « before the marked words of '\(text)'"
            case .unclosed(let text): "a « without its »: put » behind the marked words of '\(text)'"
            }
        }
    }

    /// The text without its marks.
    public let text: String
    /// By where they begin; of two that begin together, the longer first.
    public let marks: [Mark]

    /// - Throws: `Failure` where a mark is not opened or not closed.
    public init(_ marked: String) throws {
        var reader = MarkReader()
        for scalar in marked.unicodeScalars {
            guard reader.take(scalar) else { throw Failure.unopened(marked) }
        }
        guard reader.open.isEmpty else { throw Failure.unclosed(marked) }
        self.init(text: reader.text, marks: reader.marks)
    }

    /// Puts marks into a text. The ranges must lie in it, and either hold one another or not touch.
    public init(text: String, marks: [Mark]) {
        self.text = text
        self.marks = marks.sorted {
            ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
        }
    }

    /// The text with its marks, as it is written: what a test that fails shows.
    public var marked: String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        for at in 0...bytes.count {
            for mark in marks.reversed() where mark.range.upperBound == at { result += "|\(mark.name)»".utf8 }
            for mark in marks where mark.range.lowerBound == at { result += "«".utf8 }
            if at < bytes.count { result.append(bytes[at]) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The range of the first mark of that name; nil where there is none.
    public func range(_ name: String) -> Range<Int>? { marks.first { $0.name == name }?.range }

    /// The ranges of all marks of that name, in order.
    public func ranges(_ name: String) -> [Range<Int>] { marks.filter { $0.name == name }.map(\.range) }

    /// The words of a half-open range of UTF-8 bytes; a range that cuts a character gives U+FFFD for it.
    public func words(_ range: Range<Int>) -> String { String(decoding: Array(text.utf8)[range], as: UTF8.self) }
}

/// Reads a marked text scalar by scalar.
private struct MarkReader {
    var text = ""
    var marks: [MarkedText.Mark] = []
    /// Where each open mark began, and its name once `|` was seen.
    var open: [(start: Int, name: String?)] = []

    /// False where a mark is closed that was not opened.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "«": open.append((text.utf8.count, nil))
        case "»": return close()
        case "|" where !open.isEmpty: open[open.count - 1].name = ""
        default:
            if open.last?.name != nil {
                open[open.count - 1].name?.unicodeScalars.append(scalar)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return true
    }

    private mutating func close() -> Bool {
        guard let mark = open.popLast() else { return false }
        marks.append(.init(mark.name ?? "", mark.start..<text.utf8.count))
        return true
    }
}
