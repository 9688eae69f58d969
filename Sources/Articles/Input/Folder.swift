import Foundation

enum FileKind {
    case file(isPipe: Bool)
    case folder, missing
    /// A device, a socket.
    case other

    init(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            self = .missing
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file(isPipe: false)
        case S_IFIFO: self = .file(isPipe: true)
        case S_IFDIR: self = .folder
        default: self = .other
        }
    }
}

/// The files of a folder that can hold articles.
struct Folder {
    let path: String

    static let extensions = Set(InputFormat.allCases.flatMap(\.extensions))

    /// Paths in the order of their bytes, those of inner folders too; nil where the folder cannot be read.
    ///
    /// Symbolic links to folders are not followed, so a loop of links ends.
    func articleFiles() -> [String]? {
        guard (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil,
            let names = FileManager.default.enumerator(atPath: path)
        else { return nil }
        var files: [String] = []
        for case let name as String in names {
            guard Folder.isArticle(name) else { continue }
            let file = path.hasSuffix("/") ? path + name : path + "/" + name
            // A named pipe would wait for a writer.
            if case .file(isPipe: false) = FileKind(file) { files.append(file) }
        }
        return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether a file of this path is one that a folder or an archive gives: by its ending, and not hidden.
    static func isArticle(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        let isHidden = parts.contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
        guard !isHidden, let last = parts.last,
            let dot = last.lastIndex(of: ".")
        else { return false }
        // A note on the folder, not an article in it.
        if last.lowercased().hasPrefix("readme") { return false }
        return Folder.extensions.contains(last[last.index(after: dot)...].lowercased())
    }
}
