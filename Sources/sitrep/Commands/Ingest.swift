import ArgumentParser
import Figures
import TimeSeries

struct Ingest: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read articles into the store, with their figures.",
        discussion: """
            Reads pages of the web, feeds, JSON (this program's articles, ReliefWeb, news-please and others), Markdown, \
            e-mail, plain text of any encoding (with a header of 'Key: value' lines, or ' date YYYY-MM-DD TITLE' as \
            the first line), and folders of them. Reading an article again changes nothing.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        try reporting {
            let tables = try data.tables()
            let lexicon = try data.lexicon()
            let extractor = Extractor(lexicon: lexicon)
            let stamp = ExtractorStamp(lexicon: tables.fingerprint)
            // Opened with the first article: a mistyped path leaves no empty store behind.
            var opened: Store?
            var pump = ArticlePump(input)
            var tally = Tally()
            try pump.run { batch in
                let store = try opened ?? Store(path: store.path, lexicon: lexicon)
                opened = store
                tally.add(try store.ingest(batch, by: stamp) { extractor.figures(inAll: $0) })
            }
            if opened != nil { Console.note("\(store.path): \(tally)") }
            try pump.finish()
        }
    }

    /// What became of the articles.
    struct Tally: CustomStringConvertible {
        private var added = 0
        private var reread = 0
        private var unchanged = 0
        private var figures = 0

        mutating func add(_ outcomes: [IngestOutcome]) {
            for outcome in outcomes {
                switch outcome {
                case .added(let count):
                    added += 1
                    figures += count
                case .reread(let count):
                    reread += 1
                    figures += count
                case .unchanged: unchanged += 1
                }
            }
        }

        /// `62 articles added with 431 figures, 3 read before`
        var description: String {
            var text = "\(added) article\(added == 1 ? "" : "s") added"
            if reread > 0 { text += ", \(reread) read anew" }
            text += " with \(figures) figure\(figures == 1 ? "" : "s")"
            return unchanged > 0 ? text + ", \(unchanged) read before" : text
        }
    }
}
