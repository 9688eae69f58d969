import Foundation
import GRDB

/// What the extractor read, by key, where a person set something else: `{"value":"9061"}` in `figure.extracted`.
enum ExtractedValues {
    static func read(_ text: String?) throws -> [String: String] {
        guard let text else { return [:] }
        do { return try JSONDecoder().decode([String: String].self, from: Data(text.utf8)) } catch {
            throw UnfitValue(column: "extracted", holds: UnfitValue.word(text))
        }
    }

    /// Nil where nothing differs from what was read.
    static func text(_ values: [String: String]) throws -> String? {
        guard !values.isEmpty else { return nil }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(values), as: UTF8.self)
    }
}
