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
}

/// The word that leads up to a place.
enum PlacePreposition: Int, CaseIterable {
    case none, `in`, at, near, from, to, of, on, across, into, other
}
