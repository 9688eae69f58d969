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
}
