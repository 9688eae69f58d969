import Figures

/// The gnuplot commands of a chart.
struct ChartScript {
    let chart: Chart
    let theme: String
    /// For a terminal of characters: no colours to tell lines apart, little room.
    var isText = false

    private var shown: ArraySlice<ChartLine> { chart.lines.filter { !$0.points.isEmpty }.prefix(Chart.mostLines) }

    /// - Parameter table: puts columns where gnuplot finds them, and gives what names them in a plot command.
    func commands<Failure>(
        _ table: (_ columns: [[Double]]) throws(Failure) -> String
    ) throws(Failure) -> String {
        var parts: [String] = []
        for (index, line) in shown.enumerated() { parts += try plots(line, number: index + 1, table) }
        let frame = [theme, isText ? textHeading : heading, axes, isText ? textKey : key]
        return frame.joined(separator: "\n") + "\nplot " + parts.joined(separator: ", \\\n  ") + "\n"
    }

    // MARK: - Lines

    /// The line, bars where a claim is a range, and the points on top.
    private func plots<Failure>(
        _ line: ChartLine, number: Int, _ table: (_ columns: [[Double]]) throws(Failure) -> String
    ) throws(Failure) -> [String] {
        let points = line.points
        let data = try table([
            points.map { Double($0.date.dayNumber) }, points.map(\.value), points.map { $0.low ?? $0.value },
            points.map { $0.high ?? $0.value }, points.map(pointType),
        ])
        let title = Quoted.text(line.label)
        if isText { return textPlots(line, data, title, number) }
        var plots: [String] = []
        if points.contains(where: { $0.low != nil && $0.high != nil && $0.low != $0.high }) {
            plots.append("\(data) using 1:2:3:4 with yerrorbars lt \(number) pt 0 lw 1.2 notitle")
        }
        let style = line.isJoined && points.count > 1 ? "linespoints" : "points"
        plots.append("\(data) using 1:2:5 with \(style) lt \(number) pt variable notitle")
        // The key cannot show a point whose kind varies: it gets an entry of its own.
        plots.append("keyentry with \(style) lt \(number) pt 7 title \(title)")
        return plots
    }

    /// A filled circle; a triangle that points where the claim is open.
    private func pointType(_ point: ChartPoint) -> Double {
        switch point.openness {
        case .none: 7
        case .upward: 9
        case .downward: 11
        }
    }

    /// Letters as points, a line for each series: what a character terminal can tell apart.
    private func textPlots(_ line: ChartLine, _ data: String, _ title: String, _ number: Int) -> [String] {
        let style = line.isJoined && line.points.count > 1 ? "linespoints" : "points"
        return ["\(data) using 1:2 with \(style) lt \(number) pt \(number) title \(title)"]
    }

    // MARK: - Frame

    private var heading: String {
        var commands = [
            "set lmargin at screen 0.085", "set rmargin at screen 0.965",
            "set tmargin at screen \(0.865 - Double(keyRows) * 0.031)", "set bmargin at screen \(0.125 + footerHeight)",
            label(chart.title, y: 0.955, "font ',19' textcolor rgb '#1A1A1A'"),
        ]
        if !chart.subtitle.isEmpty { commands.append(label(chart.subtitle, y: 0.905, "textcolor rgb '#555555'")) }
        for (index, line) in footer.enumerated() {
            let y = 0.028 + Double(footer.count - 1 - index) * 0.032
            commands.append(label(line, y: y, "font ',10' textcolor rgb '#777777'"))
        }
        return commands.joined(separator: "\n")
    }

    private var footerHeight: Double { Double(max(0, footer.count - 1)) * 0.032 }

    private func label(_ text: String, y: Double, _ look: String) -> String {
        "set label \(Quoted.text(text)) at screen 0.02,\(y) left \(look)"
    }

    /// The chart's own footer, what the signs mean, and what was left out.
    private var footer: [String] {
        let opennesses = Set(shown.flatMap { $0.points.map(\.openness) })
        var signs: [String] = []
        if opennesses.contains(.upward) { signs.append("▲ at least, more than") }
        if opennesses.contains(.downward) { signs.append("▼ at most") }
        let hidden = chart.lines.filter { !$0.points.isEmpty }.count - shown.count
        if hidden > 0 { signs.append("\(hidden) more series not shown") }
        return (signs.isEmpty ? [] : [signs.joined(separator: "   ")]) + chart.footer
    }

    private var textHeading: String { "set title \(Quoted.text(chart.title))" }

    private var axes: String {
        let points = shown.flatMap(\.points)
        let days = points.map(\.date)
        let first = days.min() ?? CalendarDate(dayNumber: 0)
        let last = days.max() ?? first
        let counts = CountScale(largest: points.reduce(1) { max($0, $1.value, $1.high ?? 0) })
        let scale = DayScale(first: first, last: last, most: isText ? 5 : 9)
        let room = max(1, Double(last.dayNumber - first.dayNumber) * 0.02)
        return """
            set xrange [\(Double(first.dayNumber) - room):\(Double(last.dayNumber) + room)]
            set yrange [0:\(counts.top)]
            set xtics (\(scale.ticks(isOneLine: isText)))
            set ytics (\(counts.ticks))
            """
    }

    // MARK: - Key

    private static let wideLabel = 42

    private var keyColumns: Int { shown.contains { $0.label.count > ChartScript.wideLabel } ? 1 : min(3, shown.count) }

    private var keyRows: Int { (shown.count + keyColumns - 1) / max(1, keyColumns) }

    private var key: String {
        "set key at screen 0.012,0.88 left top Left reverse vertical maxrows \(max(1, keyRows)) samplen 1.6 "
            + "width 1 textcolor rgb '#333333' noautotitle"
    }

    private var textKey: String { "set key below left Left reverse vertical maxrows \(shown.count) noautotitle" }
}
