import Glibc

/// A value axis that starts at zero (below it only for negative values) and ends on a tick.
///
/// gnuplot's own `%'.0f` knows no thousands separator without a locale that has one, so the labels are made here.
struct ValueAxis {
    let low: Double
    let high: Double
    let ticks: [Tick]

    /// - Parameter maximumTicks: how many intervals to make at most, 2 or more.
    init(_ values: [Double], maximumTicks: Int) {
        let bottom = min(0, values.min() ?? 0)
        let top = max(0, values.max() ?? 0)
        let step = ValueAxis.step(top > bottom ? top - bottom : 1, maximumTicks, whole: values.allSatisfy(isWhole))
        let first = (bottom / step).rounded(.down)
        let last = max((top / step).rounded(.up), first + 1)
        low = first * step
        high = last * step
        let scale = max(low.magnitude, high.magnitude)
        ticks = stride(from: first, through: last, by: 1).map { index in
            Tick(position: index * step, label: ValueAxis.label(index * step, scale: scale, step: step))
        }
    }

    /// An axis for dots, whose places and not whose lengths are read: it need not begin at zero.
    ///
    /// It does where the values are no farther from each other than from zero, which then costs no room.
    init(spread values: [Double], maximumTicks: Int) {
        let bottom = values.min() ?? 0
        let top = values.max() ?? 0
        let own = top > bottom ? top - bottom : max(top.magnitude * 0.1, 1)
        let reachesZero = (0...own * 1.5).contains(bottom) || (-own * 1.5...0).contains(top)
        let ends = reachesZero ? (min(bottom, 0), max(top, 0)) : (bottom, top)
        let span = ends.1 > ends.0 ? ends.1 - ends.0 : own
        low = ends.0 - (ends.0 == 0 ? 0.02 : 0.08) * span
        high = ends.1 + 0.08 * span
        let step = ValueAxis.step(high - low, maximumTicks, whole: values.allSatisfy(isWhole))
        let scale = max(low.magnitude, high.magnitude)
        ticks = stride(from: (low / step).rounded(.up), through: (high / step).rounded(.down), by: 1).map { index in
            Tick(position: index * step, label: ValueAxis.label(index * step, scale: scale, step: step))
        }
    }

    /// The least of 1, 2, 2.5, 5 × 10ⁿ that makes no more than `count` intervals (without 2.5 where only whole numbers
    /// make sense of the steps).
    private static func step(_ span: Double, _ count: Int, whole: Bool) -> Double {
        let rough = span / Double(max(count, 2))
        let power = pow(10, log10(rough).rounded(.down))
        let factors: [Double] = power < 10 && whole ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10]
        let factor = factors.first { $0 * power >= rough * (1 - 1e-9) } ?? 10
        return whole ? max(1, factor * power) : factor * power
    }

    /// `2,500` on an axis below 100,000; above, `500k`, `1.5M`, `2bn`. A minus is as long as a plus.
    private static func label(_ value: Double, scale: Double, step: Double) -> String {
        unsigned(value, scale: scale, step: step).replacing("-", with: "−")
    }

    private static func unsigned(_ value: Double, scale: Double, step: Double) -> String {
        guard scale >= 100_000 else { return decimal(value, places: step < 1 ? min(6, places(step)) : 1) }
        switch value.magnitude {
        case 1e9...: return decimal(value / 1e9, places: 3) + "bn"
        case 1e6...: return decimal(value / 1e6, places: 3) + "M"
        case 1e3...: return decimal(value / 1e3, places: 3) + "k"
        default: return decimal(value, places: 0)
        }
    }

    /// The decimals that a step below 1 needs.
    private static func places(_ step: Double) -> Int { Int((-log10(step)).rounded(.up)) + 1 }
}

private func isWhole(_ value: Double) -> Bool { value == value.rounded() }
