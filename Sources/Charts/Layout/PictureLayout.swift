/// Where the parts of a picture stand, in pixels from its top left corner.
///
/// From the top: title, subtitle, legend, the panels, and the footer. One panel takes what is left of the usual height;
/// the picture grows where that is too little.
struct PictureLayout {
    /// A line of text with the height of its middle.
    struct Text: Hashable {
        var text: String
        var middle: Double
    }

    static let usualHeight = 675.0
    static let margin = 30.0
    static let titleSize = 34.0
    static let subtitleSize = 22.0
    static let footerSize = 15.0
    private static let gap = 24.0
    private static let leastPanelHeight = 330.0
    private static let smallPanelHeight = 300.0
    private static var textWidth: Double { Canvas.width - 2 * margin }

    let height: Double
    let title: [Text]
    let subtitle: [Text]
    let legend: LegendLayout
    let legendTop: Double
    let footer: [Text]
    /// One for each panel, in their order.
    let panels: [Frame]

    /// - Parameters:
    ///   - names: those in the legend.
    ///   - heights: of the panels, where they are known beforehand.
    init(_ chart: Chart, legend names: [String], heights: [Double?]) {
        var column = Column(y: 20)
        title = column.add(chart.title, TextMeasure(size: Self.titleSize, bold: true), spacing: 1.2, most: 3)
        subtitle = column.add(chart.subtitle ?? "", TextMeasure(size: Self.subtitleSize), spacing: 1.3, most: 3)
        legend = LegendLayout(names, width: Self.textWidth)
        legendTop = column.y + 10
        let top = names.isEmpty ? column.y + 16 : legendTop + legend.height + 10

        var foot = Column(y: 0)
        let small = TextMeasure(size: Self.footerSize)
        let lines = chart.footer.flatMap { foot.add($0, small, spacing: 1.35, most: 3) }
        let footHeight = foot.y + 14

        let columns = heights.count > 1 && heights.allSatisfy { $0 == nil } ? 2 : 1
        let rows = PictureLayout.rows(heights, columns)
        let least = top + rows.reduce(0, +) + footHeight
        let hasOwnHeights = heights.allSatisfy { $0 != nil }
        height = max(hasOwnHeights ? 0 : Self.usualHeight, least).rounded()
        panels = PictureLayout.frames(rows, heights.count, columns, top: top, spare: height - least)
        let footTop = height - footHeight
        footer = lines.map { Text(text: $0.text, middle: footTop + $0.middle) }
    }

    private static func rows(_ heights: [Double?], _ columns: Int) -> [Double] {
        if columns > 1 { return Array(repeating: smallPanelHeight, count: (heights.count + columns - 1) / columns) }
        return heights.map { $0 ?? leastPanelHeight }
    }

    /// - Parameter spare: height that is left; it goes to all rows alike.
    private static func frames(
        _ rows: [Double], _ count: Int, _ columns: Int, top: Double, spare: Double
    ) -> [Frame] {
        let width = (textWidth - gap * Double(columns - 1)) / Double(columns)
        let more = max(0, spare) / Double(max(1, rows.count))
        var y = top
        let edges = rows.map { height in
            defer { y += height + more }
            return (top: y, bottom: y + height + more)
        }
        return (0..<count).map { index in
            let left = margin + Double(index % columns) * (width + gap)
            let edge = edges[index / columns]
            return Frame(left: left, top: edge.top, right: left + width, bottom: edge.bottom)
        }
    }

    /// Sets texts one below the other.
    private struct Column {
        var y: Double

        mutating func add(_ text: String, _ measure: TextMeasure, spacing: Double, most: Int) -> [Text] {
            measure.lines(text, limit: PictureLayout.textWidth, most: most).map { line in
                y += measure.size * spacing
                return Text(text: line, middle: y - measure.size * spacing / 2)
            }
        }
    }
}
