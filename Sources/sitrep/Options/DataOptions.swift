import ArgumentParser
import Figures
import Foundation

/// Which tables of words and places.
struct DataOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder with tables that stand in place of the built-in ones, named as in Data/.", valueName: "folder"))
    var data: String?

    /// The built-in tables, with those of the folder in their place.
    ///
    /// - Throws: `Failure.nothingDone` where the folder cannot be read or holds no table.
    func tables() throws -> DataTables {
        guard let data else { return DataTables() }
        guard FileManager.default.fileExists(atPath: data) else {
            throw Failure.nothingDone("\(data): no such folder: --data wants one that is laid out as Data/")
        }
        var tables: [String: String] = [:]
        for name in DataTables.names {
            let path = data + "/" + name
            guard let bytes = FileManager.default.contents(atPath: path) else { continue }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Failure.nothingDone("\(path): not UTF-8: save the table as UTF-8")
            }
            tables[name] = text
        }
        guard !tables.isEmpty else {
            throw Failure.nothingDone("\(data): holds none of the tables (\(DataTables.names[0]), …)")
        }
        return DataTables(replacing: tables)
    }

    func lexicon() throws -> Lexicon { data == nil ? .embedded : Lexicon(try tables()) }
}
