public import Figures
import Foundation

/// Where a record of JSON keeps what an article has: the keys of `Data/records.tsv`, and those that the caller named.
public struct RecordKeys: Sendable {
    /// What an article has.
    enum Field: String, CaseIterable {
        case id, publisher, date, title, url, lang, text
    }

    private var paths: [Field: [KeyPath]] = [:]
    /// Fields whose key the caller named: no other is looked at.
    private var named: Set<Field> = []
    /// Where an answer keeps its records.
    let lists: [KeyPath]

    public static let embedded = RecordKeys(DataTables())

    public init(_ tables: DataTables) {
        var all: [String: [KeyPath]] = [:]
        for row in tables.rows("records.tsv") {
            all[row["kind"] ?? "", default: []] += (row["keys"] ?? "").split(separator: "|").map { KeyPath(String($0)) }
        }
        for field in Field.allCases { paths[field] = all[field.rawValue] }
        lists = all["items"] ?? []
    }

    /// Whether the caller named a key.
    var areMapped: Bool { !named.isEmpty }

    /// The fields that can be named.
    public static var fields: [String] { Field.allCases.map(\.rawValue) }

    /// Says that `field` is kept under `key`, `meta.headline` going down into objects.
    ///
    /// - Returns: false where an article has no such field.
    public mutating func map(_ field: String, to key: String) -> Bool {
        guard let field = Field(rawValue: field), !key.isEmpty else { return false }
        paths[field] = [KeyPath(key)]
        named.insert(field)
        return true
    }

    /// The first value that a record has for a field, and its key; nil where it has none but null.
    func value(
        _ field: Field, in record: [String: Any], where isWanted: (Any) -> Bool = { _ in true }
    ) -> (key: String, value: Any)? {
        for path in paths[field] ?? [] {
            if let value = path.value(in: record), !(value is NSNull), isWanted(value) { return (path.name, value) }
        }
        return nil
    }

    /// The key that a missing field is missed under.
    func name(_ field: Field) -> String { named.contains(field) ? paths[field]?.first?.name ?? "" : field.rawValue }

    /// Whether a record has the field's key, null or not.
    func hasKey(_ field: Field, in record: [String: Any]) -> Bool {
        (paths[field] ?? []).contains { $0.value(in: record) != nil }
    }

    /// A key, or keys on the way down.
    struct KeyPath: Sendable {
        let name: String
        private let parts: [String]

        init(_ name: String) {
            self.name = name
            parts = name.split(separator: ".").map(String.init)
        }

        func value(in record: [String: Any]) -> Any? { record[name] ?? KeyPath.value(at: parts[...], in: record) }

        private static func value(at parts: ArraySlice<String>, in value: Any) -> Any? {
            guard let part = parts.first else { return value }
            let rest = parts.dropFirst()
            if let object = value as? [String: Any] { return object[part].flatMap { self.value(at: rest, in: $0) } }
            guard let list = value as? [Any] else { return nil }
            if part == "*" {
                let texts = list.compactMap { self.value(at: rest, in: $0) as? String }
                return texts.isEmpty ? nil : texts.joined(separator: ", ")
            }
            return Int(part).flatMap { list.indices.contains($0) ? self.value(at: rest, in: list[$0]) : nil }
        }
    }
}
