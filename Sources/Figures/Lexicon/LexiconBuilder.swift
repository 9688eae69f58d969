/// Reads the tables of `Data/` into a `Lexicon`.
struct LexiconBuilder {
    private let tables: DataTables
    // Large enough for the tables of the program, so that none is moved while they are read.
    let vocabulary = Vocabulary(capacity: 1 << 16)
    var terms = PhraseTrie(edges: 1 << 15, states: 36_000)
    var names = PhraseTrie(edges: 1 << 14, states: 36_000)
    var measures: [Measure] = []
    var triggers: [Trigger] = []
    var nouns: [Noun] = []
    var reporting: [ReportingEntry] = []
    var qualifiers: [QualifierEntry] = []
    var demonyms: [Demonym] = []
    var sourceNouns: [SourceKind] = []
    var titles: [SourceKind] = []
    var times: [TimeEntry] = []
    var organisations: [Organisation] = []
    let places: PlaceTable
    var classes: [WordClass] = []
    /// What words are as parts of numbers; the first stands for no part.
    private(set) var numerals = GrowingBuffer<NumeralWord>(capacity: 128)
    private var numeralWords: [WordID: UInt16] = [:]
    /// Codes of ISO 4217 by the word before an amount, and by the letters beside a dollar sign.
    var currencies: [WordID: CurrencyCode] = [:]
    var dollars: [WordID: CurrencyCode] = [:]

    private var kinds: [UInt16] = []
    private let placeTable: Table
    /// The words of the phrase at hand.
    private var phrase = GrowingBuffer<WordID>(capacity: 32)
    private var measureNames = CellNames<UInt8?>()
    /// What is known of each word, by id.
    private(set) var words = GrowingBuffer<WordEntry>(capacity: 8)

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
        words.deallocate()
        words = GrowingBuffer(repeating: WordEntry(), count: vocabulary.count + 1)
        for (word, numeral) in numeralWords { words[Int(word)].numeral = numeral }
        for word in 0..<words.count {
            if word < classes.count { words[word].classes = classes[word] }
            if word < terms.roots.count { words[word].term = terms.roots[word] }
            if word < names.roots.count { words[word].name = names.roots[word] }
            if word < kinds.count { words[word].kinds = kinds[word] }
            let entry = words[word]
            if entry.numeral != 0 { words[word].flags = [.number, .time] }
            if entry.classes.month > 0 || entry.classes.weekday > 0 { words[word].flags.insert(.time) }
        }
        for word in currencies.keys { words[Int(word)].isCurrency = true }
        for word in number { words[Int(word)].flags.insert(.number) }
        for word in time { words[Int(word)].flags.insert(.time) }
        for word in period { words[Int(word)].uses.insert(.period) }
        for word in tense { words[Int(word)].uses.insert(.tense) }
        for word in units { words[Int(word)].uses.insert(.timeUnit) }
        for word in spans { words[Int(word)].uses.insert(.span) }
        for word in 0..<words.count where words[word].classes.contains(.abbreviation) {
            words[word].flags.insert(.mayEnd)
        }
        vocabulary.setEntries(words)
    }

    /// The id of a word in plain letters, which is made where there is none.
    private mutating func word(_ text: String) -> WordID {
        vocabulary.add(WordHash.of(text.utf8))
    }

    /// Makes the phrase that begins at a byte the one at hand.
    ///
    /// - Parameter end: where the cell ends; the phrase may end before, at a bar.
    /// - Returns: where the phrase ends.
    private mutating func read(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int {
        phrase.removeAll()
        let plain = Tokenizer.forEachPlainWord(of: bytes, from: start, to: end) { phrase.append(vocabulary.add($0)) }
        if let plain { return plain }
        phrase.removeAll()
        let stop = bytes[start..<end].firstIndex(of: UInt8(ascii: "|")) ?? end
        for hash in Tokenizer.hashes(of: Bytes(rebasing: bytes[start..<stop])) {
            phrase.append(vocabulary.add(hash))
        }
        return stop
    }

    /// Makes each alternative of a cell the phrase at hand in turn, and calls `body` with its place among them.
    private mutating func forEachPhrase(_ row: Row, _ column: Int?, _ body: (inout LexiconBuilder, Int) -> Void) {
        guard let column else { return }
        let cell = row.table.range(row.index, column)
        var number = 0
        var at = cell.lowerBound
        while at < cell.upperBound {
            let end = read(row.table.bytes, at, cell.upperBound)
            if end > at {
                body(&self, number)
                number += 1
            }
            at = end + 1
        }
    }

    /// Adds the phrase at hand to a trie.
    private mutating func add(_ kind: TermKind, index: Int, form: Int = 0, isName: Bool = false) {
        guard let first = phrase.elements.first else { return }
        let term = Term(kind: kind, form: UInt8(min(form, 255)), index: Int32(index))
        if isName { names.add(phrase.elements, term) } else { terms.add(phrase.elements, term) }
        grow(&kinds, to: first, with: 0)
        kinds[Int(first)] |= kind.bit
    }

    private mutating func addForms(_ row: Row, _ column: Int?, _ kind: TermKind, index: Int, isName: Bool = false) {
        forEachPhrase(row, column) { $0.add(kind, index: index, form: $1, isName: isName) }
    }

    private mutating func addName(_ row: Row, _ column: Int?, _ kind: TermKind, index: Int) {
        forEachPhrase(row, column) { builder, number in
            if number == 0 { builder.add(kind, index: index, isName: true) }
        }
    }

    private mutating func readMeasures() {
        for row in tables.table("measures.tsv") {
            measures.append(
                Measure(
                    name: row["measure"], unit: row["unit"], hxl: row["hxl"], hxlTerms: row.list("hxl_terms"),
                    counts: row["counts"], heads: LexiconBuilder.heads(row.list("heads"))))
        }
    }

    /// The classes as bits; all of them where none is named.
    private static func heads(_ names: [String]) -> UInt32 {
        names.isEmpty ? .max : names.reduce(0) { $0 | 1 << UInt32(NounClass(name: $1).rawValue) }
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
            if name == "-" { return Trigger.noMeasure }
            return measures.firstIndex { $0.name == name }.map { UInt8($0) }
        }
    }

    /// The ids of the forms of a row that are one word.
    private mutating func singleWords(_ row: Row) -> [WordID] {
        var words: [WordID] = []
        forEachPhrase(row, row.table.column("forms")) { builder, _ in
            if builder.phrase.count == 1 { words.append(builder.phrase[0]) }
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
        numerals.append(NumeralWord())
        for row in tables.table("en/numerals.tsv") {
            guard let kind = NumeralWord.Kind(name: row["kind"]),
                let value = Double(row["value"])
            else { continue }
            // "fifth" is an ordinal and a fraction: the fraction, which asks for a numerator, comes first.
            for word in singleWords(row) where numeralWords[word] == nil {
                numeralWords[word] = UInt16(numerals.count)
                numerals.append(NumeralWord(kind: kind, value: value))
            }
        }
    }

    private mutating func readTriggers() {
        let table = tables.table("en/triggers.tsv")
        let columns = ["measure", "role", "topic", "tail", "forms", "aspect"].map { table.column($0) }
        var aspects = CellNames<Aspect?>()
        var roles = CellNames<TriggerRole?>()
        var topics = CellNames<Topic?>()
        for number in 0..<table.rowCount {
            let row = Row(table: table, index: number)
            let role = roles.value(table.hash(number, columns[1])) { TriggerRole(name: row.text(columns[1])) }
            guard let measure = measure(table, number, columns[0]), let role else { continue }
            let topic = topics.value(table.hash(number, columns[2])) { Topic(name: row.text(columns[2])) }
            var tails: [[WordID]] = []
            forEachPhrase(row, columns[3]) { builder, _ in tails.append(Array(builder.phrase.elements)) }
            let aspect = aspects.value(table.hash(number, columns[5])) { Aspect(name: row.text(columns[5])) }
            triggers.append(
                Trigger(measure: measure, role: role, tails: tails, topic: topic, aspect: aspect ?? .none))
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
            reporting.append(ReportingEntry(role: role, verb: ReportingVerb(name: row["verb"]) ?? .none))
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
