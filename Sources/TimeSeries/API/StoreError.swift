import GRDB

/// Why the store could not do what was asked, and what to do about it.
public enum StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    case missing(String)
    case notADatabase(String)
    /// A database of another program.
    case notAStore(String)
    /// Written by a later version of sitrep.
    case newer(String)
    case busy(String)
    case cannotOpen(String, String)
    case failed(String, String)
    case unknownPlace(String)
    case unknownSource(String)
    case unknownFigure(Int64)
    /// Why a review cannot be entered.
    case badReview(String)
    /// Why a name cannot be changed so.
    case badName(String)

    public var description: String {
        switch self {
        case .missing(let path): "\(path): no such store: make one with 'sitrep ingest --db \(path) FILE'"
        case .notADatabase(let path): "\(path): not an SQLite database: name another file with --db"
        case .notAStore(let path): "\(path): a database, but not one of sitrep's: name another file with --db"
        case .newer(let path): "\(path): written by a later version of sitrep: update the program"
        case .busy(let path): "\(path): another program is writing to it: try again when it is done"
        case .cannotOpen(let path, let why): "\(path): cannot be opened: \(why)"
        case .failed(let path, let why): "\(path): \(why)"
        case .unknownPlace(let name):
            "no place is called '\(name)': 'sitrep places' lists those of the store"
        case .unknownSource(let name):
            "no source is called '\(name)': 'sitrep sources' lists those of the store"
        case .unknownFigure(let id): "there is no figure \(id): 'sitrep figures' lists them with their IDs"
        case .badReview(let why), .badName(let why): why
        }
    }

    /// What a database error means for the person who named the file.
    init(_ error: any Error, path: String) {
        guard let error = error as? DatabaseError else {
            self = error as? StoreError ?? .failed(path, "\(error)")
            return
        }
        switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notADatabase(path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM: self = .cannotOpen(path, error.message ?? "no permission")
        case .SQLITE_READONLY: self = .cannotOpen(path, "no permission to write")
        case .SQLITE_FULL: self = .failed(path, "the disk is full: nothing of this step was stored")
        default: self = .failed(path, error.message ?? "\(error)")
        }
    }
}
