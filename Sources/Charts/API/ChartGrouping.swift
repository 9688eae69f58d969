/// What the colours of a chart tell apart, and names begin with.
public enum ChartGrouping: String, Sendable, CaseIterable {
    /// Who vouches.
    case source
    case place
    /// Who is counted.
    case population
    /// Who printed it: a line for what each publisher printed of a series.
    case publisher
}
