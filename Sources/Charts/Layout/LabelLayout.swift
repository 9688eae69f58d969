/// The end of a line, which its name is to stand beside.
struct LineEnd {
    var name: String
    /// The value there, as words have it.
    var value: String
    /// In pixels.
    var x: Double
    var y: Double
    var ink: Ink
}

/// Where the names of lines stand: right of the plot at the height of their ends, moved apart where they would overlap;
/// a line that ends early has its name beside its end where there is room.
struct LabelLayout {
    struct Label {
        var text: String
        var isBold = false
        var left: Double
        var middle: Double
        var ink: Ink
    }

    private(set) var labels: [Label] = []
    /// From the ends of lines to names that could not stand beside them.
    private(set) var leaders: [(from: (x: Double, y: Double), to: (x: Double, y: Double), ink: Ink)] = []
    /// A line that ends early found no room in the plot, and its name is cut: the column wants to be wider.
    private(set) var isCramped = false
    let size: Double

    /// Of the names in the plot.
    private var insideFrames: [Frame] = []
    private let plot: Frame
    private let column: (left: Double, right: Double)
    private var measure: TextMeasure { TextMeasure(size: size) }
    private var bold: TextMeasure { TextMeasure(size: size, bold: true) }
    private var lineHeight: Double { size * 1.2 }

    /// - Parameters:
    ///   - column: where names right of the plot begin and end.
    ///   - taken: what names in the plot must leave free.
    ///   - rules: what they should leave free, if they can.
    init(
        _ ends: [LineEnd], plot: Frame, column: (left: Double, right: Double), size: Double, taken: Obstacles,
        rules: Obstacles
    ) {
        self.plot = plot
        self.column = column
        self.size = size
        // Leaders come last, and may cross names that were placed before: then these look for another place.
        var taken = taken
        for _ in 0..<3 {
            place(ends, taken: taken, rules: rules)
            guard hasCrossings else { break }
            taken.stretches += leaders.map { ($0.from, $0.to) }
        }
    }

    private mutating func place(_ ends: [LineEnd], taken: Obstacles, rules: Obstacles) {
        (labels, leaders, insideFrames, isCramped) = ([], [], [], false)
        var taken = taken
        var late: [LineEnd] = []
        for end in ends {
            if LabelLayout.isEarly(end.x, plot), let block = inside(end, taken, rules) {
                taken.frames.append(frame(block))
                insideFrames.append(frame(block))
                labels += block
            } else {
                isCramped = isCramped || bold.width(end.name) > (column.right - column.left) * 1.9
                late.append(end)
            }
        }
        stack(late)
    }

    private var hasCrossings: Bool {
        insideFrames.contains { frame in leaders.contains { frame.meets($0.from, $0.to) } }
    }

    /// Whether a line ends so far from the plot's right edge that its name may stand in the plot.
    static func isEarly(_ x: Double, _ plot: Frame) -> Bool { x < plot.right - 40 }

    /// How many names have room one below the other.
    static func capacity(height: Double, size: Double) -> Int { max(1, Int(height / (size * 1.2))) }

    /// How wide the column for these names must be.
    static func columnWidth(_ names: [String], size: Double, most: Double) -> Double {
        let measure = TextMeasure(size: size, bold: true)
        let widest = names.map { name in
            measure.lines(name, limit: most, most: 2).map(measure.width).max() ?? 0
        }.max()
        return min(most, (widest ?? 0) * 1.02)
    }

    private func frame(_ block: [Label]) -> Frame {
        let width = block.map { ($0.isBold ? bold : measure).width($0.text) }.max() ?? 0
        return Frame(
            left: (block.first?.left ?? 0) - 2, top: (block.first?.middle ?? 0) - size * 0.6,
            right: (block.first?.left ?? 0) + width + 2, bottom: (block.last?.middle ?? 0) + size * 0.6)
    }

    // MARK: - In the plot

    /// The name with its value, else alone, beside the end; nil where all is taken.
    private func inside(_ end: LineEnd, _ taken: Obstacles, _ rules: Obstacles) -> [Label]? {
        let name = end.name.onOneLine
        for avoided in [taken + rules, taken] {
            for lines in [[name, end.value], [name]] {
                if let block = place(lines, end, avoided) { return block }
            }
        }
        return nil
    }

    /// Right of the end, else above or below it, else left of it.
    private func place(_ lines: [String], _ end: LineEnd, _ taken: Obstacles) -> [Label]? {
        let width = bold.width(lines[0])
        let half = Double(lines.count) * lineHeight / 2
        let places: [(Double, Double)] = [
            (12, 0), (10, -half - 4), (10, half + 4), (8, -half - 16), (8, half + 16), (-width / 2, -half - 10),
            (-width / 2, half + 10), (-width - 8, -half - 4), (-width - 8, half + 4), (-width - 12, 0),
        ]
        return places.lazy.map { dx, dy in block(lines, left: end.x + dx, top: end.y + dy - half, end.ink) }.first {
            let frame = frame($0)
            return frame.left > plot.left && frame.right < plot.right && frame.top > plot.top
                && frame.bottom < plot.bottom && taken.leave(frame)
        }
    }

    /// The name bold, what follows it not.
    private func block(_ lines: [String], names: Int = 1, left: Double, top: Double, _ ink: Ink) -> [Label] {
        lines.enumerated().map { row, line in
            Label(
                text: line, isBold: row < names, left: left, middle: top + (Double(row) + 0.5) * lineHeight, ink: ink)
        }
    }

    // MARK: - Right of the plot

    private mutating func stack(_ ends: [LineEnd]) {
        guard !ends.isEmpty else { return }
        let ends = ends.sorted { ($0.y, $0.name) < ($1.y, $1.name) }
        let names = ends.map { bold.lines($0.name, limit: column.right - column.left, most: 2) }
        let blocks = blocks(ends, names)
        let heights = blocks.map { Double($0.count) * lineHeight }
        let middles = apart(ends.map(\.y), heights)
        for (index, end) in ends.enumerated() {
            let top = middles[index] - heights[index] / 2
            labels += block(blocks[index], names: names[index].count, left: column.left, top: top, end.ink)
            let target = (x: column.left - 5, y: top + lineHeight / 2)
            let isBeside = abs(middles[index] - end.y) < heights[index] / 2 && target.x - end.x < 40
            if !isBeside { leaders.append(((end.x + 6, end.y), target, end.ink)) }
        }
    }

    /// The lines of each name: with its value where all have room, else alone, else cut to one line.
    private func blocks(_ ends: [LineEnd], _ names: [[String]]) -> [[String]] {
        let room = plot.height + lineHeight
        for blocks in [zip(names, ends).map { $0 + [$1.value] }, names]
        where Double(blocks.joined().count) * lineHeight <= room {
            return blocks
        }
        return ends.map { [bold.cut($0.name, limit: column.right - column.left)] }
    }

    /// The middles moved as little as may be, so that the blocks do not overlap and stay beside the plot.
    private func apart(_ wanted: [Double], _ heights: [Double]) -> [Double] {
        var groups: [(start: Int, end: Int, top: Double, height: Double)] = []
        for index in wanted.indices {
            groups.append((index, index + 1, top(wanted[index] - heights[index] / 2, heights[index]), heights[index]))
            while groups.count > 1,
                groups[groups.count - 2].top + groups[groups.count - 2].height > groups.last?.top ?? 0
            {
                let last = groups.removeLast()
                let before = groups.removeLast()
                let height = before.height + last.height
                // As far off on the whole above as below.
                var offset = 0.0
                let tops = (before.start..<last.end).map { one in
                    defer { offset += heights[one] }
                    return wanted[one] - heights[one] / 2 - offset
                }
                let mean = tops.reduce(0, +) / Double(tops.count)
                groups.append((before.start, last.end, top(mean, height), height))
            }
        }
        var middles: [Double] = []
        for group in groups {
            var y = group.top
            for index in group.start..<group.end {
                middles.append(y + heights[index] / 2)
                y += heights[index]
            }
        }
        return middles
    }

    private func top(_ top: Double, _ height: Double) -> Double {
        max(plot.top - lineHeight / 2, min(top, plot.bottom + lineHeight / 2 - height))
    }
}

/// What is drawn in a plot, as far as names must keep clear of it.
struct Obstacles {
    var frames: [Frame] = []
    var stretches: [((x: Double, y: Double), (x: Double, y: Double))] = []

    static func + (a: Obstacles, b: Obstacles) -> Obstacles {
        Obstacles(frames: a.frames + b.frames, stretches: a.stretches + b.stretches)
    }

    /// Whether nothing is drawn in the frame.
    func leave(_ frame: Frame) -> Bool {
        !frames.contains { $0.overlaps(frame) } && !stretches.contains { frame.meets($0.0, $0.1) }
    }
}
