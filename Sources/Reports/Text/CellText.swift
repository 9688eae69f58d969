import Figures

/// A cell for people.
package enum CellText {
    static func plain(_ cell: Cell) -> String {
        switch cell {
        case .text(let text), .link(let text): line(text ?? "")
        case .date(let date): date?.description ?? ""
        case .number(let number): number.map(NumberText.grouped) ?? ""
        case .integer(let number): NumberText.grouped(Double(number))
        case .list(let words): line(words.joined(separator: ", "))
        }
    }

    /// The text with its lines and tabs, other control characters shown by their pictures (`␛`): a terminal would obey
    /// them. Those that turn the direction of writing are left out, since they would show words in another order.
    package static func block(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x9, 0xA: result.append(scalar)
            case 0xD: break
            case _ where ControlCharacters.turns(scalar): break
            case 0x0...0x1F: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F: result.append("\u{2421}")
            case 0x80...0x9F: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text on one line, without control characters, which a terminal would obey, and those that turn the direction
    /// of writing.
    static func line(_ text: String) -> String {
        if isPlainLine(text) { return text }
        var result = String.UnicodeScalarView()
        var isGap = false
        for scalar in text.unicodeScalars {
            if ControlCharacters.turns(scalar) { continue }
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
                isGap = !result.isEmpty
            } else {
                if isGap { result.append(" ") }
                isGap = false
                result.append(scalar)
            }
        }
        return String(result)
    }
}

extension CellText {
    /// Whether a text is as `line` would have it, as far as a glance at its bytes tells: most texts are.
    private static func isPlainLine(_ text: String) -> Bool {
        var before = UInt8(ascii: " ")
        for byte in text.utf8 {
            if byte < 0x20 || byte > 0x7E || (byte == 0x20 && before == 0x20) { return false }
            before = byte
        }
        return before != 0x20 || text.isEmpty
    }
}

extension String {
    fileprivate var isPrintableASCII: Bool {
        for byte in utf8 where byte < 0x20 || byte > 0x7E { return false }
        return true
    }
}

/// How many columns of a terminal a text takes.
enum TextWidth {
    /// The wide characters of Unicode's East Asian Width (https://www.unicode.org/reports/tr11/), by block.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F1E6...0x1F1FF, 0x1F300...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]

    static func of(_ text: String) -> Int {
        if text.isPrintableASCII { return text.utf8.count }
        return text.reduce(0) { $0 + width($1) }
    }

    private static func width(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
        }
    }

    /// The text, or as much of it as `width` columns hold with a `…` behind it.
    static func cut(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        var cut = ""
        var used = 1
        for character in text {
            used += self.width(character)
            if used > width { break }
            cut.append(character)
        }
        return cut + "…"
    }
}
