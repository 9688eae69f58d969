import Foundation
import TestSupport
import Testing

/// What the people who get sitrep's files read them with. The tests of `ReportsTests` look at the same files without it.
@Suite struct OutsideReaderTests {
    /// A folder with a store of the sample articles.
    private static let folder = Task {
        let place = try TemporaryFolder()
        let articles = try #require(PackageFolder.root(of: #filePath)).appendingPathComponent("Data/articles").path
        let result = try await CommandRunner.sitrep().run(["ingest", articles], in: place.url, timeout: 600)
        try #require(result.status == 0, "\(result.errorText)")
        return place
    }

    private func run(_ arguments: [String]) async throws -> CommandRunner.Result {
        try await CommandRunner.sitrep().run(arguments, in: try await Self.folder.value.url, timeout: 600)
    }

    private func python(_ arguments: [String]) async throws -> CommandRunner.Result {
        try await PythonModule.run(arguments, in: try await Self.folder.value.url)
    }

    @Test(.enabled(if: PythonModule.libhxl.isInstalled, Comment(rawValue: PythonModule.libhxl.missing)))
    func libhxl() async throws {
        try #require(try await run(["export", "--format", "hxl", "-o", "figures.hxl.csv"]).status == 0)
        let script =
            "import sys, hxl.scripts; sys.argv = ['hxlvalidate', 'figures.hxl.csv']; sys.exit(hxl.scripts.hxlvalidate())"
        let result = try await python(["-c", script])
        #expect(result.status == 0, "\(result.outputText)\(result.errorText)")
        #expect(result.outputText.contains("Validation succeeded"))
    }

    @Test(.enabled(if: PythonModule.frictionless.isInstalled, Comment(rawValue: PythonModule.frictionless.missing)))
    func frictionless() async throws {
        try #require(try await run(["export", "--format", "datapackage", "-o", "package"]).status == 0)
        let result = try await python(["-m", "frictionless", "validate", "package/datapackage.json"])
        #expect(result.status == 0, "\(result.outputText)\(result.errorText)")
    }

    @Test(.enabled(if: PythonModule.openpyxl.isInstalled, Comment(rawValue: PythonModule.openpyxl.missing)))
    func openpyxl() async throws {
        try #require(try await run(["export", "-o", "figures.xlsx"]).status == 0)
        let count = try await run(["export"]).outputText.split(separator: "\n").count
        let result = try await python(
            ["-c", "import openpyxl; print(openpyxl.load_workbook('figures.xlsx')['Figures'].max_row)"])
        #expect(result.outputText == "\(count)\n", "\(result.errorText)")
    }

    /// The views read well without this program.
    @Test(
        .enabled(if: PythonModule.datasette.isInstalled, Comment(rawValue: PythonModule.datasette.missing)),
        arguments: ["figures", "series", "disagreements"])
    func datasette(_ view: String) async throws {
        let result = try await python(
            ["-m", "datasette", "sitrep.db", "--get", "/sitrep/\(view).json?_shape=objects&_size=3"])
        let json = try #require(
            try JSONSerialization.jsonObject(with: result.output) as? [String: Any], "\(result.errorText)")
        let rows = try #require(json["rows"] as? [[String: Any]], "\(json)")
        #expect(rows.count == 3)
        #expect(rows.allSatisfy { $0["measure"] is String })
    }
}
