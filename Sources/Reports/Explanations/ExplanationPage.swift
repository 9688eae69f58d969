public import Figures
import Mustache

/// Articles with their figures marked, as a page of HTML: a click on a figure opens how it was read.
///
///     var page = ExplanationPage()
///     page.add(article, figures, explanations)
///     print(try page.html())
///
/// The page asks for no other file and runs no script; all that an article says is escaped.
public struct ExplanationPage: Sendable {
    private var articles: [ExplainedArticle] = []
    /// The trees of the numbers that are no figures too.
    private let all: Bool

    public init(all: Bool = false) { self.all = all }

    public var articleCount: Int { articles.count }
    public var figureCount: Int { articles.reduce(0) { $0 + $1.items.count } }

    /// - Parameter explanations: what `Extractor.explanations(of:)` tells of the article.
    public mutating func add(_ article: Article, _ figures: [Figure], _ explanations: [Explanation]) {
        articles.append(ExplainedArticle(article, figures, explanations))
    }

    /// - Parameter tables: where `templates/explanation.html.mustache` and `templates/tree.html.mustache`, which lays
    ///   out a derivation, are looked for.
    /// - Throws: `ReportError` where a template cannot be read.
    public func html(tables: DataTables = DataTables()) throws(ReportError) -> String {
        var templates: [String: MustacheTemplate] = [:]
        for name in ["explanation", "tree"] {
            let path = "templates/\(name).html.mustache"
            do {
                templates[name] = try MustacheTemplate(string: String(decoding: tables.bytes(path), as: UTF8.self))
            } catch {
                throw .badTemplate(path, "\(error)")
            }
        }
        return MustacheLibrary(templates: templates).render(context, withTemplate: "explanation") ?? ""
    }

    private var context: [String: Any] {
        let groups = Set(articles.flatMap { $0.items.map(\.group) })
        let sections = articles.enumerated().map { ExplanationSection($1, number: $0 + 1, all: all) }
        return [
            "title": articles.count == 1 ? ExplanationSection.name(articles[0]) : "\(articles.count) articles",
            "legend": MeasureGroup.allCases.filter(groups.contains).map { ["group": $0.rawValue, "title": $0.title] },
            "contents": articles.count == 1 ? [] : sections.map(\.entry),
            "articles": sections.map(\.context),
            "extractor": Extractor.version,
        ]
    }
}

/// An article in the words that the template lays out.
private struct ExplanationSection {
    private let explained: ExplainedArticle
    private let id: String
    private let all: Bool

    init(_ explained: ExplainedArticle, number: Int, all: Bool) {
        self.explained = explained
        self.all = all
        id = "a\(number)"
    }

    static func name(_ explained: ExplainedArticle) -> String {
        let title = CellText.line(explained.article.title ?? "")
        return title.isEmpty ? CellText.line(explained.article.id) : title
    }

    /// A line of the contents.
    var entry: [String: Any] {
        [
            "id": id, "name": Self.name(explained), "origin": CellText.line(explained.origin),
            "count": count(explained.items.count, "figure"),
        ]
    }

    var context: [String: Any] {
        let title = paragraphs(.title).flatMap { $0 }
        let heading: [[String: Any]] = title.isEmpty ? [["plain": ["text": Self.name(explained)]]] : title
        let lines = [["isTitle": true, "runs": heading]] + paragraphs(.text).map { ["isTitle": false, "runs": $0] }
        let others = explained.passedOver
        return [
            "id": id, "lines": lines,
            "origin": CellText.line(explained.origin), "address": address,
            "rows": explained.items.map(row),
            "count": count(explained.items.count, "figure"), "hasFigures": !explained.items.isEmpty,
            "hasOthers": !others.isEmpty,
            "othersCount": others.count == 1 ? "1 number is no figure" : "\(others.count) numbers are no figures",
            "others": others.map(other),
        ]
    }

    private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// Only addresses of the web become links: an article must not choose what a click runs.
    private var address: [String] {
        let url = CellText.line(explained.article.url ?? "")
        return url.hasPrefix("https://") || url.hasPrefix("http://") ? [url] : []
    }

    // MARK: The article

    /// The runs of each line of a field, without empty lines.
    private func paragraphs(_ field: TextField) -> [[[String: Any]]] {
        let bytes = explained.bytes(field)
        var paragraphs: [[[String: Any]]] = [[]]
        for run in explained.runs(field) {
            switch run {
            case .plain(let range):
                let lines = bytes[range].split(separator: 10, omittingEmptySubsequences: false)
                for (index, line) in lines.enumerated() {
                    if index > 0 { paragraphs.append([]) }
                    let text = CellText.block(String(decoding: line, as: UTF8.self))
                    if !text.isEmpty { paragraphs[paragraphs.count - 1].append(["plain": ["text": text]]) }
                }
            case .figure(let item): paragraphs[paragraphs.count - 1].append(["figure": figure(item)])
            case .passedOver(let number): paragraphs[paragraphs.count - 1].append(["other": mark(number)])
            }
        }
        return paragraphs.filter { !$0.isEmpty }
    }

    private func mark(_ number: Explanation) -> [String: Any] {
        ["text": CellText.block(number.number), "why": ExplainedArticle.why(number)]
    }

    private func figure(_ item: ExplainedArticle.Item) -> [String: Any] {
        [
            "id": "\(id)f\(item.number)", "number": item.number, "text": CellText.block(item.figure.number),
            "group": item.group.rawValue, "measure": item.figure.measure,
            "summary": ExplainedArticle.summary(item.figure),
            "quote": QuoteMarks(item).runs, "branches": item.explanation.map { branches($0, item.figure) } ?? [],
        ]
    }

    private func row(_ item: ExplainedArticle.Item) -> [String: Any] {
        let figure = item.figure
        let status = figure.status == .actual ? "" : figure.status.rawValue
        return [
            "id": "\(id)f\(item.number)", "number": item.number, "group": item.group.rawValue,
            "measure": ([figure.measure] + figure.population).joined(separator: ", "), "status": status,
            "hasStatus": !status.isEmpty, "value": ValueText.text(figure),
            "place": CellText.line(figure.place?.name ?? "–"),
            "source": CellText.line(figure.source?.name ?? "unattributed"), "date": figure.date?.description ?? "–",
            "period": ExplainedArticle.period(figure), "confidence": NumberText.percent(figure.confidence),
        ]
    }

    // MARK: The derivation

    private func branches(_ explanation: Explanation, _ figure: Figure?) -> [[String: Any]] {
        Derivation(explanation, figure).branches.map { branch in
            let own: [[String: Any]] = branch.reasons.isEmpty ? [] : [leaf("for it", nil, branch.reasons)]
            let rivals = branch.rivals.map { leaf("\($0.answer) \($0.share)", $0.because, $0.reasons) }
            return [
                "name": branch.name, "answer": branch.answer, "share": branch.share.map { [$0] } ?? [],
                "because": branch.because.map { [$0] } ?? [], "hasLeaves": !(own + rivals).isEmpty,
                "leaves": own + rivals,
            ]
        }
    }

    private func leaf(
        _ text: String, _ because: String?, _ reasons: [(feature: String, weight: Double)]
    ) -> [String: Any] {
        [
            "text": text, "because": because.map { [$0] } ?? [],
            "reasons": reasons.map {
                [
                    "feature": $0.feature, "weight": NumberText.signed($0.weight),
                    "side": $0.weight < 0 ? "against" : "for",
                ]
            },
        ]
    }

    private func other(_ number: Explanation) -> [String: Any] {
        let bytes = explained.bytes(number.field)
        let around = Surroundings.around(number.start..<number.end, in: bytes)
        let tree = all && number.gate == nil ? branches(number, nil) : []
        return [
            "text": CellText.line(number.number), "why": ExplainedArticle.why(number), "before": around.before,
            "after": around.after, "hasTree": !tree.isEmpty, "branches": tree,
        ]
    }
}

/// The words around a number.
private enum Surroundings {
    /// Some 40 bytes on each side, cut between characters and kept within the line.
    static func around(_ range: Range<Int>, in bytes: [UInt8]) -> (before: String, after: String) {
        var start = max(0, range.lowerBound - 40)
        while start < range.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
        var end = min(bytes.count, range.upperBound + 40)
        while end > range.upperBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        let before = bytes[start..<range.lowerBound].split(separator: 10, omittingEmptySubsequences: false)
        let after = bytes[range.upperBound..<end].split(separator: 10, omittingEmptySubsequences: false)
        return (
            (start > 0 && before.count == 1 ? "…" : "") + text(before.last),
            text(after.first) + (end < bytes.count && after.count == 1 ? "…" : "")
        )
    }

    private static func text(_ bytes: ArraySlice<UInt8>?) -> String {
        CellText.block(String(decoding: bytes ?? [], as: UTF8.self))
    }
}

/// The sentence of a figure, with the words marked that told the answers.
private struct QuoteMarks {
    private struct Mark {
        let kind: String
        let range: Range<Int>
    }

    /// Each `["text": …]`, with `mark` where the words told something.
    let runs: [[String: Any]]

    init(_ item: ExplainedArticle.Item) {
        let figure = item.figure
        let bytes = Array(figure.quote.utf8)
        var runs: [[String: Any]] = []
        var at = 0
        func words(_ range: Range<Int>) -> String { CellText.block(String(decoding: bytes[range], as: UTF8.self)) }
        for mark in QuoteMarks.marks(item) {
            let range = mark.range.lowerBound - figure.quoteStart..<mark.range.upperBound - figure.quoteStart
            guard range.lowerBound >= at, range.upperBound <= bytes.count else { continue }
            if range.lowerBound > at { runs.append(["text": words(at..<range.lowerBound)]) }
            runs.append(["text": words(range), "mark": [["kind": mark.kind]]])
            at = range.upperBound
        }
        if at < bytes.count { runs.append(["text": words(at..<bytes.count)]) }
        self.runs = runs
    }

    /// In order of offset; where two overlap, the number and what was asked first come first.
    private static func marks(_ item: ExplainedArticle.Item) -> [Mark] {
        let number = Mark(kind: "number", range: item.figure.start..<item.figure.end)
        let decisions = item.explanation?.decisions ?? []
        let told = decisions.compactMap { decision in
            decision.answers.first?.words.map { words in
                Mark(kind: decision.question == "date" ? "day" : decision.question, range: words.start..<words.end)
            }
        }
        var kept: [Mark] = []
        for mark in [number] + told where !kept.contains(where: { $0.range.overlaps(mark.range) }) { kept.append(mark) }
        return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
