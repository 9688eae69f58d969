import Articles
import Figures
import Foundation
import Testing

@Suite struct TableTests {
    private func text(_ html: String) throws -> String? {
        let lead = "The cyclone struck on Monday, and the agency gave these figures on Wednesday in a statement."
        let reading = try Reading("<!DOCTYPE html><body><p>\(lead)</p>\(html)</body>", name: "a.html")
        return reading.article.map { String($0.text.dropFirst(lead.count + 2)) }
    }

    @Test(arguments: [
        // Heads of columns, marked as such or told by their words.
        (
            "<tr><th>District<th>Killed<th>Injured<tr><td>Beira<td>14<td>40<tr><td>Dondo<td>3<td>",
            "Beira, Killed: 14; Injured: 40\nDondo, Killed: 3"
        ),
        ("<tr><td>District<td>Killed<td>Injured<tr><td>Beira<td>14<td>40", "Beira, Killed: 14; Injured: 40"),
        ("<thead><tr><td>Camp<td>People</thead><tr><td>North<td>1,200", "North, People: 1,200"),
        // Heads over several columns and rows.
        (
            "<tr><th rowspan=2>Province<th colspan=2>Killed<tr><th>Men<th>Women<tr><td rowspan=2>Sofala<td>4<td>3"
                + "<tr><td>7<td>2",
            "Sofala, Killed, Men: 4; Killed, Women: 3\nSofala, Killed, Men: 7; Killed, Women: 2"
        ),
        // Labels and values.
        ("<tr><td>Killed<td>14<tr><td>Injured:<td>40", "Killed: 14\nInjured: 40"),
        ("<tr><th>Killed<td>14<tr><th>Injured<td>40", "Killed: 14\nInjured: 40"),
        ("<caption>By district</caption><tr><td>Beira<td>14 killed", "By district\nBeira: 14 killed"),
        // A table that only arranges the page.
        ("<tr><td><p>One side of it.</p><p>And the other.</p><td></tr>", "One side of it.\n\nAnd the other."),
        ("<tr><td colspan=9999999>Killed<td rowspan=9999999>14", "Killed: 14"),
    ])
    func readsRowsWithTheirHeads(_ table: String, _ lines: String) throws {
        #expect(try text("<table>\(table)</table>") == lines)
    }

    @Test(arguments: [
        (
            "<ul><li>Killed: 14<li>Injured: 40<li>food for 20 families</ul>",
            "Killed: 14\nInjured: 40\n\nfood for 20 families"
        ),
        ("<dl><dt>Killed<dd>14<dt>Injured:<dd>40</dl>", "Killed: 14\nInjured: 40"),
        (
            "<div><div><h4>3.1M</h4><p>people in need</p></div><div><p>Deaths</p><p>17</p></div></div>",
            "3.1M people in need\n\nDeaths: 17"
        ),
        ("<div><p>Deaths</p><p>17</p><p>of all ages</p></div>", "Deaths\n\n17\n\nof all ages"),
    ])
    func readsListsAndLabels(_ html: String, _ lines: String) throws {
        #expect(try text(html) == lines)
    }
}
