import Articles
import Figures
import Foundation
import TestSupport
import Testing

/// The reader on saved news pages whose text a person marked, beside the package, where they are.
@Suite struct SavedPagesTests {
    static let folder: URL? = PackageFolder.root()?.deletingLastPathComponent().appendingPathComponent(
        "shared/formats/pages")
    static let isThere: Comment = "needs ../shared/formats/pages beside the package"
    static var areThere: Bool {
        folder.map { FileManager.default.fileExists(atPath: $0.appendingPathComponent("expected.jsonl").path) } ?? false
    }

    private struct Page: Decodable {
        let file: String
        let body: String
    }

    /// Mean F1 over runs of four words, a point below what was measured, so that a change that loses text is seen.
    @Test(.enabled(if: areThere, isThere)) func findsTheText() async throws {
        let folder = try #require(Self.folder)
        let pages = try Data(contentsOf: folder.appendingPathComponent("expected.jsonl")).split(separator: 10).map {
            try JSONDecoder().decode(Page.self, from: Data($0))
        }
        let place = try TemporaryFolder()
        let unpack = "for file in *.gz; do gzip -dc \"$file\" > \"$0/${file%.gz}\" || exit 1; done"
        let result = try await CommandRunner(program: URL(fileURLWithPath: "/bin/sh")).run(
            ["-c", unpack, place.path], in: folder)
        try #require(result.status == 0)
        var texts: [String: String] = [:]
        ArticleReader().read(place.path) { item in
            if case .article(let article, _) = item { texts[article.id + ".html.gz"] = article.text }
        }
        #expect(pages.count > 50)
        let scores = pages.map { f1(grams($0.body), grams(texts[$0.file] ?? "")) }
        let mean = scores.reduce(0, +) / Double(scores.count)
        #expect(mean >= 0.96, "mean F1 \(mean)")
    }

    private func grams(_ text: String) -> [String: Int] {
        let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }
        guard !words.isEmpty else { return [:] }
        let last = max(0, words.count - 4)
        return (0...last).reduce(into: [:]) { counts, start in
            counts[words[start..<min(start + 4, words.count)].joined(separator: " "), default: 0] += 1
        }
    }

    private func f1(_ want: [String: Int], _ got: [String: Int]) -> Double {
        let hits = want.reduce(0) { $0 + min($1.value, got[$1.key] ?? 0) }
        let all = want.values.reduce(0, +) + got.values.reduce(0, +)
        return all == 0 ? 0 : 2 * Double(hits) / Double(all)
    }
}
