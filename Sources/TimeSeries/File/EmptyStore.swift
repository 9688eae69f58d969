import GRDB
import GRDBSQLite
import Glibc

/// A store without articles, as bytes.
enum EmptyStore {
    /// Linux' `O_TMPFILE`: a file in a folder that has no name yet (open(2)).
    static let nameless: Int32 = 0o20_200_000

    /// - Throws: `DatabaseError`, as SQLite would where the disk is full.
    static func write(to file: Int32) throws {
        let bytes = try bytes()
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else {
                throw DatabaseError(resultCode: errno == ENOSPC || errno == EDQUOT ? .SQLITE_FULL : .SQLITE_IOERR)
            }
            written += count
        }
        guard fsync(file) == 0 else { throw DatabaseError(resultCode: .SQLITE_IOERR) }
    }

    private static func bytes() throws -> [UInt8] {
        let queue = try DatabaseQueue()
        try Schema.migrator.migrate(queue)
        return try queue.read { db in
            var size: sqlite3_int64 = 0
            guard let start = sqlite3_serialize(db.sqliteConnection, "main", &size, 0) else {
                throw DatabaseError(resultCode: .SQLITE_NOMEM)
            }
            defer { sqlite3_free(start) }
            var bytes = Array(UnsafeBufferPointer(start: start, count: Int(size)))
            // Read and written with a log (https://www.sqlite.org/fileformat2.html#file_format_version_numbers).
            bytes[18] = 2
            bytes[19] = 2
            return bytes
        }
    }
}
