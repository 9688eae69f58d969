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
        help: ArgumentHelp("How deep elements of a page or a feed may lie in each other.", valueName: "number"))
    var maxNesting = ArticleReader.defaultNesting

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
    }

    /// All options that decide what an input gives, in one line.
    var fingerprint: String {
        [publisher, date?.description, url, inputFormat?.rawValue, encoding, "\(maxSize)", "\(maxNesting)"].map {
            $0 ?? "-"
        }
        .joined(separator: "|") + map.joined(separator: "|")
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
        return reader
    }
}
