public import Figures
public import TimeSeries

/// A value with its bounds, as short as a table cell wants it.
///
///     9,061    exactly          9,000+   at least, more than     ≤ 500   at most, up to
///     ~1,400   about            40–50    a range                 200+    vague: "hundreds"
public enum ValueText {
    public static func text(_ point: SeriesPoint, unit: String = "") -> String {
        text(point.value, point.low, point.high, point.qualifier, unit)
    }

    public static func text(_ figure: Figure) -> String {
        text(figure.value, figure.low, figure.high, figure.qualifier, figure.unit)
    }

    /// `9,061`, `at least 9,000`, `about 1.4 million`, `up to 500`, `40 to 50`: as a sentence says it.
    static func words(_ point: SeriesPoint, unit: String = "") -> String {
        let number = NumberText.spoken
        let words =
            switch (point.qualifier, point.low, point.high) {
            case (.exact, _, _): number(point.value)
            case (.about, _, _): "about " + number(point.value)
            case (.atMost, _, let high): "up to " + number(high ?? point.value)
            case (.atLeast, let low, _): "at least " + number(low ?? point.value)
            case (_, let low?, let high?) where low != high: number(low) + " to " + number(high)
            case (_, let low?, nil): "at least " + number(low)
            case (_, nil, let high?): "up to " + number(high)
            default: number(point.value)
            }
        return isCurrency(unit) ? words + " " + unit : words
    }

    private static func text(
        _ value: Double, _ low: Double?, _ high: Double?, _ qualifier: Qualifier, _ unit: String
    ) -> String {
        let number = NumberText.grouped
        let bare =
            switch qualifier {
            case .exact: number(value)
            case .about: "~" + number(value)
            case .atMost: "≤ " + number(high ?? value)
            case .atLeast: number(low ?? value) + "+"
            case .range, .vague: between(low, high, value)
            }
        return isCurrency(unit) ? bare + " " + unit : bare
    }

    /// `USD`; all other units are words in lower case.
    private static func isCurrency(_ unit: String) -> Bool {
        guard let first = unit.utf8.first, !(97...122).contains(first) else { return false }
        return unit.allSatisfy { $0.isUppercase }
    }

    private static func between(_ low: Double?, _ high: Double?, _ value: Double) -> String {
        switch (low, high) {
        case (let low?, let high?) where low != high: NumberText.grouped(low) + "–" + NumberText.grouped(high)
        case (let low?, nil): NumberText.grouped(low) + "+"
        case (nil, let high?): "≤ " + NumberText.grouped(high)
        default: NumberText.grouped(value)
        }
    }
}
