public import Figures
public import TimeSeries

/// Figures as CSV with the hashtags of the Humanitarian Exchange Language (https://hxlstandard.org) in its second row.
///
/// A row is a figure. Tags belong to columns, so each thing that is counted has a column of its own, with the hashtag
/// that `Data/measures.tsv` gives it, and a figure fills one of them:
///
///     measure,deaths,displaced,displaced (household),low,high,…
///     #indicator+name,#affected+killed,#affected+displaced+ind,#affected+displaced+hh,#indicator+min+num,…
///     deaths,9061,,,9061,9061,…
///     displaced,,,1200,1200,,…
///
/// Tools that look for `#affected+killed` find it, and families never stand in a column of people. Planned, denied and
/// projected figures, events and totals are told apart by `#status` and `#indicator+period`.
public enum HXLRows {
    public static func write(
        _ figures: [StoredFigure], lexicon: Lexicon = .embedded, to sink: @escaping TextSink
    ) {
        let counts = Set(figures.map { HXLCount($0.figure, lexicon) }).sorted()
        let fixed = FigureColumn.all.filter { $0.tag != nil }
        // What is counted stands behind the measure's name.
        let behind = (fixed.firstIndex { $0.key == "measure" } ?? 0) + 1
        func write(_ texts: [String], _ values: [String]) {
            let line = Array(texts.prefix(behind)) + values + Array(texts.dropFirst(behind))
            sink(line.joined(separator: ",") + "\n")
        }
        write(fixed.map(\.key), counts.map { CSVRows.text(.text($0.heading)) })
        write(fixed.map { $0.tag ?? "" }, counts.map(\.tag))
        for stored in figures {
            let own = HXLCount(stored.figure, lexicon)
            write(
                fixed.map { CSVRows.text($0.cell(stored, lexicon)) },
                counts.map { $0 == own ? NumberText.plain(stored.figure.value) : "" })
        }
    }
}

/// What a column of values counts: a measure in one unit, under one hashtag.
struct HXLCount: Hashable, Comparable {
    /// The place of the measure in the table of measures.
    private let order: Int
    /// `displaced`, `displaced (household)`.
    let heading: String
    let tag: String

    init(_ figure: Figure, _ lexicon: Lexicon) {
        order = lexicon.measures.firstIndex { $0.name == figure.measure } ?? lexicon.measures.count
        let measure = order < lexicon.measures.count ? lexicon.measures[order] : nil
        let base = HXLCount.tag(measure, figure.term)
        tag = HXLCount.tag(base, unit: figure.unit, usual: measure?.unit ?? figure.unit)
        let isUsual = figure.unit == measure?.unit
        let name = base == measure?.hxl ? figure.measure : HXLCount.lastAttribute(base)
        heading = isUsual ? name : "\(name) (\(figure.unit))"
    }

    /// The measure's tag, or the other one where the figure's word asks for it.
    private static func tag(_ measure: Measure?, _ term: String) -> String {
        guard let measure, !measure.hxl.isEmpty else { return "#indicator+num" }
        guard let other = measure.hxlTerms.first else { return measure.hxl }
        let words = term.lowercased().split { !$0.isLetter }
        let isOther = words.contains { word in measure.hxlTerms.dropFirst().contains { word.hasPrefix($0) } }
        return isOther ? other : measure.hxl
    }

    private static func tag(_ tag: String, unit: String, usual: String) -> String {
        if tag.contains("{unit}") { return tag.replacing("{unit}", with: attribute(unit)) }
        // Another unit is another column: families are not people.
        return unit == usual ? tag : tag + "+" + attribute(unit)
    }

    private static let attributes = ["person": "ind", "people": "ind", "household": "hh", "family": "hh"]

    /// The unit as an attribute: letters and digits alone, a letter first.
    static func attribute(_ unit: String) -> String {
        if let known = attributes[unit] { return known }
        let word = String(
            unit.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) })
        return word.first?.isLetter == true ? word : "unit" + word
    }

    private static func lastAttribute(_ tag: String) -> String {
        String(tag.split { "#+".contains($0) }.last ?? "value")
    }

    static func < (a: HXLCount, b: HXLCount) -> Bool { (a.order, a.tag, a.heading) < (b.order, b.tag, b.heading) }
}
