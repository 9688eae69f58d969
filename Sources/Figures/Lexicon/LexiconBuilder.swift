/// Reads the tables of `Data/` into a `Lexicon`.
struct LexiconBuilder {
    private let tables: DataTables
    // Large enough for the tables of the program, so that none is moved while they are read.
    var vocabulary = Vocabulary(capacity: 1 << 16)
    var terms = PhraseTrie(capacity: 1 << 16)
    var names = PhraseTrie(capacity: 1 << 17)
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
    let places: PlaceTable
    var classes: [WordClass] = []
    var numerals: [NumeralWord] = []
    /// Codes of ISO 4217 by the word before an amount, and by the letters beside a dollar sign.
    var currencies: [WordID: CurrencyCode] = [:]
    var dollars: [WordID: CurrencyCode] = [:]

    private var kinds: [UInt16] = []
    private let placeTable: Table
    /// The words of the phrase at hand.
    private var phrase = GrowingBuffer<WordID>(capacity: 32)
    private var measureNames = CellNames<UInt8?>()
    /// What is known of each word, by id.
    private(set) var words: [WordEntry] = []

    init(_ tables: DataTables) {
        self.tables = tables
        placeTable = tables.table("places.tsv")
        places = PlaceTable(placeTable)
    }

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
        phrase.deallocate()
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
        let units = TimeFinder.units.map { word($0) }
        let spans = TimeFinder.spanOpeners.map { word($0) }
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
        for word in units { words[Int(word)].uses.insert(.timeUnit) }
        for word in spans { words[Int(word)].uses.insert(.span) }
        for word in words.indices where words[word].classes.contains(.abbreviation) {
            words[word].flags.insert(.mayEnd)
        }
        vocabulary.setEntries(words)
    }

    /// The id of a word in plain letters, which is made where there is none.
    private mutating func word(_ text: String) -> WordID {
        vocabulary.add(WordHash.of(text.utf8))
    }

    /// Makes a phrase of a table the one at hand.
    private mutating func read(_ bytes: Bytes) {
        phrase.removeAll()
        let isPlain = Tokenizer.forEachPlainWord(of: bytes) { phrase.append(vocabulary.add($0)) }
        guard !isPlain else { return }
        phrase.removeAll()
        for hash in Tokenizer.hashes(of: bytes) { phrase.append(vocabulary.add(hash)) }
    }

    /// Adds a form of a row of a table to a trie.
    private mutating func add(_ bytes: Bytes, _ kind: TermKind, index: Int, form: Int = 0, isName: Bool = false) {
        read(bytes)
        guard let first = phrase.elements.first else { return }
        let term = Term(kind: kind, form: UInt8(min(form, 255)), index: Int32(index))
        if isName { names.add(phrase.elements, term) } else { terms.add(phrase.elements, term) }
        grow(&kinds, to: first, with: 0)
        kinds[Int(first)] |= kind.bit
    }

    private mutating func addForms(_ row: Row, _ column: Int?, _ kind: TermKind, index: Int, isName: Bool = false) {
        row.forEachAlternative(column) { form, bytes in add(bytes, kind, index: index, form: form, isName: isName) }
    }

    private mutating func addName(_ row: Row, _ column: Int?, _ kind: TermKind, index: Int) {
        guard let column else { return }
        row.table.bytes.withUnsafeBufferPointer { bytes in
            add(Bytes(rebasing: bytes[row.table.range(row.index, column)]), kind, index: index, isName: true)
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
                let code = CurrencyCode(row["code"])
                if row["kind"] == "dollar" { dollars[word] = code } else { currencies[word] = code }
            }
        }
    }

    /// The index of the measure that a cell names; nil where it names none.
    private mutating func measure(_ table: Table, _ row: Int, _ column: Int?) -> UInt8? {
        let measures = measures
        return measureNames.value(table.hash(row, column)) {
            let name = Row(table: table, index: row).text(column)
            return measures.firstIndex { $0.name == name }.map { UInt8($0) }
        }
    }

    /// The ids of the forms of a row that are one word.
    private mutating func singleWords(_ row: Row) -> [WordID] {
        var words: [WordID] = []
        row.forEachAlternative(row.table.column("forms")) { _, bytes in
            read(bytes)
            if phrase.count == 1 { words.append(phrase[0]) }
        }
        return words
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
        let table = tables.table("en/triggers.tsv")
        let columns = ["measure", "role", "topic", "tail", "forms"].map { table.column($0) }
        var roles = CellNames<TriggerRole?>()
        var topics = CellNames<Topic?>()
        for number in 0..<table.rowCount {
            let row = Row(table: table, index: number)
            let role = roles.value(table.hash(number, columns[1])) { TriggerRole(name: row.text(columns[1])) }
            guard let measure = measure(table, number, columns[0]), let role else { continue }
            let topic = topics.value(table.hash(number, columns[2])) { Topic(name: row.text(columns[2])) }
            var tails: [[WordID]] = []
            row.forEachAlternative(columns[3]) { _, bytes in
                read(bytes)
                tails.append(Array(phrase.elements))
            }
            triggers.append(Trigger(measure: measure, role: role, tails: tails, topic: topic))
            addForms(row, columns[4], .trigger, index: triggers.count - 1)
        }
    }

    private mutating func readNouns() {
        let table = tables.table("en/nouns.tsv")
        let columns = ["class", "unit", "population", "measure", "forms"].map { table.column($0) }
        var kinds = CellNames<NounClass>()
        var units = CellNames<String>()
        var populations = CellNames<String>()
        for number in 0..<table.rowCount {
            let row = Row(table: table, index: number)
            func hash(_ column: Int) -> UInt64 { table.hash(number, columns[column]) }
            nouns.append(
                Noun(
                    kind: kinds.value(hash(0)) { NounClass(name: row.text(columns[0])) },
                    unit: units.value(hash(1)) { row.text(columns[1]) },
                    population: populations.value(hash(2)) { row.text(columns[2]) },
                    measure: measure(table, number, columns[3])))
            addForms(row, columns[4], .noun, index: nouns.count - 1)
        }
    }

    private mutating func readReporting() {
        let table = tables.table("en/reporting.tsv")
        for row in table {
            guard let role = ReportingRole(name: row["role"]) else { continue }
            reporting.append(role)
            addForms(row, table.column("forms"), .reporting, index: reporting.count - 1)
        }
    }

    private mutating func readQualifiers() {
        let sides: [String: QualifierEntry.Side] = ["before": .before, "after": .after, "verb": .verb]
        let table = tables.table("en/qualifiers.tsv")
        for row in table {
            guard let qualifier = Qualifier(rawValue: row["qualifier"]), let side = sides[row["side"]] else { continue }
            qualifiers.append(QualifierEntry(qualifier: qualifier, side: side))
            addForms(row, table.column("forms"), .qualifier, index: qualifiers.count - 1)
        }
    }

    private mutating func readTimes() {
        let table = tables.table("en/times.tsv")
        for row in table {
            guard let entry = TimeEntry(row) else { continue }
            times.append(entry)
            addForms(row, table.column("forms"), .time, index: times.count - 1)
        }
    }

    private mutating func readDemonyms() {
        let table = tables.table("demonyms.tsv")
        for row in table {
            demonyms.append(Demonym(label: row["label"], place: row["place"]))
            addForms(row, table.column("forms"), .demonym, index: demonyms.count - 1)
        }
    }

    private mutating func readSourceWords() {
        for (name, kind) in [("en/source_nouns.tsv", TermKind.sourceNoun), ("en/titles.tsv", .title)] {
            let table = tables.table(name)
            let columns = ["kind", "forms"].map { table.column($0) }
            var kinds = CellNames<SourceKind?>()
            for row in table {
                let source = kinds.value(table.hash(row.index, columns[0])) {
                    SourceKind(rawValue: row.text(columns[0]))
                }
                if kind == .title { titles.append(source ?? .person) } else { sourceNouns.append(source ?? .other) }
                addForms(row, columns[1], kind, index: (kind == .title ? titles.count : sourceNouns.count) - 1)
            }
        }
    }

    private mutating func readOrganisations() {
        let table = tables.table("sources.tsv")
        for row in table {
            organisations.append(
                Organisation(
                    id: row["id"], name: row["name"], kind: SourceKind(rawValue: row["kind"]) ?? .other,
                    place: row["place"], aliases: row.list("aliases")))
            let index = organisations.count - 1
            addName(row, table.column("name"), .organisation, index: index)
            addForms(row, table.column("aliases"), .organisation, index: index, isName: true)
        }
    }

    private mutating func readPlaces() {
        let columns = ["name", "aliases"].map { placeTable.column($0) }
        for index in 0..<placeTable.rowCount {
            let row = Row(table: placeTable, index: index)
            addName(row, columns[0], .place, index: index)
            addForms(row, columns[1], .place, index: index, isName: true)
        }
    }
}
