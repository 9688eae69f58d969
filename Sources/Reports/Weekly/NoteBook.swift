import Figures
import TimeSeries

/// The notes of a report: each claim gets a number the first time it is spoken of.
struct NoteBook {
    private let reviews: [Int64: [LoggedReview]]
    private var numbers: [Int64: Int] = [:]
    private(set) var notes: [ReportView.Note] = []

    init(_ reviews: [Int64: [LoggedReview]]) { self.reviews = reviews }

    /// The value of a claim with the number of the note that has its words.
    mutating func value(_ point: SeriesPoint, unit: String) -> ReportView.Value {
        ReportView.Value(
            text: ValueText.text(point, unit: unit), number: NumberText.plain(point.value), note: number(of: point),
            review: ReviewText.mark(point))
    }

    private mutating func number(of point: SeriesPoint) -> Int {
        guard let first = point.printings.first else { return 0 }
        if let number = numbers[first.id] { return number }
        let number = notes.count + 1
        numbers[first.id] = number
        notes.append(note(number, point, first))
        return number
    }

    private func note(_ number: Int, _ point: SeriesPoint, _ first: StoredFigure) -> ReportView.Note {
        let figure = first.figure
        let (before, marked, after) = NoteBook.parts(of: figure)
        var seen: Set<Int64> = []
        let printings = point.printings.filter { seen.insert($0.articleID).inserted }
        let ids = point.printings.map { String($0.id) }
        return ReportView.Note(
            number: number, before: before, figure: marked, after: after, vouched: NoteBook.vouched(figure),
            printed: printings.map(NoteBook.printed), reviews: point.printings.flatMap(reviewed),
            ids: (ids.count == 1 ? "Figure " : "Figures ") + ids.joined(separator: ", "))
    }

    /// The quote before its number, the number and what is behind it; all in front where the number is not there.
    private static func parts(of figure: Figure) -> (String, String, String) {
        let quote = Array(figure.quote.utf8)
        let (start, end) = (figure.start - figure.quoteStart, figure.end - figure.quoteStart)
        guard 0 <= start, start < end, end <= quote.count,
            let number = String(validating: quote[start..<end], as: UTF8.self), number == figure.number
        else { return (figure.quote, "", "") }
        return (
            String(decoding: quote[..<start], as: UTF8.self), number, String(decoding: quote[end...], as: UTF8.self)
        )
    }

    /// Who vouches, in the words of the text.
    private static func vouched(_ figure: Figure) -> String {
        guard let source = figure.source else { return "Without a source" }
        var words = "According to \(source.text)"
        if source.text.lowercased() != source.name.lowercased() { words += " (\(source.name))" }
        if let speaker = source.speaker { words += ", \(speaker) speaking" }
        if let relay = source.relay { words += ", as passed on by \(relay)" }
        return words
    }

    private static func printed(_ stored: StoredFigure) -> ReportView.Article {
        ReportView.Article(
            date: stored.figure.reported.map(DateText.long) ?? "no date",
            day: stored.figure.reported?.description ?? "", publisher: stored.figure.publisher ?? "Unknown publisher",
            title: stored.articleTitle ?? stored.figure.doc, url: WebAddress.list(stored.articleURL), figures: 0,
            copy: [])
    }

    /// `Corrected by Ada on 5 November 2023: value 9,061 read, 9,062 set. Misprint.`
    private func reviewed(_ stored: StoredFigure) -> [String] {
        (reviews[stored.id] ?? []).map { review in
            let day = CalendarDate(String(review.note.at.prefix(10))).map { " on " + DateText.long($0) } ?? ""
            let what =
                switch (review.verdict, review.key) {
                case ("set", let key?):
                    "Corrected: \(key.rawValue) was “\(review.was ?? "")”, is “\(review.becomes ?? "")”"
                case ("reject", _): "Rejected"
                default: "Accepted"
                }
            return "\(what), by \(review.note.author)\(day): \(review.note.why)"
        }
    }
}

/// Addresses that a page may lead to.
enum WebAddress {
    /// The address, safe inside `<…>` and `"…"`; none for anything but http and https, and for one with spaces.
    static func list(_ url: String?) -> [String] {
        guard let url, url.hasPrefix("http://") || url.hasPrefix("https://"),
            !url.unicodeScalars.contains(where: {
                $0.properties.isWhitespace || $0.properties.generalCategory == .control
                    || "<>\"'`\\".unicodeScalars.contains($0)
            })
        else { return [] }
        return [url.replacing("|", with: "%7C")]
    }
}
