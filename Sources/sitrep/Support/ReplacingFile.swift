import Foundation

/// A file that takes the place of another when it is whole; what was there stays where writing fails.
enum ReplacingFile {
    /// Hands `body` the path of an empty file beside `path` and puts that file in its place.
    ///
    /// - Throws: `Failure.nothingDone` where the folder cannot be written to, and what `body` throws.
    static func write(_ path: String, _ body: (String) throws -> Void) throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw Failure.nothingDone("\(path): a folder: name a file")
        }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let temporary = folder + ".sitrep-\(UUID().uuidString).tmp"
        guard FileManager.default.createFile(atPath: temporary, contents: nil) else {
            throw Failure.nothingDone("\(path): cannot be written: is there such a folder, and may you write to it?")
        }
        defer { unlink(temporary) }
        try body(temporary)
        guard rename(temporary, path) == 0 else {
            throw Failure.nothingDone("\(path): cannot be written: \(String(cString: strerror(errno)))")
        }
    }

    /// Makes a folder and those that hold it, where they are not there.
    static func makeFolder(_ path: String) throws {
        do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
            throw Failure.nothingDone("\(path): cannot be made: \(error.localizedDescription)")
        }
    }
}
