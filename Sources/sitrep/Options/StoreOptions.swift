import ArgumentParser
import Figures
import Foundation
import TimeSeries

/// Which store.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The store. (default: $SITREP_DB, else sitrep.db)", valueName: "file"))
    var db: String?

    var path: String {
        if let db { return db }
        let variable = ProcessInfo.processInfo.environment["SITREP_DB"] ?? ""
        return variable.isEmpty ? "sitrep.db" : variable
    }

    /// Opens the store that is there.
    func existing(_ lexicon: Lexicon) throws -> Store { try Store.existing(path: path, lexicon: lexicon) }
}
