import Foundation
import GRDB
import Glibc

/// A copy of a store under another name.
struct Backup {
    let source: String
    let target: String

    func write(_ database: any DatabaseWriter, replacing: Bool) throws {
        try refuse(replacing: replacing)
        let temporary = try temporaryFile()
        try withExtendedLifetime(temporary) {
            try copy(database, to: temporary.path)
            try place(temporary.path, at: target, replacing: replacing)
            try sync(folder(of: target))
        }
    }

    private func refuse(replacing: Bool) throws {
        if isFolder(target) { throw StoreError.refused("\(target): a folder: name a file") }
        if samePlace(source, target) { throw StoreError.refused("\(target): the store itself: name another file") }
        guard isFile(target) else { return }
        if !replacing {
            throw StoreError.refused("\(target): is there already: name another file, or replace it with --force")
        }
        // The log of the old one would be taken for that of the new one.
        if (fileSize(target + "-wal") ?? 0) > 0 {
            throw StoreError.refused("\(target): a store that is in use: end what uses it, or name another file")
        }
    }

    /// Makes the file, which nobody may read who may not read the store.
    private func temporaryFile() throws -> TemporaryFile {
        var status = stat()
        let mode = stat(source, &status) == 0 ? status.st_mode & 0o666 : 0o600
        guard let file = TemporaryFile(beside: target, mode: mode) else {
            throw StoreError.refused("\(target): cannot be written: \(String(cString: strerror(errno)))")
        }
        return file
    }

    private func copy(_ database: any DatabaseWriter, to temporary: String) throws {
        let queue = try DatabaseQueue(path: temporary)
        try database.backup(to: queue)
        let problems = try queue.writeWithoutTransaction { db in
            // All in one file, which can be read where nothing can be written.
            try db.execute(sql: "PRAGMA journal_mode = DELETE")
            return try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        }
        try queue.close()
        if !problems.isEmpty { throw StoreError.damaged(source) }
    }

    /// A name that was given is kept also when the power fails now.
    private func sync(_ folder: String) throws {
        let file = Glibc.open(folder, O_RDONLY)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }
}

/// Gives a file its name; what has that name stays where it may not be replaced, also where it came there just now.
func place(_ temporary: String, at path: String, replacing: Bool) throws {
    if replacing {
        if rename(temporary, path) == 0 { return }
    } else {
        if link(temporary, path) == 0 { return }
        if errno == EEXIST { throw StoreError.refused("\(path): is there already: name another file") }
        // A disk without links, such as a stick.
        if !isFile(path), rename(temporary, path) == 0 { return }
    }
    throw StoreError.refused("\(path): cannot be written: \(String(cString: strerror(errno)))")
}

/// Whether two names are of one file.
func samePlace(_ a: String, _ b: String) -> Bool {
    var first = stat()
    var second = stat()
    guard stat(a, &first) == 0, stat(b, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
}
