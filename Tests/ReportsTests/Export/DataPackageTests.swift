import Figures
import Foundation
import TestSupport
import Testing
import TimeSeries

@testable import Reports

@Suite struct DataPackageTests {
    private let files: [DataPackage.File]

    init() throws {
        let store = try Store.inMemory()
        try store.take(
            "a", by: nil, url: "not an address", .sample(9061), .sample(1_400_000, "displaced", by: nil, on: "2023"),
            .sample(12.5, "aid", on: nil, unit: "tonne", quote: "=1+1"))
        files = DataPackage.files(try store.figures())
    }

    @Test func theSchemaSaysWhatTheFilesHold() throws {
        #expect(files.map(\.name) == ["datapackage.json", "figures.csv", "measures.csv"])
        let package = try #require(
            try JSONSerialization.jsonObject(with: Data(files[0].text.utf8)) as? [String: Any])
        let resources = try #require(package["resources"] as? [[String: Any]])
        for (resource, file) in zip(resources, files.dropFirst()) {
            #expect(resource["path"] as? String == file.name)
            #expect(resource["bytes"] as? Int == file.text.utf8.count)
            let schema = try #require(resource["schema"] as? [String: Any])
            let fields = try #require(schema["fields"] as? [[String: Any]])
            #expect(fields.compactMap { $0["name"] as? String } == CSVReader.rows(file.text)[0])
            #expect(fields.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
        }
        #expect(CSVReader.rows(files[1].text).count == 4)
    }

    @Test(.enabled(if: PythonModule.frictionless.isInstalled, Comment(rawValue: PythonModule.frictionless.missing)))
    func frictionlessFindsNothingWrong() async throws {
        let folder = try TemporaryFolder()
        for file in files { try folder.write(file.text, to: file.name) }
        let result = try await PythonModule.run(
            ["-m", "frictionless", "validate", "datapackage.json", "--json"], in: folder.url)
        #expect(result.status == 0, "\(result.outputText)\(result.errorText)")
        #expect(result.outputText.contains("\"valid\": true"))
        // The check can fail.
        try folder.write(files[1].text.replacing(",9061,", with: ",nine,"), to: "figures.csv")
        let bad = try await PythonModule.run(
            ["-m", "frictionless", "validate", "datapackage.json", "--json"], in: folder.url)
        #expect(bad.status != 0)
    }
}
