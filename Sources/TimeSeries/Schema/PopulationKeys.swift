import Figures

/// Works out the populations that series are told apart by, each once.
final class PopulationKeys {
    private let lexicon: Lexicon
    private var known: [PopulationOfPlace: String] = [:]

    private struct PopulationOfPlace: Hashable {
        let population: [String]
        let place: String?
    }

    init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    /// The population without the people of the place itself, sorted and joined by `|`: "Palestinians killed in Gaza"
    /// and "people killed in Gaza" are counted by the same tolls.
    ///
    /// - Parameter place: the key of the place's row.
    func key(_ population: [String], place: String?) -> String {
        guard !population.isEmpty else { return "" }
        let asked = PopulationOfPlace(population: population, place: place)
        if let key = known[asked] { return key }
        let others = population.filter { label in place.map { !lexicon.isPeople(label, of: $0) } ?? true }
        let key = others.sorted().joined(separator: "|")
        known[asked] = key
        return key
    }
}
