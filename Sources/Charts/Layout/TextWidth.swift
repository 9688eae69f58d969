/// How wide texts will be, near enough to break lines and set legends in columns.
///
/// gnuplot lays texts out itself and tells nobody, so the widths of Liberation Sans are here for ASCII, and guesses
/// for the rest.
struct TextMeasure {
    /// The font's size, in the unit of all widths here.
    var size: Double
    var bold = false

    func width(_ text: String) -> Double {
        let thousandths = text.unicodeScalars.reduce(0) { $0 + TextMeasure.thousandths($1) }
        return Double(thousandths) / 1000 * size * (bold ? 1.1 : 1)
    }

    /// `text` in lines no wider than `limit`, broken at spaces; the last of `most` lines ends in `…` where text is left.
    func lines(_ text: String, limit: Double, most: Int) -> [String] {
        wrapped(text.onOneLine, limit: limit, most: most, width: width)
    }

    /// `text`, cut with `…` where it is wider than `limit`.
    func cut(_ text: String, limit: Double) -> String {
        shortened(text.onOneLine, limit: limit, width: width)
    }

    private static func thousandths(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value >= 32, scalar.value < 127 { return helvetica[Int(scalar.value) - 32] }
        if scalar.properties.generalCategory == .nonspacingMark { return 0 }
        return isWide(scalar) ? 1000 : 580
    }
}

/// The advance widths of ASCII 32 to 126 in Helvetica, in thousandths of the size, as its AFM file has them;
/// Liberation Sans is made to the same widths.
private let helvetica: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]

/// East Asian letters and emoji, which take two cells of a terminal.
func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60,
        0x1f300...0x1faff, 0x20000...0x3fffd:
        true
    default: false
    }
}

/// The cells of a terminal that `text` takes.
func cells(_ text: String) -> Double {
    text.reduce(0) { sum, character in
        guard let first = character.unicodeScalars.first else { return sum }
        if first.properties.generalCategory == .format { return sum }
        return sum + (isWide(first) ? 2 : 1)
    }
}

/// Breaks `text` at spaces; words wider than a line are broken where the line ends.
func wrapped(_ text: String, limit: Double, most: Int, width: (String) -> Double) -> [String] {
    var lines: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty && lines.count < most - 1 {
        let line = head(of: rest, limit: limit, width: width)
        lines.append(String(line))
        rest = rest[line.endIndex...].drop { $0 == " " }
    }
    if !rest.isEmpty { lines.append(shortened(String(rest), limit: limit, width: width)) }
    return lines
}

/// The words of `text` that go on one line: at least one character.
private func head(of text: Substring, limit: Double, width: (String) -> Double) -> Substring {
    guard width(String(text)) > limit else { return text }
    var end = fitting(text, limit: limit, width: width)
    if text[end] != " ", let space = text[..<end].lastIndex(of: " ") { end = space }
    return text[..<end]
}

/// Where the longest beginning of `text` that fits ends, found by halving; after the first character at the least.
private func fitting(_ text: Substring, limit: Double, width: (String) -> Double) -> String.Index {
    let ends = Array(text.indices.dropFirst())
    guard !ends.isEmpty else { return text.endIndex }
    var low = 0
    var high = ends.count
    while low < high {
        let middle = (low + high) / 2
        if width(String(text[..<ends[middle]])) <= limit { low = middle + 1 } else { high = middle }
    }
    return ends[max(low - 1, 0)]
}

func shortened(_ text: String, limit: Double, width: (String) -> Double) -> String {
    guard width(text) > limit else { return text }
    let end = fitting(text[...], limit: limit - width("…"), width: width)
    var kept = text[..<end]
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
}
