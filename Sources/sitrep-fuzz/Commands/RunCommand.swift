import ArgumentParser
import Foundation

struct RunOptions: ParsableArguments {
    @Option(help: "How long each target is run, in seconds.")
    var seconds: Int?

    @Option(help: "How many inputs each target is given.")
    var runs: Int?

    @Option(help: "Tells the inputs: the same seed gives the same ones where no libFuzzer makes them.")
    var seed: UInt64 = 1

    @Option(help: "A folder of inputs to begin with, beside those of the target; repeatable.")
    var corpus: [String] = []

    @Option(help: "Where what is found is kept.")
    var into = ".build/fuzzing"

    func validate() throws {
        guard seconds != nil || runs != nil else { throw ValidationError("Give --seconds or --runs.") }
    }
}

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run targets, all of them where none is named.")

    @Argument(help: "Names of targets.")
    var targets: [String] = []

    @OptionGroup var options: RunOptions

    func run() throws {
        let chosen = try targets.isEmpty ? Targets.all : targets.map(target)
        var findings = 0
        for target in chosen {
            let tally = try Supervisor(target, options).run()
            try tally.append(to: options.into)
            note(tally.description)
            findings += tally.findings
        }
        if findings > 0 { throw ExitCode(1) }
    }
}

func target(_ name: String) throws -> any FuzzTarget {
    guard let target = Targets.named(name) else {
        throw ValidationError("There is no target '\(name)': 'sitrep-fuzz list' names them.")
    }
    return target
}
