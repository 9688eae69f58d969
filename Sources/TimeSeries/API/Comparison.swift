public import Figures

/// What several parties say of the same thing on the same day.
public struct Comparison: Sendable, Hashable {
    /// What they speak of; its source is nil.
    public var key: SeriesKey
    public var date: PartialDate
    /// By source, the unattributed last; claims of one source by value.
    public var claims: [Claim]
    /// The two claims of different sources that lie farthest apart, where none of the values that one allows is
    /// allowed by the other. Nil for events, since two numbers of one day may be two events.
    public var disagreement: Disagreement?

    /// What one party says.
    public struct Claim: Sendable, Hashable {
        /// Nil where the articles state it in their own voice.
        public var source: String?
        public var point: SeriesPoint
    }

    /// How many parties speak; the articles' own voice is one of them.
    public var sourceCount: Int { Set(claims.map(\.source)).count }

    /// How many articles print the claims.
    public var articleCount: Int { Set(claims.flatMap { $0.point.printings.map(\.articleID) }).count }
}

/// Two claims that cannot both be right.
public struct Disagreement: Sendable, Hashable {
    public var lower: Comparison.Claim
    public var upper: Comparison.Claim
    /// The distance between their bounds, in the unit of the claims; above 0.
    public var apart: Double

    /// `apart` as a share of the lower value.
    public var share: Double { lower.point.value == 0 ? .infinity : apart / lower.point.value }

    /// The widest disagreement between different sources; nil where all can be right.
    init?(_ claims: [Comparison.Claim]) {
        var widest: Disagreement?
        for lower in claims {
            for upper in claims where lower.source != upper.source {
                let apart = upper.point.bounds.lowerBound - lower.point.bounds.upperBound
                if apart > widest?.apart ?? 0 { widest = Disagreement(lower, upper, apart) }
            }
        }
        guard let widest else { return nil }
        self = widest
    }

    private init(_ lower: Comparison.Claim, _ upper: Comparison.Claim, _ apart: Double) {
        self.lower = lower
        self.upper = upper
        self.apart = apart
    }
}
