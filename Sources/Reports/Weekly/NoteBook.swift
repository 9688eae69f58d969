import Figures
import TimeSeries

/// The notes of a report: each claim gets a number the first time it is spoken of.
struct NoteBook {
    private var numbers: [Int64: Int] = [:]
    private(set) var notes: [String] = []

    /// `[^3]`, the mark of the note that has the claim's words.
    mutating func mark(_ point: SeriesPoint) -> String {
        guard let first = point.printings.first else { return "" }
        if let number = numbers[first.id] { return "[^\(number)]" }
        let number = notes.count + 1
        numbers[first.id] = number
        notes.append("[^\(number)]: " + NoteBook.text(point, first))
        return "[^\(number)]"
    }

    private static func text(_ point: SeriesPoint, _ first: StoredFigure) -> String {
        var text = "“\(Markdown.escaped(first.figure.quote))” \(vouched(first.figure)). \(printed(first))"
        let others = point.printings.dropFirst().filter { $0.articleID != first.articleID }
        var seen: Set<Int64> = []
        let more = others.filter { seen.insert($0.articleID).inserted }
        if !more.isEmpty { text += " Also in: " + more.map(printed).joined(separator: " ") }
        return text
    }

    /// Who vouches, in the words of the text.
    private static func vouched(_ figure: Figure) -> String {
        guard let source = figure.source else { return "Without a source" }
        var words = "According to \(Markdown.escaped(source.text))"
        if source.text.lowercased() != source.name.lowercased() { words += " (\(Markdown.escaped(source.name)))" }
        if let relay = source.relay { words += ", as passed on by \(Markdown.escaped(relay))" }
        return words
    }

    /// `Harbour Wire, “Title”, 3 November 2023.`
    private static func printed(_ stored: StoredFigure) -> String {
        let publisher = Markdown.escaped(stored.figure.publisher ?? "Unknown publisher")
        let title = Markdown.link("“\(stored.articleTitle ?? stored.figure.doc)”", stored.articleURL)
        let date = stored.figure.reported.map(DateText.long) ?? "no date"
        return "\(publisher), \(title), \(date)."
    }
}
