public import Foundation

/// The folders that tests find beside themselves.
public enum PackageFolder {
    /// The package's root: the nearest folder above `file` with a `Package.swift`; nil where there is none.
    public static func root(of file: String = #filePath) -> URL? {
        var at = URL(fileURLWithPath: file).deletingLastPathComponent()
        while at.pathComponents.count > 1 {
            let manifest = at.appendingPathComponent("Package.swift")
            if FileManager.default.fileExists(atPath: manifest.path) { return at }
            at.deleteLastPathComponent()
        }
        return nil
    }

    /// The folder of the gold beside the package, `../shared/gold`; nil where it is not there.
    public static func gold(of file: String = #filePath) -> URL? {
        guard let gold = root(of: file)?.deletingLastPathComponent().appendingPathComponent("shared/gold"),
            FileManager.default.fileExists(atPath: gold.appendingPathComponent("dev.figures.jsonl").path)
        else { return nil }
        return gold
    }
}
