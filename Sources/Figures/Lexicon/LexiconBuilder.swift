/// Reads the tables of `Data/` into a `Lexicon`.
struct LexiconBuilder {
    private let tables: DataTables
    var vocabulary = Vocabulary()
    var terms = PhraseTrie()
    var names = PhraseTrie()
    var measures: [Measure] = []
    var triggers: [Trigger] = []
    var nouns: [Noun] = []
    var reporting: [ReportingRole] = []
    var qualifiers: [QualifierEntry] = []
    var demonyms: [Demonym] = []
    var sourceNouns: [SourceKind] = []
    var titles: [SourceKind] = []
    var times: [TimeEntry] = []
    var organisations: [Organisation] = []
    var places: [Place] = []
    /// The ids of the places, and the row of each.
    private(set) var placeIDs = Vocabulary()
    private(set) var placeRows: [Int32] = [-1]
    var classes: [WordClass] = []
    var numerals: [NumeralWord] = []
    /// Codes of ISO 4217 by the word before an amount, and by the letters beside a dollar sign.
    var currencies: [WordID: String] = [:]
    var dollars: [WordID: String] = [:]

    private var kinds: [UInt16] = []
    /// What is known of each word, by id.
    private(set) var words: [WordEntry] = []

    init(_ tables: DataTables) { self.tables = tables }

    mutating func build() {
        readMeasures()
        readWords()
        readNumerals()
        readTriggers()
        readNouns()
        readReporting()
        readQualifiers()
        readTimes()
        readCurrencies()
        readDemonyms()
        readSourceWords()
        readOrganisations()
        readPlaces()
        gatherWords()
    }

    /// Words that begin a number or a time though no table says so: `a` of "a dozen", `past` of "the past two days".
    private static let openers: (number: [String], time: [String]) = (
        ["a", "an"], ["a", "an", "past", "last", "previous", "recent", "latest", "preceding"]
    )

    private mutating func gatherWords() {
        let number = Self.openers.number.map { word($0) }
        let time = Self.openers.time.map { word($0) }
        let period = PeriodClassifier.openers.map { word($0) }
        let tense = TenseReader.auxiliaries.map { word($0) }
        words = Array(repeating: WordEntry(), count: vocabulary.count + 1)
        for word in words.indices {
            if word < classes.count { words[word].classes = classes[word] }
            if word < numerals.count { words[word].numeral = numerals[word] }
            if word < terms.roots.count { words[word].term = terms.roots[word] }
            if word < names.roots.count { words[word].name = names.roots[word] }
            if word < kinds.count { words[word].kinds = kinds[word] }
            let entry = words[word]
            if entry.numeral.kind != .none { words[word].flags = [.number, .time] }
            if entry.classes.month > 0 || entry.classes.weekday > 0 { words[word].flags.insert(.time) }
        }
        for word in currencies.keys { words[Int(word)].isCurrency = true }
        for word in number { words[Int(word)].flags.insert(.number) }
        for word in time { words[Int(word)].flags.insert(.time) }
        for word in period { words[Int(word)].uses.insert(.period) }
        for word in tense { words[Int(word)].uses.insert(.tense) }
    }

    /// The id of a word in plain letters, which is made where there is none.
    private mutating func word(_ text: String) -> WordID {
        vocabulary.add(WordHash.of(text.utf8))
    }

    /// Adds a form of a row of a table to a trie. Words in brackets or empty forms are passed over.
    private mutating func add(
        _ row: Row, _ range: Range<Int>, _ kind: TermKind, index: Int, form: Int = 0, isName: Bool = false
    ) {
        let words = row.table.bytes[range].withUnsafeBufferPointer {
            Tokenizer.words(of: $0, adding: &vocabulary)
        }
        let term = Term(kind: kind, form: UInt8(min(form, 255)), index: Int32(index))
        if isName { names.add(words, term) } else { terms.add(words, term) }
        guard let first = words.first else { return }
        grow(&kinds, to: first, with: 0)
        kinds[Int(first)] |= kind.bit
    }

    private mutating func addForms(_ row: Row, _ column: String, _ kind: TermKind, index: Int, isName: Bool = false) {
        for (form, range) in row.ranges(column).enumerated() {
            add(row, range, kind, index: index, form: form, isName: isName)
        }
    }

    private mutating func readMeasures() {
        for row in tables.table("measures.tsv") {
            measures.append(
                Measure(
                    name: row["measure"], unit: row["unit"], hxl: row["hxl"], hxlTerms: row.list("hxl_terms"),
                    counts: row["counts"]))
        }
    }

    private mutating func readCurrencies() {
        for row in tables.table("en/currencies.tsv") {
            for word in singleWords(row) {
                if row["kind"] == "dollar" { dollars[word] = row["code"] } else { currencies[word] = row["code"] }
            }
        }
    }

    private func measureIndex(_ name: String) -> UInt8? {
        measures.firstIndex { $0.name == name }.map { UInt8($0) }
    }

    /// The ids of the forms of a cell that are one word.
    private mutating func singleWords(_ row: Row) -> [WordID] {
        row.ranges("forms").compactMap { range in
            let words = row.table.bytes[range].withUnsafeBufferPointer {
                Tokenizer.words(of: $0, adding: &vocabulary)
            }
            return words.count == 1 ? words[0] : nil
        }
    }

    private mutating func readWords() {
        for row in tables.table("en/words.tsv") {
            let wordClass = WordClass(name: row["class"])
            for word in singleWords(row) {
                grow(&classes, to: word, with: [])
                classes[Int(word)].insert(wordClass)
            }
        }
    }

    private func grow<Element>(_ array: inout [Element], to word: WordID, with filler: Element) {
        while array.count <= Int(word) { array.append(filler) }
    }

    private mutating func readNumerals() {
        for row in tables.table("en/numerals.tsv") {
            guard let kind = NumeralWord.Kind(name: row["kind"]),
                let value = Double(row["value"])
            else { continue }
            for word in singleWords(row) {
                grow(&numerals, to: word, with: NumeralWord())
                let known = numerals[Int(word)].kind
                // "fifth" is an ordinal and a fraction: the fraction, which asks for a numerator, comes first.
                if known == .none { numerals[Int(word)] = NumeralWord(kind: kind, value: value) }
            }
        }
    }

    private mutating func readTriggers() {
        for row in tables.table("en/triggers.tsv") {
            guard let measure = measureIndex(row["measure"]), let role = TriggerRole(name: row["role"]) else {
                continue
            }
            let tails = row.ranges("tail").map { range in
                row.table.bytes[range].withUnsafeBufferPointer { Tokenizer.words(of: $0, adding: &vocabulary) }
            }
            let topic = Topic(name: row["topic"])
            triggers.append(Trigger(measure: measure, role: role, tails: tails, topic: topic))
            addForms(row, "forms", .trigger, index: triggers.count - 1)
        }
    }

    private mutating func readNouns() {
        for row in tables.table("en/nouns.tsv") {
            nouns.append(
                Noun(
                    kind: NounClass(name: row["class"]), unit: row["unit"], population: row["population"],
                    measure: measureIndex(row["measure"])))
            addForms(row, "forms", .noun, index: nouns.count - 1)
        }
    }

    private mutating func readReporting() {
        for row in tables.table("en/reporting.tsv") {
            guard let role = ReportingRole(name: row["role"]) else { continue }
            reporting.append(role)
            addForms(row, "forms", .reporting, index: reporting.count - 1)
        }
    }

    private mutating func readQualifiers() {
        let sides: [String: QualifierEntry.Side] = ["before": .before, "after": .after, "verb": .verb]
        for row in tables.table("en/qualifiers.tsv") {
            guard let qualifier = Qualifier(rawValue: row["qualifier"]), let side = sides[row["side"]] else { continue }
            qualifiers.append(QualifierEntry(qualifier: qualifier, side: side))
            addForms(row, "forms", .qualifier, index: qualifiers.count - 1)
        }
    }

    private mutating func readTimes() {
        for row in tables.table("en/times.tsv") {
            guard let entry = TimeEntry(row) else { continue }
            times.append(entry)
            addForms(row, "forms", .time, index: times.count - 1)
        }
    }

    private mutating func readDemonyms() {
        for row in tables.table("demonyms.tsv") {
            demonyms.append(Demonym(label: row["label"], place: row["place"]))
            addForms(row, "forms", .demonym, index: demonyms.count - 1)
        }
    }

    private mutating func readSourceWords() {
        for row in tables.table("en/source_nouns.tsv") {
            sourceNouns.append(SourceKind(rawValue: row["kind"]) ?? .other)
            addForms(row, "forms", .sourceNoun, index: sourceNouns.count - 1)
        }
        for row in tables.table("en/titles.tsv") {
            titles.append(SourceKind(rawValue: row["kind"]) ?? .person)
            addForms(row, "forms", .title, index: titles.count - 1)
        }
    }

    private mutating func readOrganisations() {
        for row in tables.table("sources.tsv") {
            organisations.append(
                Organisation(
                    id: row["id"], name: row["name"], kind: SourceKind(rawValue: row["kind"]) ?? .other,
                    place: row["place"], aliases: row.list("aliases")))
            let index = organisations.count - 1
            if let name = row.range("name") { add(row, name, .organisation, index: index, isName: true) }
            addForms(row, "aliases", .organisation, index: index, isName: true)
        }
    }

    private mutating func readPlaces() {
        let table = tables.table("places.tsv")
        places.reserveCapacity(table.rowCount)
        let columns = ["id", "name", "kind", "iso3", "parent"].map { table.column($0) }
        for row in table {
            let words = columns.map { row.text($0) }
            places.append(
                Place(
                    id: words[0], name: words[1], kind: words[2], iso3: words[3], parent: words[4],
                    population: row.integer("population"), isAmbiguous: row["ambiguous"] == "1"))
            let index = places.count - 1
            let id = Int(placeIDs.add(WordHash.of(places[index].id.utf8)))
            grow(&placeRows, to: WordID(id), with: -1)
            placeRows[id] = Int32(index)
            if let name = row.range("name") { add(row, name, .place, index: index, isName: true) }
            addForms(row, "aliases", .place, index: index, isName: true)
        }
    }
}
