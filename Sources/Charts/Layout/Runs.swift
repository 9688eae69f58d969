import Figures

/// How long a line may be silent before its gap is left open.
struct Silence: Hashable {
    /// In days.
    let longest: Int

    /// Four times the usual distance between the line's days, and a week at the least. A line of few days has no usual
    /// distance of its own, and takes that of all lines of its panel.
    init(of line: ChartLine, among lines: [ChartLine]) {
        let own = Silence.distances(line)
        let distances = (own.count > 2 ? own : lines.flatMap(Silence.distances)).sorted()
        longest = distances.isEmpty ? .max : max(7, 4 * distances[distances.count / 2])
    }

    private static func distances(_ line: ChartLine) -> [Int] {
        let days = Set(line.points.map(\.date.dayNumber)).sorted()
        return zip(days.dropFirst(), days).map { $0 - $1 }
    }

    /// The points of a line in stretches that may be joined.
    func runs(_ points: [ChartPoint]) -> [[ChartPoint]] {
        var runs: [[ChartPoint]] = []
        for point in points {
            if let last = runs.last?.last, point.date.dayNumber - last.date.dayNumber <= longest {
                runs[runs.count - 1].append(point)
            } else {
                runs.append([point])
            }
        }
        return runs
    }
}

/// The corners of a line that is held level until its next point: day and value.
func stepped(_ run: [ChartPoint]) -> [(day: Double, value: Double)] {
    var corners: [(day: Double, value: Double)] = []
    for point in run {
        let day = Double(point.date.dayNumber)
        if let last = corners.last, last.day < day { corners.append((day, last.value)) }
        corners.append((day, point.value))
    }
    return corners
}

/// The edges of the band of a stepped line: day, low and high. Empty where no point has a range.
func band(_ run: [ChartPoint]) -> [(day: Double, low: Double, high: Double)] {
    guard run.count > 1, run.contains(where: { $0.range != nil }) else { return [] }
    var edges: [(day: Double, low: Double, high: Double)] = []
    for point in run {
        let day = Double(point.date.dayNumber)
        let (low, high) = point.range ?? (point.value, point.value)
        if let last = edges.last, last.day < day { edges.append((day, last.low, last.high)) }
        edges.append((day, low, high))
    }
    return edges
}
