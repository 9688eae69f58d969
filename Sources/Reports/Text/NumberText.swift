import TimeSeries

/// Numbers as text, the same in every locale.
public enum NumberText {
    /// `9061`, `1.5`: for programs.
    static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : number.description
    }

    /// `9,061`, `1.5`: for people, with commas as English has them.
    public static func grouped(_ number: Double) -> String { NumberWords.grouped(number) }

    /// `1.4 million`, `2 billion` where that is the whole number; `1,432,100` and `9,061` else.
    static func spoken(_ number: Double) -> String {
        for (unit, name) in [(1e9, "billion"), (1e6, "million")] where abs(number) >= unit {
            let tenths = number / unit * 10
            if tenths == tenths.rounded() { return grouped(tenths / 10) + " " + name }
        }
        return grouped(number)
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
