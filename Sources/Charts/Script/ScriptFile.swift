/// A `.gp` file that needs nothing but gnuplot: the data stand in it as text, every number to its last digit.
struct ScriptFile {
    private let script: PictureScript
    private let title: String
    private let output: String

    init(_ chart: Chart, theme: ChartTheme, output: String) {
        script = PictureScript(chart, theme: theme)
        title = chart.title.onOneLine
        self.output = output
    }

    var text: String {
        let elements = script.elements
        let blocks = elements.enumerated().map { "$data\($0) << END_OF_DATA\n\(rows($1.columns))END_OF_DATA\n" }
        let names = elements.indices.map { "$data\($0)" }
        return heading + blocks.joined() + "\n" + script.text(.script, output: quoted(output), sources: names)
    }

    /// No comment may end in a backslash: it would go on with the next line.
    private var heading: String {
        """
        # \(title) .
        # 'gnuplot FILE' draws this into \(quoted(output)), a PNG.
        # The first column counts days since 1970-01-01, but where articles stand row by row.


        """
    }

    private func rows(_ columns: [[Double]]) -> String {
        guard let first = columns.first else { return "" }
        return first.indices.map { row in
            columns.map { $0[row].isNaN ? "NaN" : number($0[row]) }.joined(separator: " ") + "\n"
        }.joined()
    }
}
