/// What the figures of a text were given so far: a text comes back to its events, and to their places and days.
struct Recollection {
    /// How many figures back are remembered.
    private static let reach = 64

    private(set) var drafts: [Draft] = []
    private(set) var places = Tally<Int>()
    private(set) var dates = Tally<PartialDate?>()
    /// The place of each draft, as its row in the gazetteer; nil for one without.
    private var rows: [Int?] = []

    var last: Draft? { drafts.last }

    mutating func add(_ draft: Draft, place: Int?, date: PartialDate?) {
        drafts.append(draft)
        rows.append(place)
        dates.add(date)
        if let place { places.add(place) }
    }

    /// The last figure that tells the same number of the same measure: most likely of the same event.
    func twin(of draft: Draft) -> Draft? {
        drafts.suffix(Self.reach).last {
            $0.measure == draft.measure && $0.mention.numeral.value == draft.mention.numeral.value
        }
    }

    /// How the figures of a measure that were given a place are like one with a value.
    func echo(of place: Int, _ measure: UInt8, _ value: Double) -> Echo {
        var echo = Echo.none
        for index in drafts.indices.suffix(Self.reach) where rows[index] == place && drafts[index].measure == measure {
            if drafts[index].mention.numeral.value == value { return .number }
            echo = .measure
        }
        return echo
    }
}

/// Whether what is asked was the answer for an earlier figure.
enum Echo: Int, NamedCase {
    case none
    /// For one of the same measure.
    case measure
    /// For one of the same measure with the same number.
    case number
}

/// Counts answers, and tells their shares.
struct Tally<Answer: Equatable> {
    /// How large a part of the figures had an answer.
    enum Share: Int, NamedCase {
        /// There was no figure yet.
        case first
        case none, few, some, most
    }

    /// How many different answers are told apart.
    private static var capacity: Int { 64 }
    private var entries: [(answer: Answer, count: Int)] = []
    private var total = 0

    mutating func add(_ answer: Answer) {
        total += 1
        if let index = entries.firstIndex(where: { $0.answer == answer }) {
            entries[index].count += 1
        } else if entries.count < Self.capacity {
            entries.append((answer, 1))
        }
    }

    /// `few`: less than a quarter, `most`: half and more.
    func share(of answer: Answer) -> Share {
        guard total > 0 else { return .first }
        let count = entries.first { $0.answer == answer }?.count ?? 0
        if count == 0 { return .none }
        return count * 4 < total ? .few : count * 2 < total ? .some : .most
    }
}
