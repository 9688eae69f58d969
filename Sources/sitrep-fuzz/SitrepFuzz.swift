import ArgumentParser

/// Throws hostile bytes at every way into sitrep and says what breaks.
///
///     sitrep-fuzz list                          the targets
///     sitrep-fuzz run html --seconds 1800       one of them, until the time is up
///     sitrep-fuzz run --runs 200                all of them, with so many inputs each
///     sitrep-fuzz replay html crash-1.bin       one input again, with all that is checked of it
///     sitrep-fuzz totals .build/fuzzing         what all runs of a folder come to
///
/// Built as `make fuzz` builds it, libFuzzer makes the inputs, led by the code that they reach, and the sanitizers of
/// addresses and of undefined behaviour watch. Built plainly, a mutator with a seed makes them: the same seed gives the
/// same inputs.
@main
struct SitrepFuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sitrep-fuzz", abstract: "Throw hostile bytes at every way into sitrep.",
        subcommands: [ListCommand.self, RunCommand.self, ReplayCommand.self, TotalsCommand.self, WorkCommand.self])
}
