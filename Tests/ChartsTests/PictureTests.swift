import Charts
import Figures
import Foundation
import Testing

/// Texts that would break out of a careless script, or out of XML.
let awkwardTexts = [
    "It's the ministry's \"count\"", "{/Bold=40 a_b^c} @x &{y} ~z{.8-}", "back\\slash \\n \\",
    "`touch /tmp/chart-pwned`",
    "@macro $data #comment ; quit", "100 % <b>&amp;</b>", "القتلى في غزة", "死者数 😀 🇵🇸", "two\nlines\u{0}and\u{7}bell",
    "'", "''", "", "e\u{301}", "%d %s %g",
]

@Suite struct Pictures {
    @Test func eachFormat() throws {
        try withFolder { folder in
            let chart = try toll()
            let endings = ["png", "svg", "pdf", "txt", "gp"]
            try ChartRenderer().draw(endings.map { (chart, "\(folder)/a.\($0)") })
            #expect(try names(in: folder) == endings.map { "a.\($0)" }.sorted())
            #expect(try contents(folder + "/a.png").isPNG)
            #expect(try contents(folder + "/a.svg").text.contains("Deaths in Gaza, as three sources count them"))
            #expect(try contents(folder + "/a.pdf").starts(with: Data("%PDF".utf8)))
            #expect(try contents(folder + "/a.txt").text.contains("Deaths in Gaza"))
        }
    }

    @Test func asBytes() throws {
        #expect(Data(try ChartRenderer().picture(toll(), as: .png)).isPNG)
        let svg = String(decoding: try ChartRenderer().picture(toll(), as: .svg), as: UTF8.self)
        #expect(svg.hasPrefix("<?xml"))
        #expect(svg.contains("OCHA · Gaza"))
    }

    @Test(arguments: [ChartFormat.png, .svg, .pdf, .terminal, .script])
    func sameChartSameBytes(format: ChartFormat) throws {
        let first = try ChartRenderer().picture(toll(), as: format)
        #expect(try ChartRenderer().picture(toll(), as: format) == first)
    }

    @Test func aPDFHasNoTimeOfMaking() throws {
        let pdf = Data(try ChartRenderer().picture(toll(), as: .pdf))
        #expect(pdf.range(of: Data("/CreationDate (D:20000101000000".utf8)) != nil)
    }

    @Test(arguments: awkwardTexts)
    func anyTextSurvives(text: String) throws {
        var chart = try toll(title: text)
        chart.subtitle = text
        chart.panels[0].unit = text
        chart.own[0].label = text
        chart.footer = [text]
        let svg = String(decoding: try ChartRenderer().picture(chart, as: .svg), as: UTF8.self)
        let shown = text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
        let found = svg.components(separatedBy: shown.isEmpty ? "OCHA" : shown).count - 1
        let isOneLine = !text.contains("\n")
        #expect(!isOneLine || found >= (shown.isEmpty ? 1 : 4), "\(found) times")
        _ = try ChartRenderer().picture(chart, as: .png)
        _ = try ChartRenderer().terminal(chart)
        #expect(!FileManager.default.fileExists(atPath: "/tmp/chart-pwned"))
    }

    @Test(arguments: ["it's a chart.png", "a`touch x`b.svg", "ü 死.pdf", "-dash.png", "a\"b.png"])
    func anyFileName(name: String) throws {
        try withFolder { folder in
            try ChartRenderer().draw(toll(), to: "\(folder)/\(name)")
            #expect(try names(in: folder) == [name])
        }
    }

    @Test func filesAreForAllWhoMayReadTheFolder() throws {
        try withFolder { folder in
            try ChartRenderer().draw(toll(), to: folder + "/a.png")
            try Data().write(to: URL(fileURLWithPath: folder + "/b"))
            let modes = try ["/a.png", "/b"].map {
                try FileManager.default.attributesOfItem(atPath: folder + $0)[.posixPermissions] as? Int
            }
            #expect(modes[0] == modes[1])
        }
    }
}

@Suite struct Extremes {
    @Test(arguments: [
        [5], [0], [1e7], [0, 0, 0], [7, 7, 7], [0, 1e7], [-3, 4], [0.001, 0.002], [1e-12, 1e12], [1e300, 1],
        [12_345_678_901, 3],
    ])
    func values(_ values: [Double]) throws {
        for style in [ChartLine.Style.line, .steps, .points, .bars] {
            let chart = try Chart(title: "t", yLabel: "n", lines: [line("a", values, style: style)])
            #expect(Data(try ChartRenderer().picture(chart, as: .png)).isPNG)
            #expect(try ChartRenderer().terminal(chart).contains("A"))
        }
    }

    @Test func fortyLines() throws {
        let lines = try (1...40).map { try line("Source number \($0) · Gaza", [Double($0), Double($0) * 2]) }
        let chart = Chart(title: "Forty", lines: lines)
        let svg = String(decoding: try ChartRenderer().picture(chart, as: .svg), as: UTF8.self)
        #expect((1...40).allSatisfy { svg.contains("Source number \($0) · Gaza") })
        let text = try ChartRenderer().terminal(chart)
        #expect((1...40).allSatisfy { text.contains("Source number \($0) · Gaza") })
    }

    @Test func manyPoints() throws {
        let start = try day("1750-01-01")
        let points = (0..<100_000).map { ChartPoint(date: start.adding(days: $0), value: Double($0 % 977)) }
        let chart = Chart(title: "Many", lines: [ChartLine(label: "a", points: points)])
        #expect(Data(try ChartRenderer().picture(chart, as: .png)).isPNG)
        #expect(Data(try ChartRenderer().picture(chart, as: .svg)).text.contains("</svg>"))
    }

    @Test(arguments: [("0001-01-01", "9999-12-31"), ("2024-02-28", "2024-03-01"), ("1999-12-31", "2000-01-01")])
    func spans(first: String, last: String) throws {
        let points = [ChartPoint(date: try day(first), value: 1), ChartPoint(date: try day(last), value: 2)]
        let chart = Chart(title: "t", lines: [ChartLine(label: "a", points: points)])
        _ = try ChartRenderer().terminal(chart)
        #expect(Data(try ChartRenderer().picture(chart, as: .png)).isPNG)
    }

    @Test func sideBySide() async throws {
        let chart = try toll()
        let first = try ChartRenderer().picture(chart, as: .svg)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 { group.addTask { try ChartRenderer().picture(chart, as: .svg) } }
            for try await picture in group { #expect(picture == first) }
        }
    }
}
