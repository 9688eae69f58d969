/// A figure that a person marked: what a gold file says of a number. More than one answer may be right.
public struct GoldFigure: Sendable, Codable {
    public var doc: String
    /// UTF-8 offsets into the text of the article, half-open.
    public var start: Int
    public var end: Int
    public var measure: [String]
    public var low: Double?
    public var high: Double?
    public var qualifier: String?
    public var unit: String?
    public var population: [String]
    public var place: [String]
    public var source: [String]
    public var sourceOpen: Bool
    public var date: [String]
    public var period: [String]
    public var status: String?
    public var isOptional: Bool
    /// The line says that the text has no figure.
    public var isNone: Bool
    /// What the person did not judge.
    var unjudged: Set<Question> = []

    init(doc: String, start: Int, end: Int) {
        self.doc = doc
        self.start = start
        self.end = end
        (measure, population, place, source, date, period) = ([], [], [], [], [], [])
        (sourceOpen, isOptional, isNone) = (false, false, false)
    }

    enum CodingKeys: String, CodingKey {
        case doc, start, end, measure, low, high, qualifier, unit, population, place, source
        case sourceOpen = "source_open"
        case date, period, status
        case isOptional = "optional"
        case isNone = "none"
    }

    public init(from decoder: any Decoder) throws {
        let c = try decoder.container(keyedBy: CodingKeys.self)
        /// One string, a list of them, or nothing.
        func strings(_ key: CodingKeys) -> [String] {
            if let list = try? c.decode([String].self, forKey: key) { return list }
            return (try? c.decode(String.self, forKey: key)).map { [$0] } ?? []
        }
        doc = try c.decode(String.self, forKey: .doc)
        isNone = try c.decodeIfPresent(Bool.self, forKey: .isNone) ?? false
        start = try c.decodeIfPresent(Int.self, forKey: .start) ?? 0
        end = try c.decodeIfPresent(Int.self, forKey: .end) ?? 0
        measure = strings(.measure)
        low = try c.decodeIfPresent(Double.self, forKey: .low)
        high = try c.decodeIfPresent(Double.self, forKey: .high)
        qualifier = try c.decodeIfPresent(String.self, forKey: .qualifier)
        unit = try c.decodeIfPresent(String.self, forKey: .unit)
        population = strings(.population)
        place = strings(.place)
        source = strings(.source)
        sourceOpen = try c.decodeIfPresent(Bool.self, forKey: .sourceOpen) ?? false
        date = strings(.date)
        period = strings(.period)
        status = try c.decodeIfPresent(String.self, forKey: .status)
        isOptional = try c.decodeIfPresent(Bool.self, forKey: .isOptional) ?? false
    }
}
