import Figures

/// Numbers over days.
struct TimelineDrawing: PanelDrawing {
    let elements: [PlotElement]
    private let panel: ChartPanel
    private let style: PanelStyle
    private let box: Frame
    private let plot: Frame
    private let days: DateAxis
    private let values: ValueAxis
    private let names: LabelLayout

    init(_ panel: ChartPanel, _ style: PanelStyle, _ box: Frame) {
        self.panel = panel
        self.style = style
        self.box = box
        let bars = BarLayout(panel.lines)
        let days = DateAxis(
            first: style.span.first, last: style.span.last, barWidth: style.barWidth,
            maximumTicks: style.isSmall ? 5 : 9)
        let room = TimelineDrawing.labelled(panel, style) != nil ? TimelineDrawing.headroom(panel) : []
        let values = ValueAxis(panel.drawnValues + room, maximumTicks: style.isSmall ? 4 : 6)
        let drawn = panel.lines.enumerated().map { index, line in
            DrawnLine(
                line: line, ink: Ink(place: style.palette.place(line.group)),
                bar: (bars.offset(ofLine: index), bars.width), span: days.low...days.high,
                silence: Silence(of: line, among: panel.lines))
        }
        elements =
            drawn.compactMap(\.band) + drawn.compactMap(\.bars) + drawn.compactMap(\.stroke)
            + drawn.compactMap(\.ranges) + drawn.flatMap(\.marks)
        self.days = days
        self.values = values
        let named = style.namesLines ? drawn.filter(\.line.hasName) : []
        func layout(_ names: [String]) -> (Frame, LabelLayout) {
            let column = TimelineDrawing.column(names, style)
            let plot = TimelineDrawing.plot(panel, style, box, values.ticks, column: column)
            let scale = Scale(plot: plot, days: days, values: values)
            let labels = LabelLayout(
                named.compactMap { scale.end($0) }, plot: plot, column: (plot.right + 14, box.right),
                size: style.nameSize, taken: scale.obstacles(drawn), rules: scale.rules)
            return (plot, labels)
        }
        // First a column for those alone that end at the right edge; for all where the others find no room.
        let wide = Scale(plot: box, days: days, values: values)
        let late = named.filter { line in wide.end(line).map { !LabelLayout.isEarly($0.x, box) } ?? false }
        let first = layout(late.map(\.line.label))
        (plot, names) = first.1.isCramped ? layout(named.map(\.line.label)) : first
    }

    /// How wide the names right of the plot are.
    private static func column(_ names: [String], _ style: PanelStyle) -> Double {
        let most = style.isSmall ? 150.0 : 230
        return names.isEmpty ? 0 : LabelLayout.columnWidth(names, size: style.nameSize, most: most) + 14
    }

    private static func plot(
        _ panel: ChartPanel, _ style: PanelStyle, _ box: Frame, _ ticks: [Tick], column: Double
    ) -> Frame {
        let measure = TextMeasure(size: style.tickSize)
        let head = (panel.title.isEmpty ? 0 : PanelStyle.titleSize * 1.4) + (panel.unit.isEmpty ? 6 : 32)
        return Frame(
            left: box.left + (ticks.map { measure.width($0.label) }.max() ?? 0) + 12, top: box.top + head,
            right: box.right - max(column, 14), bottom: box.bottom - 62)
    }

    func settings(_ canvas: Canvas, _ format: ChartFormat) -> [String] {
        [
            values.low < 0 ? "set border 0" : "set border 1", "set grid noxtics ytics",
            "set xrange [\(number(days.low)):\(number(days.high))]",
            "set yrange [\(number(values.low)):\(number(values.high))]",
            "set xtics offset 0,\(format == .svg ? "0.5" : "0") font FONT.',\(number(style.tickSize))' (\(days.ticks.listed))",
            "set ytics font FONT.',\(number(style.tickSize))' (\(values.ticks.listed))",
        ] + canvas.margins(plot) + heads(canvas) + years(canvas) + labels(canvas) + zero(canvas) + barValues(canvas)
    }

    var spots: [Spot] {
        let scale = Scale(plot: plot, days: days, values: values)
        let bars = BarLayout(panel.lines)
        return panel.lines.enumerated().flatMap { index, line in
            line.points.filter { !$0.origin.isEmpty }.map { point in
                Spot(
                    x: scale.x(Double(point.date.dayNumber) + bars.offset(ofLine: index)), y: scale.y(point.value),
                    text: "\(line.label), \(point.date.long): \(point.text) (\(point.origin))")
            }
        }
    }

    /// The line that bars stand on and hang from, where there are values below it.
    private func zero(_ canvas: Canvas) -> [String] {
        guard values.low < 0 else { return [] }
        return [
            "set arrow from \(canvas.x(plot.left)), first 0 to \(canvas.x(plot.right)), first 0 nohead"
                + " lc rgb '#8a8a8a' lw 1 back"
        ]
    }

    /// The line whose bars have their values over them: the only one with bars, and few enough to be read.
    private static func labelled(_ panel: ChartPanel, _ style: PanelStyle) -> ChartLine? {
        let bars = panel.lines.filter { $0.style == .bars }
        return bars.count == 1 && bars[0].points.count <= (style.isSmall ? 6 : 14) ? bars[0] : nil
    }

    /// What the axis must hold beside the values, for the type over the highest bar.
    private static func headroom(_ panel: ChartPanel) -> [Double] {
        let top = panel.drawnValues.max() ?? 0
        return [top == top.rounded() ? (top * 1.06).rounded(.up) : top * 1.06]
    }

    private func barValues(_ canvas: Canvas) -> [String] {
        guard let bars = TimelineDrawing.labelled(panel, style) else { return [] }
        let scale = Scale(plot: plot, days: days, values: values)
        return bars.points.map { point in
            let isBelow = point.value < 0
            let end = isBelow ? min(point.value, point.low ?? 0) : max(point.value, point.high ?? 0)
            let gap = point.bound == .none ? 11.0 : 20
            return canvas.label(
                point.text, x: scale.x(Double(point.date.dayNumber)), y: scale.y(end) + (isBelow ? gap : -gap),
                size: style.nameSize - 1, look: "textcolor rgb INK", align: "center")
        }
    }

    private func heads(_ canvas: Canvas) -> [String] {
        let titleHeight = panel.title.isEmpty ? 0 : PanelStyle.titleSize * 1.4
        let title = TextMeasure(size: PanelStyle.titleSize, bold: true).cut(panel.title, limit: box.width)
        let unit = TextMeasure(size: style.unitSize).cut(panel.unit, limit: box.width)
        return [
            panel.title.isEmpty
                ? nil
                : canvas.label(
                    title, x: box.left, y: box.top + titleHeight / 2, size: PanelStyle.titleSize,
                    look: "textcolor rgb INK", bold: true),
            panel.unit.isEmpty
                ? nil
                : canvas.label(
                    unit, x: box.left, y: box.top + titleHeight + 10, size: style.unitSize, look: "textcolor rgb MUTED"),
        ].compactMap { $0 }
    }

    /// The second lines of the dates; in one text with the first they would stand at other heights in svg.
    private func years(_ canvas: Canvas) -> [String] {
        days.ticks.filter { !$0.year.isEmpty }.map { tick in
            "set label '\(tick.year)' at first \(number(tick.position)),\(canvas.y(plot.bottom + 49)) center"
                + " font FONT.',\(number(style.tickSize))' textcolor rgb MUTED"
        }
    }

    private func labels(_ canvas: Canvas) -> [String] {
        let leaders = names.leaders.map { from, to, ink in
            "set arrow from \(canvas.x(from.x)),\(canvas.y(from.y)) to \(canvas.x(to.x)),\(canvas.y(to.y)) nohead"
                + " \(ink.line) lw 0.8 back"
        }
        return leaders
            + names.labels.map { label in
                canvas.label(
                    label.text, x: label.left, y: label.middle, size: names.size, look: label.ink.text,
                    bold: label.isBold)
            }
    }
}

/// From days and values to pixels.
private struct Scale {
    let plot: Frame
    let days: DateAxis
    let values: ValueAxis

    func x(_ day: Double) -> Double { plot.left + (day - days.low) / (days.high - days.low) * plot.width }

    func y(_ value: Double) -> Double {
        plot.bottom - (value - values.low) / (values.high - values.low) * plot.height
    }

    /// Where the name of a line is to stand; a target's at the plot's end.
    func end(_ drawn: DrawnLine) -> LineEnd? {
        guard let last = drawn.line.points.last else { return nil }
        let day = drawn.line.style == .target ? days.high : Double(last.date.dayNumber)
        return LineEnd(name: drawn.line.label, value: last.text, x: x(day), y: y(last.value), ink: drawn.ink)
    }

    /// The light lines across the plot.
    var rules: Obstacles {
        Obstacles(stretches: values.ticks.map { ((plot.left, y($0.position)), (plot.right, y($0.position))) })
    }

    /// Names keep clear of points, lines and bars.
    func obstacles(_ drawn: [DrawnLine]) -> Obstacles {
        var obstacles = Obstacles()
        for one in drawn {
            for point in one.line.points { obstacles.frames.append(frame(point, one)) }
            for run in one.runs where one.line.style == .line || one.line.style == .steps {
                let corners = one.corners(run).map { (x: x($0.day), y: y($0.value)) }
                obstacles.stretches += zip(corners, corners.dropFirst()).map { ($0, $1) }
            }
            guard one.line.style == .target, let last = one.line.points.last else { continue }
            obstacles.stretches.append(((plot.left, y(last.value)), (plot.right, y(last.value))))
        }
        return obstacles
    }

    private func frame(_ point: ChartPoint, _ drawn: DrawnLine) -> Frame {
        let day = Double(point.date.dayNumber) + drawn.bar.offset
        let reach = drawn.line.style == .bars ? (x(day + drawn.bar.width / 2) - x(day)) : 6
        let ends = point.range ?? (point.value, point.value)
        let stands = drawn.line.style == .bars || drawn.line.style == .stems
        let bottom = stands ? max(y(0), y(ends.0)) : y(ends.0) + 6
        return Frame(left: x(day) - reach, top: y(ends.1) - 6, right: x(day) + reach, bottom: bottom)
    }
}
