/// The words and the world that the extractor knows: `Data/` made ready for look-up.
public final class Lexicon: Sendable {
    /// The lexicon compiled into the program.
    public static let embedded = Lexicon(DataTables())

    public let measures: [Measure]
    public let organisations: [Organisation]
    public let places: [Place]
    let vocabulary: Vocabulary
    /// Phrases that are found whatever their case.
    let terms: PhraseTrie
    /// Names of places and organisations, which want a capital.
    let names: PhraseTrie
    let triggers: [Trigger]
    let nouns: [Noun]
    let reporting: [ReportingRole]
    let qualifiers: [QualifierEntry]
    let demonyms: [Demonym]
    let sourceNouns: [SourceKind]
    let titles: [SourceKind]
    let times: [TimeEntry]
    let currencies: [WordID: String]
    let dollars: [WordID: String]
    let model: LinearModel
    /// By word id; the first is that of all words that the lexicon does not have.
    let words: [WordEntry]
    private let placeIndex: [String: Int32]

    /// Reads the tables. A table that is missing or a row that cannot be read leaves its words out.
    public init(_ tables: DataTables) {
        var builder = LexiconBuilder(tables)
        builder.build()
        measures = builder.measures
        organisations = builder.organisations
        places = builder.places
        vocabulary = builder.vocabulary
        terms = builder.terms
        names = builder.names
        triggers = builder.triggers
        nouns = builder.nouns
        reporting = builder.reporting
        qualifiers = builder.qualifiers
        demonyms = builder.demonyms
        sourceNouns = builder.sourceNouns
        titles = builder.titles
        times = builder.times
        currencies = builder.currencies
        dollars = builder.dollars
        model = LinearModel(tables.table("weights.tsv"))
        words = builder.words
        placeIndex = builder.placeIndex
    }

    @inline(__always) func classes(_ word: WordID) -> WordClass { words[Int(word)].classes }
    @inline(__always) func numeral(_ word: WordID) -> NumeralWord { words[Int(word)].numeral }

    /// The index of the place with this id; nil where there is none.
    func placeIndex(_ id: String) -> Int? { placeIndex[id].map(Int.init) }

    /// The label of the people of a country or territory; nil where the table has none.
    func people(ofPlace index: Int) -> String? {
        let id = places[index].id
        return demonyms.first { $0.place == id && !$0.label.isEmpty }?.label
    }

    /// The home of the people with this label ("palestinian"); nil where the table has none.
    func place(ofPeople label: String) -> Int? {
        demonyms.first { $0.label == label && !$0.place.isEmpty }.flatMap { placeIndex($0.place) }
    }

    func measureIndex(_ name: String) -> UInt8? {
        measures.firstIndex { $0.name == name }.map { UInt8($0) }
    }

    /// Whether `place` lies in `container`, or is it.
    func place(_ place: Int, isIn container: Int) -> Bool {
        var at: Int? = place
        for _ in 0..<8 {
            guard let index = at else { return false }
            if index == container { return true }
            at = placeIndex(places[index].parent)
        }
        return false
    }
}

/// All that the lexicon has on one word, side by side: a word of a text costs one look at memory.
struct WordEntry {
    var classes: WordClass = []
    var numeral = NumeralWord()
    /// The states of `Lexicon.terms` and `Lexicon.names` after this word; 0 where no phrase begins with it.
    var term: Int32 = 0
    var name: Int32 = 0
    /// A number can begin with the word.
    var beginsNumber = false
    /// An expression of time can begin with the word.
    var beginsTime = false
}
