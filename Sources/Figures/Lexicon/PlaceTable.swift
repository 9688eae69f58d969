/// The places of the gazetteer, in the order of `Data/places.tsv`.
///
/// What the engine asks about a place is read at the start; its names are taken out of the table when somebody wants
/// them, since a run meets few of the many thousand.
public struct PlaceTable: RandomAccessCollection, Sendable {
    /// What is known of a place without its names.
    struct Entry {
        /// The index of its kind in `kinds`.
        var kind: UInt8
        /// The name is an ordinary word or a person's name too.
        var isAmbiguous: Bool
        /// Tells countries apart; 0 where the place lies in none.
        var country: Int32
        /// The row of the place that holds it; -1 at the top.
        var parent: Int32
        fileprivate var people: Int32
        var population: Int { Int(people) }
    }

    private let table: Table
    private let columns: Columns
    private let entries: [Entry]
    private let kinds: [String]
    /// The ids of the places, and the row of each.
    private let ids: Vocabulary
    private let rows: [Int32]

    private struct Columns {
        let id, name, kind, iso3, parent: Int?
    }

    init(_ table: Table) {
        self.table = table
        columns = Columns(
            id: table.column("id"), name: table.column("name"), kind: table.column("kind"),
            iso3: table.column("iso3"), parent: table.column("parent"))
        let ids = Vocabulary(capacity: 1 << 15)
        var rows: [Int32] = [-1]
        rows.reserveCapacity(table.rowCount + 1)
        for row in 0..<table.rowCount {
            let id = Int(ids.add(table.hash(row, columns.id)))
            if id == rows.count { rows.append(Int32(row)) } else { rows[id] = Int32(row) }
        }
        var kinds = CellNames<String>()
        var countries = CellNames<Bool>()
        let population = table.column("population")
        let ambiguous = table.column("ambiguous")
        let columns = columns
        entries = (0..<table.rowCount).map { row in
            let cell = Row(table: table, index: row)
            let country = countries.index(table.hash(row, columns.iso3)) { true }
            return Entry(
                kind: UInt8(Swift.min(255, kinds.index(table.hash(row, columns.kind)) { cell.text(columns.kind) })),
                isAmbiguous: cell.isOne(ambiguous),
                country: table.isEmpty(row, columns.iso3) ? 0 : Int32(country + 1),
                parent: rows[Int(ids.id(table.hash(row, columns.parent)))],
                people: Int32(clamping: cell.integer(population)))
        }
        self.kinds = kinds.values
        self.ids = ids
        self.rows = rows
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { entries.count }

    public subscript(_ index: Int) -> Place {
        let row = Row(table: table, index: index)
        let entry = entries[index]
        return Place(
            id: row.text(columns.id), name: row.text(columns.name), kind: kind(index), iso3: row.text(columns.iso3),
            parent: row.text(columns.parent), population: entry.population, isAmbiguous: entry.isAmbiguous)
    }

    @inline(__always) func entry(_ index: Int) -> Entry { entries[index] }

    func kind(_ index: Int) -> String { kinds[Int(entries[index].kind)] }

    /// The row of the place with this id; nil where there is none.
    func index(ofID id: String) -> Int? {
        let row = rows[Int(ids.id(WordHash.of(id.utf8)))]
        return row < 0 ? nil : Int(row)
    }
}

/// What the cells of a column say, each told by the hash of its bytes: a column of kinds has few of them, and to compare
/// numbers is cheaper than to make strings.
struct CellNames<Value> {
    private let known = Vocabulary(capacity: 64)
    private(set) var values: [Value] = []

    /// The place of a cell among those that were met; `make` gives the value of one that was not.
    mutating func index(_ hash: UInt64, _ make: () -> Value) -> Int {
        let index = Int(known.add(hash)) - 1
        if index == values.count { values.append(make()) }
        return index
    }

    mutating func value(_ hash: UInt64, _ make: () -> Value) -> Value { values[index(hash, make)] }
}
