public import Foundation

/// A folder of its own for a test, which is deleted with all that it holds when the value goes.
///
///     let folder = try TemporaryFolder()
///     let article = try folder.write("At least 24 people were killed.", to: "in/article.txt")
public final class TemporaryFolder: Sendable {
    public let url: URL
    /// The path, without a slash at its end.
    public var path: String { url.path }

    /// - Throws: what the file system says, where the folder cannot be made.
    public init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("sitrep-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The place of `name` in the folder, whether there is such a file or not.
    public func file(_ name: String) -> URL { url.appendingPathComponent(name) }

    /// Writes a file, its folders too, and gives its place.
    @discardableResult public func write(_ data: Data, to name: String) throws -> URL {
        let file = file(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        return file
    }

    /// Writes a text as UTF-8, and gives its place.
    @discardableResult public func write(_ text: String, to name: String) throws -> URL {
        try write(Data(text.utf8), to: name)
    }

    /// The text of a file of the folder; bytes that are no UTF-8 become U+FFFD.
    public func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: file(name)), as: UTF8.self)
    }
}
