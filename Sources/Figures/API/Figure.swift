/// A number that an article states about the human cost of a crisis or the response to it,
/// with who vouches for it, the day it speaks of, the place and the exact words.
///
/// Offsets are UTF-8 byte offsets into the field named by `field`, half-open:
/// `start ..< end` is the number phrase, and the quote begins at `quoteStart`.
/// What the text does not tell is nil; nothing is guessed.
public struct Figure: Sendable, Hashable, Codable {
    /// The `id` of the article.
    public var doc: String
    public var field: TextField
    public var start: Int
    public var end: Int
    /// The number as written: `9,000`.
    public var number: String
    /// The sentence that holds the number, verbatim.
    public var quote: String
    public var quoteStart: Int

    /// What is counted: a row of `Data/measures.tsv` ("deaths").
    public var measure: String
    /// The word that told the measure, as written: `killed`.
    public var term: String
    /// The number as stated, before bounds: 9000 for "more than 9,000"; for a range its low end.
    public var value: Double
    /// What the words allow at least; nil where only an upper bound is given.
    public var low: Double?
    /// What the words allow at most; nil where only a lower bound is given.
    public var high: Double?
    public var qualifier: Qualifier
    /// What the number counts, in the singular: `person`, `household`, `truck`, `tonne`, `USD`.
    public var unit: String
    /// Who is counted, where the text says it: `children`, `civilians`, `palestinian`.
    public var population: [String]
    public var place: PlaceReference?
    /// Who vouches for the number; nil where the article states it in its own voice.
    public var source: SourceReference?
    /// The last day that the figure speaks of, to the precision that the text gives.
    public var date: PartialDate?
    public var period: Period
    /// The day that a running total counts from.
    public var periodStart: CalendarDate?
    /// The day that the article was published.
    public var reported: CalendarDate?
    public var status: Status
    public var relation: Relation?
    /// 0 to 1: the share of figures with this score that are right.
    public var confidence: Double
    /// Why the figure was made: names of rules, most important first, joined by `+`.
    public var rule: String
    public var publisher: String?
    /// The version of the extractor.
    public var extractor: String

    public init(
        doc: String, field: TextField, start: Int, end: Int, number: String, quote: String, quoteStart: Int,
        measure: String, term: String, value: Double, low: Double?, high: Double?, qualifier: Qualifier, unit: String,
        population: [String] = [], place: PlaceReference? = nil, source: SourceReference? = nil,
        date: PartialDate? = nil, period: Period = .event, periodStart: CalendarDate? = nil,
        reported: CalendarDate? = nil, status: Status = .actual, relation: Relation? = nil, confidence: Double = 1,
        rule: String = "", publisher: String? = nil, extractor: String = Extractor.version
    ) {
        self.doc = doc
        self.field = field
        self.start = start
        self.end = end
        self.number = number
        self.quote = quote
        self.quoteStart = quoteStart
        self.measure = measure
        self.term = term
        self.value = value
        self.low = low
        self.high = high
        self.qualifier = qualifier
        self.unit = unit
        self.population = population
        self.place = place
        self.source = source
        self.date = date
        self.period = period
        self.periodStart = periodStart
        self.reported = reported
        self.status = status
        self.relation = relation
        self.confidence = confidence
        self.rule = rule
        self.publisher = publisher
        self.extractor = extractor
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case doc, field, start, end, number, quote
        case quoteStart = "quote_start"
        case measure, term, value, low, high, qualifier, unit, population, place, source, date
        case datePrecision = "date_precision"
        case period
        case periodStart = "period_start"
        case reported, status, relation, confidence, rule, publisher, extractor
    }

    public init(from decoder: any Decoder) throws {
        let c = try decoder.container(keyedBy: CodingKeys.self)
        doc = try c.decode(String.self, forKey: .doc)
        field = try c.decode(TextField.self, forKey: .field)
        start = try c.decode(Int.self, forKey: .start)
        end = try c.decode(Int.self, forKey: .end)
        number = try c.decode(String.self, forKey: .number)
        quote = try c.decode(String.self, forKey: .quote)
        quoteStart = try c.decode(Int.self, forKey: .quoteStart)
        measure = try c.decode(String.self, forKey: .measure)
        term = try c.decode(String.self, forKey: .term)
        value = try c.decode(Double.self, forKey: .value)
        low = try c.decodeIfPresent(Double.self, forKey: .low)
        high = try c.decodeIfPresent(Double.self, forKey: .high)
        qualifier = try c.decode(Qualifier.self, forKey: .qualifier)
        unit = try c.decode(String.self, forKey: .unit)
        population = try c.decode([String].self, forKey: .population)
        place = try c.decodeIfPresent(PlaceReference.self, forKey: .place)
        source = try c.decodeIfPresent(SourceReference.self, forKey: .source)
        date = try c.decodeIfPresent(PartialDate.self, forKey: .date)
        period = try c.decode(Period.self, forKey: .period)
        periodStart = try c.decodeIfPresent(CalendarDate.self, forKey: .periodStart)
        reported = try c.decodeIfPresent(CalendarDate.self, forKey: .reported)
        status = try c.decode(Status.self, forKey: .status)
        relation = try c.decodeIfPresent(Relation.self, forKey: .relation)
        confidence = try c.decode(Double.self, forKey: .confidence)
        rule = try c.decode(String.self, forKey: .rule)
        publisher = try c.decodeIfPresent(String.self, forKey: .publisher)
        extractor = try c.decode(String.self, forKey: .extractor)
    }

    public func encode(to encoder: any Encoder) throws {
        var c = encoder.container(keyedBy: CodingKeys.self)
        try c.encode(doc, forKey: .doc)
        try c.encode(field, forKey: .field)
        try c.encode(start, forKey: .start)
        try c.encode(end, forKey: .end)
        try c.encode(number, forKey: .number)
        try c.encode(quote, forKey: .quote)
        try c.encode(quoteStart, forKey: .quoteStart)
        try c.encode(measure, forKey: .measure)
        try c.encode(term, forKey: .term)
        try c.encode(value, forKey: .value)
        try c.encode(low, forKey: .low)
        try c.encode(high, forKey: .high)
        try c.encode(qualifier, forKey: .qualifier)
        try c.encode(unit, forKey: .unit)
        try c.encode(population, forKey: .population)
        try c.encode(place, forKey: .place)
        try c.encode(source, forKey: .source)
        try c.encode(date, forKey: .date)
        try c.encode(date?.precision, forKey: .datePrecision)
        try c.encode(period, forKey: .period)
        try c.encode(periodStart, forKey: .periodStart)
        try c.encode(reported, forKey: .reported)
        try c.encode(status, forKey: .status)
        try c.encode(relation, forKey: .relation)
        try c.encode(confidence, forKey: .confidence)
        try c.encode(rule, forKey: .rule)
        try c.encode(publisher, forKey: .publisher)
        try c.encode(extractor, forKey: .extractor)
    }
}

/// The part of an article that an offset points into.
public enum TextField: String, Sendable, Codable, CaseIterable {
    case title, text
}

/// What the words around a number say of its exactness.
public enum Qualifier: String, Sendable, Codable, CaseIterable {
    case exact, about, range, vague
    case atLeast = "at_least"
    case atMost = "at_most"
}

/// What stretch of time a figure counts.
public enum Period: String, Sendable, Codable, CaseIterable {
    /// What happened in one event or a stated span: "killed on Monday".
    case event
    /// A running total since a start: "since the war began".
    case total
    /// A state now: "are living in camps".
    case stock
}

public enum Status: String, Sendable, Codable, CaseIterable {
    case actual
    /// Forecast, feared, could.
    case projected
    /// To be delivered, pledged, needed, asked for.
    case planned
    /// The text says that it is false, or disputes it.
    case denied
}

/// A place as the text names it, tied to the gazetteer where it is known.
public struct PlaceReference: Sendable, Hashable, Codable {
    public var name: String
    /// The `id` in `Data/places.tsv`; nil for a place that the gazetteer does not have.
    public var id: String?
    /// ISO 3166-1 alpha-3 code of the country.
    public var iso3: String?

    public init(name: String, id: String? = nil, iso3: String? = nil) {
        self.name = name
        self.id = id
        self.iso3 = iso3
    }

    public func encode(to encoder: any Encoder) throws {
        var c = encoder.container(keyedBy: CodingKeys.self)
        try c.encode(name, forKey: .name)
        try c.encode(id, forKey: .id)
        try c.encode(iso3, forKey: .iso3)
    }
}

/// What kind of party vouches for a number.
public enum SourceKind: String, Sendable, Codable, CaseIterable {
    /// A government, ministry, police, court, civil defence, hospital of the state.
    case authority
    case military
    case un
    case ngo
    case media
    /// An armed group or movement that is no state.
    case armedGroup = "armed_group"
    /// A named or unnamed person who speaks for nobody else: a witness, a doctor, a resident.
    case person
    case other
}

/// Who vouches for a number: the innermost party. Those who passed it on are `relay`.
public struct SourceReference: Sendable, Hashable, Codable {
    /// The canonical name where `Data/sources.tsv` has it, else the words of the text.
    public var name: String
    /// The `id` in `Data/sources.tsv`; nil for a source that the table does not have.
    public var id: String?
    public var kind: SourceKind
    /// The words of the text: "the Hamas-controlled Gaza Health Ministry".
    public var text: String
    /// The person who spoke for the organisation, where the text names both.
    public var speaker: String?
    /// Who passed the number on, where the text names them: "Reuters quoted a medic" has the relay "Reuters".
    public var relay: String?

    public init(
        name: String, id: String? = nil, kind: SourceKind = .other, text: String, speaker: String? = nil,
        relay: String? = nil
    ) {
        self.name = name
        self.id = id
        self.kind = kind
        self.text = text
        self.speaker = speaker
        self.relay = relay
    }

    public func encode(to encoder: any Encoder) throws {
        var c = encoder.container(keyedBy: CodingKeys.self)
        try c.encode(name, forKey: .name)
        try c.encode(id, forKey: .id)
        try c.encode(kind, forKey: .kind)
        try c.encode(text, forKey: .text)
        try c.encode(speaker, forKey: .speaker)
        try c.encode(relay, forKey: .relay)
    }
}

/// Ties a figure to another of the same article and field.
public struct Relation: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Codable {
        /// "40 died, 16 of them children": the 16 are part of the 40.
        case subsetOf = "subset_of"
        /// "rose by 3 to 61": the 3 are part of the 61, and new.
        case incrementOf = "increment_of"
    }
    public var kind: Kind
    /// The `start` of the other figure.
    public var start: Int

    public init(kind: Kind, start: Int) {
        self.kind = kind
        self.start = start
    }
}
