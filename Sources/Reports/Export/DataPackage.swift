public import Figures
import Foundation
public import TimeSeries

/// Figures as a data package (https://specs.frictionlessdata.io): CSV with a schema that says what every column holds.
///
///     datapackage.json   what is in the folder
///     figures.csv        a row for each figure, with all that a citation needs
///     measures.csv       what is counted
///
/// The same figures give the same bytes.
public enum DataPackage {
    /// A file of the package.
    public struct File: Sendable, Hashable {
        public let name: String
        public let text: String
    }

    public static func files(_ figures: [StoredFigure], lexicon: Lexicon = .embedded) -> [File] {
        let tables = [figureTable(figures, lexicon), measureTable(lexicon)]
        return [File(name: "datapackage.json", text: descriptor(tables))]
            + tables.map { File(name: $0.name + ".csv", text: $0.text) }
    }

    private static func figureTable(_ figures: [StoredFigure], _ lexicon: Lexicon) -> Resource {
        var text = ""
        var rows = FigureRows(format: .csv, lexicon: lexicon) { text += $0 }
        for figure in figures { rows.add(figure) }
        rows.finish()
        let measure = Schema.ForeignKey(fields: "measure", reference: .init(resource: "measures", fields: "measure"))
        return Resource(
            name: "figures", title: "Figures",
            description: "What articles say, a number a row, each with who vouches, the day, the place and the words. "
                + "Figures of different sources are laid side by side, not to be added.",
            text: text,
            schema: Schema(
                fields: FigureColumn.all.map { Schema.Field($0) }, primaryKey: "id", foreignKeys: [measure]))
    }

    private static func measureTable(_ lexicon: Lexicon) -> Resource {
        var text = ""
        StoreRows.write(lexicon.measures, counts: nil, .csv) { text += $0 }
        let abouts = [
            ("measure", "The measure's name."), ("unit", "What a number counts where the text names no other thing."),
            ("hxl", "The hashtag of the Humanitarian Exchange Language; {unit} stands for the unit's attribute."),
            ("counts", "What it counts, in words."),
        ]
        let fields = abouts.map { name, about in
            Schema.Field(name: name, description: about, constraints: .init(required: true))
        }
        return Resource(
            name: "measures", title: "Measures", description: "What is counted.", text: text,
            schema: Schema(fields: fields, primaryKey: "measure", foreignKeys: nil))
    }

    private static func descriptor(_ tables: [Resource]) -> String {
        let package = Package(
            name: "sitrep-figures", title: "Figures of articles",
            description: "Numbers on the human cost of crises and the response, as articles state them.",
            version: Extractor.version, resources: tables)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts and numbers alone: nothing in it can fail to be written.
        let bytes = (try? encoder.encode(package)) ?? Data()
        return String(decoding: bytes, as: UTF8.self) + "\n"
    }
}

/// `datapackage.json`, version 1 of the specification.
private struct Package: Encodable {
    let profile = "tabular-data-package"
    let name, title, description, version: String
    let resources: [Resource]
}

private struct Resource: Encodable {
    let name, title, description: String
    let text: String
    let schema: Schema

    private enum CodingKeys: String, CodingKey {
        case profile, name, path, title, description, format, mediatype, encoding, bytes, schema
    }

    func encode(to encoder: any Encoder) throws {
        var c = encoder.container(keyedBy: CodingKeys.self)
        try c.encode("tabular-data-resource", forKey: .profile)
        try c.encode(name, forKey: .name)
        try c.encode(name + ".csv", forKey: .path)
        try c.encode(title, forKey: .title)
        try c.encode(description, forKey: .description)
        try c.encode("csv", forKey: .format)
        try c.encode("text/csv", forKey: .mediatype)
        try c.encode("utf-8", forKey: .encoding)
        try c.encode(text.utf8.count, forKey: .bytes)
        try c.encode(schema, forKey: .schema)
    }
}

/// A table schema.
struct Schema: Encodable {
    struct Field: Encodable {
        let name: String
        var type = "string"
        let description: String
        var constraints = Constraints()
    }

    struct Constraints: Encodable {
        var required: Bool?
        var `enum`: [String]?
        var pattern: String?
        var minimum: Double?
        var maximum: Double?
    }

    struct ForeignKey: Encodable {
        struct Reference: Encodable {
            let resource, fields: String
        }
        let fields: String
        let reference: Reference
    }

    let fields: [Field]
    let missingValues = [""]
    let primaryKey: String
    let foreignKeys: [ForeignKey]?
}

extension Schema.Field {
    init(_ column: FigureColumn) {
        var constraints = Schema.Constraints(required: column.isRequired ? true : nil)
        var type = "string"
        switch column.kind {
        case .number: type = "number"
        case .integer: type = "integer"
        case .word(let words): constraints.enum = words
        // The type "date" knows days alone.
        case .date: constraints.pattern = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
        case .text, .link: break
        }
        if column.key == "confidence" { (constraints.minimum, constraints.maximum) = (0, 1) }
        self.init(name: column.key, type: type, description: column.about, constraints: constraints)
    }
}
