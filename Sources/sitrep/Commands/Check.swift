import ArgumentParser
import Reports
import TimeSeries

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "What does not fit together, with the reason and the words on both sides.",
        discussion: """
            The rules: fall (a total that falls), jump (one that rises beyond its habit and the events between), subset \
            (a part larger than its whole), apart (two sources that cannot both be right), revision (a source that \
            corrects itself), repeated (a number that comes again weeks later as if new), units (families here, people \
            there). What is found is for a person to judge: 'sitrep review' takes the verdict.
            """)

    @Argument(help: ArgumentHelp("Measures; none means all.", valueName: "measure"))
    var measures: [String] = []

    @Option(help: ArgumentHelp("Only this rule.", valueName: "rule"))
    var rule: [CheckRule] = []

    @Flag(help: "Exit with 1 where something is found.")
    var exitCode = false

    @OptionGroup var query: QueryOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        try reporting {
            let (store, filter) = try query.open(measures: measures)
            let findings = try store.findings(filter, rules: Set(rule))
            Output.write { output in
                FindingRows.write(findings, format.format, width: format.width) { output.write($0) }
            }
            Console.note(findings.isEmpty ? "nothing found" : "\(findings.count) to look at")
            if exitCode, !findings.isEmpty { throw ExitCode.someFailed }
        }
    }
}
