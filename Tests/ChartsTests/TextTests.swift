import Charts
import Figures
import Foundation
import Testing

@Suite struct Terminal {
    @Test func fitsTheScreenAndHasItsLegend() throws {
        let text = try ChartRenderer().terminal(toll(), columns: 80, rows: 24)
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(rows.count <= 24)
        #expect(rows.allSatisfy { $0.count <= 80 })
        #expect(rows[0] == "Deaths in Gaza, as three sources count them")
        #expect(text.contains("*A*  Gaza Ministry of Health · Gaza"))
        #expect(text.contains("#B#  OCHA · Gaza"))
        #expect(text.contains("people killed"))
        #expect(text.contains("Figures as printed by Al Jazeera"))
        #expect(text.contains("A+"))
    }

    @Test func noColourUnlessAsked() throws {
        #expect(try !ChartRenderer().terminal(toll(), columns: 80, rows: 24).contains("\u{1b}"))
    }

    /// The legend's colours are chosen here and the lines' by gnuplot: they must be the same.
    @Test func coloursOfLegendAndPlotAgree() throws {
        let lines = try (1...8).map { try line("source \($0)", [Double($0 * 100), Double($0 * 100)]) }
        let text = try ChartRenderer().terminal(Chart(title: "t", lines: lines), columns: 100, rows: 40, color: true)
        for code in [32, 166, 36, 169, 136, 74, 104, 138] {
            let sequence = "\u{1b}[38;5;\(code)m"
            #expect(text.components(separatedBy: sequence).count > 2, "\(code)")
        }
    }

    @Test func widthIsCountedInCells() throws {
        var chart = try toll(title: String(repeating: "死者", count: 60))
        chart.own[0].label = String(repeating: "長い名前", count: 60)
        let text = try ChartRenderer().terminal(chart, columns: 60, rows: 24)
        let widths = text.split(separator: "\n").map { row in
            row.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2e80 ? 2 : 1) }
        }
        #expect(widths.allSatisfy { $0 <= 60 }, "\(widths)\n\(text)")
    }
}

@Suite struct Scripts {
    @Test func runsAlone() throws {
        try withFolder { folder in
            try ChartRenderer().draw(toll(title: "It's `x` \\"), to: folder + "/toll.gp")
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["gnuplot", "toll.gp"]
            process.currentDirectoryURL = URL(fileURLWithPath: folder)
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            #expect(try contents(folder + "/toll.png").isPNG)
        }
    }

    @Test func holdsEveryDigit() throws {
        let chart = try Chart(title: "t", lines: [line("a", [1_704_067_200, 0.1, 12_345_678.25])])
        let script = ChartRenderer().script(chart, output: "it's.png")
        #expect(script.contains("19639 1704067200\n19646 0.1\n19653 12345678.25\n"))
        #expect(script.contains("set output 'it'.\"'\".'s.png'"))
    }

    @Test func anEmptyChartIsStillAScript() {
        #expect(ChartRenderer().script(Chart(title: "t", lines: [])).contains("plot NaN notitle"))
    }
}

/// The names of an axis's ticks from the script, in order; with years, where they stand, after a stroke.
private func labels(_ axis: String, _ chart: Chart) -> [String] {
    let rows = ChartRenderer().script(chart).split(separator: "\n")
    let row = rows.first { $0.hasPrefix("set \(axis) ") && $0.contains("(\"") } ?? ""
    let parts = row.split(separator: "\"")
    return stride(from: 1, to: parts.count - 1, by: 2).map { index in
        let place = parts[index + 1].filter { $0.isNumber || $0 == "-" || $0 == "." }
        let year = rows.first { $0.contains("at first \(place),") }?.split(separator: "'")[1]
        return parts[index] + (year.map { "/\($0)" } ?? "")
    }
}

@Suite struct AxisLabels {
    @Test(
        arguments: [
            ([3], ["0", "1", "2", "3"]),
            ([0], ["0", "1"]),
            ([9], ["0", "2", "4", "6", "8", "10"]),
            ([4200], ["0", "1,000", "2,000", "3,000", "4,000", "5,000"]),
            ([14_854], ["0", "2,500", "5,000", "7,500", "10,000", "12,500", "15,000"]),
            ([480_000], ["0", "100k", "200k", "300k", "400k", "500k"]),
            ([1_100_000], ["0", "200k", "400k", "600k", "800k", "1M", "1.2M"]),
            ([1e7], ["0", "2M", "4M", "6M", "8M", "10M"]),
            ([0.4], ["0", "0.1", "0.2", "0.3", "0.4"]),
            ([-3, 4], ["−4", "−2", "0", "2", "4"]),
        ] as [([Double], [String])])
    func values(_ values: [Double], _ expected: [String]) throws {
        #expect(try labels("ytics", Chart(title: "t", lines: [line("a", values)])) == expected)
    }

    @Test(arguments: [
        ("2023-11-03", "2023-11-03", ["31 Oct/2023", "1 Nov", "2 Nov", "3 Nov", "4 Nov", "5 Nov", "6 Nov"]),
        ("2023-12-30", "2024-01-02", ["30 Dec/2023", "31 Dec", "1 Jan/2024", "2 Jan"]),
        ("2023-10-09", "2023-11-20", ["9 Oct/2023", "16 Oct", "23 Oct", "30 Oct", "6 Nov", "13 Nov", "20 Nov"]),
        ("2023-10-07", "2024-03-10", ["Nov/2023", "Dec", "Jan/2024", "Feb", "Mar"]),
        (
            "2014-03-01", "2024-06-01",
            ["2014", "2016", "2018", "2020", "2022", "2024"]
        ),
    ])
    func dates(_ first: String, _ last: String, _ expected: [String]) throws {
        let points = [ChartPoint(date: try day(first), value: 1), ChartPoint(date: try day(last), value: 1)]
        #expect(labels("xtics", Chart(title: "t", lines: [ChartLine(label: "a", points: points)])) == expected)
    }
}
