internal import Synchronization

/// The words and the world that the extractor knows: `Data/` made ready for look-up.
public final class Lexicon: Sendable {
    /// The lexicon compiled into the program.
    public static let embedded = Lexicon(DataTables())

    public let measures: [Measure]
    public let organisations: [Organisation]
    public let places: PlaceTable
    let vocabulary: FixedBuffer<Vocabulary.Slot>
    /// Owns the memory of `vocabulary`.
    private let wordIDs: Vocabulary
    /// Phrases that are found whatever their case.
    let terms: FrozenTrie
    /// Names of places and organisations, which want a capital.
    let names: FrozenTrie
    let triggers: [Trigger]
    let nouns: [Noun]
    let reporting: [ReportingEntry]
    let qualifiers: [QualifierEntry]
    let demonyms: [Demonym]
    let sourceNouns: [SourceKind]
    let titles: [SourceKind]
    let times: [TimeEntry]
    let currencies: [WordID: CurrencyCode]
    let dollars: [WordID: CurrencyCode]
    let model: LinearModel
    /// By word id; the first is that of all words that the lexicon does not have.
    let words: FixedBuffer<WordEntry>
    /// What words are as parts of numbers, by `WordEntry.numeral`; the first stands for no part.
    private let numerals: FixedBuffer<NumeralWord>
    /// The place of each row of `demonyms`; -1 where it has none.
    private let demonymPlaces: [Int32]
    /// The label of the people of each place that has one, by its row.
    private let peoples: [Int32: String]
    /// The place of the first row of `demonyms` with a label and a place, by the label.
    private let homes: [String: Int]
    private let organisationNames = AtomicLazyReference<NameWords>()
    /// The indices of the measures that nouns of a class tell.
    let trucks: UInt8?
    let aid: UInt8?
    let attacks: UInt8?
    let funding: UInt8?

    /// Reads the tables. A table that is missing or a row that cannot be read leaves its words out.
    public init(_ tables: DataTables) {
        var builder = LexiconBuilder(tables)
        builder.build()
        measures = builder.measures
        organisations = builder.organisations
        places = builder.places
        wordIDs = builder.vocabulary
        vocabulary = builder.vocabulary.fixed
        terms = builder.terms.frozen()
        names = builder.names.frozen()
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
        words = builder.words.fixed()
        numerals = builder.numerals.fixed()
        let places = places
        demonymPlaces = demonyms.map { places.index(ofID: $0.place).map { Int32($0) } ?? -1 }
        let labelled = zip(demonymPlaces, demonyms).filter { $0 >= 0 && !$1.label.isEmpty }
        peoples = Dictionary(labelled.map { ($0, $1.label) }, uniquingKeysWith: { first, _ in first })
        let housed = zip(demonymPlaces, demonyms).filter { !$1.place.isEmpty }.map { ($1.label, Int($0)) }
        homes = Dictionary(housed, uniquingKeysWith: { first, _ in first }).filter { $0.value >= 0 }
        let names = measures.map(\.name)
        func measure(_ name: String) -> UInt8? { names.firstIndex(of: name).map { UInt8($0) } }
        trucks = measure("trucks")
        aid = measure("aid")
        attacks = measure("attacks")
        funding = measure("funding")
    }

    /// The words of the names of the organisations; gathered when they are first asked for.
    var nameWords: NameWords {
        organisationNames.load() ?? organisationNames.storeIfNil(NameWords(organisations))
    }

    deinit {
        terms.deallocate()
        names.deallocate()
        numerals.deallocate()
        words.deallocate()
    }

    @inline(__always) func classes(_ word: WordID) -> WordClass { words[Int(word)].classes }
    @inline(__always) func numeral(_ word: WordID) -> NumeralWord {
        numerals[Int(words[Int(word)].numeral)]
    }

    /// The index of the place with this id; nil where there is none.
    func placeIndex(_ id: String) -> Int? { places.index(ofID: id) }

    /// The index of the place of a row of `demonyms`; nil where there is none.
    func place(ofDemonym index: Int) -> Int? { demonymPlaces[index] < 0 ? nil : Int(demonymPlaces[index]) }

    /// The label of the people of a country or territory; nil where the table has none.
    func people(ofPlace index: Int) -> String? {
        peoples[Int32(index)]
    }

    /// The home of the people with this label ("palestinian"); nil where the table has none.
    func place(ofPeople label: String) -> Int? {
        homes[label]
    }

    func measureIndex(_ name: String) -> UInt8? {
        measures.firstIndex { $0.name == name }.map { UInt8($0) }
    }

    /// Whether `place` lies in `container`, or is it.
    func place(_ place: Int, isIn container: Int) -> Bool {
        var at = place
        for _ in 0..<8 {
            if at < 0 { return false }
            if at == container { return true }
            at = Int(places.entry(at).parent)
        }
        return false
    }
}

/// Words that the engine itself looks for, so that a glance tells whether a word is worth comparing.
struct WordUse: OptionSet {
    let rawValue: UInt8
    /// What stretch of time a number counts: see `PeriodClassifier`.
    static let period = WordUse(rawValue: 1)
    /// The tense of a clause: see `TenseReader`.
    static let tense = WordUse(rawValue: 2)
    /// A unit of time, and how a stretch of it begins: see `TimeFinder`.
    static let timeUnit = WordUse(rawValue: 4)
    static let span = WordUse(rawValue: 8)
}

/// All that the lexicon has on one word, side by side: a word of a text costs one look at memory.
struct WordEntry {
    var classes: WordClass = []
    /// The states of `Lexicon.terms` and `Lexicon.names` after this word; 0 where no phrase begins with it.
    var term: Int32 = 0
    var name: Int32 = 0
    /// The word stands before an amount of money, even without a blank: `Sh500`.
    var isCurrency = false
    /// `.number` and `.time`, where one can begin with the word.
    var flags: TokenFlags = []
    /// What the word is looked for by those who compare words one by one.
    var uses: WordUse = []
    /// The kinds of the phrases that begin with the word, a bit each.
    var kinds: UInt16 = 0
    /// The index in `Lexicon.numerals` of what the word is as a part of a number; 0 where it is none.
    var numeral: UInt16 = 0
}
