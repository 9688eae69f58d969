import Charts
import Figures
import Foundation
import Testing

func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

/// A value every `step` days from `first` on.
func line(
    _ label: String, from first: String = "2023-10-09", every step: Int = 7, _ values: [Double],
    style: ChartLine.Style = .line
) throws -> ChartLine {
    let start = try day(first)
    let points = values.enumerated().map { ChartPoint(date: start.adding(days: $0 * step), value: $1) }
    return ChartLine(label: label, points: points, style: style)
}

/// Three sources over eight weeks, with a range, a lower and an upper bound.
func toll(title: String = "Deaths in Gaza, as three sources count them") throws -> Chart {
    var ministry = try line("Gaza Ministry of Health · Gaza", [770, 2808, 5087, 8306, 10328, 11240, 13300, 14854])
    ministry.points[4].bound = .atLeast
    var office = try line("OCHA · Gaza", from: "2023-10-11", [1100, 3000, 5791, 8525, 10569, 11078, 14128, 15207])
    office.points[3].low = 8000
    office.points[3].high = 9600
    var monitor = try line("Euro-Med Monitor · Gaza", from: "2023-10-13", [2100, 4200, 7100, 10400, 13100, 15900])
    monitor.points[5].bound = .atMost
    return Chart(
        title: title, subtitle: "Running totals since 7 October 2023, by the day they speak of",
        yLabel: "people killed", lines: [ministry, office, monitor],
        footer: ["Figures as printed by Al Jazeera, BBC, Reuters and The Guardian"])
}

extension Chart {
    /// The lines of the first panel.
    var own: [ChartLine] {
        get { panels[0].lines }
        set { panels[0].content = .timeline(newValue) }
    }
}

/// A new folder, removed afterwards.
func withFolder<T>(_ body: (String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("charts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
}

/// An executable shell script named `gnuplot` in `folder`.
func program(_ lines: String, in folder: String) throws -> String {
    let path = folder + "/gnuplot"
    try writeProgram("#!/bin/sh\n\(lines)\n", to: path)
    return path
}

/// Writes an executable shell script. Another process does it: were the file open for writing here while a test beside
/// this one starts a program, that program's copy of the descriptor would keep the script from being run.
private func writeProgram(_ text: String, to path: String) throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "printf %s \"$1\" > \"$2\" && chmod 755 \"$2\"", "sh", text, path]
    try shell.run()
    shell.waitUntilExit()
}

func contents(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

let pngSignature = Data([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

extension Data {
    var isPNG: Bool { starts(with: pngSignature) }
    var text: String { String(decoding: self, as: UTF8.self) }
}
