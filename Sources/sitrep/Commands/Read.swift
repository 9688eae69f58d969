import ArgumentParser
import Articles
import Figures
import TimeSeries

struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "The articles of the inputs as JSON Lines, as other commands see them.",
        discussion: """
            One article a line: {"id","publisher","date","title","url","lang","text"}, every key always there. What is \
            written can be read again by every command.
            """)

    @OptionGroup var input: InputOptions

    func run() throws {
        try reporting {
            var pump = try ArticlePump(input)
            try Output.write { output in
                try pump.run { batch in
                    for incoming in batch {
                        var line: [UInt8] = []
                        incoming.article.writeJSON(to: &line)
                        line.append(UInt8(ascii: "\n"))
                        output.write(line)
                    }
                }
            }
            try pump.finish()
        }
    }
}
