/// Numbers as text, the same in every locale.
public enum NumberText {
    /// `9061`, `1.5`: for programs.
    static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : number.description
    }

    /// `9,061`, `1.5`: for people, with commas as English has them.
    public static func grouped(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 1e15 else { return number.description }
        let number = number.rounded(to: 2)
        let whole = number.rounded(.towardZero)
        var text = number < 0 ? "−" : ""
        let digits = Array(String(Int(abs(whole))))
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return number == whole ? text : text + plain(abs(number - whole).rounded(to: 2)).dropFirst()
    }

    /// `+120`, `−3`, `±0`.
    static func signed(_ number: Double) -> String {
        if number == 0 { return "±0" }
        return number > 0 ? "+" + grouped(number) : grouped(number)
    }

    /// `12%` for 0.12.
    static func percent(_ share: Double) -> String {
        guard share.isFinite else { return "" }
        let percent = share * 100
        if percent > 0, percent < 0.1 { return "under 0.1%" }
        return grouped(abs(percent) < 10 ? percent.rounded(to: 1) : percent.rounded()) + "%"
    }
}

extension Double {
    fileprivate func rounded(to digits: Int) -> Double {
        let scale = digits == 1 ? 10.0 : 100.0
        let rounded = (self * scale).rounded() / scale
        return rounded == 0 ? 0 : rounded
    }
}
