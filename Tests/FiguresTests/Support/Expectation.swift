import Figures
import TestSupport
import Testing

/// The day on which the articles of these tests appear: a Thursday.
let day = CalendarDate("2024-03-14")

/// The figures of a text, by the lexicon in the program.
func figures(in text: String, on day: CalendarDate? = day, title: String? = nil) -> [Figure] {
    Extractor().figures(in: Article(id: "test", date: day, title: title, text: text))
}

/// Expects the figures that the marks of a text tell, and no others; see `Expectation`.
func expectFigures(
    _ marked: String, on day: CalendarDate? = day, title: String? = nil, at location: SourceLocation = #_sourceLocation
) throws {
    let found = try Expectation(marked).found(on: day, title: title)
    #expect(found == marked, sourceLocation: location)
}

/// A text whose marks tell its figures: `«24|deaths; low 24; high none»`.
///
/// The name of a mark is the measure, then what is expected of other fields: `key value`, set apart by `;`.
/// `a/b` accepts either, `none` is nil. Keys that are not named are not looked at.
struct Expectation {
    let expected: MarkedText

    init(_ marked: String) throws { expected = try MarkedText(marked) }

    /// The text with the figures that were found, told by the keys that were asked for: equal to the marked text
    /// where all is as expected.
    func found(on day: CalendarDate? = day, title: String? = nil) -> String {
        let found = figures(in: expected.text, on: day, title: title).filter { $0.field == .text }
        let marks = found.map { figure -> MarkedText.Mark in
            let range = figure.start..<figure.end
            let wanted = expected.marks.first { $0.range == range }?.name ?? figure.measure
            return .init(describe(figure, as: wanted, among: found), range)
        }
        return MarkedText(text: expected.text, marks: marks).marked
    }

    private func describe(_ figure: Figure, as wanted: String, among all: [Figure]) -> String {
        let parts = wanted.split(separator: ";").map { $0.drop { $0 == " " } }
        var described = [agree(figure.measure, parts.first ?? "")]
        for part in parts.dropFirst() {
            let key = part.prefix { $0 != " " }
            let value = part.dropFirst(key.count + 1)
            described.append("\(key) \(agree(FigureText(figure: figure, all: all)[String(key)], value))")
        }
        return described.joined(separator: "; ")
    }

    /// What was wanted, where what was found is one of its answers; else what was found.
    private func agree(_ found: String, _ wanted: Substring) -> String {
        wanted.split(separator: "/").contains { $0 == found } ? String(wanted) : found
    }
}

/// The fields of a figure as the marks write them.
struct FigureText {
    let figure: Figure
    let all: [Figure]

    subscript(key: String) -> String { numbers(key) ?? names(key) ?? times(key) ?? "(no key \(key))" }

    private func numbers(_ key: String) -> String? {
        switch key {
        case "low": number(figure.low)
        case "high": number(figure.high)
        case "value": number(figure.value)
        case "qualifier": figure.qualifier.rawValue
        case "unit": figure.unit
        case "subset", "increment": whole(key)
        default: nil
        }
    }

    private func names(_ key: String) -> String? {
        switch key {
        case "population": figure.population.isEmpty ? "none" : figure.population.sorted().joined(separator: "+")
        case "place": figure.place?.name ?? "none"
        case "place_id": figure.place?.id ?? "none"
        case "iso3": figure.place?.iso3 ?? "none"
        case "source": figure.source?.name ?? "none"
        case "source_id": figure.source?.id ?? "none"
        case "kind": figure.source?.kind.rawValue ?? "none"
        case "said_by": figure.source?.text ?? "none"
        case "speaker": figure.source?.speaker ?? "none"
        case "relay": figure.source?.relay ?? "none"
        case "term": figure.term
        default: nil
        }
    }

    private func times(_ key: String) -> String? {
        switch key {
        case "date": figure.date?.description ?? "none"
        case "period": figure.period.rawValue
        case "start": figure.periodStart?.description ?? "none"
        case "status": figure.status.rawValue
        default: nil
        }
    }

    private func number(_ value: Double?) -> String {
        guard let value else { return "none" }
        return value == value.rounded() ? String(Int(value)) : String(value)
    }

    /// The number of the figure that this one is a part of, or is new in.
    private func whole(_ key: String) -> String {
        guard let relation = figure.relation, relation.kind == (key == "subset" ? .subsetOf : .incrementOf) else {
            return "none"
        }
        return all.first { $0.start == relation.start }?.number ?? "(nothing at \(relation.start))"
    }
}
