/// A rectangle of a page in points, from its top left corner.
struct Box: Sendable, Hashable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var height: Double { bottom - top }
    var middle: Double { (top + bottom) / 2 }

    mutating func take(in other: Box) {
        left = min(left, other.left)
        top = min(top, other.top)
        right = max(right, other.right)
        bottom = max(bottom, other.bottom)
    }

    /// Whether both stand above each other somewhere.
    func sharesColumn(with other: Box) -> Bool { left < other.right && other.left < right }

    /// Whether both stand in one row: the middle of the one lies in the other.
    func sharesRow(with other: Box) -> Bool {
        (other.top...other.bottom).contains(middle) || (top...bottom).contains(other.middle)
    }
}

/// Words that stand in one line with no wide gap between them.
struct PDFLine: Sendable, Hashable {
    var text: String
    var box: Box
}

/// What pdftotext takes for one paragraph, cell or column.
struct PDFBlock: Sendable, Hashable {
    var lines: [PDFLine]

    /// There is at least one line.
    var box: Box {
        lines.dropFirst().reduce(into: lines[0].box) { $0.take(in: $1.box) }
    }
}

struct PDFPage: Sendable, Hashable {
    var width: Double
    var height: Double
    var blocks: [PDFBlock] = []
}

/// A document as pdftotext tells it.
struct PDFDocument: Sendable, Hashable {
    var title: String?
    /// `CreationDate`, `Author`, …, as the document has them.
    var information: [String: String] = [:]
    var pages: [PDFPage] = []

    var wordCount: Int {
        pages.reduce(0) { count, page in
            count + page.blocks.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.text.split(separator: " ").count } }
        }
    }
}
