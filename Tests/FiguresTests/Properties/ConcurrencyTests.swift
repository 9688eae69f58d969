import Figures
import Testing

@Suite struct ConcurrencyTests {
    /// One extractor, shared by tasks that run at once, gives what it gives alone.
    @Test func sharesOneExtractor() async {
        let extractor = Extractor()
        let articles = Samples.sentences.enumerated().map {
            Article(id: String($0.offset), date: day, text: $0.element)
        }
        let alone = articles.map { extractor.figures(in: $0) }
        let together = await withTaskGroup(of: (Int, [Figure]).self) { group in
            for (index, article) in articles.enumerated() {
                group.addTask { (index, extractor.figures(in: article)) }
            }
            var found: [[Figure]] = Array(repeating: [], count: articles.count)
            for await (index, figures) in group { found[index] = figures }
            return found
        }
        #expect(together == alone)
    }
}
