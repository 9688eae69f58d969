import ArgumentParser
import Foundation

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Name the targets.")

    func run() {
        for target in Targets.all {
            print(target.name.padding(toLength: 14, withPad: " ", startingAt: 0) + target.about)
        }
    }
}

struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Try inputs again, with all that is checked of them.")

    @Argument(help: "The name of a target.")
    var target: String

    @Argument(help: "Files of inputs.")
    var files: [String]

    func run() throws {
        let examination = Examination(target: try sitrep_fuzz.target(target))
        var isGood = true
        for file in files {
            do {
                let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
                try examination.examine(bytes, isTimed: true)
                note("\(file): nothing found")
            } catch {
                isGood = false
                note("\(file): \(error)")
            }
        }
        if !isGood { throw ExitCode(1) }
    }
}

struct TotalsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "totals", abstract: "Say what all runs of a folder come to, target by target.")

    @Argument(help: "The folder of the runs.")
    var folder = ".build/fuzzing"

    func run() throws {
        let runs = try Tally.all(in: folder)
        print(
            "target".padding(toLength: 14, withPad: " ", startingAt: 0) + "      inputs  seconds  processor s  findings"
        )
        for target in Targets.all {
            let own = runs.filter { $0.target == target.name }
            let numbers = [
                own.reduce(0) { $0 + $1.inputs }, Int(own.reduce(0) { $0 + $1.seconds }),
                Int(own.reduce(0) { $0 + $1.processorSeconds }), own.reduce(0) { $0 + $1.findings },
            ]
            let cells = zip(numbers, [12, 9, 13, 10]).map { number, width in
                String(repeating: " ", count: max(0, width - String(number).count)) + String(number)
            }
            print(target.name.padding(toLength: 14, withPad: " ", startingAt: 0) + cells.joined())
        }
    }
}

/// What `run` starts, in a process that may break.
struct WorkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "work", shouldDisplay: false)

    @Argument var target: String
    @Option var state: String
    @Option var folder: String
    @Option var seed: UInt64
    @Option var seconds: Int?
    @Option var runs: Int?
    @Option var corpus: [String] = []

    func run() throws {
        try Engine.run(
            Engine.Work(
                target: try sitrep_fuzz.target(target), state: SharedState(path: state), corpus: corpus, folder: folder,
                seed: seed, seconds: seconds, runs: runs))
    }
}
