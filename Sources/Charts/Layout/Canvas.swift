/// Places on a picture, in pixels from its top left corner, as gnuplot takes them.
struct Canvas {
    static let width = 1200.0
    let height: Double

    func x(_ pixels: Double) -> String { "screen " + decimal(pixels / Canvas.width, places: 5) }

    func y(_ pixels: Double) -> String { "screen " + decimal(1 - pixels / height, places: 5) }

    /// A text as `set label` takes it, on one line.
    func label(
        _ text: String, x left: Double, y middle: Double, size: Double, look: String, bold: Bool = false,
        align: String = "left"
    ) -> String {
        "set label \(quoted(text)) at \(x(left)),\(y(middle)) \(align) noenhanced"
            + " font FONT.\(bold ? "BOLD." : "")',\(number(size))' \(look) front"
    }

    /// The commands that set the four margins of a plot.
    func margins(_ frame: Frame) -> [String] {
        [
            "set tmargin at \(y(frame.top))", "set bmargin at \(y(frame.bottom))", "set lmargin at \(x(frame.left))",
            "set rmargin at \(x(frame.right))",
        ]
    }
}

/// A rectangle, in pixels from the picture's top left corner.
struct Frame: Hashable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }

    func overlaps(_ other: Frame) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// Whether the stretch from one place to another goes through it.
    func meets(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double)) -> Bool {
        var (from, to) = (0.0, 1.0)
        // Cut by each pair of sides in turn (Liang and Barsky).
        for (start, delta, low, high) in [(a.x, b.x - a.x, left, right), (a.y, b.y - a.y, top, bottom)] {
            if delta == 0 {
                if start < low || start > high { return false }
                continue
            }
            let ends = [(low - start) / delta, (high - start) / delta].sorted()
            from = max(from, ends[0])
            to = min(to, ends[1])
            if from > to { return false }
        }
        return true
    }
}
