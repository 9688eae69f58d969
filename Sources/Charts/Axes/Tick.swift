/// A place on an axis with its name.
struct Tick: Hashable {
    var position: Double
    /// Of our own making: never a text from outside, for it is set in double quotes, in which gnuplot runs commands.
    var label: String
    /// Stands below the name of a day or month that is the first of its year on the axis; else empty.
    var year = ""
}

/// `value` with up to `places` decimals and no zeros at the end: 1.50 is `1.5`, 2.00 is `2`.
func decimal(_ value: Double, places: Int) -> String {
    guard value.magnitude < 1e12 else { return value.description }
    let power = (0..<places).reduce(1) { product, _ in product * 10 }
    let scaled = Int((value.magnitude * Double(power)).rounded())
    var fraction = String(scaled % power + power).dropFirst()
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let whole = grouped(scaled / power)
    let sign = value < 0 && scaled != 0 ? "-" : ""
    return sign + whole + (places == 0 || fraction.isEmpty ? "" : "." + fraction)
}

/// `9,061`, `18.5bn`, `0.004`, `−3`: a value as a label has it.
func spoken(_ value: Double) -> String {
    let size = value.magnitude
    let text =
        size >= 1e9
        ? decimal(size / 1e9, places: 3) + "bn" : decimal(size, places: size < 1 ? 6 : size < 1000 ? 2 : 0)
    return value < 0 && text != "0" ? "−" + text : text
}

/// 1234567 as `1,234,567`.
func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var index = digits.count - 3
    while index > 0 {
        digits.insert(",", at: index)
        index -= 3
    }
    return String(digits)
}
