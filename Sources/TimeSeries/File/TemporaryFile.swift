import Foundation
import Glibc

/// A database in the making: it gets its name when it is whole.
///
/// It is locked for as long as the program works on it, so that one that a kill left behind is known as such, and goes
/// when the next is made in its folder.
final class TemporaryFile {
    let path: String
    private let descriptor: Int32

    /// Makes an empty file in the folder of `path`.
    ///
    /// - Parameter mode: who may read it.
    /// - Returns: nil where none can be made there; `errno` says why.
    init?(beside path: String, mode: mode_t) {
        TemporaryFile.removeStrays(folder(of: path))
        while true {
            let name = temporaryPath(beside: path)
            let file = Glibc.open(name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode)
            guard file >= 0 else { return nil }
            // Before it was locked, another program may have taken it for a stray.
            if flock(file, LOCK_EX | LOCK_NB) == 0, isFile(name) {
                self.path = name
                descriptor = file
                return
            }
            close(file)
        }
    }

    deinit {
        TemporaryFile.remove(path)
        close(descriptor)
    }

    private static func remove(_ path: String) { for end in ["", "-journal", "-wal", "-shm"] { unlink(path + end) } }

    private static func removeStrays(_ folder: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where isTemporary(name) {
            let file = Glibc.open(folder + "/" + name, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
            guard file >= 0 else { continue }
            if flock(file, LOCK_EX | LOCK_NB) == 0 { remove(folder + "/" + name) }
            close(file)
        }
    }
}
