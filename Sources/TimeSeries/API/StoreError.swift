import Foundation
import GRDB

/// Why the store could not do what was asked, and what to do about it.
public enum StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    case missing(String)
    case folder(String)
    case notADatabase(String)
    /// The log of a store that is gone would be taken for that of a new one.
    case logAlone(String)
    /// A store whose file is not whole.
    case damaged(String)
    /// A store that holds what sitrep never writes: what, and where.
    case altered(String, String)
    /// A database of another program.
    case notAStore(String)
    /// Written by a later version of sitrep.
    case newer(String)
    case busy(String)
    case cannotOpen(String, String)
    case cannotWrite(String, String)
    case full(String)
    case failed(String, String)
    case unknownPlace(String)
    case unknownSource(String)
    case unknownFigure(Int64)
    /// Why a review cannot be entered.
    case badReview(String)
    /// Why a name cannot be changed so.
    case badName(String)
    /// Why a store cannot be copied there, or merged with that.
    case refused(String)

    public var description: String {
        switch self {
        case .missing(let path): "\(path): no such store: make one with 'sitrep ingest --db \(path) FILE'"
        case .folder(let path): "\(path): a folder: name a file with --db"
        case .logAlone(let path):
            "\(path): not there, but '\(path)-wal' is, with what was last written to it: bring the store back, or "
                + "delete that file"
        case .damaged(let path):
            "\(path): the file is damaged: put a copy made by 'sitrep backup' in its place, or save what can still be "
                + "read with 'sqlite3 \(path) .recover'"
        case .altered(let path, let what):
            "\(path): \(what): another program changed it: 'sitrep doctor --db \(path)' tells what is wrong and what mends it"
        case .notADatabase(let path): "\(path): not an SQLite database: name another file with --db"
        case .notAStore(let path): "\(path): a database, but not one of sitrep's: name another file with --db"
        case .newer(let path): "\(path): written by a later version of sitrep: update the program"
        case .busy(let path):
            "\(path): another program has it locked: try again when it is done, or wait longer with --lock-timeout"
        case .cannotOpen(let path, let why): "\(path): cannot be opened: \(why)"
        case .cannotWrite(let path, let why): "\(path): cannot be changed: \(why)"
        case .full(let path):
            "\(path): the disk is full: what was stored before is safe; make room and give the same command again"
        case .failed(let path, let why): "\(path): \(why)"
        case .unknownPlace(let name):
            "no place is called '\(name)': 'sitrep places' lists those of the store"
        case .unknownSource(let name):
            "no source is called '\(name)': 'sitrep sources' lists those of the store"
        case .unknownFigure(let id): "there is no figure \(id): 'sitrep figures' lists them with their IDs"
        case .badReview(let why), .badName(let why), .refused(let why): why
        }
    }

    /// What a database error means for the person who named the file.
    init(_ error: any Error, path: String) {
        guard let error = error as? DatabaseError else {
            let altered = StoreError.alteration(error).map { StoreError.altered(path, $0) }
            self = altered ?? error as? StoreError ?? .failed(path, "\(error)")
            return
        }
        if let what = StoreError.alteration(error) {
            self = .altered(path, what)
            return
        }
        switch error.resultCode {
        case .SQLITE_NOTADB: self = StoreError.beginsLikeADatabase(path) ? .damaged(path) : .notADatabase(path)
        case .SQLITE_CORRUPT: self = .damaged(path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM: self = .cannotOpen(path, error.message ?? "no permission")
        case .SQLITE_READONLY: self = .cannotWrite(path, "no permission to write")
        case .SQLITE_FULL: self = .full(path)
        case .SQLITE_IOERR:
            self = .failed(
                path, "the disk does not take or give its bytes: look at its room, its limits and its health")
        default: self = .failed(path, error.message ?? "\(error)")
        }
    }

    /// What another program changed in the file, where an error tells of such.
    static func alteration(_ error: any Error) -> String? {
        switch error {
        case let error as UnfitValue: return "\(error), which it does in no store"
        case is RowDecodingError: return "a column holds what it does in no store"
        case let error as DatabaseError:
            // What a trigger of the schema refuses, it says itself.
            if error.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER { return nil }
            // The queries are ours, and so is what they write: what does not fit them is in the file.
            let isOfFile = [.SQLITE_ERROR, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT, .SQLITE_TOOBIG].contains(
                error.resultCode)
            return isOfFile ? error.message ?? "\(error)" : nil
        default: return nil
        }
    }

    /// What SQLite refuses may still be what is left of a database.
    private static func beginsLikeADatabase(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
    }
}
