import Figures

/// Numbers side by side on one axis: a row for each article, a dot for its number, a bar for its range.
struct RowsDrawing: PanelDrawing {
    /// How wide the texts beside the plot are, the same in all panels of a chart.
    struct Columns {
        let label: Double
        let detail: Double
        let value: Double

        init(_ chart: Chart) {
            let rows = chart.panels.flatMap(\.rows)
            func widest(_ texts: [String], _ measure: TextMeasure, most: Double) -> Double {
                min(most, (texts.map { measure.width($0.onOneLine) }.max() ?? 0) * 1.05)
            }
            label = widest(rows.map(\.name), RowsDrawing.bold, most: 300)
            detail = widest(rows.map(\.detail), RowsDrawing.type, most: 270)
            value = widest(rows.map(\.text), RowsDrawing.bold, most: 130)
        }
    }

    static let rowHeight = 30.0
    private static let tickHeight = 36.0
    private static let gap = 16.0
    private static let type = TextMeasure(size: 17)
    private static let bold = TextMeasure(size: 17, bold: true)

    let elements: [PlotElement]
    private let panel: ChartPanel
    private let palette: Palette
    private let columns: Columns
    private let box: Frame
    private let plot: Frame
    private let values: ValueAxis

    init(_ panel: ChartPanel, _ style: PanelStyle, _ columns: Columns, _ box: Frame) {
        self.panel = panel
        palette = style.palette
        self.columns = columns
        self.box = box
        let values = ValueAxis(spread: panel.drawnValues, maximumTicks: 6)
        self.values = values
        plot = Frame(
            left: box.left + columns.label + columns.detail + 2 * Self.gap, top: box.top + RowsDrawing.head(panel),
            right: box.right - columns.value - Self.gap,
            bottom: box.top + RowsDrawing.head(panel) + Self.rowHeight * Double(panel.rows.count))
        elements = RowsDrawing.elements(panel, palette, open: (values.high - values.low) * 0.035)
    }

    static func height(_ panel: ChartPanel) -> Double {
        head(panel) + rowHeight * Double(panel.rows.count) + tickHeight + 14
    }

    private static func head(_ panel: ChartPanel) -> Double {
        (panel.title.isEmpty ? 0 : 30) + (panel.unit.isEmpty ? 0 : 24) + 4
    }

    /// - Parameter open: how long the arrow of an open bound is.
    private static func elements(_ panel: ChartPanel, _ palette: Palette, open: Double) -> [PlotElement] {
        var elements: [PlotElement?] = []
        for (index, row) in panel.rows.enumerated() {
            let ink = Ink(place: palette.place(row.label))
            let (x, y) = (row.point.value, Double(index))
            if let range = row.point.range {
                let bar = [[range.low, y, range.high - range.low, 0]]
                elements.append(PlotElement(bar, style: "with vectors nohead \(ink.line) lw 6"))
                let ends = [[range.low, y], [range.high, y]]
                elements.append(PlotElement(ends, style: "with points \(ink.line) pt 7 ps 1.3*POINT"))
            } else {
                elements.append(PlotElement([[x, y]], style: "with points \(ink.line) pt 7 ps 1.6*POINT"))
            }
            guard row.point.bound != .none else { continue }
            let arrow = [[x, y, row.point.bound == .atLeast ? open : -open, 0]]
            elements.append(PlotElement(arrow, style: "with vectors head filled size screen 0.008,25 \(ink.line) lw 2"))
        }
        return elements.compactMap { $0 }
    }

    func settings(_ canvas: Canvas, _ format: ChartFormat) -> [String] {
        [
            "set border 0", "set grid xtics noytics",
            "set xrange [\(number(values.low)):\(number(values.high))]",
            "set yrange [\(number(Double(panel.rows.count) - 0.5)):-0.5]",
            "set xtics offset 0,\(format == .svg ? "0.5" : "0") font FONT.',16' (\(values.ticks.listed))",
            "unset ytics",
        ] + canvas.margins(plot) + heads(canvas) + panel.rows.indices.flatMap { texts($0, canvas) }
    }

    var spots: [Spot] {
        panel.rows.enumerated().filter { !$1.point.origin.isEmpty }.map { index, row in
            let share = (row.point.value - values.low) / (values.high - values.low)
            return Spot(
                x: plot.left + share * plot.width, y: plot.top + (Double(index) + 0.5) * Self.rowHeight,
                text: "\(row.name), \(row.detail): \(row.text) (\(row.point.origin))")
        }
    }

    private func heads(_ canvas: Canvas) -> [String] {
        var labels: [String] = []
        var y = box.top + 14
        if !panel.title.isEmpty {
            let title = TextMeasure(size: PanelStyle.titleSize, bold: true).cut(panel.title, limit: box.width)
            labels.append(
                canvas.label(
                    title, x: box.left, y: y, size: PanelStyle.titleSize, look: "textcolor rgb INK", bold: true))
            y += 27
        }
        if !panel.unit.isEmpty {
            let unit = RowsDrawing.type.cut(panel.unit, limit: box.width)
            labels.append(canvas.label(unit, x: box.left, y: y, size: 16, look: "textcolor rgb MUTED"))
        }
        return labels
    }

    /// Who vouches and who printed it before the row, the number behind it, a light line under it.
    private func texts(_ index: Int, _ canvas: Canvas) -> [String] {
        let row = panel.rows[index]
        let ink = Ink(place: palette.place(row.label))
        let y = plot.top + (Double(index) + 0.5) * Self.rowHeight
        let edge = y + Self.rowHeight / 2
        let name = RowsDrawing.bold.cut(row.name, limit: columns.label)
        let detail = RowsDrawing.type.cut(row.detail, limit: columns.detail)
        let text = RowsDrawing.bold.cut(row.text, limit: columns.value)
        return [
            "set arrow from \(canvas.x(box.left)),\(canvas.y(edge)) to \(canvas.x(box.right)),\(canvas.y(edge)) nohead"
                + " lc rgb '#ececec' lw 1 back",
            canvas.label(name, x: box.left, y: y, size: 17, look: ink.text, bold: true),
            canvas.label(
                detail, x: box.left + columns.label + Self.gap, y: y, size: 17, look: "textcolor rgb MUTED"),
            canvas.label(text, x: box.right, y: y, size: 17, look: "textcolor rgb INK", bold: true, align: "right"),
        ]
    }
}

extension ChartRow {
    var name: String { label ?? "unattributed" }
}
