import Figures
import GRDB
import TestSupport
import Testing

@testable import TimeSeries

/// One claim, many printings.
@Suite struct ClaimTests {
    /// A wire report of some length; `tail` is what an outlet puts behind it.
    static func wire(_ value: Int, tail: String = "") -> String {
        """
        Rescue teams worked through the night in the north of the strip after shells fell on a market street. \
        The Gaza Health Ministry said \(value) people had been killed since the war began, most of them in the last \
        week. Ambulances brought the wounded to two hospitals that were short of fuel, a spokesman told reporters \
        outside the larger one. Aid agencies asked all sides to keep the main road open so that water and flour \
        could reach the shelters before the rain.
        """ + tail
    }

    /// An outlet's printing of the wire.
    private func outlet(
        _ name: String, on date: String, value: Int = 9061, tail: String = "",
        _ change: (inout Figure) -> Void = { _ in }
    ) -> Printing {
        var printing = Printing(name, by: name, on: date, .sample(Double(value)))
        printing.article.text = Self.wire(value, tail: tail)
        printing.figures[0].quote =
            "The Gaza Health Ministry said \(value) people had been killed since the war began, most of them in the "
            + "last week."
        change(&printing.figures[0])
        return printing
    }

    private static let names = ["Harbour Wire", "Eastgate Daily", "Meridian Post", "Cedar Coast", "Northlight Radio"]

    @Test func countsAClaimOfFiveOutletsOnce() throws {
        let store = try Store(path: ":memory:")
        try store.take(Self.names.map { outlet($0, on: "2023-11-04") })
        let series = try store.series()
        let point = try #require(series.first?.points.first)
        #expect(series.count == 1 && series[0].points.count == 1)
        #expect(point.articleCount == 5 && Set(point.publishers) == Set(Self.names))
        let figures = try store.figures()
        #expect(Set(figures.map(\.claim)).count == 1 && figures.allSatisfy { $0.articleCount == 5 })
        #expect(
            try store.read { try GRDB.Row.fetchAll($0, sql: "SELECT printings, articles, publishers FROM series") }
                .map { [$0[0] as Int, $0[1], $0[2]] } == [[5, 5, 5]])
    }

    /// What is read around the words of a copy does not make another claim of them.
    @Test func tiesCopiesWhateverWasReadAroundThem() throws {
        let store = try Store(path: ":memory:")
        try store.take([
            outlet("Eastgate Daily", on: "2023-11-05") { $0.source = nil },
            outlet("Harbour Wire", on: "2023-11-04"),
            outlet("Meridian Post", on: "2023-11-06") {
                $0.date = nil
                $0.place = nil
            },
        ])
        let series = try store.series()
        #expect(
            series.map(\.summary) == ["deaths · Gaza · Gaza Ministry of Health · total: 2023-11-03 9061×3"])
        #expect(try store.articles().map { $0.copyOf == nil } == [true, false, false])
        var unattributed = FigureFilter()
        unattributed.sources = ["unattributed"]
        #expect(try store.series(unattributed).map(\.key.source) == [nil])
    }

    @Test func keepsOtherNumbersOfACopyApart() throws {
        let store = try Store(path: ":memory:")
        try store.take([
            outlet("Harbour Wire", on: "2023-11-04"), outlet("Eastgate Daily", on: "2023-11-04", value: 9100),
        ])
        #expect(try store.series().flatMap { $0.points.map(\.value) } == [9061, 9100])
    }

    /// The same form filled in each day is no copy, nor is what is printed a week later.
    @Test(arguments: [
        ("Harbour Wire", "2023-11-05", false), ("Harbour Wire", "2023-11-04", true),
        ("Eastgate Daily", "2023-11-07", true), ("Eastgate Daily", "2023-11-08", false),
    ])
    func isACopy(_ publisher: String, _ date: String, _ isCopy: Bool) throws {
        let store = try Store(path: ":memory:")
        try store.take([
            outlet("Harbour Wire", on: "2023-11-04"),
            outlet(publisher, on: date, tail: " More soon, the desk said."),
        ])
        #expect(try store.articles().count { $0.copyOf != nil } == (isCopy ? 1 : 0))
    }

    @Test func tellsOtherTextsApart() throws {
        let other = Printing("b", .sample(9061))
        var long = other
        long.article.text = String(repeating: "Nothing of this was printed anywhere else before today. ", count: 9)
        let store = try Store(path: ":memory:")
        try store.take([outlet("Harbour Wire", on: "2023-11-04"), other, long])
        #expect(try store.articles().allSatisfy { $0.copyOf == nil })
    }

    @Test(arguments: 0..<6 as Range<UInt64>) func doesNotDependOnTheOrderOfReading(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let printings = Self.names.enumerated().map { index, name in
            outlet(name, on: "2023-11-0\(4 + index % 3)", tail: String(repeating: " Filed by a desk.", count: index)) {
                if index % 2 == 1 { $0.source = nil }
            }
        }
        let store = try Store(path: ":memory:")
        try store.take(printings)
        let other = try Store(path: ":memory:")
        for printing in printings.shuffled(using: &generator) { try other.take([printing]) }
        func state(_ store: Store) throws -> [String] {
            try store.figures().map { "\($0.figure.doc) \($0.claimID) \($0.isCopy) \($0.articleCount)" }.sorted()
        }
        #expect(try state(store) == state(other))
        #expect(try store.series().map(\.summary) == other.series().map(\.summary))
    }

    /// A page that is in an archive many times stands in the index a few times only, and is tied all the same.
    @Test func tiesAPageThatIsThereOftenOnce() throws {
        let store = try Store(path: ":memory:")
        try store.take((0..<40).map { outlet("Harbour Wire", on: "2023-11-04", tail: " This is page number \($0).") })
        #expect(try store.articles().count { $0.copyOf == nil } == 1)
        #expect(try Set(store.figures().map(\.claim)).count == 1)
        let rows = try store.read { try Int.fetchAll($0, sql: "SELECT count(*) FROM band GROUP BY hash") }
        #expect(rows.allSatisfy { $0 <= 8 })
    }

    /// A claim has one name in all stores; it must never change.
    @Test func namesClaims() throws {
        let store = try Store.holding(Printing("a", .sample(9061)))
        #expect(try store.figures().map(\.claimID) == ["36a14f5e6316fb70"])
    }

    @Test func keepsFiguresWithoutADayApart() throws {
        let store = try Store.holding(
            Printing("a", on: nil, .sample(5, on: nil)), Printing("b", on: nil, .sample(5, on: nil)))
        #expect(Set(try store.figures().map(\.claim)).count == 2)
    }
}

@Suite struct MinHashTests {
    private let text = ClaimTests.wire(9061)

    @Test func passesOverCaseAndMarks() throws {
        let one = try #require(MinHash("“Don’t go” – " + text))
        #expect(one == MinHash("\"DON'T GO,\" - " + text.uppercased().replacing(". ", with: " … ")))
    }

    @Test func estimatesWhatTextsShare() throws {
        let one = try #require(MinHash(text))
        let half = try #require(MinHash(String(text.prefix(text.count / 2))))
        let other = try #require(MinHash(String(repeating: "No word of this one is in the other at all. ", count: 5)))
        #expect((0.35...0.65).contains(MinHash.resemblance(one.signature, half.signature)))
        #expect(MinHash.resemblance(one.signature, one.signature) == 1)
        #expect(MinHash.resemblance(one.signature, other.signature) < 0.1)
        #expect(!Set(one.bands).isDisjoint(with: half.bands))
        #expect(Set(one.bands).isDisjoint(with: other.bands))
    }

    @Test func passesOverShortTexts() {
        #expect(MinHash("At least 24 people were killed in Aden, the health ministry said.") == nil)
        #expect(MinHash("") == nil)
        #expect(MinHash.resemblance([1, 2], [1, 2]) == 0)
    }

    /// Of 400 words, the first `share` of which both have.
    private static func texts(sharing share: Double, _ generator: inout SplitMix64) -> (String, String) {
        func words(_ count: Int) -> [String] { (0..<count).map { _ in "w\(generator.next() % 1_000_000)" } }
        let common = words(Int(400 * share))
        let (a, b) = (words(400 - common.count), words(400 - common.count))
        return ((common + a).joined(separator: " "), (common + b).joined(separator: " "))
    }

    /// What two texts of 400 words have in common, of all the runs that are in either.
    @Test(arguments: [(0.3, 0.18), (0.6, 0.43), (0.8, 0.66), (0.95, 0.9)])
    func estimatesWithoutBias(_ share: Double, _ resemblance: Double) throws {
        var generator = SplitMix64(seed: 7)
        let estimates = try (0..<60).map { _ in
            let (a, b) = Self.texts(sharing: share, &generator)
            return MinHash.resemblance(try #require(MinHash(a)).signature, try #require(MinHash(b)).signature)
        }
        #expect(abs(estimates.reduce(0, +) / 60 - resemblance) < 0.03)
    }

    @Test func findsTextsThatShareHalf() throws {
        var generator = SplitMix64(seed: 8)
        let found = try (0..<200).count { _ in
            let (a, b) = Self.texts(sharing: 0.68, &generator)
            return !Set(try #require(MinHash(a)).bands).isDisjoint(with: try #require(MinHash(b)).bands)
        }
        #expect(found > 160)
    }

    /// One word over and over leaves most bins to later rounds.
    @Test func endsForATextOfOneWord() throws {
        let hash = try #require(MinHash(String(repeating: "dead ", count: 20_000)))
        #expect(!hash.entries.contains(.max))
    }

    /// Signatures stand in people's stores: they must not change.
    @Test func staysTheSame() throws {
        let hash = try #require(MinHash(text))
        #expect(hash.signature.prefix(8) == [27, 71, 82, 160, 216, 160, 186, 241])
        #expect(hash.bands.prefix(2) == [-8_762_586_177_112_688_867, -8_362_678_144_765_494_245])
    }
}
