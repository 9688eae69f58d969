/// One colour for each group of lines, the same in all panels of a chart.
struct Palette {
    private let places: [String: Int]

    init(_ chart: Chart) {
        var places: [String: Int] = [:]
        for panel in chart.panels {
            for group in panel.lines.compactMap(\.group) + panel.rows.compactMap(\.label) where places[group] == nil {
                places[group] = places.count
            }
        }
        self.places = places
    }

    /// The colour of what has no group.
    static let grey = 7

    /// Counted from 0; past the eighth, dashes and marks tell groups apart.
    func place(_ group: String?) -> Int {
        group.flatMap { places[$0] }.map { Palette.skippingGrey($0) } ?? Palette.grey
    }

    /// The eighth colour is the grey of what has no group.
    private static func skippingGrey(_ place: Int) -> Int { place / 7 * 8 + place % 7 }
}

/// A colour as gnuplot's `plot` and `set label` take it.
struct Ink {
    let place: Int

    /// For lines and marks.
    var line: String { "lt \(place % 8 + 1)" }
    /// Darker, for type.
    var text: String { "textcolor lt \(place % 8 + 11)" }
    /// Solid in the first round, then dashes short enough for the corners of steps.
    var dash: String { "dt " + ["1", "(6,3)", "(2,2)", "(8,3,2,3)", "(12,4)"][place / 8 % 5] }
    /// Disc, square, diamond, pentagon, ring: one for each round through the colours.
    var dots: String { "pt \([7, 5, 13, 15, 6][place / 8 % 5]) ps 1.1*POINT" }
}
