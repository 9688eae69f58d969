/// A chart in letters: gnuplot's `dumb` terminal draws the plots, and titles, legends and footer are set around them
/// here, since `dumb` knows neither wide letters nor columns.
struct TerminalPage {
    private let head: [String]
    private let panels: [any TerminalPlot]
    private let foot: [String]

    init(_ chart: Chart, columns: Int, rows: Int, color: Bool) {
        let limit = Double(columns)
        let title = wrapped(chart.title.onOneLine, limit: limit, most: 2, width: cells)
        let subtitle = wrapped((chart.subtitle ?? "").onOneLine, limit: limit, most: 2, width: cells)
        head = title.map { TerminalMark.bold($0, color) } + subtitle
        foot = chart.footer.flatMap { wrapped($0.onOneLine, limit: limit, most: 2, width: cells) }
        let span = PanelStyle(chart).span
        let own = (rows - head.count - foot.count - chart.panels.count + 1) / max(1, chart.panels.count)
        panels = chart.panels.map { panel -> any TerminalPlot in
            panel.rows.isEmpty
                ? TerminalTimeline(panel, span: span, columns: columns, rows: own, color: color)
                : TerminalRows(panel, columns: columns, color: color)
        }
    }

    /// - Parameter draw: what gnuplot makes of a plot.
    func text(_ draw: (any TerminalPlot) throws -> String) throws -> String {
        let drawn = try panels.enumerated().flatMap { index, panel in
            (index == 0 ? [] : [""]) + panel.head + panel.framed(try draw(panel))
        }
        return (head + drawn + foot).map { $0 + "\n" }.joined()
    }
}

/// A panel as the `dumb` terminal draws it.
protocol TerminalPlot {
    /// What stands above the plot.
    var head: [String] { get }
    var elements: [PlotElement] { get }
    /// - Parameter sources: the data of each of `elements`, as `plot` takes it.
    func text(sources: [String]) -> String
}

extension TerminalPlot {
    /// The lines of a plot, without spaces at their ends and empty lines around them.
    func framed(_ plot: String) -> [String] {
        var lines = plot.split(separator: "\n", omittingEmptySubsequences: false).map(trimmed)
        while lines.last?.isEmpty == true { lines.removeLast() }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        return lines
    }

    /// The commands that every plot begins with.
    ///
    /// - Parameter rows: gnuplot leaves its last row empty, and that one is dropped.
    func opening(columns: Int, rows: Int, color: Bool) -> String {
        """
        set encoding utf8
        set decimalsign '.'
        set terminal dumb noenhanced size \(columns),\(rows + 1) \(color ? "ansi256" : "mono")
        unset key
        set border 3
        set style fill solid
        set xtics nomirror scale 0
        set ytics nomirror scale 0
        """
    }

    func command(_ sources: [String]) -> String {
        guard !elements.isEmpty else { return "plot NaN notitle\n" }
        return "plot " + zip(elements, sources).map { $0.command(source: $1) }.joined(separator: ", \\\n    ") + "\n"
    }
}

/// A line of `dumb` ends in spaces and may begin with a form feed or a colour reset.
private func trimmed(_ line: Substring) -> String {
    var line = line
    while let first = line.unicodeScalars.first, first == "\u{c}" { line.unicodeScalars.removeFirst() }
    if line.allSatisfy({ $0 == " " }) { return "" }
    let blank = "\u{1b}[0;39m"
    if line.hasPrefix(blank), line.dropFirst(blank.count).allSatisfy({ $0 == " " }) { return "" }
    while line.last == " " { line.removeLast() }
    return String(line)
}

/// The letters and colours that tell the lines apart.
enum TerminalMark {
    /// `A` to `Z`, then `a` to `z`, and round again.
    static func letter(_ index: Int) -> String {
        let number = UInt8(index % 52)
        return String(UnicodeScalar(number < 26 ? 65 + number : 71 + number))
    }

    /// Colours of the 256 of a terminal that can be read on black and on white, from its cube of 6 × 6 × 6.
    private static let colours = [32, 166, 36, 169, 136, 74, 104, 138]

    private static func code(_ index: Int) -> Int { colours[index % colours.count] }

    /// The colour as `dumb` wants it, which cuts each of red, green and blue into six equal parts.
    static func rgb(_ index: Int) -> String {
        let cube = code(index) - 16
        let parts = [cube / 36, cube / 6 % 6, cube % 6].map { String($0 * 43 + 21 + 256, radix: 16).dropFirst() }
        return "#" + parts.joined()
    }

    static func coloured(_ text: String, _ index: Int) -> String { "\u{1b}[38;5;\(code(index))m\(text)\u{1b}[0m" }

    static func bold(_ text: String, _ color: Bool) -> String { color ? "\u{1b}[1m\(text)\u{1b}[0m" : text }

    /// What `dumb` draws line type 1 to 7 with where it has no colours.
    static func pen(_ index: Int) -> String { ["*", "#", "$", "%", "@", "&", "="][index % 7] }

    static func look(_ index: Int, _ color: Bool) -> String {
        color ? "lt 1 lc rgb '\(rgb(index))'" : "lt \(index % 7 + 1)"
    }

    static func textColour(_ index: Int, _ color: Bool) -> String { color ? "rgb '\(rgb(index))'" : "lt -1" }
}
