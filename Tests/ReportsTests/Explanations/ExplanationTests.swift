import Foundation
import TestSupport
import Testing

@testable import Figures
@testable import Reports

/// An article whose derivations are made up here, so that no training changes what the tests expect.
enum ExplanationSample {
    static let text = "At least 24 people were killed on 2 May.\nPolice said so on page 3."

    static let article = Article(
        id: "a", publisher: "Harbour Wire", date: CalendarDate("2024-05-03"), title: "Fire kills 24",
        url: "https://wire.example/fire", text: text)

    static func figure(_ field: TextField, _ start: Int) -> Figure {
        Figure(
            doc: "a", field: field, start: start, end: start + 2, number: "24",
            quote: field == .title ? "Fire kills 24" : "At least 24 people were killed on 2 May.", quoteStart: 0,
            measure: "deaths", term: "killed", value: 24, low: 24, high: nil, qualifier: .atLeast, unit: "person",
            source: SourceReference(name: "police", kind: .authority, text: "Police"),
            date: PartialDate("2024-05-02"), confidence: 0.9, rule: "object+passiveSubject")
    }

    static let figures = [figure(.title, 11), figure(.text, 9)]

    static func words(_ start: Int, _ text: String) -> Explanation.Words {
        Explanation.Words(start: start, end: start + text.utf8.count, text: text)
    }

    static func number(_ start: Int, _ text: String, _ value: Double, gate: String?) -> Explanation {
        let reading = Explanation.Reading(form: "digits", value: value, low: value, high: value, qualifier: .exact)
        return Explanation(
            field: .text, start: start, end: start + text.utf8.count, number: text, reading: reading, gate: gate,
            decisions: [])
    }

    static let explained = Explanation(
        field: .text, start: 9, end: 11, number: "24",
        reading: Explanation.Reading(
            form: "digits", value: 24, low: 24, high: nil, qualifier: .atLeast, qualifiers: [words(0, "At least")],
            currency: nil, counted: words(12, "people"), noun: "person"),
        gate: nil,
        decisions: [
            .init(
                question: "measure", belief: 0.98,
                answers: [
                    .init(
                        answer: "deaths", belief: 0.95, words: words(24, "killed"), rule: "object+passiveSubject",
                        reasons: [("pattern(passiveSubject)", 1.25), ("measure(deaths)", -0.5)]),
                    .init(
                        answer: "deaths", belief: 0.03, words: words(24, "killed"), rule: "tally", agrees: true,
                        reasons: []),
                    .init(
                        answer: "none", belief: 0.015, words: nil, rule: nil, reasons: [("none(yes)", 0.75)]),
                    .init(answer: "missing", belief: 0.005, words: nil, rule: nil, reasons: []),
                ]),
            .init(
                question: "source", belief: 1,
                answers: [
                    .init(answer: "Police", belief: 1, words: words(41, "Police said"), rule: "before", reasons: [])
                ]),
            .init(
                question: "date", belief: 0.7,
                answers: [
                    .init(answer: "2024-05-02", belief: 0.7, words: words(34, "2 May"), rule: "explicit", reasons: [])
                ]),
        ])

    static let explanations = [
        explained, number(34, "2", 2, gate: "date"), number(64, "3", 3, gate: nil),
    ]
}

@Suite struct ExplanationTextTests {
    private func text(all: Bool = false, color: Bool = false) -> String {
        ExplanationText(all: all, color: color).text(
            ExplanationSample.article, ExplanationSample.figures, ExplanationSample.explanations)
    }

    @Test func printsTheTree() {
        #expect(
            text() == """
                Harbour Wire · 2024-05-03 · Fire kills «24»[1]

                At least «24»[2] people were killed on 2 May.
                Police said so on page 3.

                [1] 24 in the title: deaths 24+ · no place · police · 2024-05-02 · event

                [2] 24: deaths 24+ · no place · police · 2024-05-02 · event
                ├─ number   24, in digits – "At least": at_least, 24 or more
                ├─ counts   "people" – noun of the class person, unit person
                ├─ measure  deaths 98% – by "killed" (object+passiveSubject)
                │  ├─ for it: pattern(passiveSubject) +1.25, measure(deaths) −0.5
                │  ├─ also deaths 3% by "killed" (tally)
                │  └─ not none 2%: none(yes) +0.75
                ├─ source   police 100% – by "Police said" (before)
                ├─ day      2024-05-02 70% – by "2 May" (explicit)
                ├─ status   actual
                └─ rule     object+passiveSubject – confidence 0.9

                [–] no figures: 2 (date) · 3 (no measure fits)


                """)
    }

    @Test func printsEachNumberThatWasPassedOver() {
        let end = text(all: true).split(separator: "\n").suffix(3)
        #expect(
            end == [
                "[–] 2 at byte 34: no figure: date", "[–] 3 at byte 64: no figure: no measure fits",
                "└─ number   3, in digits",
            ])
    }

    @Test func marksInTheColourOfTheMeasure() {
        let text = text(color: true)
        #expect(text.contains("At least \u{1B}[1;31m24\u{1B}[0m\u{1B}[2m[2]\u{1B}[0m people"))
        #expect(text.contains("\u{1B}[1;31m■ people harmed\u{1B}[0m\n"))
        #expect(!text.contains("«"))
    }

    @Test func plainTextHasNoEscapes() { #expect(!text(all: true).contains("\u{1B}")) }

    /// What an article says never moves a terminal's cursor, nor turns its words round.
    @Test(arguments: [true, false]) func controlCharactersAreHarmless(color: Bool) {
        let article = Article(
            id: "a", publisher: "\u{1B}]0;x\u{7}", title: "a\u{1B}[2Jb\nc", text: "24\u{1B}[31m dead\u{202E}\u{9B}.")
        let text = ExplanationText(all: true, color: color).text(
            article, Extractor().figures(in: article), Extractor().explanations(of: article))
        let scalars = text.replacing(/\u{1B}\[[0-9;]+m/, with: "").unicodeScalars
        #expect(scalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        #expect(!scalars.contains("\u{202E}"))
        #expect(text.contains("␛["))
    }
}

@Suite struct ExplanationPageTests {
    private func page(_ articles: [Article], all: Bool = false) throws -> String {
        var page = ExplanationPage(all: all)
        let extractor = Extractor()
        for article in articles {
            page.add(article, extractor.figures(in: article), extractor.explanations(of: article))
        }
        return try page.html()
    }

    private func samplePage() throws -> String {
        var page = ExplanationPage()
        page.add(ExplanationSample.article, ExplanationSample.figures, ExplanationSample.explanations)
        return try page.html()
    }

    @Test func marksEachFigureInItsPlace() throws {
        let html = try samplePage()
        #expect(html.contains(#"Fire kills <details class="figure harm" id="a1f1"><summary "#))
        #expect(html.contains(#"<div class="p">At least <details class="figure harm" id="a1f2"><summary "#))
        #expect(html.contains(">24<sup>2</sup></summary>"))
        #expect(
            html.contains(#"</details> people were killed on <span class="no" title="no figure: date">2</span> May."#))
        #expect(html.contains(#"<a href="https://wire.example/fire" rel="noreferrer">"#))
        #expect(html.components(separatedBy: "<details class=\"figure").count == 3)
    }

    @Test func showsTheWordsThatToldIt() throws {
        let html = try samplePage()
        #expect(html.contains(#"<mark class="number">24<small>number</small></mark>"#))
        #expect(html.contains(#"<mark class="measure">killed<small>measure</small></mark>"#))
        #expect(html.contains(#"<mark class="day">2 May<small>day</small></mark>"#))
        #expect(html.contains(#"<b>deaths</b> <span class="share">98%</span>"#))
        #expect(html.contains(#"<span class="weight for">pattern(passiveSubject) <b>+1.25</b></span>"#))
        #expect(html.contains("<li>Police said so on page <b>3</b>. – no measure fits</li>"))
    }

    @Test func asksForNothingAndRunsNothing() throws {
        let html = try samplePage()
        for word in ["<script", "<link", "<img", "src=", "@import", "url("] { #expect(!html.contains(word)) }
    }

    /// The elements of the page are those of the templates, whatever an article says.
    @Test func articlesAreEscaped() throws {
        let evil = #"<script>alert(1)</script> {{x}} {{{y}}} "quoted" 'q' & <img src=x onerror=y>"#
        let text = evil + " At least 24 people were killed, <b>police</b> said." + "\u{0}\u{1B}"
        let html = try page([
            Article(id: evil, publisher: evil, title: evil + " 24 killed", url: "javascript:alert(1)", text: text),
            Article(id: "b", url: #"https://x.example/"onclick="y"#, text: text),
        ])
        for word in ["<script", "<img", "href=\"javascript", "\"onclick", "\u{0}", "\u{1B}"] {
            #expect(!html.contains(word), "\(word.debugDescription)")
        }
        #expect(
            html.contains("&lt;script&gt;alert(1)&lt;/script&gt; {{x}} {{{y}}} &quot;quoted&quot; &#39;q&#39; &amp;"))
        let plain = try page([
            Article(id: "a", title: "24 killed", text: "At least 24 people were killed, police said.")
        ])
        func elements(_ html: String) -> Set<Substring> {
            Set(html.matches(of: /<\/?[a-zA-Z!][a-z0-9]*/).map(\.output))
        }
        #expect(elements(html).subtracting(elements(plain)).isSubset(of: ["<nav", "</nav", "<ol", "</ol", "<span"]))
    }

    @Test func severalArticlesAreSections() throws {
        let html = try page(
            ["One", "Two", "Three"].map { Article(id: $0, title: $0, text: "Nothing is counted here.") })
        #expect(html.components(separatedBy: "<section id=").count == 4)
        #expect(html.contains(##"<li><a href="#a2">Two</a>"##))
        #expect(html.contains("<title>3 articles · figures explained</title>"))
        #expect(html.components(separatedBy: "No figure was read from this article.").count == 4)
    }

    @Test func everyLinkHasItsTarget() throws {
        let html = try samplePage()
        let links = html.matches(of: /href="#([^"]+)"/).map(\.output.1)
        #expect(!links.isEmpty)
        for link in links { #expect(html.contains("id=\"\(link)\"")) }
    }

    @Test func aTemplateThatIsNoneIsTold() {
        let tables = DataTables(replacing: ["templates/tree.html.mustache": "{{#open}}"])
        #expect(throws: ReportError.self) { try ExplanationPage().html(tables: tables) }
    }
}
