/// Chooses among places of one name: Concepción in Chile, in Paraguay and in the Philippines.
///
/// The countries that the text names elsewhere, by their own name, by their people or by a place that has its name for
/// itself, tell which is meant; where they do not, it is the largest.
struct Homonyms {
    let document: Document

    /// How many times larger a place has to be to be meant by its bare name, whatever country the text is about: Madrid
    /// in Spain and Madrid in Colombia.
    private static let renown = 20

    /// The one of several matches with the same words that is meant; nil where there is none.
    func best(_ matches: [Match]) -> Match? {
        guard matches.count > 1 else { return matches.first }
        let places = document.lexicon.places
        let largest = matches.map { places.entry(Int($0.term.index)).population }.max() ?? 0
        func rank(_ match: Match) -> (Int, Int, Int) {
            let index = Int(match.term.index)
            let place = places.entry(index)
            // The table knows how many live in most places, but not in all divisions.
            let isKnown = place.population == 0 || place.population * Self.renown >= largest
            return (
                places.kind(index) == "country" ? 1 : 0, isKnown && document.countries.contains(place.country) ? 1 : 0,
                place.population
            )
        }
        return matches.max { rank($0) < rank($1) }
    }

    /// The countries that a text names.
    static func countries(of document: Document) -> Set<Int32> {
        let places = document.lexicon.places
        var found: Set<Int32> = []
        for at in document.tokens.indices {
            if document.has(.place, at: at) {
                let matches = document.matches(at: at).filter { $0.term.kind == .place }
                let longest = matches.filter { $0.end == matches[0].end }
                if longest.count == 1 { found.insert(places.entry(Int(longest[0].term.index)).country) }
            } else if let people = document.match(.demonym, at: at),
                let place = document.lexicon.place(ofDemonym: Int(people.term.index))
            {
                found.insert(places.entry(place).country)
            }
        }
        return found
    }
}
