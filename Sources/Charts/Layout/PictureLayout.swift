/// Where the parts of a picture stand, in pixels from its top left corner.
///
/// From the top: title, subtitle, legend, the value axis's name, the plot, and the footer. The plot takes what is
/// left of the usual height; the picture grows where that is too little.
struct PictureLayout {
    /// A line of text with the height of its middle.
    struct Text: Hashable {
        var text: String
        var middle: Double
    }

    static let width = 1200.0
    static let usualHeight = 675.0
    static let margin = 30.0
    static let titleSize = 34.0
    static let subtitleSize = 22.0
    static let tickSize = 19.0
    static let unitSize = 18.0
    static let footerSize = 15.0
    private static let leastPlotHeight = 260.0
    private static var textWidth: Double { width - 2 * margin }

    let height: Double
    let title: [Text]
    let subtitle: [Text]
    let legend: LegendLayout
    let legendTop: Double
    let unit: Text
    let footer: [Text]
    let plotTop: Double
    let plotBottom: Double
    let plotLeft: Double
    let plotRight: Double

    /// - Parameter legend: the names in the legend.
    init(_ chart: Chart, legend names: [String], valueTicks: [Tick]) {
        var column = Column(y: 20)
        title = column.add(chart.title, TextMeasure(size: Self.titleSize, bold: true), spacing: 1.2, most: 3)
        subtitle = column.add(chart.subtitle ?? "", TextMeasure(size: Self.subtitleSize), spacing: 1.3, most: 3)
        legend = LegendLayout(names, width: Self.textWidth)
        legendTop = column.y + 10
        column.y = legendTop + legend.height + 14
        let unitMeasure = TextMeasure(size: Self.unitSize)
        unit = Text(text: unitMeasure.cut(chart.yLabel, limit: Self.textWidth), middle: column.y + 10)
        plotTop = column.y + (chart.yLabel.isEmpty ? 6 : 32)

        var foot = Column(y: 0)
        let small = TextMeasure(size: Self.footerSize)
        let lines = chart.footer.flatMap { foot.add($0, small, spacing: 1.35, most: 2) }
        let below = 62 + foot.y + 14
        height = max(Self.usualHeight, plotTop + Self.leastPlotHeight + below)
        plotBottom = height - below
        let footTop = height - foot.y - 14
        footer = lines.map { Text(text: $0.text, middle: footTop + $0.middle) }

        let ticks = TextMeasure(size: Self.tickSize)
        plotLeft = Self.margin + (valueTicks.map { ticks.width($0.label) }.max() ?? 0) + 12
        plotRight = Self.width - 44
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
