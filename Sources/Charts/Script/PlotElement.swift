import Figures

/// One part of a `plot` command with the numbers that it draws.
struct PlotElement {
    /// As many numbers in each; NaN interrupts a line.
    var columns: [[Double]]
    /// Stands at every point, for `with labels`; of our own making.
    var text: String?
    /// What follows the data: `with lines lt 1`.
    var style: String

    /// Nil where there are no rows.
    init?(_ rows: [[Double]], text: String? = nil, style: String) {
        guard let first = rows.first else { return nil }
        columns = first.indices.map { column in rows.map { $0[column] } }
        self.text = text
        self.style = style
    }

    /// - Parameter source: the data, as `plot` takes it.
    func command(source: String) -> String {
        let numbers = columns.indices.map { String($0 + 1) }
        let using = (numbers + (text.map { ["(\"\($0)\")"] } ?? [])).joined(separator: ":")
        return "\(source) using \(using) \(style) notitle"
    }
}

/// gnuplot's point types.
enum Mark {
    /// An error bar as an arrow with flat heads. gnuplot's own error bars have a hole where the point stands.
    static let range = "heads size screen 0.0035,90 lw 1.4"

    /// A hollow triangle, up or down.
    static func open(_ bound: ChartPoint.Bound) -> String { "lw 1.8 pt \(bound == .atMost ? 10 : 8) ps OPEN" }

    /// The white within it.
    static func filling(_ bound: ChartPoint.Bound) -> String {
        "lc rgb BACKGROUND pt \(bound == .atMost ? 11 : 9) ps OPEN"
    }
}

/// How wide bars are and where they stand on their day, in days.
struct BarLayout {
    /// Of one bar; 0 where the panel has none.
    let width: Double
    /// By the place of the line in the panel.
    private let slots: [Int: Int]

    init(_ lines: [ChartLine]) {
        let bars = lines.indices.filter { lines[$0].style == .bars }
        slots = Dictionary(uniqueKeysWithValues: bars.enumerated().map { ($1, $0) })
        let days = Set(bars.flatMap { lines[$0].points.map(\.date.dayNumber) }).sorted()
        let gap = zip(days.dropFirst(), days).map { $0 - $1 }.min() ?? 1
        width = bars.isEmpty ? 0 : 0.8 * Double(min(gap, 31)) / Double(bars.count)
    }

    var lineCount: Int { slots.count }

    /// Of all bars of a day together.
    var groupWidth: Double { width * Double(max(1, lineCount)) }

    func offset(ofLine index: Int) -> Double {
        guard let slot = slots[index] else { return 0 }
        return width * (Double(slot) - Double(slots.count - 1) / 2)
    }
}
