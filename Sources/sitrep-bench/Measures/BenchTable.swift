import Foundation

/// The table of `make bench`, its page and its chart.
struct BenchTable {
    private struct Row {
        var name: String
        /// Megabytes a second of user time, and on the wall.
        var speed: Double?
        var wallSpeed: Double?
        var cost: Command.Cost?
        var note: String
        var bar: String
    }

    private var rows: [Row] = []
    /// Megabytes a second of `wc -w`.
    var reference = 1.0
    var remarks: [String] = []

    mutating func add(_ name: String, _ size: Double?, _ cost: Command.Cost, note: String = "", bar: String = "") {
        rows.append(
            Row(
                name: name, speed: size.map { $0 / max(cost.user, 0.001) }, wallSpeed: size.map { $0 / cost.wall },
                cost: cost, note: note, bar: bar))
    }

    mutating func add(_ name: String, speed: Double, note: String = "", bar: String = "") {
        rows.append(Row(name: name, speed: speed, note: note, bar: bar))
    }

    var markdown: String {
        var text = """
            | what | MB/s of user time | × `wc -w` | wall, s | user, s | memory, MiB | | bar |
            |---|---|---|---|---|---|---|---|

            """
        for row in rows {
            var cells = [row.name]
            cells.append(row.speed.map(BenchTable.text) ?? "")
            cells.append(row.speed.map { BenchTable.text($0 / reference) } ?? "")
            cells.append(row.cost.map { BenchTable.text($0.wall) } ?? "")
            cells.append(row.cost.map { BenchTable.text($0.user) } ?? "")
            cells.append(row.cost.map { "\($0.memory >> 20)" } ?? "")
            cells += [row.note, row.bar]
            text += "| " + cells.joined(separator: " | ") + " |\n"
        }
        return text + remarks.map { "\n\($0)\n" }.joined()
    }

    private static func text(_ value: Double) -> String {
        if value >= 100 { return String(Int(value.rounded())) }
        let unit: Double = value >= 1 ? 10 : 10_000
        return String((value * unit).rounded() / unit)
    }

    /// Writes `bench.md` and `bench.svg`. What the page says around the table stays as it is.
    func write(to folder: String) throws {
        let path = folder + "/bench.md"
        let page = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        let start = "<!-- table: made by make bench -->\n"
        let end = "<!-- end of the table -->\n"
        let before = page.range(of: start).map { page[..<$0.upperBound] } ?? Substring("# Bench\n\n" + start)
        let after = page.range(of: end).map { page[$0.lowerBound...] } ?? Substring(end)
        try (before + "\n\(machine)\n\n\(markdown)\n" + after).write(toFile: path, atomically: true, encoding: .utf8)
        drawChart(folder + "/bench.svg")
    }

    /// `AMD EPYC, 2 cores, load 3.1, 2024-02-15`
    private var machine: String {
        let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
        let model = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last ?? "unknown processor"
        let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(separator: " ").first ?? "?"
        let date = Date.now.formatted(.iso8601.year().month().day())
        return model.trimmingCharacters(in: .whitespaces)
            + ", \(ProcessInfo.processInfo.activeProcessorCount) cores, load \(load) at the end, \(date)"
    }

    /// Speeds as bars, by gnuplot; on a scale of powers, since they span four of them.
    private func drawChart(_ path: String) {
        // What a small file costs is mostly the start of the program.
        let shown = rows.filter { !$0.name.hasPrefix("hostile") }
        let speeds = shown.compactMap { row in row.speed.map { (row.name.replacingOccurrences(of: "`", with: ""), $0) }
        }
        var script = """
            set terminal svg size 900,\(80 + 26 * speeds.count) font 'Liberation Sans,13' background '#ffffff'
            set output '\(path)'
            set title 'Megabytes of text a second of processor time'
            set logscale x
            set xrange [0.001:200000]
            set yrange [\(Double(speeds.count) - 0.4):-0.6]
            set grid x linecolor '#dddddd'
            set border 3
            set tics nomirror out
            set style fill solid
            unset key
            set lmargin 42
            $rows << END

            """
        for (index, (name, speed)) in speeds.enumerated() {
            script +=
                "\(index) \(speed) \"\(name.replacingOccurrences(of: "\"", with: "'"))\" \"\(BenchTable.text(speed))\"\n"
        }
        script += """
            END
            plot $rows using (0.001):1:(0.001):2:($1-0.35):($1+0.35):ytic(3) with boxxyerror linecolor '#4477aa', \
            '' using 2:1:4 with labels left offset 0.6,0

            """
        let file = path + ".gp"
        guard (try? script.write(toFile: file, atomically: true, encoding: .utf8)) != nil else { return }
        defer { try? FileManager.default.removeItem(atPath: file) }
        if Command.exists("gnuplot") { _ = Command("gnuplot", file).run() }
    }
}
