import Charts
import Figures
import Foundation
import Testing

/// Articles are written by anybody: no text of theirs may be run by gnuplot.
@Suite struct HostileTests {
    /// `PWNED` stands for the path of a file that must not come to be.
    static let texts = [
        "`touch PWNED`", "'.system(\"touch PWNED\").'", "' . `touch PWNED` . '", "\"; system(\"touch PWNED\"); \"",
        "'; !touch PWNED; '", "\n!touch PWNED\n", "'\n!touch PWNED\n#", "\r\nsystem \"touch PWNED\"\n", "@evil",
        "\\\n!touch PWNED\n", "$(touch PWNED)", "''`touch PWNED`''", "\\'; !touch PWNED #", "\u{2028}!touch PWNED",
        "END_OF_DATA\n!touch PWNED\n", "{/:Bold `touch PWNED`}", "#\\\n!touch PWNED", "'''`touch PWNED`",
        "%c`touch PWNED`",
    ]

    private func charts(_ text: String) throws -> [Chart] {
        let point = ChartPoint(date: try day("2023-11-03"), value: 5, low: 4, high: 6)
        let later = ChartPoint(date: try day("2023-11-05"), value: 7, bound: .atLeast)
        let styles: [ChartLine.Style] = [.steps, .bars, .target, .points]
        let panels = styles.map { style in
            ChartPanel(
                title: text, unit: text,
                content: .timeline([
                    ChartLine(label: text, points: [point, later], style: style, group: text),
                    ChartLine(label: text + "2", points: [later], style: style, group: nil),
                ]))
        }
        let rows = [ChartRow(label: text, detail: text, point: point, text: text)]
        let side = ChartPanel(title: text, unit: text, content: .rows(rows))
        return [
            Chart(title: text, subtitle: text, panels: panels, footer: [text, text]),
            Chart(title: text, subtitle: text, panels: [side, side], footer: [text]),
        ]
    }

    @Test(arguments: texts) func nothingIsRun(_ pattern: String) throws {
        try withFolder { folder in
            let text = pattern.replacing("PWNED", with: folder + "/pwned")
            let endings = ["svg", "txt", "gp"]
            for (index, chart) in try charts(text).enumerated() {
                try ChartRenderer().draw(endings.map { (chart, "\(folder)/\(index).\($0)") })
                try runAlone("\(index).gp", in: folder)
                #expect(try contents("\(folder)/\(index).png").isPNG)
            }
            #expect(try names(in: folder).filter { $0.contains("pwned") } == [])
        }
    }

    /// gnuplot ends a string at some runs of quotes, and reads what follows as commands.
    @Test(arguments: 1..<8) func runsOfQuotes(_ count: Int) throws {
        let quotes = String(repeating: "'", count: count)
        let texts = ["a\(quotes)b", "\(quotes)b", "a\(quotes)", "\(quotes)a\(quotes) . `x` . \(quotes)"]
        for text in texts {
            let svg = Data(try ChartRenderer().picture(charts(text)[1], as: .svg)).text
            #expect(svg.components(separatedBy: text).count > 5)
        }
    }

    @Test(arguments: ["`echo run`", "@macro", "system('x')", "it's ''quoted''", "a_b^c {x} \\n"])
    func isShownAsItIs(_ text: String) throws {
        for chart in try charts(text) {
            let svg = Data(try ChartRenderer().picture(chart, as: .svg)).text
            #expect(svg.components(separatedBy: text).count > 5)
            let terminal = try ChartRenderer().terminal(chart)
            #expect(terminal.contains(text))
        }
    }

    /// Runs the script as a user would, with a macro that the text could name.
    private func runAlone(_ script: String, in folder: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gnuplot", "-d", "-e", "evil = '!touch \(folder)/pwned'", script]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}

/// SVGs stand beside each other in one page.
@Suite struct SVGTests {
    @Test func noTwoPicturesShareAName() throws {
        let first = Data(try ChartRenderer().picture(toll(), as: .svg)).text
        let second = Data(try ChartRenderer().picture(toll(title: "Another"), as: .svg)).text
        let ids = [first, second].map { Set($0.matches(of: /id=["']([^"']*)["']/).map { String($0.1) }) }
        #expect(ids[0].count > 10)
        #expect(ids[0].isDisjoint(with: ids[1]))
        let used = first.matches(of: /(?:xlink:href='#|url\(#)([^'")]*)/).map { String($0.1) }
        #expect(!used.isEmpty)
        #expect(Set(used).isSubset(of: ids[0]))
    }

    /// Where the pointer rests on a point, it tells the figures behind it.
    @Test func pointsTellWhereTheyComeFrom() throws {
        var chart = try toll()
        chart.own[0].points[0].origin = "figures 3, 5"
        let svg = Data(try ChartRenderer().picture(chart, as: .svg)).text
        #expect(
            svg.contains("<title>Gaza Ministry of Health · Gaza, 9 October 2023: 770 (figures 3, 5)</title></circle>"))
        #expect(svg.components(separatedBy: "</circle>").count == 2)
    }

    @Test func isSelfContained() throws {
        let svg = Data(try ChartRenderer().picture(toll(title: "Deaths & <more>"), as: .svg)).text
        #expect(svg.contains("<title>Deaths &amp; &lt;more&gt;</title>"))
        #expect(!svg.contains("<script") && !svg.contains("href=\"http"))
    }
}
