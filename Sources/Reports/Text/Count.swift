import TimeSeries

/// How many there are, in words.
enum Count {
    /// `1 article`, `12 articles`.
    static func text(_ number: Int, _ noun: String) -> String {
        "\(NumberText.grouped(Double(number))) \(noun)\(number == 1 ? "" : "s")"
    }

    /// `4 sources, 11 articles`.
    static func text(_ comparison: Comparison) -> String {
        text(comparison.sourceCount, "source") + ", " + text(comparison.articleCount, "article")
    }
}
