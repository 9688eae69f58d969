import Foundation

/// Whether there is a file at `path`, and not a folder.
func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
}

func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
}

/// In bytes; nil where there is no such file.
func fileSize(_ path: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
}

/// The folder that holds a file: `.` for a plain name.
func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// A name for a file that is to take the place of `path` when it is whole: in its folder, and never there before.
func temporaryPath(beside path: String) -> String { "\(folder(of: path))/.sitrep-\(UUID().uuidString).tmp" }

/// Whether `temporaryPath` made the name of a file.
func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(".sitrep-") && name.hasSuffix(".tmp")
        && UUID(uuidString: String(name.dropFirst(8).dropLast(4))) != nil
}
