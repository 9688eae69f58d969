import ArgumentParser
import Foundation

/// How many threads work.
struct JobOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many threads work; without it, one for each core.", valueName: "number"))
    var jobs: Int?

    func validate() throws {
        guard (1...256).contains(jobs ?? 1) else { throw ValidationError("--jobs wants a number from 1 to 256.") }
    }

    var count: Int { jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
