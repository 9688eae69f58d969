import Figures
public import TimeSeries

/// Figures as citations: each with its words, who vouches, and where it was printed.
public enum Citations {
    /// As text, a paragraph a figure:
    ///
    ///     [12] 9,061 deaths, Gaza, total since 7 October 2023, as of 2 November 2023. Source: Gaza Ministry of Health.
    ///         “The ministry put the toll at 9,061.”
    ///         Harbour Wire, “Toll passes 9,000”, 3 November 2023. https://harbour-wire.example/1
    public static func write(_ figures: [StoredFigure], to sink: @escaping TextSink) {
        for (index, stored) in figures.enumerated() {
            let lines = [
                "[\(stored.id)] \(claim(stored)).", "    “\(CellText.line(stored.figure.quote))”",
                "    " + printed(stored),
            ]
            sink((index == 0 ? "" : "\n") + lines.joined(separator: "\n") + "\n")
        }
    }

    /// `9,061 deaths, Gaza, total since 7 October 2023, as of 2 November 2023. Source: Gaza Ministry of Health`
    static func claim(_ stored: StoredFigure) -> String {
        let figure = stored.figure
        let parts = [
            counted(figure), stored.placeName ?? figure.place?.name, period(figure),
            figure.date.map { "as of \(DateText.long($0))" }, figure.status == .actual ? nil : figure.status.rawValue,
            stored.review.map { "\($0.rawValue) on review" },
        ]
        return CellText.line(parts.compactMap { $0 }.joined(separator: ", ") + ". " + source(figure))
    }

    private static func counted(_ figure: Figure) -> String {
        let unit = KeyText.isUsual(figure.unit, for: figure.measure) ? nil : "(\(figure.unit))"
        let words = [ValueText.text(figure), figure.measure.replacing("_", with: " "), unit].compactMap { $0 }
        return ([words.joined(separator: " ")] + figure.population).joined(separator: ", ")
    }

    private static func period(_ figure: Figure) -> String? {
        switch figure.period {
        case .event: nil
        case .total: "total" + (figure.periodStart.map { " since \(DateText.long($0))" } ?? "")
        case .stock: "at the time"
        }
    }

    private static func source(_ figure: Figure) -> String {
        guard let source = figure.source else { return "No source named" }
        let relay = source.relay.map { ", as passed on by \($0)" } ?? ""
        let speaker = source.speaker.map { " (\($0))" } ?? ""
        return "Source: \(source.name)\(speaker)\(relay)"
    }

    /// `Harbour Wire, “Title”, 3 November 2023. https://…`
    private static func printed(_ stored: StoredFigure) -> String {
        let title = stored.articleTitle ?? stored.figure.doc
        let parts = [
            stored.figure.publisher ?? "Unknown publisher", "“\(title)”",
            stored.figure.reported.map { DateText.long($0) } ?? "no date",
        ]
        let address = stored.articleURL.map { " " + $0 } ?? ""
        return CellText.line(parts.joined(separator: ", ") + "." + address)
    }
}
