/// Numbers as the coarse steps that features tell apart; the names stand in `Template`.
enum Buckets {
    /// A distance in tokens: 0, 1, 2, 3, 4-5, 6-8, 9-14, 15+.
    static func distance(_ count: Int) -> Int {
        count <= 3 ? max(count, 0) : count <= 5 ? 4 : count <= 8 ? 5 : count <= 14 ? 6 : 7
    }

    /// The size of a number: 1, 2-9, 10-99, 100-999, 1000+, 1e5+, 1e6+.
    static func magnitude(_ value: Double) -> Int {
        switch value {
        case ..<2: 0
        case ..<10: 1
        case ..<100: 2
        case ..<1000: 3
        case ..<100_000: 4
        case ..<1_000_000: 5
        default: 6
        }
    }
}
