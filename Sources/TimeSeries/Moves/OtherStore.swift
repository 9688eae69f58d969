import Foundation
import GRDB
import Glibc

/// A store that is only read, also one of an earlier version: that one is read from a copy.
struct OtherStore {
    let path: String
    /// A store in whose folder a copy may lie meanwhile.
    let beside: String

    func read<T>(_ body: (Database) throws -> T) throws -> T {
        let file = StoreFile(path: path, access: .read, lockTimeout: Store.defaultLockTimeout)
        do { return try file.openUnchanged().read(body) } catch is StoreFile.Outdated {
            guard let copy = TemporaryFile(beside: beside == ":memory:" ? path : beside, mode: 0o600) else {
                throw StoreError.refused(
                    "\(path): of an earlier version, and no copy of it can be made beside \(beside): "
                        + String(cString: strerror(errno)))
            }
            return try withExtendedLifetime(copy) {
                let queue = try DatabaseQueue(path: copy.path)
                try file.openUnchanged(whatever: true).backup(to: queue)
                try Schema.migrator.migrate(queue)
                let result = try queue.read(body)
                try queue.close()
                return result
            }
        }
    }
}
