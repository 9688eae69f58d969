/// A place that a text names.
struct PlaceMention {
    /// Half-open tokens.
    var tokens: Range<Int>
    /// The row in `Lexicon.places`; nil for a place that the gazetteer does not have.
    var place: Int?
    var sentence: Int
    /// The name is part of an organisation's ("Gaza Health Ministry").
    var isInOrganisation: Bool
    /// The place of a people ("Syrian refugees").
    var isDemonym: Bool
    /// The word before the name and its modifiers.
    var preposition: PlacePreposition
    /// The name stands in the article's dateline or title.
    var isHeading: Bool
    /// The words go back to a place named before: "the city".
    var isBackReference = false
    /// How the name stands for those who act or speak, if it does.
    var actor = PlaceActor.none
}

/// What a place's name does beside naming a place.
enum PlaceActor: Int, NamedCase {
    case none
    /// "U.S. troops", "Syrian refugees": it describes a noun.
    case modifier
    /// "the West Bank toll", "Gaza deaths".
    case measured
    /// "London-based".
    case based
    /// "Israel said".
    case speaker
    /// "Israel has allowed", "Lebanon hosts": it is the subject of another verb.
    case subject
    /// "Chile's strongest".
    case owner
}

/// How a place and a number stand together in lists and plain phrases.
enum PlaceTie: Int, NamedCase {
    case none
    /// "Pakistan (138)"
    case bracket
    /// "Pakistan: 138"
    case label
    /// "138 people in Pakistan"
    case within
}

/// The word that leads up to a place.
enum PlacePreposition: Int, NamedCase {
    case none, `in`, at, near, from, to, of, on, across, into, through, other
}
