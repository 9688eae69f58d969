/// What stands before a name in the legend, drawn with arrows, labels and boxes at fixed places.
enum LegendSample {
    /// A stroke, a dot, or both, with their looks (`lt 1 dt 2`, `lt 1 pt 7`).
    case line(stroke: String?, dot: String?)
    /// A box in the line's colour.
    case bar(String)
    /// An error bar.
    case range

    /// The gnuplot commands.
    ///
    /// - Parameters:
    ///   - size: of the legend's type, in pixels.
    ///   - x: a place across, in pixels from the sample's left, as gnuplot takes it; `y` the same, from its middle down.
    func commands(size: Double, x: (Double) -> String, y: (Double) -> String) -> [String] {
        let width = size * 1.6
        switch self {
        case .line(let stroke, let dot):
            return [
                stroke.map { "set arrow from \(x(0)),\(y(0)) to \(x(width)),\(y(0)) nohead \($0)" },
                dot.map { "set label '' at \(x(width / 2)),\(y(0)) point \($0)" },
            ].compactMap { $0 }
        case .bar(let colour):
            let corners = "from \(x(0)),\(y(size * 0.32)) to \(x(width)),\(y(-size * 0.32))"
            return ["set object rectangle \(corners) fc \(colour) fillstyle solid 0.85 noborder"]
        case .range:
            let (top, bottom) = (y(-size * 0.42), y(size * 0.42))
            return [
                "set arrow from \(x(width / 2)),\(bottom) to \(x(width / 2)),\(top)"
                    + " \(Mark.range) lc rgb MUTED"
            ]
        }
    }
}
