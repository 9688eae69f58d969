import Figures
public import TimeSeries

/// The articles behind figures as BibTeX, an entry an article; the figures with their words are its annotation.
///
///     @misc{harbour-wire-2023-11-03,
///       author = {{Harbour Wire}},
///       title = {{Toll passes 9,000}},
///       year = {2023},
///       month = nov,
///       day = {3},
///       url = {https://harbour-wire.example/1},
///       annote = {[12] 9,061 deaths, Gaza, … ``The ministry put the toll at 9,061.''},
///     }
public enum BibTeX {
    public static func write(_ figures: [StoredFigure], to sink: @escaping TextSink) {
        var keys = BibTeXKeys()
        for (index, printed) in articles(figures).enumerated() {
            let first = printed[0]
            let fields = fields(first, printed).map { "  \($0) = \($1),\n" }.joined()
            sink((index == 0 ? "" : "\n") + "@misc{\(keys.key(first)),\n\(fields)}\n")
        }
    }

    /// The figures of each article, articles by day of publication, publisher and number.
    private static func articles(_ figures: [StoredFigure]) -> [[StoredFigure]] {
        Dictionary(grouping: figures, by: \.articleID).values.map { $0.sorted { $0.id < $1.id } }.sorted { a, b in
            let days = (a[0].figure.reported?.dayNumber ?? .max, b[0].figure.reported?.dayNumber ?? .max)
            return (days.0, a[0].figure.publisher ?? "", a[0].articleID)
                < (days.1, b[0].figure.publisher ?? "", b[0].articleID)
        }
    }

    private static func fields(_ first: StoredFigure, _ printed: [StoredFigure]) -> [(String, String)] {
        let day = first.figure.reported
        let notes = printed.map { "[\($0.id)] \(escaped(Citations.claim($0))): ``\(escaped($0.figure.quote))''" }
        let fields: [(String, String?)] = [
            // Doubled braces: a name that is no person's, a title whose capitals stay.
            ("author", first.figure.publisher.map { "{{\(escaped($0))}}" }),
            ("title", "{{\(escaped(first.articleTitle ?? first.figure.doc))}}"),
            ("year", day.map { "{\($0.year)}" }), ("month", day.map { months[$0.month - 1] }),
            ("day", day.map { "{\($0.day)}" }), ("url", first.articleURL.flatMap(address).map { "{\($0)}" }),
            ("annote", "{\(notes.joined(separator: " "))}"),
        ]
        return fields.compactMap { name, value in value.map { (name, $0) } }
    }

    /// BibTeX's own names, which styles spell out in the reader's language.
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    private static let special: [Unicode.Scalar: String] = [
        "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%", "_": "\\_",
        "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
    ]

    /// The text on one line, every sign that means something to TeX written so that it does not.
    static func escaped(_ text: String) -> String {
        CellText.line(text).unicodeScalars.map { special[$0] ?? String($0) }.joined()
    }

    /// An address as `\url` takes it: what would end the field, or the line, in percent signs.
    private static func address(_ url: String) -> String? {
        let text = CellText.line(url)
        guard !text.isEmpty else { return nil }
        return text.replacing("\\", with: "%5C").replacing("{", with: "%7B").replacing("}", with: "%7D")
            .replacing(" ", with: "%20")
    }
}

/// `harbour-wire-2023-11-03`, and `…-b` for the second article of that day.
private struct BibTeXKeys {
    private var counts: [String: Int] = [:]

    mutating func key(_ stored: StoredFigure) -> String {
        let text = [stored.figure.publisher ?? stored.figure.doc, stored.figure.reported?.description ?? "undated"]
        let key = Slug.text(text.joined(separator: "-"))
        counts[key, default: 0] += 1
        let count = counts[key] ?? 1
        return count == 1 ? key : "\(key)-\(Slug.letters(count))"
    }
}
