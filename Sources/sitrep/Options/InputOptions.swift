public import ArgumentParser
public import Articles
import Figures

extension InputFormat: ExpressibleByArgument {}

/// What is read, and what is known of it beforehand.
struct InputOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Files or folders; - is standard input.", valueName: "path"))
    var paths: [String]

    @Option(help: ArgumentHelp("The publisher of articles that do not name theirs.", valueName: "name"))
    var publisher: String?

    @Option(help: ArgumentHelp("The day of publication of articles that do not give theirs.", valueName: "YYYY-MM-DD"))
    var date: CalendarDate?

    @Option(help: ArgumentHelp("The address of articles that do not give theirs.", valueName: "address"))
    var url: String?

    @Option(help: ArgumentHelp("The largest article that is read, in megabytes.", valueName: "number"))
    var maxSize = ArticleReader.defaultLimit >> 20

    @Option(
        help: ArgumentHelp(
            "What the inputs hold, where their bytes mislead. (default: told by the bytes)",
            valueName: "format"))
    var inputFormat: InputFormat?

    @Option(
        help: ArgumentHelp(
            "The encoding of texts and pages, as windows-1252. (default: told by the inputs)", valueName: "name"))
    var encoding: String?

    func validate() throws {
        guard (1...1024).contains(maxSize) else { throw ValidationError("--max-size wants a number from 1 to 1024.") }
    }

    var reader: ArticleReader {
        ArticleReader(
            defaults: ArticleDefaults(publisher: publisher, date: date, url: url), limit: maxSize << 20,
            format: inputFormat, encoding: encoding)
    }
}
