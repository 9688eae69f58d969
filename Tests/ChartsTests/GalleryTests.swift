import Charts
import Figures
import Foundation
import Testing

/// Every kind of chart at shapes of data that are hard to draw.
///
///     SITREP_GALLERY=/tmp/gallery swift test --filter GalleryTests
///
/// leaves the pictures there, to be looked at.
@Suite struct GalleryTests {
    static let charts: [(name: String, chart: Chart)] = {
        do { return try [shapes(), kinds(), panels()].flatMap { $0 } } catch { return [] }
    }()

    @Test func areAllThere() { #expect(Self.charts.count == 19) }

    @Test(arguments: [ChartFormat.png, .svg, .pdf, .sixel, .terminal, .script])
    func draws(_ format: ChartFormat) throws {
        for (name, chart) in Self.charts {
            let bytes = try ChartRenderer().picture(chart, as: format)
            #expect(bytes.count > 400, "\(name)")
            try keep(bytes, name, format)
        }
    }

    /// A script run by gnuplot alone gives the very picture.
    @Test(arguments: [0, 5, 9, 14, 18]) func aScriptDrawsTheSame(_ index: Int) throws {
        let (name, chart) = Self.charts[index]
        try withFolder { folder in
            try ChartRenderer().draw(chart, to: folder + "/a.gp")
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["gnuplot", "-d", "a.gp"]
            process.currentDirectoryURL = URL(fileURLWithPath: folder)
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            #expect(try contents(folder + "/a.png") == Data(try ChartRenderer().picture(chart, as: .png)), "\(name)")
        }
    }

    private func keep(_ bytes: [UInt8], _ name: String, _ format: ChartFormat) throws {
        guard let folder = ProcessInfo.processInfo.environment["SITREP_GALLERY"] else { return }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let ending = [.terminal: "txt", .script: "gp", .sixel: "six"][format] ?? format.rawValue
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name).\(ending)"))
    }

    private static func shapes() throws -> [(String, Chart)] {
        let names = [
            "Gaza Ministry of Health", "OCHA", "The office of the spokesperson for the joint operations command",
            "UNRWA", "Médecins Sans Frontières", "Civil Defence", "Red Crescent", "WHO", "Save the Children",
            "Committee to Protect Journalists", "Human Rights Watch", "Army",
        ]
        func steps(_ name: String, _ values: [Double], from: String = "2023-10-09", every: Int = 7) throws -> ChartLine
        {
            try line(name, from: from, every: every, values, style: .steps)
        }
        var gaps = try steps("OCHA", [100, 200, 250, 300, 350, 500, 550], every: 2)
        gaps.points += try steps("", [1400, 1500, 1510, 1700], from: "2023-12-20", every: 2).points
        let twelve = try names.enumerated().map { index, name in
            let slope = Double(100 * (14 - index))
            let start = Double(index * 90)
            return try steps(name, [1.0, 2, 3, 4, 5, 6].map { $0 * slope + start })
        }
        let close = try names.prefix(8).enumerated().map { index, name in
            try steps(name, [1000, 2000, 3000 + Double(index)])
        }
        return [
            (
                "one-point",
                Chart(title: "Deaths in Derna", yLabel: "people", lines: [try steps("Red Crescent", [11_300])])
            ),
            (
                "one-day",
                Chart(
                    title: "Deaths in one day", yLabel: "people",
                    lines: [try steps("OCHA", [40]), try steps("Army", [12]), try steps("Red Crescent", [39])])
            ),
            (
                "crossing",
                Chart(
                    title: "Two series that cross", yLabel: "people",
                    lines: [try steps("Falling", [900, 700, 500, 300]), try steps("Rising", [100, 350, 600, 880])])
            ),
            ("twelve", Chart(title: "Twelve series", yLabel: "people", lines: twelve)),
            ("close", Chart(title: "Eight that end together", yLabel: "people", lines: close)),
            (
                "long-names",
                Chart(
                    title: String(repeating: "A title that goes on and on ", count: 8),
                    subtitle: String(repeating: "and a subtitle ", count: 14), yLabel: "people",
                    lines: [try steps(String(repeating: "a very long name of a source ", count: 4), [1, 2, 3])],
                    footer: [String(repeating: "Harbour Wire, ", count: 40)])
            ),
            ("huge", Chart(title: "Huge", yLabel: "US dollars", lines: [try steps("World Bank", [1.2e9, 18.5e9])])),
            ("tiny", Chart(title: "Tiny", yLabel: "tonnes", lines: [try steps("WFP", [0.002, 0.005, 0.004])])),
            ("gaps", Chart(title: "Gaps stay gaps", yLabel: "people", lines: [gaps])),
            (
                "three-years",
                Chart(
                    title: "Three years", yLabel: "people",
                    lines: [
                        try steps(
                            "UNHCR", stride(from: 1e6, to: 8.2e6, by: 2e5).map { $0 }, from: "2021-01-31", every: 30)
                    ])
            ),
        ]
    }

    private static func kinds() throws -> [(String, Chart)] {
        var total = try line("OCHA", [800, 1700, 2600, 3100, 4000], style: .steps)
        (total.points[1].low, total.points[1].high) = (1500, 2000)
        (total.points[2].low, total.points[2].high) = (2400, 2900)
        total.points[3].bound = .atLeast
        var most = try line("Army", from: "2023-10-12", [500, 900, 1500], style: .steps)
        most.points[2].bound = .atMost
        var bars = try line("Gaza Ministry of Health", every: 1, [266, 704, 400, 756, 481, 306, 302], style: .bars)
        (bars.points[3].low, bars.points[3].high) = (700, 812)
        bars.points[5].bound = .atLeast
        let trucks = try line(
            "Entered", from: "2023-10-21", every: 1, [20, 14, 20, 8, 0, 74, 17, 45, 59], style: .bars)
        let need = try line("Needed, UN (planned)", from: "2023-10-22", [100], style: .target)
        let change = try line("Change", every: 1, [12, -30, 44, 8, -5], style: .bars)
        var grey = try line(
            "unattributed", from: "2023-10-10", every: 3, [600, 1500, 1400, 2900, 2500], style: .points)
        grey.group = nil
        return [
            (
                "band",
                Chart(
                    title: "Totals with ranges and open bounds", subtitle: "As reported in 9 articles, by 2 sources",
                    yLabel: "people", lines: [total, most, grey],
                    footer: ["Sources: Army, OCHA", "Printed by Harbour Wire"])
            ),
            (
                "events",
                Chart(title: "Deaths day by day", yLabel: "people", lines: [bars], footer: ["Source: ministry"])
            ),
            ("target", Chart(title: "Trucks against the need", yLabel: "trucks", lines: [trucks, need])),
            ("change", Chart(title: "A change may be negative", yLabel: "people", lines: [change])),
        ]
    }

    private static func panels() throws -> [(String, Chart)] {
        func row(
            _ label: String?, _ detail: String, _ value: Double, _ text: String, low: Double? = nil,
            high: Double? = nil,
            bound: ChartPoint.Bound = .none
        ) throws -> ChartRow {
            ChartRow(
                label: label, detail: detail,
                point: ChartPoint(date: try day("2023-11-03"), value: value, low: low, high: high, bound: bound),
                text: text)
        }
        let rows = [
            try row("OCHA", "The Meridian Post, 4 Nov", 10_022, "10,022"),
            try row("Gaza Ministry of Health", "Harbour Wire, 3 Nov", 9061, "9,061+", bound: .atLeast),
            try row("Gaza Ministry of Health", "Northlight Radio, 3 Nov", 9061, "9,061"),
            try row("Army", "Eastgate Daily, 4 Nov", 7000, "6,000–8,000", low: 6000, high: 8000),
            try row(nil, "Cedar & Coast, 5 Nov", 9500, "≤ 9,500", bound: .atMost),
        ]
        let toll = try toll().lines
        let small = ["Deaths", "Injured", "Displaced", "Trucks", "Missing"].enumerated().map { index, title in
            ChartPanel(
                title: title, unit: index == 3 ? "trucks" : "people",
                content: .timeline(
                    toll.prefix(3 - index % 3).map { line in
                        var line = line
                        line.style = .steps
                        let scale = Double(index * index + 1)
                        for at in line.points.indices { line.points[at].value *= scale }
                        return line
                    }))
        }
        let unlike = [
            ChartPanel(title: "3 November 2023", unit: "3,022 apart (43%) · people", content: .rows(rows)),
            ChartPanel(title: "4 November 2023", unit: "people", content: .rows(Array(rows.prefix(2)))),
        ]
        let many = try (0..<30).map { index in
            let value = index * 37 % 400
            return try row("Source \(index % 9)", "Publisher \(index), 3 Nov", Double(value), "\(value)")
        }
        return [
            (
                "compare",
                Chart(
                    title: "Deaths in Gaza on 3 November 2023", subtitle: "What 5 articles say",
                    panels: [ChartPanel(unit: "3,022 apart (43%) · people", content: .rows(rows))],
                    footer: ["Sources: OCHA, Army"])
            ),
            ("compare-days", Chart(title: "Deaths in Gaza, side by side", panels: unlike, footer: ["Source: OCHA"])),
            ("compare-thirty", Chart(title: "Thirty articles", panels: [ChartPanel(content: .rows(many))])),
            ("two-panels", Chart(title: "Two measures in Gaza", panels: Array(small.prefix(2)))),
            (
                "five-panels",
                Chart(
                    title: "Five measures in Gaza", subtitle: "As reported", panels: small, footer: ["Sources: three"])
            ),
        ]
    }
}
