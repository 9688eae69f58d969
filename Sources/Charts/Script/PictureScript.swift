import Figures

/// The script of one picture: everything but its data and its output file.
struct PictureScript {
    let plot: Plot
    private let theme: ChartTheme
    private let days: DateAxis
    private let values: ValueAxis
    private let layout: PictureLayout

    init(_ chart: Chart, theme: ChartTheme) {
        plot = Plot(chart)
        self.theme = theme
        let (first, last) = chart.span
        days = DateAxis(first: first, last: last, barWidth: plot.bars.groupWidth, maximumTicks: 10)
        values = ValueAxis(chart.drawnValues, maximumTicks: 6)
        let hidesLegend = plot.legend.count == 1 && plot.legend[0].name.isEmpty
        layout = PictureLayout(
            chart, legend: hidesLegend ? [] : plot.legend.map(\.name), valueTicks: values.ticks)
    }

    /// - Parameter sources: the data of each of the plot's elements, as `plot` takes it.
    func text(_ format: ChartFormat, output: String, sources: [String]) -> String {
        let parts = [
            "reset", "set encoding utf8", "set decimalsign '.'", theme.script, terminal(format), "set output \(output)",
            texts, axes(format), margins, legend, command(sources), "unset output",
        ]
        return parts.joined(separator: "\n") + "\n"
    }

    /// The three terminals count type and points in units of their own: the scales bring all to pixels. `POINT`
    /// and `OPEN` stand in for one that svg lacks.
    private func terminal(_ format: ChartFormat) -> String {
        let font = "font FONT.',\(number(PictureLayout.tickSize))'"
        let size = "\(number(PictureLayout.width)),\(number(layout.height.rounded()))"
        switch format {
        case .svg:
            return "POINT = 0.62; OPEN = 0.9\nset terminal svg noenhanced size \(size) \(font) background BACKGROUND"
        case .pdf:
            let inches = "10in,\(number(layout.height.rounded() / 120))in"
            return
                "POINT = 0.6; OPEN = 1.2\nset terminal pdfcairo noenhanced size \(inches) \(font) fontscale 0.45 linewidth 1.2"
                + " background rgb BACKGROUND"
        case .png, .script, .terminal:
            return
                "POINT = 1; OPEN = 2\nset terminal pngcairo noenhanced size \(size) \(font) fontscale 0.75 background rgb BACKGROUND"
        }
    }

    private var texts: String {
        var labels = layout.title.map { label($0, "FONT.' Bold,\(number(PictureLayout.titleSize))'", "INK") }
        labels += layout.subtitle.map { label($0, "FONT.',\(number(PictureLayout.subtitleSize))'", "MUTED") }
        labels += layout.footer.map { label($0, "FONT.',\(number(PictureLayout.footerSize))'", "MUTED") }
        if !layout.unit.text.isEmpty {
            labels.append(label(layout.unit, "FONT.',\(number(PictureLayout.unitSize))'", "MUTED"))
        }
        return (labels + years).joined(separator: "\n")
    }

    /// The second lines of the dates; in one text with the first they would stand at other heights in svg.
    private var years: [String] {
        days.ticks.filter { !$0.year.isEmpty }.map { tick in
            "set label '\(tick.year)' at first \(number(tick.position)),\(y(layout.plotBottom + 49)) center"
                + " font FONT.',\(number(PictureLayout.tickSize))' textcolor rgb MUTED"
        }
    }

    private func label(_ line: PictureLayout.Text, _ font: String, _ colour: String) -> String {
        "set label \(quoted(line.text)) at \(x(PictureLayout.margin)),\(y(line.middle)) left noenhanced"
            + " font \(font) textcolor rgb \(colour)"
    }

    private func axes(_ format: ChartFormat) -> String {
        """
        set xrange [\(number(days.low)):\(number(days.high))]
        set yrange [\(number(values.low)):\(number(values.high))]
        set xtics offset 0,\(format == .svg ? "0.5" : "0") (\(days.ticks.listed))
        set ytics (\(values.ticks.listed))
        """
    }

    private var margins: String {
        """
        set tmargin at \(y(layout.plotTop))
        set bmargin at \(y(layout.plotBottom))
        set lmargin at \(x(layout.plotLeft))
        set rmargin at \(x(layout.plotRight))
        """
    }

    private var legend: String {
        let size = layout.legend.size
        let entries = zip(plot.legend, layout.legend.places).flatMap { entry, place in
            let left = PictureLayout.margin + place.left
            let middle = layout.legendTop + place.middle
            let name = "set label \(quoted(place.name)) at \(x(left + LegendLayout.sample * size)),\(y(middle)) left"
            return entry.sample.commands(size: size, x: { x(left + $0) }, y: { y(middle + $0) })
                + [name + " noenhanced font FONT.',\(number(size))' textcolor rgb INK"]
        }
        return (["unset key"] + entries).joined(separator: "\n")
    }

    private func command(_ sources: [String]) -> String {
        // A plot needs something to plot.
        guard !plot.elements.isEmpty else { return "plot NaN notitle" }
        let items = zip(plot.elements, sources).map { $0.command(source: $1) }
        return "plot " + items.joined(separator: ", \\\n    ")
    }

    private func x(_ pixels: Double) -> String { "screen " + decimal(pixels / PictureLayout.width, places: 5) }

    private func y(_ pixels: Double) -> String { "screen " + decimal(1 - pixels / layout.height, places: 5) }
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

extension Chart {
    var drawnValues: [Double] { lines.flatMap { $0.points.flatMap(\.drawnValues) } }

    /// The first and the last day; any day where there are no points.
    var span: (first: CalendarDate, last: CalendarDate) {
        let days = lines.flatMap { $0.points.map(\.date) }
        let epoch = CalendarDate(dayNumber: 0)
        return (days.min() ?? epoch, days.max() ?? epoch)
    }

    /// Throws where there is nothing to draw, or a value that no axis can hold.
    func validate() throws(GnuplotError) {
        guard lines.contains(where: { !$0.points.isEmpty }) else { throw .nothingToDraw(title: title) }
        for line in lines {
            for point in line.points where !point.drawnValues.allSatisfy(\.isFinite) {
                throw .valueNotFinite(label: line.label, date: point.date)
            }
        }
    }
}

extension BarLayout {
    /// Of all bars of a day together.
    var groupWidth: Double { width * Double(max(1, lineCount)) }
}
