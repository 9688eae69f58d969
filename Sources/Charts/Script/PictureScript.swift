/// The script of one picture: everything but its data and its output file.
struct PictureScript {
    private let theme: ChartTheme
    private let title: String
    private let panels: [any PanelDrawing]
    private let legend: [LegendEntry]
    private let layout: PictureLayout
    private let canvas: Canvas

    init(_ chart: Chart, theme: ChartTheme) {
        self.theme = theme
        title = chart.title
        let style = PanelStyle(chart)
        let columns = RowsDrawing.Columns(chart)
        let legend = style.legend(chart)
        let layout = PictureLayout(
            chart, legend: legend.map(\.name),
            heights: chart.panels.map { $0.rows.isEmpty ? nil : RowsDrawing.height($0) })
        panels = zip(chart.panels, layout.panels).map { panel, box -> any PanelDrawing in
            panel.rows.isEmpty ? TimelineDrawing(panel, style, box) : RowsDrawing(panel, style, columns, box)
        }
        self.legend = legend
        self.layout = layout
        canvas = Canvas(height: layout.height)
    }

    /// The data of all panels, in the order in which `text` wants their sources.
    var elements: [PlotElement] { panels.flatMap(\.elements) }

    /// What an SVG tells beside what it shows.
    var caption: SVGCaption { SVGCaption(title: title, spots: panels.flatMap(\.spots)) }

    /// - Parameters:
    ///   - output: a string of gnuplot: the file.
    ///   - sources: the data of each of `elements`, as `plot` takes it.
    ///   - width: of a sixel picture, in pixels.
    func text(_ format: ChartFormat, output: String, sources: [String], width: Double = Canvas.width) -> String {
        var rest = sources[...]
        let plots = panels.enumerated().map { index, panel in
            let own = rest.prefix(panel.elements.count)
            rest = rest.dropFirst(panel.elements.count)
            return plot(panel, Array(own), format, isFirst: index == 0)
        }
        let isMany = panels.count > 1
        let parts =
            [
                "reset", "set encoding utf8", "set decimalsign '.'", theme.script, terminal(format, width),
                "set output \(output)",
            ] + (isMany ? ["set multiplot"] : []) + plots + (isMany ? ["unset multiplot"] : []) + ["unset output"]
        return parts.joined(separator: "\n") + "\n"
    }

    /// What belongs to the picture as a whole is drawn with its first panel.
    private func plot(_ panel: any PanelDrawing, _ sources: [String], _ format: ChartFormat, isFirst: Bool) -> String {
        let whole = isFirst ? texts + samples : []
        // A plot needs something to plot.
        let items =
            panel.elements.isEmpty ? ["NaN notitle"] : zip(panel.elements, sources).map { $0.command(source: $1) }
        let lines =
            ["unset label", "unset arrow", "unset object", "unset key"] + whole + panel.settings(canvas, format)
            + ["plot " + items.joined(separator: ", \\\n    ")]
        return lines.joined(separator: "\n")
    }

    /// The terminals count type and points in units of their own: the scales bring all to pixels. `POINT` and `OPEN`
    /// stand in for one that svg lacks, `BOLD` for two ways to name a font.
    private func terminal(_ format: ChartFormat, _ width: Double) -> String {
        let font = "font FONT.',19'"
        let size = "\(number(Canvas.width)),\(number(layout.height))"
        switch format {
        case .svg:
            return
                "BOLD = ' Bold'; POINT = 0.62; OPEN = 0.9\nset terminal svg noenhanced size \(size) \(font) background BACKGROUND"
        case .pdf:
            let inches = "10in,\(number(layout.height / 120))in"
            return
                "BOLD = ' Bold'; POINT = 0.6; OPEN = 1.2\nset terminal pdfcairo noenhanced size \(inches) \(font) fontscale 0.45 linewidth 1.2"
                + " background rgb BACKGROUND"
        case .sixel:
            let scale = width / Canvas.width
            let pixels = "\(number(width.rounded())),\(number((layout.height * scale).rounded()))"
            return
                "BOLD = ':bold'; POINT = \(number(scale)); OPEN = \(number(2 * scale))\nset terminal sixelgd noenhanced truecolor size \(pixels)"
                + " \(font) fontscale \(number(0.75 * scale)) background rgb BACKGROUND"
        case .png, .script, .terminal:
            return
                "BOLD = ' Bold'; POINT = 1; OPEN = 2\nset terminal pngcairo noenhanced size \(size) \(font) fontscale 0.75 background rgb BACKGROUND"
        }
    }

    private var texts: [String] {
        let (ink, muted) = ("textcolor rgb INK", "textcolor rgb MUTED")
        let parts =
            layout.title.map { ($0, PictureLayout.titleSize, ink, true) }
            + layout.subtitle.map { ($0, PictureLayout.subtitleSize, muted, false) }
            + layout.footer.map { ($0, PictureLayout.footerSize, muted, false) }
        return parts.map { line, size, look, isBold in
            canvas.label(line.text, x: PictureLayout.margin, y: line.middle, size: size, look: look, bold: isBold)
        }
    }

    private var samples: [String] {
        let size = layout.legend.size
        return zip(legend, layout.legend.places).flatMap { entry, place in
            let left = PictureLayout.margin + place.left
            let middle = layout.legendTop + place.middle
            return entry.sample.commands(
                size: size, x: { canvas.x(left + $0) }, y: { canvas.y(middle + $0) })
                + [
                    canvas.label(
                        place.name, x: left + LegendLayout.sample * size, y: middle, size: size,
                        look: "textcolor rgb INK")
                ]
        }
    }
}

extension [Tick] {
    /// As `set xtics (…)` takes them, without the years.
    var listed: String {
        map { "\"\($0.label)\" \(number($0.position))" }.joined(separator: ", ")
    }

    /// The same with the years on a second line.
    var listedWithYears: String {
        map { tick in
            "\"\(tick.label)\(tick.year.isEmpty ? "" : "\\n" + tick.year)\" \(number(tick.position))"
        }.joined(separator: ", ")
    }
}
