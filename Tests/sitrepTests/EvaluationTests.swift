import Foundation
import TestSupport
import Testing

/// `sitrep eval` beside the script of the annotated articles, where both are.
@Suite struct EvaluationTests {
    static let folder = PackageFolder.gold()
    static let isThere: Comment = "needs ../shared/gold beside the package"

    /// Lines with one space between words, and without the count of `all of …`, which the script does not print.
    private func scores(_ text: String) -> [String] {
        text.split(separator: "\n").prefix { !$0.hasPrefix("confidence") }.map { line in
            let words = line.split(separator: " ")
            return (words.first == "all" ? words.dropLast(2) : words).joined(separator: " ")
        }
    }

    @Test(.enabled(if: folder != nil, isThere)) func agreesWithTheScript() async throws {
        let gold = try #require(Self.folder)
        func path(_ name: String) -> String { gold.appendingPathComponent(name).path }
        let sitrep = try CommandRunner.sitrep()
        let place = try TemporaryFolder()
        let evaluated = try await sitrep.run(
            ["eval", "--gold", path("dev.figures.jsonl"), "--articles", path("dev.articles.jsonl")], timeout: 600)
        let figures = try await sitrep.run(["extract", path("dev.articles.jsonl")], timeout: 600)
        try figures.output.write(to: place.file("figures.jsonl"))
        let scored = try await PythonModule.run(
            [path("score.py"), "--gold", path("dev.figures.jsonl"), "figures.jsonl"], in: place.url)
        #expect(evaluated.status == 0 && figures.status == 0 && scored.status == 0, "\(scored.errorText)")
        let expected = scored.outputText.split(separator: "\n").map {
            let words = $0.split(separator: " ")
            return words.joined(separator: " ")
        }
        #expect(expected.count > 10)
        #expect(scores(evaluated.outputText) == expected)
        let table = evaluated.outputText.split(separator: "\n").drop { !$0.hasPrefix("confidence") }.dropFirst()
        #expect(table.count > 3 && table.allSatisfy { $0.contains(" to ") })
    }
}
