/// Numbers in the words of findings, the same in every locale.
package enum NumberWords {
    /// `9,061`, `1.5`, `−12`: two decimals at most.
    package static func grouped(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 1e15 else { return number.description }
        let cents = (number * 100).rounded()
        let size = abs(cents)
        let whole = Int(size / 100)
        var text = cents < 0 ? "−" : ""
        let digits = String(whole).utf8
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        let part = Int(size - Double(whole) * 100)
        guard part > 0 else { return text }
        let decimals = part < 10 ? "0\(part)" : String(part)
        return text + "." + (decimals.hasSuffix("0") ? String(decimals.dropLast()) : decimals)
    }
}
