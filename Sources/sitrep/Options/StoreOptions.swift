import ArgumentParser
import Figures
import Foundation
import TimeSeries

/// Which store.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The store. (default: $SITREP_DB, else sitrep.db)", valueName: "file"))
    var db: String?

    @Option(
        help: ArgumentHelp(
            "How long a store that another program has locked is waited for, in seconds.", valueName: "number"))
    var lockTimeout = Store.defaultLockTimeout

    func validate() throws {
        guard (0...3600).contains(lockTimeout) else {
            throw ValidationError("--lock-timeout wants a number from 0 to 3600.")
        }
    }

    var path: String {
        if let db { return db }
        let variable = ProcessInfo.processInfo.environment["SITREP_DB"] ?? ""
        return variable.isEmpty ? "sitrep.db" : variable
    }

    /// Opens the store that is there.
    func existing(_ lexicon: Lexicon, for access: StoreAccess = .read) throws -> Store {
        try Store.existing(path: path, lexicon: lexicon, access: access, lockTimeout: lockTimeout)
    }

    /// Opens the store to write to it; makes it where there is none.
    func opened(_ lexicon: Lexicon) throws -> Store {
        try Store(path: path, lexicon: lexicon, lockTimeout: lockTimeout)
    }
}
