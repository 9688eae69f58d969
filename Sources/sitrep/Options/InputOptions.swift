public import ArgumentParser
public import Articles
import Figures

extension InputFormat: ExpressibleByArgument {}

/// What is read, and what is known of it beforehand.
struct InputOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Files, folders, patterns or addresses; - is standard input.", valueName: "path"))
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

    @Option(
        help: ArgumentHelp(
            "Where records of JSON keep a field, as title=headline or text=story.body; repeatable.",
            valueName: "field=key"))
    var map: [String] = []

    @Option(
        help: ArgumentHelp(
            "How deep elements of a page or a feed, and objects of JSON, may lie in each other.", valueName: "number"))
    var maxNesting = ArticleReader.defaultNesting

    @Option(help: ArgumentHelp("How deep parts of a message may lie in each other.", valueName: "number"))
    var maxParts = ArticleReader().partNesting

    @Option(help: ArgumentHelp("How many columns a table in Markdown may have.", valueName: "number"))
    var maxColumns = ArticleReader().columns

    @Option(help: ArgumentHelp("Also write what could not be read here, as JSON Lines.", valueName: "file"))
    var reportErrors: String?

    @OptionGroup var reading: PDFOptions
    @OptionGroup var unpacking: UnpackOptions
    @OptionGroup var web: WebOptions

    func validate() throws {
        _ = try keys()
        guard (1...1024).contains(maxSize) else { throw ValidationError("--max-size wants a number from 1 to 1024.") }
        guard (8...1000).contains(maxNesting) else {
            throw ValidationError("--max-nesting wants a number from 8 to 1000.")
        }
        guard (1...64).contains(maxParts) else { throw ValidationError("--max-parts wants a number from 1 to 64.") }
        guard (1...4096).contains(maxColumns) else {
            throw ValidationError("--max-columns wants a number from 1 to 4096.")
        }
    }

    /// All options that decide what an input gives, in one line.
    var fingerprint: String {
        let limits = [maxSize, maxNesting, maxParts, maxColumns].map(String.init)
        let given = [publisher, date?.description, url, inputFormat?.rawValue, encoding].map { $0 ?? "-" }
        return (given + limits).joined(separator: "|") + map.joined(separator: "|")
    }

    private func keys() throws -> RecordKeys {
        var keys = RecordKeys.embedded
        for pair in map {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, keys.map(parts[0], to: parts[1]) else {
                throw ValidationError(
                    "--map wants field=key, where field is one of \(RecordKeys.fields.joined(separator: ", ")).")
            }
        }
        return keys
    }

    var reader: ArticleReader {
        var reader = ArticleReader(
            defaults: ArticleDefaults(publisher: publisher, date: date, url: url), limit: maxSize << 20,
            format: inputFormat, encoding: encoding)
        if let keys = try? keys() { reader.keys = keys }
        reader.unpacking = unpacking.limits
        reader.pdfSeconds = reading.pdfTimeout
        reader.pdfMemory = reading.pdfMemory << 20
        reader.nesting = maxNesting
        reader.partNesting = maxParts
        reader.columns = maxColumns
        return reader
    }
}
