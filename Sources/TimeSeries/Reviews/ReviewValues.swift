import Figures
import GRDB

/// Reads the values that a person sets.
enum ReviewValues {
    static func text(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : number.description
    }

    /// The values as they are stored, with the bounds that a value or qualifier brings along.
    ///
    /// - Throws: `StoreError.badReview` that names the key and what it wants.
    static func completed(
        _ values: [ReviewKey: String], of current: [ReviewKey: String], _ db: Database, _ lexicon: Lexicon
    ) throws -> [ReviewKey: String] {
        var wanted: [ReviewKey: String] = [:]
        for (key, value) in values { wanted[key] = try read(value, key, db, lexicon) }
        if wanted[.value] != nil || wanted[.qualifier] != nil, wanted[.low] == nil, wanted[.high] == nil {
            let value = wanted[.value] ?? current[.value] ?? ""
            switch (wanted[.qualifier] ?? current[.qualifier]).flatMap(Qualifier.init) {
            case .exact, .about: (wanted[.low], wanted[.high]) = (value, value)
            case .atLeast: (wanted[.low], wanted[.high]) = (value, "")
            case .atMost: (wanted[.low], wanted[.high]) = ("", value)
            case .range, .vague, nil: break
            }
        }
        try checkBounds(current.merging(wanted) { $1 })
        return wanted.filter { current[$0.key] != $0.value || values[$0.key] != nil }
    }

    private static func checkBounds(_ values: [ReviewKey: String]) throws {
        func number(_ key: ReviewKey) -> Double? { values[key].flatMap(Double.init) }
        let value = number(.value) ?? 0
        guard (number(.low) ?? value) <= value, value <= (number(.high) ?? value) else {
            throw StoreError.badReview("the value lies outside its bounds: set low=… and high=… too")
        }
    }

    private static func read(
        _ value: String, _ key: ReviewKey, _ db: Database, _ lexicon: Lexicon
    ) throws -> String {
        let known: String? =
            switch key {
            case .measure: lexicon.measures.first { $0.name == value.lowercased() }?.name
            case .value: number(value)
            case .low, .high: value.isEmpty ? "" : number(value)
            case .qualifier: Qualifier(rawValue: value)?.rawValue
            case .unit: value.isEmpty ? nil : value
            case .population: population(value)
            case .place: value.isEmpty ? "" : try place(value, db, lexicon)
            case .source: value.isEmpty || value == FilterSQL.unattributed ? "" : try source(value, db, lexicon)
            case .date: value.isEmpty ? "" : PartialDate(value)?.description
            case .period: Period(rawValue: value)?.rawValue
            case .periodStart: value.isEmpty ? "" : CalendarDate(value)?.description
            case .status: Status(rawValue: value)?.rawValue
            }
        guard let known else { throw StoreError.badReview("\(key.rawValue)=\(value): \(wanted(key, lexicon))") }
        return known
    }

    private static func wanted(_ key: ReviewKey, _ lexicon: Lexicon) -> String {
        switch key {
        case .measure: "wants one of " + lexicon.measures.map(\.name).joined(separator: ", ")
        case .value: "wants a number, such as 9061"
        case .low, .high: "wants a number, or nothing where the bound is open"
        case .qualifier: "wants one of " + Qualifier.allCases.map(\.rawValue).joined(separator: ", ")
        case .unit: "wants a word in the singular, such as person or household"
        case .population: "wants words without '|', parted by commas"
        case .place, .source: "wants a name"
        case .date: "wants a day, month or year: 2023-11-03, 2023-11 or 2023"
        case .period: "wants one of " + Period.allCases.map(\.rawValue).joined(separator: ", ")
        case .periodStart: "wants a day: 2023-10-07"
        case .status: "wants one of " + Status.allCases.map(\.rawValue).joined(separator: ", ")
        }
    }

    private static func number(_ text: String) -> String? {
        let digits = text.filter { $0 != "," }
        guard !digits.isEmpty, digits.allSatisfy({ "0123456789.".contains($0) }) else { return nil }
        return Double(digits).map(self.text)
    }

    private static func population(_ text: String) -> String? {
        guard !text.contains("|") else { return nil }
        return text.split(separator: ",").map { String($0.trimmed) }.filter { !$0.isEmpty }.joined(separator: "|")
    }

    /// The key of the place's row, which is made where there is none yet.
    private static func place(_ name: String, _ db: Database, _ lexicon: Lexicon) throws -> String {
        let known = lexicon.places(named: name)
        let rows = try Names.places(name, db, lexicon)
        if let best = known.first(where: { $0.id == name }) ?? known.first {
            var places = try PlaceRows(db, lexicon)
            return try places.row(
                of: PlaceReference(name: best.name, id: best.id, iso3: best.iso3)
            ).key
        }
        return try rows.first.map { try Names.canonicalKey("place", $0, db) } ?? name
    }

    /// The key of the source's row, which is made where there is none yet.
    private static func source(_ name: String, _ db: Database, _ lexicon: Lexicon) throws -> String {
        var sources = try SourceRows(db)
        if let row = try? Names.sources(name, db, lexicon).first { return try Names.canonicalKey("source", row, db) }
        if let known = lexicon.organisations(named: name).first {
            let reference = SourceReference(name: known.name, id: known.id, kind: known.kind, text: known.name)
            return try sources.row(of: reference).key
        }
        return try sources.row(of: SourceReference(name: name, text: name)).key
    }
}

extension StringProtocol {
    /// Without the spaces at both ends.
    var trimmed: SubSequence {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return self[startIndex..<startIndex] }
        return self[first...last]
    }
}
