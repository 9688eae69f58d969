import Figures
import GRDB
import TestSupport
import Testing

@testable import TimeSeries

@Suite struct NamingTests {
    private let note = ChangeNote(author: "ada", why: "a test", at: "2023-11-05T09:30:00Z")
    private let mill = PlaceReference(name: "the old mill")

    private func store() throws -> Store {
        try Store.holding(
            Printing("a", .sample(9061), .sample(40, by: .medics), .sample(5, place: .rafah)),
            Printing("b", by: "Eastgate Daily", .sample(40), .sample(7, place: mill, of: ["palestinian"])))
    }

    private func series(_ store: Store) throws -> [String] { try store.series().map(\.summary) }

    @Test func mergesSources() throws {
        let store = try store()
        try store.merge(.source, ["medics"], into: "moh-gaza", note)
        #expect(
            try series(store).first
                == "deaths · Gaza · Gaza Ministry of Health · total: 2023-11-03 40×2, 2023-11-03 9061")
        let sources = try store.sources()
        #expect(sources.map(\.name) == ["Gaza Ministry of Health"] && sources[0].figureCount == 5)
        #expect(sources[0].aliases == ["medics", "the Gaza Health Ministry"])
        #expect(try store.values { $0.sources = ["medics"] }.count == 5)
        #expect(try store.figures().contains { $0.figure.source?.text == "medics" })
        #expect(
            try store.read { try String.fetchAll($0, sql: "SELECT DISTINCT source FROM series") }
                == ["Gaza Ministry of Health"])
    }

    /// The texts name medics again: they still go by the ministry, for every reading to come.
    @Test func holdsForWhatIsReadLater() throws {
        let store = try store()
        try store.merge(.source, ["medics"], into: "moh-gaza", note)
        try store.take([Printing("c", .sample(40, by: .medics))])
        let again = Printing("a", .sample(9061), .sample(40, by: .medics), .sample(5, place: .rafah))
        try store.take([again], by: ExtractorStamp(version: "2", lexicon: "a"))
        #expect(try store.sources().map(\.name) == ["Gaza Ministry of Health"])
        #expect(try store.figures().filter { $0.figure.value == 40 }.map(\.articleCount) == [3, 3, 3])
    }

    @Test func takesAMergerBack() throws {
        let store = try store()
        let before = try store.figures()
        try store.merge(.source, ["medics"], into: "moh-gaza", note)
        try store.split(.source, "medics", note)
        #expect(try store.figures() == before)
        #expect(
            try store.namings(.source).map { "\($0.verb) \($0.key) \($0.becomes ?? "-")" } == [
                "merge medics moh-gaza", "split medics -",
            ])
        #expect(try store.namings(.source).allSatisfy { $0.note == note })
        #expect(throws: StoreError.self) { try store.split(.source, "medics", note) }
    }

    @Test func takesItsOwnMergersAlong() throws {
        let store = try store()
        try store.merge(.source, ["medics"], into: "moh-gaza", note)
        try store.merge(.source, ["moh-gaza"], into: "IDF", note)
        #expect(try store.sources().map(\.name) == ["Israel Defense Forces"])
        #expect(try store.figures().allSatisfy { $0.figure.source?.id == "idf" })
        #expect(throws: StoreError.self) { try store.merge(.source, ["medics"], into: "idf", note) }
    }

    @Test func renamesAndTellsTheKind() throws {
        let store = try store()
        try store.rename(.source, "medics", to: "Gaza medics", note)
        try store.setKind(ofSource: "Gaza medics", to: .authority, note)
        let medics = try #require(try store.sources().first { $0.name == "Gaza medics" })
        #expect(medics.kind == .authority && medics.aliases == ["medics"])
        let figure = try #require(try store.figures().first { $0.figure.source?.name == "Gaza medics" })
        #expect(figure.figure.source?.kind == .authority && figure.figure.source?.text == "medics")
        #expect(throws: StoreError.self) { try store.rename(.source, "medics", to: "gaza ministry of health", note) }
        try store.rename(.source, "medics", to: nil, note)
        try store.setKind(ofSource: "medics", to: nil, note)
        #expect(try store.sources().contains { $0.name == "medics" && $0.kind == .person })
    }

    @Test func aPlaceTakesInWhatLiesInIt() throws {
        let store = try store()
        #expect(try store.values { $0.places = ["Gaza"] }.sorted() == [5, 40, 40, 9061])
        try store.setHolder(ofPlace: "the old mill", to: "Rafah", note)
        #expect(try store.values { $0.places = ["Gaza"] }.sorted() == [5, 7, 40, 40, 9061])
        #expect(try store.values { $0.places = ["Rafah"] }.sorted() == [5, 7])
        #expect(try store.places().first { $0.name == "the old mill" }?.parent == "Rafah")
        #expect(throws: StoreError.self) { try store.setHolder(ofPlace: "Gaza", to: "the old mill", note) }
        try store.setHolder(ofPlace: "the old mill", to: nil, note)
        #expect(try store.values { $0.places = ["Rafah"] } == [5])
    }

    /// The people of the place that a name turns out to mean are people as a whole there.
    @Test func mergesPlaces() throws {
        let store = try store()
        try store.merge(.place, ["the old mill"], into: "Rafah", note)
        #expect(try store.values { $0.places = ["Rafah"] }.sorted() == [5, 7])
        #expect(
            try series(store).last == "deaths · Rafah · Gaza Ministry of Health · total: 2023-11-03 5, 2023-11-03 7")
        #expect(try store.figures().contains { $0.figure.place?.name == "Rafah" && $0.figure.value == 7 })
        #expect(throws: StoreError.self) { try store.merge(.place, ["Gaza"], into: "Rafah", note) }
        try store.split(.place, "the old mill", note)
        #expect(try store.series().contains { $0.key.population == ["palestinian"] })
        #expect(try store.integrityProblems().isEmpty)
    }

    @Test func refusesNamesThatNobodyHas() throws {
        let store = try store()
        #expect(throws: StoreError.unknownSource("nobody")) {
            try store.merge(.source, ["nobody"], into: "moh-gaza", note)
        }
        #expect(throws: StoreError.unknownSource("nobody")) {
            try store.merge(.source, ["medics"], into: "nobody", note)
        }
        #expect(try store.namings(.source).isEmpty)
    }

    @Test(arguments: ["UPDATE naming SET why = 'other'", "DELETE FROM naming"]) func keepsTheLog(_ sql: String) throws {
        let store = try store()
        try store.rename(.source, "medics", to: "doctors", note)
        #expect(throws: StoreError.self) { try store.write { try $0.execute(sql: sql) } }
        #expect(try store.namings(.source).count == 1)
    }
}
