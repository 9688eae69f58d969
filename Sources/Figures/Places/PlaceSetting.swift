/// How one place stands to another.
enum PlaceKinship: Int, NamedCase {
    /// There is no other.
    case none
    /// One of them is not in the gazetteer.
    case unknown
    case same
    /// It lies in the other.
    case inside
    /// It holds the other.
    case around
    /// Both lie in one country.
    case sibling
    case foreign
}

extension Lexicon {
    /// How `place` stands to `other`.
    func kinship(_ place: Int, _ other: Int?) -> PlaceKinship {
        guard let other else { return .none }
        if place == other { return .same }
        if self.place(place, isIn: other) { return .inside }
        if self.place(other, isIn: place) { return .around }
        let country = places.entry(place).country
        return country != 0 && country == places.entry(other).country ? .sibling : .foreign
    }
}

/// Finds the country or territory that a text is about, which a place told at length or far back hardly leaves.
struct PlaceSetting {
    let document: Document
    let titlePlaces: Set<Int>

    /// The country or territory in which most of what is named lies; nil where the text names none.
    ///
    /// A place in the title or the opening counts for more, the name of a people or of an organisation for less.
    func setting(_ mentions: [PlaceMention]) -> Int? {
        var weights: [Int: Int] = [:]
        var first: [Int: Int] = [:]
        for (order, mention) in mentions.enumerated() {
            guard let place = mention.place, let home = country(of: place) else { continue }
            weights[home, default: 0] += weight(mention)
            first[home] = min(first[home] ?? order, order)
        }
        return weights.max { ($0.value, -(first[$0.key] ?? 0)) < ($1.value, -(first[$1.key] ?? 0)) }?.key
    }

    private func weight(_ mention: PlaceMention) -> Int {
        var weight = mention.isDemonym || mention.isInOrganisation || mention.actor == .speaker ? 1 : 3
        if mention.preposition != .none, !mention.isInOrganisation { weight += 1 }
        if mention.sentence <= 2 { weight *= 2 }
        if let place = mention.place, titlePlaces.contains(place) { weight *= 2 }
        return weight
    }

    private func country(of place: Int) -> Int? {
        let places = document.lexicon.places
        var at = place
        for _ in 0..<8 {
            guard at >= 0 else { return nil }
            let kind = places.kind(at)
            if kind == "country" || kind == "territory" { return at }
            at = Int(places.entry(at).parent)
        }
        return nil
    }
}
