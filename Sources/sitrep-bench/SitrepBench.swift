import Foundation

/// What `make bench` runs: how fast articles become figures, beside counting their words, and what the store costs.
///
///     sitrep-bench run [MEGABYTES [REPEATS]]        the whole table, to Plots/bench.md and Plots/bench.svg
///     sitrep-bench corpus MEGABYTES [SHARE [SEED]]  articles as JSON Lines on standard output
///     sitrep-bench join FILE                        the texts of a corpus as one article, on standard output
///     sitrep-bench work FILE                        the figures of a file, by the library alone: for profilers
///     sitrep-bench crawl [MEGABYTES]                streams a crawl that it writes first: speed and memory
///     sitrep-bench check                            instructions and allocations against their limits
///
/// Run it in the package's folder, after a release build of `sitrep`.
@main
struct SitrepBench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first ?? "run" {
        case "run": try BenchRun.run(Array(arguments.dropFirst()))
        case "corpus": try CorpusCommand.run(Array(arguments.dropFirst()))
        case "join": try CorpusCommand.join(arguments.last ?? "")
        case "work": try WorkCommand.run(Array(arguments.dropFirst()))
        case "crawl": try CrawlBench.run(Array(arguments.dropFirst()))
        case "check": try CheckCommand.run()
        default:
            stop(
                "usage: sitrep-bench [run [MEGABYTES [REPEATS]] | corpus MEGABYTES | work FILE | crawl [MEGABYTES] | check]"
            )
        }
    }
}

/// Says what is wrong, and ends.
func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data("sitrep-bench: \(message)\n".utf8))
    exit(2)
}

func note(_ message: String) { FileHandle.standardError.write(Data("\(message)\n".utf8)) }
