import Articles
import Figures
import Foundation
import Testing

@Suite struct MarkdownTests {
    @Test func readsFrontMatter() throws {
        let text = """
            ---
            title: "Flash update: floods"
            report_date: 2024-05-02
            source: Agency One
            tags: [a, b]
            nested:
              title: no
            ---
            At least **14 people** were killed in [Beira](https://a.example).
            """
        for text in [text, text.replacingOccurrences(of: "\n", with: "\r\n")] {
            let reading = try Reading(text, name: "a.md")
            #expect(reading.article?.head == "a | Agency One | 2024-05-02 | Flash update: floods | - | -")
            #expect(reading.article?.text == "At least 14 people were killed in Beira.")
        }
    }

    @Test func readsHeadingsListsAndTables() throws {
        let reading = try Reading(
            """
            # Flood update

            ## Highlights

            - **Killed:** 14
            - Injured: 40

            | District | Killed | Injured |
            |----------|-------:|--------:|
            | Beira    |     11 |      30 |
            | Dondo    |      3 |      10 |

            One line
            that goes on. <!-- 99 killed -->
            """, name: "a")
        #expect(reading.article?.title == "Flood update")
        #expect(
            reading.article?.text == """
                Highlights

                Killed: 14
                Injured: 40

                Beira, Killed: 11; Injured: 30
                Dondo, Killed: 3; Injured: 10

                One line that goes on.
                """)
    }

    /// Plain text has stars and dashes too.
    @Test(arguments: [
        "# of killed: 12\n", "- Killed: 12\n- Injured: 3\n", "---\nKilled: 12", "--- 14 dead ---\n", "* Killed: 12\n",
        "See [1] and [2](page 3).\n",
    ])
    func leavesPlainTextAlone(_ text: String) throws {
        #expect(try Reading(text, name: "a.md").article?.text == text)
    }

    @Test(arguments: ["---\ntitle: T\n---\n", "---\ntitle: T\n---\n\n<!-- nothing -->\n"]) func wantsText(
        _ text: String
    ) throws {
        #expect(try Reading(text, name: "a.md").complaints == ["a.md: there is no text after the header"])
    }

    /// A line of bars alone would hold the parser up for hours.
    @Test(.timeLimit(.minutes(1))) func readsALineOfBarsInTime() throws {
        let bars = String(repeating: "|", count: 1 << 20)
        let reading = try Reading("# Toll\n\n**14** killed\n\n|a|b|\n|-|-|\n\(bars)\n\nThe end.", name: "a.md")
        #expect(reading.article?.text.hasPrefix("14 killed") == true)
        #expect(reading.article?.text.hasSuffix("The end.") == true)
    }
}
