import Testing

@testable import Figures

/// The tables of `Data/` hold together.
@Suite struct DataTests {
    private let lexicon = Lexicon.embedded
    private let tables = DataTables()

    @Test(arguments: DataTables.names.filter { $0.hasSuffix(".tsv") }) func everyTableHasRows(_ name: String) {
        #expect(tables.table(name).rowCount > 0)
    }

    @Test(arguments: DataTables.names.filter { $0.hasSuffix(".tsv") }) func everyTableIsUTF8(_ name: String) {
        #expect(String(validating: tables.bytes(name), as: UTF8.self) != nil)
    }

    @Test func thereAreSeventeenMeasures() {
        #expect(lexicon.measures.count == 17)
        #expect(Set(lexicon.measures.map(\.name)).count == 17)
        #expect(lexicon.measures.allSatisfy { !$0.unit.isEmpty })
    }

    @Test func everyTriggerTellsAMeasure() {
        let names = Set(lexicon.measures.map(\.name))
        for row in tables.table("en/triggers.tsv") where row["measure"] != "-" {
            #expect(names.contains(row["measure"]), "\(row["forms"])")
        }
    }

    @Test func aspectsOfTriggersAreRead() {
        let named = tables.table("en/triggers.tsv").filter { !$0["aspect"].isEmpty }
        #expect(!named.isEmpty)
        for row in named { #expect(Aspect(name: row["aspect"]) != nil, "\(row["forms"])") }
        #expect(lexicon.triggers.count { $0.aspect != .none } == named.count)
    }

    @Test func verbsOfSayingAreRead() {
        let table = tables.table("en/reporting.tsv")
        for row in table where row["role"] == "say" {
            #expect((ReportingVerb(name: row["verb"]) ?? .none) != .none, "\(row["forms"])")
        }
        #expect(lexicon.reporting.count { $0.verb != .none } == table.count { $0["role"] == "say" })
    }

    @Test func everyTriggerIsRead() {
        #expect(lexicon.triggers.count == tables.table("en/triggers.tsv").rowCount)
    }

    @Test(arguments: Lexicon.embedded.measures.map(\.name)) func everyMeasureHasWords(_ measure: String) throws {
        let index = try #require(lexicon.measureIndex(measure))
        let words = lexicon.triggers.count { $0.measure == index } + lexicon.nouns.count { $0.measure == index }
        #expect(words > 0)
    }

    @Test func verbsHaveFiveForms() {
        for row in tables.table("en/triggers.tsv") where row["role"] == "object" || row["role"] == "subject" {
            #expect(row.list("forms").count == 5, "\(row["forms"])")
        }
    }

    @Test func placesHaveOneIdEachAndParentsThatExist() {
        var ids: Set<String> = []
        for place in lexicon.places { #expect(ids.insert(place.id).inserted, "\(place.id)") }
        for place in lexicon.places where !place.parent.isEmpty { #expect(ids.contains(place.parent), "\(place.id)") }
    }

    @Test func placesLieInTheirParents() throws {
        let city = try #require(lexicon.placeIndex("syr-aleppo"))
        let country = try #require(lexicon.placeIndex("syr"))
        #expect(lexicon.place(city, isIn: country) && lexicon.place(city, isIn: city))
        #expect(!lexicon.place(country, isIn: city))
    }

    @Test func sourcesHaveOneIdEach() {
        var ids: Set<String> = []
        for source in lexicon.organisations { #expect(ids.insert(source.id).inserted, "\(source.id)") }
        #expect(lexicon.organisations.allSatisfy { !$0.name.isEmpty })
    }

    @Test func sourcesKindsAreRead() {
        for row in tables.table("sources.tsv") {
            #expect(SourceKind(rawValue: row["kind"]) != nil, "\(row["id"])")
        }
    }
}
