import TimeSeries

/// What people say of a figure, as short as a table cell wants it.
enum ReviewText {
    /// ` ✓` accepted, ` ✎` corrected, ` ✗` rejected; nothing where nobody looked at it.
    static func mark(_ state: ReviewState?) -> String {
        switch state {
        case .accepted: " ✓"
        case .corrected: " ✎"
        case .rejected: " ✗"
        case nil: ""
        }
    }

    /// The mark of a claim where all of its printings were looked at alike; nothing else.
    static func mark(_ point: SeriesPoint) -> String {
        let states = Set(point.printings.map(\.review))
        return states.count == 1 ? mark(point.printings[0].review) : ""
    }

    /// What people say of the printings of a claim, each once.
    static func states(_ point: SeriesPoint) -> [String] {
        Set(point.printings.compactMap(\.review?.rawValue)).sorted()
    }
}
