import ArgumentParser
import Figures
import Reports
import TimeSeries

struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Articles in, figures out; nothing is stored.",
        discussion: "With jsonl, one figure a line, every key always there, in order of article and offset.")

    @OptionGroup var input: InputOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var jobs: JobOptions

    @Option(help: ArgumentHelp("How figures come out.", valueName: "format"))
    var format: RowFormat = .jsonl

    func run() throws {
        try reporting {
            let extractor = Extractor(lexicon: try data.lexicon())
            var pump = try ArticlePump(input)
            try Output.write { output in
                if format == .jsonl {
                    try writeLines(&pump, extractor, output)
                } else {
                    try writeRows(&pump, extractor, output)
                }
            }
            try pump.finish()
        }
    }

    private func writeLines(_ pump: inout ArticlePump, _ extractor: Extractor, _ output: Output) throws {
        let workers = BatchWorkers(jobs: jobs.count) { (batch: [IncomingArticle]) in
            var lines: [UInt8] = []
            for incoming in batch {
                // By their places: a figure that is handed out is copied, string by string.
                let figures = extractor.figures(in: incoming.article)
                for place in figures.indices {
                    figures[place].writeJSON(to: &lines)
                    lines.append(UInt8(ascii: "\n"))
                }
            }
            return lines
        } emit: {
            output.write($0)
        }
        try pump.run(workers.submit)
        try workers.finish()
    }

    private func writeRows(_ pump: inout ArticlePump, _ extractor: Extractor, _ output: Output) throws {
        var rows = FigureRows(format: format, width: Console.width) { output.write($0) }
        var number: Int64 = 0
        let workers = BatchWorkers(jobs: jobs.count) { (batch: [IncomingArticle]) in
            batch.map { ($0, extractor.figures(in: $0.article)) }
        } emit: { batch in
            for (incoming, figures) in batch {
                for figure in figures {
                    number += 1
                    rows.add(
                        StoredFigure(
                            id: number, figure: figure, articleTitle: incoming.article.title,
                            articleURL: incoming.article.url, articlePath: incoming.path))
                }
            }
        }
        try pump.run(workers.submit)
        try workers.finish()
        rows.finish()
    }
}
