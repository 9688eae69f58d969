import Figures

/// An article with its figures, numbered from 1 in the order in which `sitrep extract` writes them, and its other
/// numbers.
struct ExplainedArticle {
    /// A figure with how it was read; the derivation is nil where none was written down.
    struct Item {
        let number: Int
        let figure: Figure
        let explanation: Explanation?
        var group: MeasureGroup { MeasureGroup(measure: figure.measure) }
    }

    /// A stretch of a field: plain, or a number.
    enum Run {
        case plain(Range<Int>)
        case figure(Item)
        case passedOver(Explanation)
    }

    let article: Article
    let items: [Item]
    /// The numbers that are no figures.
    let passedOver: [Explanation]

    init(_ article: Article, _ figures: [Figure], _ explanations: [Explanation]) {
        self.article = article
        let byStart = Dictionary(explanations.map { (Place($0.field, $0.start), $0) }, uniquingKeysWith: { $1 })
        items = figures.enumerated().map { index, figure in
            Item(number: index + 1, figure: figure, explanation: byStart[Place(figure.field, figure.start)])
        }
        let starts = Set(figures.map { Place($0.field, $0.start) })
        passedOver = explanations.filter { !starts.contains(Place($0.field, $0.start)) }
    }

    private struct Place: Hashable {
        let field: TextField
        let start: Int

        init(_ field: TextField, _ start: Int) {
            self.field = field
            self.start = start
        }
    }

    /// `Harbour Wire · 2023-11-03`
    var origin: String { [article.publisher, article.date?.description].compactMap { $0 }.joined(separator: " · ") }

    func bytes(_ field: TextField) -> [UInt8] { Array((field == .title ? article.title ?? "" : article.text).utf8) }

    /// The whole of a field, cut at its numbers. A number that overlaps one before it is left out.
    func runs(_ field: TextField) -> [Run] {
        let count = bytes(field).count
        let figures = items.filter { $0.figure.field == field }.map {
            ($0.figure.start..<$0.figure.end, Run.figure($0))
        }
        let others = passedOver.filter { $0.field == field }.map { ($0.start..<$0.end, Run.passedOver($0)) }
        var runs: [Run] = []
        var at = 0
        for (range, run) in (figures + others).sorted(by: { $0.0.lowerBound < $1.0.lowerBound })
        where range.lowerBound >= at && range.upperBound <= count {
            if range.lowerBound > at { runs.append(.plain(at..<range.lowerBound)) }
            runs.append(run)
            at = range.upperBound
        }
        return at < count ? runs + [.plain(at..<count)] : runs
    }

    /// Why the number is no figure.
    static func why(_ explanation: Explanation) -> String { explanation.gate ?? "no measure fits" }

    /// `deaths 9,000+ · Gaza · Gaza Ministry of Health · 2023-11-03 · total since 2023-10-07`
    static func summary(_ figure: Figure) -> String {
        let what = [figure.measure + " " + ValueText.text(figure)] + figure.population
        let status = figure.status == .actual ? [] : [figure.status.rawValue]
        let rest = [
            figure.place?.name ?? "no place", figure.source?.name ?? "unattributed",
            figure.date?.description ?? "no day", period(figure),
        ]
        return CellText.line((what + status + rest).joined(separator: " · "))
    }

    /// `total since 2023-10-07`
    static func period(_ figure: Figure) -> String {
        figure.period.rawValue + (figure.periodStart.map { " since \($0)" } ?? "")
    }
}
