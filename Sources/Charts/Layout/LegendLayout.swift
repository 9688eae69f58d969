/// Where the entries of a picture's legend stand, in pixels from its own top left corner.
///
/// gnuplot's own key makes its columns by counting letters, and so runs over the margin or leaves holes. A few entries
/// follow each other like words; many stand in columns.
struct LegendLayout {
    struct Place: Hashable {
        var name: String
        /// Where the sample begins.
        var left: Double
        var middle: Double
    }

    let places: [Place]
    /// Of the type, in pixels.
    let size: Double
    let height: Double

    /// From the beginning of the sample to that of the name, in units of the type's size.
    static let sample = 2.1
    private static let gap = 1.6
    private static let rowHeight = 1.45

    init(_ names: [String], width: Double) {
        let size = LegendLayout.size(names, width)
        let measure = TextMeasure(size: size)
        let cut = names.map { measure.cut($0, limit: width - LegendLayout.sample * size) }
        let widths = cut.map { measure.width($0) * 1.02 + (LegendLayout.sample + LegendLayout.gap) * size }
        // The last of a row needs no gap behind it.
        let room = width + LegendLayout.gap * size
        let cells = cut.count > 8 ? LegendLayout.table(widths, room) : LegendLayout.flow(widths, room)
        let row = size * LegendLayout.rowHeight
        self.size = size
        places = zip(cut, cells).map { name, cell in
            Place(name: name, left: cell.left, middle: (Double(cell.row) + 0.5) * row)
        }
        height = Double((cells.map(\.row).max() ?? -1) + 1) * row
    }

    /// Smaller for many names, and for names that would not fit on a line.
    private static func size(_ names: [String], _ width: Double) -> Double {
        let sizes: [Double] = names.count <= 12 ? [20, 17, 14] : names.count <= 24 ? [17, 14] : [14]
        return sizes.first { size in
            names.allSatisfy { TextMeasure(size: size).width($0.onOneLine) <= width - sample * size }
        } ?? 14
    }

    /// One after the other, in rows.
    private static func flow(_ widths: [Double], _ width: Double) -> [(left: Double, row: Int)] {
        var left = 0.0
        var row = 0
        return widths.map { own in
            if left > 0 && left + own > width {
                left = 0
                row += 1
            }
            defer { left += own }
            return (left, row)
        }
    }

    /// In columns of the same width, filled downwards.
    private static func table(_ widths: [Double], _ width: Double) -> [(left: Double, row: Int)] {
        let column = widths.max() ?? width
        let most = max(1, Int(width / column))
        let rows = (widths.count + most - 1) / most
        return widths.indices.map { (Double($0 / rows) * column, $0 % rows) }
    }
}
