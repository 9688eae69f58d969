import Foundation
import TestSupport
import Testing

/// The command line as a command line: each folder in `Cases` is a case.
///
///     cmd               the commands, run by /bin/sh with `sitrep` on PATH
///     expected.stdout   what they write
///     expected.stderr
///     expected.status   the exit status of the last of them
///     …                 whatever else they read
///
/// A case runs in a copy of its folder, beside a copy of `News`; `cp "$NEWS" sitrep.db` is the store that
/// `sitrep ingest News --publisher "Eastgate Daily"` makes. `SITREP_RECORD=1 swift test --filter sitrepTests` writes
/// what is expected anew, and fails: read what changed.
@Suite struct CaseTests {
    @Test(arguments: Case.all) func runs(_ one: Case) async throws {
        let result = try await one.run()
        one.check(result.outputText, "stdout")
        one.check(result.errorText, "stderr")
        one.check("\(result.status)\n", "status")
    }

    @Test func areThere() { #expect(Case.all.count > 30) }

    /// Every verb has a case in which it does its work.
    @Test(arguments: [
        "ingest", "extract", "explain", "read", "figures", "series", "compare", "measures", "sources", "places", "plot",
        "report",
        "export", "doctor", "train", "check", "review", "backup", "merge",
    ])
    func coverEveryVerb(_ verb: String) {
        let verbs = Case.all.filter { $0.expectedStatus == "0\n" && $0.command.contains("sitrep \(verb)") }
        #expect(!verbs.isEmpty)
    }
}
