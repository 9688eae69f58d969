/// How a trigger stands to the thing that it counts; the roles of `Data/en/triggers.tsv`.
enum TriggerRole: Int, NamedCase {
    /// A transitive verb whose object is counted: kill, displace.
    case object
    /// A verb whose subject is counted: die, flee.
    case subject
    /// A fixed phrase said of the counted thing: left homeless, in need of aid.
    case passive
    /// A noun that is the counted thing, or counts it: deaths, refugees.
    case noun
    /// A noun whose value follows: death toll.
    case tally
    /// dead, missing.
    case adjective
    /// lives: what is lost or claimed.
    case lives

    var isVerb: Bool { self == .object || self == .subject }

    /// The role as the table writes it.
    var name: String { stringValue }
}

/// Where a word that tells a measure puts the people that it counts; the kinds of `Data/en/triggers.tsv`.
enum Aspect: Int, NamedCase {
    case none
    /// "Turkey hosts": they are with who does it.
    case host
    /// "stranded", "living in tents": they are where they are.
    case stay
    /// "fled": they go from somewhere.
    case leave
    /// "reached": they come to somewhere.
    case arrive
}

/// A word that tells what a number counts.
struct Trigger {
    /// The measure of an idiom that holds a word of a measure and tells none: "shot at", "struck a deal".
    static let noMeasure = UInt8.max

    /// The index of the measure in `Lexicon.measures`, or `noMeasure`.
    let measure: UInt8
    let role: TriggerRole
    /// Words one of which must follow within the clause: `into custody` for "took 40 people into custody"; empty
    /// where the trigger needs none.
    var tails: [[WordID]] = []
    /// The first words of the tails, as bits by their ids: a word whose bit is not there begins none.
    var tailStarts: UInt64 = 0
    /// The only topic in which the word tells the measure; nil where it does in all.
    var topic: Topic?
    /// Where the word puts those that it counts.
    var aspect = Aspect.none

    init(
        measure: UInt8, role: TriggerRole, tails: [[WordID]] = [], topic: Topic? = nil, aspect: Aspect = .none
    ) {
        self.measure = measure
        self.role = role
        self.tails = tails
        self.topic = topic
        self.aspect = aspect
        tailStarts = tails.reduce(0) { $0 | ($1.first.map(Trigger.bit) ?? .max) }
    }

    /// The bit of a word in `tailStarts`.
    @inline(__always) static func bit(_ word: WordID) -> UInt64 { 1 << UInt64(truncatingIfNeeded: word & 63) }
}

/// What kind of thing a noun names; the classes of `Data/en/nouns.tsv`.
enum NounClass: Int, NamedCase {
    case none
    case person, household, agent, settlement, building, infrastructure, truck, aid, attack, money, time
    case measureUnit, animal, military, vote, document, other

    init(name: String) {
        self =
            name == "measure_unit"
            ? .measureUnit : NounClass.allCases.first { $0.name == name } ?? .other
    }

    private static let names = allCases.map { "\($0)" }

    var name: String { Self.names[Int(rawValue)] }

    /// People, alone or as families.
    var isPeople: Bool { self == .person || self == .household }

    /// Things that no measure counts.
    var isNeverCounted: Bool {
        switch self {
        case .time, .measureUnit, .animal, .vote, .document: true
        default: false
        }
    }
}

/// A noun that a number can stand before.
struct Noun {
    let kind: NounClass
    let unit: String
    let population: String
    /// The index of the measure that the noun alone decides; nil where it decides none.
    let measure: UInt8?
}

enum ReportingRole: Int, NamedCase {
    case say, according, by, data, hearsay, deny, quoted
}

/// What a verb of saying does; the kinds of `Data/en/reporting.tsv`.
enum ReportingVerb: Int, NamedCase {
    case none, speak, count, act
}

/// A word by which a source is told.
struct ReportingEntry {
    let role: ReportingRole
    let verb: ReportingVerb
}

struct QualifierEntry {
    enum Side { case before, after, verb }
    let qualifier: Qualifier
    let side: Side
}

/// What a word is as a part of a number; the kinds of `Data/en/numerals.tsv`.
struct NumeralWord {
    enum Kind: Int, NamedCase {
        case none, unit, ten, scale, abbreviation, dozen, couple, vague, fraction, several, ordinal, ordinalSuffix
    }
    var kind = Kind.none
    var value = 0.0
}

/// A people or nationality: "Palestinian".
struct Demonym {
    let label: String
    let place: String
}

/// A measure of `Data/measures.tsv`.
public struct Measure: Sendable, Hashable {
    public let name: String
    /// The unit where the text names no other thing.
    public let unit: String
    /// The hashtag of the Humanitarian Exchange Language; `{unit}` stands for the attribute of the unit.
    public let hxl: String
    /// Another hashtag, and behind it the beginnings of the words that ask for it; empty where there is none.
    public let hxlTerms: [String]
    /// What it counts, in words.
    public let counts: String
    /// The classes of nouns that it can count, a bit each.
    let heads: UInt32

    func counts(_ head: NounClass) -> Bool { head == .none || heads >> UInt32(head.rawValue) & 1 == 1 }
}

/// An organisation of `Data/sources.tsv`.
public struct Organisation: Sendable, Hashable {
    public let id: String
    public let name: String
    public let kind: SourceKind
    public let place: String
    public let aliases: [String]
}

/// A place of `Data/places.tsv`.
public struct Place: Sendable, Hashable {
    public let id: String
    public let name: String
    /// country, region, division, city, town, district, camp, crossing, sea, island, territory, base.
    public let kind: String
    public let iso3: String
    /// The id of the place that holds it; empty at the top.
    public let parent: String
    public let population: Int
    /// The name is an ordinary word or a person's name too, and needs context.
    public let isAmbiguous: Bool
}
