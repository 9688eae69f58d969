import ArgumentParser
import Figures
import Reports
import TimeSeries

struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Articles in, figures out; nothing is stored.",
        discussion: "With jsonl, one figure a line, every key always there, in order of article and offset.")

    @OptionGroup var input: InputOptions
    @OptionGroup var data: DataOptions

    @Option(help: ArgumentHelp("How figures come out.", valueName: "format"))
    var format: RowFormat = .jsonl

    func run() throws {
        try reporting {
            let extractor = Extractor(lexicon: try data.lexicon())
            var pump = ArticlePump(input)
            try Output.write { output in
                if format == .jsonl {
                    try pump.run { batch in Extract.writeLines(extractor.figures(inAll: batch.map(\.article)), output) }
                } else {
                    try writeRows(&pump, extractor, output)
                }
            }
            try pump.finish()
        }
    }

    private static func writeLines(_ figures: [[Figure]], _ output: Output) {
        for figure in figures.joined() {
            var line: [UInt8] = []
            figure.writeJSON(to: &line)
            line.append(UInt8(ascii: "\n"))
            output.write(line)
        }
    }

    private func writeRows(_ pump: inout ArticlePump, _ extractor: Extractor, _ output: Output) throws {
        var rows = FigureRows(format: format, width: Console.width) { output.write($0) }
        var number: Int64 = 0
        try pump.run { batch in
            for (incoming, figures) in zip(batch, extractor.figures(inAll: batch.map(\.article))) {
                for figure in figures {
                    number += 1
                    rows.add(
                        StoredFigure(
                            id: number, figure: figure, articleTitle: incoming.article.title,
                            articleURL: incoming.article.url, articlePath: incoming.path))
                }
            }
        }
        rows.finish()
    }
}
