/// `text` as a gnuplot string expression.
///
/// In single quotes gnuplot reads nothing but `''` for a quote: no backslashes, no `` `commands` ``, no `@macros`.
/// At their beginning it takes `''` for an empty string, so the first quotes of a text stand apart in double ones.
/// Line breaks, which single quotes cannot hold, become spaces, and so do control characters, which no font has and
/// XML forbids.
func quoted(_ text: String) -> String {
    let leading = text.unicodeScalars.prefix { $0 == "'" }
    var result = leading.isEmpty ? "'" : "\"\(String(leading))\".'"
    for scalar in text.unicodeScalars.dropFirst(leading.count) {
        switch scalar {
        case "'": result += "''"
        case _ where isControl(scalar): result += " "
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "'"
}

/// Line breaks and control characters, U+FFFE and U+FFFF.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x2028, 0x2029, 0xfffe, 0xffff: true
    default: false
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
