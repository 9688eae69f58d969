import Figures

/// `text` as a gnuplot string expression.
///
/// In single quotes gnuplot reads nothing but the quote: no backslashes, no `` `commands` ``, no `@macros`. What it makes
/// of several quotes in a row differs with where they stand, and may end the string; so quotes never stand in single
/// ones, but in strings of their own: `'it'."'".'s'`. Line breaks, which no string can hold, become spaces, and so do
/// control characters, which no font has and XML forbids.
func quoted(_ text: String) -> String {
    var parts: [String] = []
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
        let isQuote = first == "'"
        let run = rest.prefix { ($0 == "'") == isQuote }
        rest = rest[run.endIndex...]
        parts.append(isQuote ? "\"\(String(run))\"" : "'\(withoutControls(run))'")
    }
    return parts.isEmpty ? "''" : parts.joined(separator: ".")
}

private func withoutControls(_ scalars: Substring.UnicodeScalarView) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(isControl(scalar) ? " " : scalar) }
    return String(text)
}

/// Line breaks and control characters, what turns the direction of writing, U+FFFE and U+FFFF.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2028, 0x2029, 0xfffe, 0xffff: true
    default: ControlCharacters.contains(scalar)
    }
}

/// `value` as gnuplot reads it back to the last bit, without `.0`.
func number(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

extension String {
    /// The text with line breaks and control characters as single spaces, none at its ends.
    var onOneLine: String {
        var result = ""
        for scalar in unicodeScalars {
            if !isControl(scalar) && scalar != " " {
                result.unicodeScalars.append(scalar)
            } else if !result.isEmpty && !result.hasSuffix(" ") {
                result += " "
            }
        }
        if result.hasSuffix(" ") { result.removeLast() }
        return result
    }
}
